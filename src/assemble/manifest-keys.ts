/**
 * The keys of a manifest, each with its form and its meaning, in one place: the schema that a manifest is held against,
 * the JSON Schema for editors, the table in docs/packs.md and the messages about keys are all made of it.
 */
import * as z from 'zod';
import { parseDate } from './dates.ts';
import { isAddress } from './markup.ts';
import { isOpenPlace } from './open-place.ts';

/** The name of something in this manifest, such as `change-table`: small letters, digits, dashes. */
const ID = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'a name is small letters and digits, parted by dashes');
/** A name that templates write behind a dot, such as `respondBy`. */
const KEY = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'a name here is letters and digits and begins with a small letter');
/** A text of one paragraph in which placeholders may stand: `{{date dates.issued}}`. */
const TEXT = z.string().trim().min(1, 'a text is wanted');
const DATE = z
  .string()
  .refine(
    (text) => parseDate(text) !== undefined || isOpenPlace(text),
    'a date is wanted, as 2020-01-17 or 2020-01-17T16:00',
  );
const INSTANT = z.iso.datetime({ error: 'an instant is wanted, as 2019-12-19T09:00:00Z' });
const ADDRESS = z.string().refine(isAddress, 'an address is wanted that begins with https:// or http://');
const EMAIL = z
  .string()
  .refine((text) => isOpenPlace(text) || /^[^\s@<>()[\]]+@[^\s@<>()[\]]+\.[^\s@<>()[\]]+$/.test(text), {
    error: 'an e-mail address is wanted',
  });
/** A file below the pack's folder or the root, with `/` between folders. */
const FILE = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._ -]*(?:\/[A-Za-z0-9][A-Za-z0-9._ -]*)*$/,
    'a path below the folder is wanted, with / between folders',
  );
/** A name of a file that we write: nothing that Windows, macOS or Linux refuses. */
const FILE_NAME = ID.regex(/^(?!(?:con|prn|aux|nul|com\d|lpt\d)$)/, 'Windows keeps that name for itself').max(
  100,
  'a file name of at most 100 letters is wanted',
);
const VERSION = z.string({ error: 'a version is wanted, in quotation marks ("1.5")' }).min(1);

const DOCUMENT = z.strictObject({
  id: z.string().min(1).describe("The document's name in the library"),
  after: VERSION.describe('The version that is proposed, in quotation marks'),
  before: VERSION.exactOptional().describe('The version that it is compared with; without it, there is no comparison'),
  annex: TEXT.exactOptional().describe('The blank for its annex in a notification'),
});

const SECTION = z.strictObject({
  id: ID.describe('Its anchor, and the name that questions give'),
  title: TEXT.describe('Its heading'),
  file: FILE.exactOptional().describe(
    "Its text, a Markdown file in the pack's folder; none where it only holds sections",
  ),
  numbered: z
    .boolean()
    .default(true)
    .describe('`false` where its paragraphs take no numbers under `numbering: paragraphs`'),
  get sections() {
    return z.array(SECTION).exactOptional().describe('Sections within it');
  },
});

const QUESTION = z.strictObject({
  id: ID.describe('The name by which texts refer to it'),
  number: TEXT.describe('As printed: `Q1`'),
  section: ID.describe('The section that ends with it'),
  documents: z.array(z.string()).default([]).describe('The documents that it is about'),
  text: TEXT.describe('The question'),
});

const ATTACHMENT = z.strictObject({
  number: z.int().positive().describe('1, 2, 3, … in order'),
  id: ID.describe('The name by which texts refer to it'),
  kind: z
    .enum(['notification', 'response-template', 'clean', 'change-marked', 'template'])
    .describe('`clean` and `change-marked` show a document; the others are made from a template'),
  document: z.string().exactOptional().describe('The document that it shows'),
  template: ID.exactOptional().describe('The template that it is made from, where it is not that of its kind'),
  title: TEXT.exactOptional().describe('Its title, where it is not that of its kind'),
  file: FILE_NAME.exactOptional().describe("Its file's name, without extension"),
});

const CHANGE = z.strictObject({
  document: z.string().describe('The document that changes'),
  covers: z
    .array(z.string())
    .min(1, 'a row covers at least one anchor')
    .describe('Anchors of the provisions that the row is about, in their order'),
  join: z
    .enum(['to', 'and'])
    .exactOptional()
    .describe('The word between two neighbouring provisions; longer runs always use `to`'),
  description: TEXT.describe('What changes'),
  rationale: TEXT.describe('Why'),
});

const ORGANISATION = z.strictObject({
  name: TEXT.describe('Its full name'),
  short: TEXT.describe('The name that texts use; the full name where it has no other'),
});

const LOGO = z.strictObject({
  file: FILE.describe('The picture'),
  text: TEXT.describe('What it shows, in words'),
});

const TRACKED = z
  .strictObject({
    author: TEXT.describe('The author of the tracked changes'),
    date: INSTANT.describe('Their date, as `2019-12-19T09:00:00Z`'),
  })
  .describe('Who the tracked changes are by, and when');

const LOOK = FILE.exactOptional().describe(
  'A Word file of the pack in whose look its files are written; see docs/look.md',
);

/** The keys of every pack that is made of sections. */
const SHARED = {
  title: TEXT.describe('The title of the main document'),
  notice: TEXT.exactOptional().describe('A panel at the head of every text of the pack'),
  status: TEXT.exactOptional().describe('What the texts are, such as `draft`; printed nowhere where absent'),
  classification: TEXT.exactOptional().describe('Printed in the footer and the title block'),
  website: ADDRESS.exactOptional().describe('Where responses are published'),
  organisation: ORGANISATION.exactOptional().describe('Who publishes the pack'),
  logo: LOGO.exactOptional().describe('A picture above the title of each text'),
  look: LOOK,
  tracked: TRACKED,
  file: FILE_NAME.exactOptional().describe("The name of the main document's file, without extension"),
  numbering: z
    .enum(['sections', 'paragraphs'])
    .default('sections')
    .describe('`paragraphs` numbers the paragraphs from 1 through all sections as well'),
  parties: z.array(TEXT).default([]).describe('Categories of party that may be affected'),
  documents: z
    .array(DOCUMENT)
    .min(1, 'a pack is about at least one document')
    .describe('The documents that the pack is about'),
  texts: z.record(KEY, TEXT).default({}).describe('Texts by name, each of which may use those above it'),
  links: z.record(KEY, ADDRESS).default({}).describe('Web addresses by name'),
  sections: z
    .array(SECTION)
    .min(1, 'a pack has at least one section')
    .describe('The sections of the main document, numbered by their place'),
  questions: z.array(QUESTION).default([]).describe('The questions'),
  attachments: z.array(ATTACHMENT).default([]).describe('The attachments'),
  changes: z.array(CHANGE).default([]).describe('The rows of the change table'),
  templates: z.record(ID, FILE).default({}).describe("Templates of the pack's own: name, and file in its folder"),
};

const DATES = 'Dates by name, as `2020-01-31` or `2020-01-17T16:00`';
const ISSUED = DATE.describe('The day of issue');
const RESPOND_BY = DATE.describe('The day, and time where there is one, by which to respond');

const CONSULTATION = z.strictObject({
  kind: z.literal('consultation').default('consultation').describe('What kind of pack it is'),
  ...SHARED,
  summary: TEXT.describe('What it is about, in a sentence; printed on the cover'),
  contact: EMAIL.describe('The e-mail address for responses'),
  dates: z.intersection(z.object({ issued: ISSUED, respondBy: RESPOND_BY }), z.record(KEY, DATE)).describe(DATES),
});

const PLAIN = z.strictObject({
  kind: z.literal('plain').describe('What kind of pack it is'),
  ...SHARED,
  summary: TEXT.exactOptional().describe('What it is about, in a sentence; printed on the cover'),
  contact: EMAIL.exactOptional().describe('The e-mail address for questions'),
  dates: z.record(KEY, DATE).default({}).describe(DATES),
});

const LEGAL_TEXT = z.strictObject({
  kind: z.literal('legal-text').describe('What kind of pack it is'),
  title: TEXT.describe('The title of the legal text'),
  reference: TEXT.describe('The name of the modification, such as `MP089`'),
  draft: VERSION.describe('The version of the legal text itself, in quotation marks'),
  status: TEXT.exactOptional().describe('What it is, such as `draft`'),
  classification: TEXT.exactOptional().describe('Printed in the footer and the title block'),
  notice: TEXT.exactOptional().describe('A panel at its head'),
  handling: TEXT.exactOptional().describe('What the classification allows, in a sentence'),
  look: LOOK,
  tracked: TRACKED,
  document: z.string().min(1).describe('The document that it amends'),
  before: VERSION.describe('The version that it amends, in quotation marks'),
  after: VERSION.describe('The version that results, in quotation marks'),
  tables: z
    .enum(['amend', 'rows'])
    .default('amend')
    .describe('`rows` for instructions of their own where only rows are inserted or deleted'),
  file: FILE_NAME.exactOptional().describe('The name of its file, without extension: otherwise `<pack>-legal-text`'),
});

/** The form of a manifest, by its `kind`; a manifest without one is a consultation's. */
export const MANIFEST_FORMS = { consultation: CONSULTATION, plain: PLAIN, 'legal-text': LEGAL_TEXT } as const;

export type ManifestKind = keyof typeof MANIFEST_FORMS;
/** The manifest of a pack that is made of sections. */
export type Manifest = z.infer<typeof CONSULTATION> | z.infer<typeof PLAIN>;
export type LegalTextManifest = z.infer<typeof LEGAL_TEXT>;
export type PackSection = Manifest['sections'][number];
export type PackAttachment = Manifest['attachments'][number];
export type PackQuestion = Manifest['questions'][number];

/** The keys whose values a library's `keeling.config.yaml` may give for all its packs, under `pack`. */
export const SHARED_KEYS = ['organisation', 'contact', 'website', 'classification', 'notice', 'status'] as const;
