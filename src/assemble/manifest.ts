/** The manifest of a pack: all that is said once of a consultation, and which texts and versions it is made of. */
import * as z from 'zod';
import type { Place, Report } from '../message.ts';
import { parseDate } from './dates.ts';
import { isAddress } from './markup.ts';

/** The name of something in this manifest, such as `change-table`: small letters, digits, dashes. */
const ID = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'a name is small letters and digits, parted by dashes');
/** A name that templates write behind a dot, such as `respondBy`. */
const KEY = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'a name here is letters and digits and begins with a small letter');
/** A text of one paragraph in which placeholders may stand: `{{date dates.issued}}`. */
const TEXT = z.string().trim().min(1, 'a text is wanted');
const DATE = z
  .string()
  .refine((text) => parseDate(text) !== undefined, 'a date is wanted, as 2020-01-17 or 2020-01-17T16:00');
const INSTANT = z.iso.datetime({ error: 'an instant is wanted, as 2019-12-19T09:00:00Z' });
const ADDRESS = z.string().refine(isAddress, 'an address is wanted that begins with https:// or http://');
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
  /** The document's name in the library. */
  id: z.string().min(1),
  /** The version that is proposed. */
  after: VERSION,
  /** The version that it is compared with; absent where there is none. */
  before: VERSION.exactOptional(),
  /** The blank that stands for its annex in a notification. */
  annex: TEXT.exactOptional(),
});

const SECTION = z.strictObject({
  id: ID,
  title: TEXT,
  /** Its narrative; absent where it only holds sections. */
  file: FILE.exactOptional(),
  get sections() {
    return z.array(SECTION).exactOptional();
  },
});

const QUESTION = z.strictObject({
  id: ID,
  /** As printed: `FTC Q1`. */
  number: TEXT,
  /** The section behind which it is asked. */
  section: ID,
  documents: z.array(z.string()).default([]),
  text: TEXT,
});

/** `clean` and `change-marked` are made of a document; the others of the template of that name, or the one named. */
const ATTACHMENT = z.strictObject({
  number: z.int().positive(),
  id: ID,
  kind: z.enum(['notification', 'response-template', 'clean', 'change-marked', 'template']),
  document: z.string().exactOptional(),
  template: ID.exactOptional(),
  title: TEXT.exactOptional(),
  file: FILE_NAME.exactOptional(),
});

const CHANGE = z.strictObject({
  document: z.string(),
  /** Anchors of the provisions that the row speaks of, in their order. */
  covers: z.array(z.string()).min(1, 'a row covers at least one anchor'),
  /** The word between two neighbouring provisions; longer runs are told by `to`. */
  join: z.enum(['to', 'and']).exactOptional(),
  description: TEXT,
  rationale: TEXT,
});

const MANIFEST = z.strictObject({
  title: TEXT,
  summary: TEXT,
  /** A panel at the head of every document of the pack. */
  notice: TEXT.exactOptional(),
  status: TEXT.exactOptional(),
  classification: TEXT,
  contact: z.email('an e-mail address is wanted'),
  website: ADDRESS,
  organisation: z.strictObject({ name: TEXT, short: TEXT }),
  /** Any dates by name. Issue comes before responses, responses before `amendment`, where there is one. */
  dates: z.intersection(z.object({ issued: DATE, respondBy: DATE }), z.record(KEY, DATE)),
  /** A Word file of the pack's folder in whose look its files are written. */
  look: FILE.exactOptional(),
  /** A picture above the title of each text, and what it shows. */
  logo: z.strictObject({ file: FILE, text: TEXT }).exactOptional(),
  /** Who the tracked changes are by, and when. */
  tracked: z.strictObject({ author: TEXT, date: INSTANT }),
  /** The name of the consultation document's file, without its ending. */
  file: FILE_NAME.exactOptional(),
  documents: z.array(DOCUMENT).min(1, 'a pack is about at least one document'),
  texts: z.record(KEY, TEXT).default({}),
  links: z.record(KEY, ADDRESS).default({}),
  sections: z.array(SECTION).min(1, 'a consultation has at least one section'),
  questions: z.array(QUESTION).default([]),
  attachments: z.array(ATTACHMENT).default([]),
  changes: z.array(CHANGE).default([]),
  /** Templates of its own: the template's name, and the file that takes its place. */
  templates: z.record(ID, FILE).default({}),
});

export type Manifest = z.infer<typeof MANIFEST>;
export type PackSection = Manifest['sections'][number];
export type PackAttachment = Manifest['attachments'][number];
export type PackQuestion = Manifest['questions'][number];

/** Where the value at a path of the manifest stands; of the key itself for `key`. */
export type PlaceOf = (path: readonly PropertyKey[], key?: string) => Place;

/** Holds a value that was read against the form of a manifest; `undefined`, and messages, where it has another. */
export function checkManifest(value: unknown, placeOf: PlaceOf, report: Report): Manifest | undefined {
  const parsed = MANIFEST.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) reportIssue(issue, placeOf, report);
  return undefined;
}

function reportIssue(issue: z.core.$ZodIssue, placeOf: PlaceOf, report: Report): void {
  const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
  for (const key of keys) {
    const name = [...issue.path, ...(key === undefined ? [] : [key])].join('.');
    const reason = key === undefined ? reasonOf(issue) : 'a manifest has no such key here';
    report({
      severity: 'error',
      rule: 'assemble/manifest',
      reason: name === '' ? reason : `${name}: ${reason}`,
      place: placeOf(issue.path, key),
    });
  }
}

/** zod's own words where ours are not set, its capital taken off. */
function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined && !('message' in issue)) return 'this is missing';
  return issue.message
    .replace(/^Invalid input: expected (.*), received undefined$/, 'this is missing ($1)')
    .replace(/^I/, 'i');
}
