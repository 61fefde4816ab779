/** The manifest of a legal text: the amendment of one document, with what its cover says. */
import * as z from 'zod';
import type { Report } from '../message.ts';
import type { Document } from '../model/document.ts';
import { makeHelpers } from './helpers.ts';
import type { PlaceOf } from './manifest.ts';
import { fillTemplate, type TemplateSource } from './template.ts';

const TEXT = z.string().trim().min(1, 'a text is wanted');
const VERSION = z.string({ error: 'a version is wanted, in quotation marks ("1.5")' }).min(1);
const FILE_NAME = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'a name is small letters and digits, parted by dashes')
  .max(100);

const LEGAL_TEXT = z.strictObject({
  kind: z.literal('legal-text'),
  title: TEXT,
  /** The name of the modification, such as `MP089`. */
  reference: TEXT,
  /** The version of the legal text itself. */
  draft: VERSION,
  status: TEXT,
  classification: TEXT,
  /** A panel at its head. */
  notice: TEXT.exactOptional(),
  /** A Word file of the pack's folder in whose look its files are written. */
  look: z.string().min(1).exactOptional(),
  /** What the classification allows, in a sentence. */
  handling: TEXT.exactOptional(),
  tracked: z.strictObject({
    author: TEXT,
    date: z.iso.datetime({ error: 'an instant is wanted, as 2019-12-19T09:00:00Z' }),
  }),
  document: z.string().min(1),
  before: VERSION,
  after: VERSION,
  /** `rows` for instructions of their own where rows alone come or go. */
  tables: z.enum(['amend', 'rows']).default('amend'),
  /** The name of its file, without ending, where it is not `<pack>-legal-text`. */
  file: FILE_NAME.exactOptional(),
});

export type LegalTextManifest = z.infer<typeof LEGAL_TEXT>;

/** The template that makes what stands in front of the instructions. */
export const LEGAL_TEXT_TEMPLATE = 'legal-text';

/** Whether a manifest says that it is one of a legal text. */
export function isLegalText(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'legal-text';
}

/** Holds a value against the form of this manifest; `undefined`, and messages, where it has another. */
export function checkLegalText(value: unknown, placeOf: PlaceOf, report: Report): LegalTextManifest | undefined {
  const parsed = LEGAL_TEXT.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
    for (const key of keys) {
      const name = [...issue.path, ...(key === undefined ? [] : [key])].join('.');
      const reason = key === undefined ? issue.message : 'a legal text has no such key here';
      report({
        severity: 'error',
        rule: 'assemble/manifest',
        reason: `${name}: ${reason}`,
        place: placeOf(issue.path, key),
      });
    }
  }
  return undefined;
}

/** Legal Markdown of the cover: its front matter, and what stands in front of the first instruction. */
export function legalTextFront(
  manifest: LegalTextManifest,
  versions: { readonly before: Document; readonly after: Document },
  template: TemplateSource,
  partials: ReadonlyMap<string, TemplateSource>,
): string {
  const { title, reference, draft, status, classification, notice, handling } = manifest;
  const { meta } = versions.after;
  const document = {
    title: meta.title,
    short: meta.short ?? meta.title,
    version: manifest.after,
    baseline: manifest.before,
    provision: meta.provision,
  };
  const pack = { title, reference, draft, status, classification, notice: notice ?? null, handling: handling ?? null };
  const names = { after: new Map(), before: new Map(), attachments: new Map(), questions: new Map() };
  return fillTemplate(template, { pack, document }, makeHelpers(names), 'markdown', partials);
}
