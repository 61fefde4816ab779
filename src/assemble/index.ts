/**
 * Packs: a manifest, narratives and templates become the Legal Markdown of each document of a consultation.
 * Nothing is read or written here: sources come in as text, and what comes out is text for `read` and `write`.
 */
import type { Report } from '../message.ts';
import type { PlannedAttachment, TextRole } from './attachments.ts';
import { type Bound, bindPack } from './bind.ts';
import type { PackSources } from './sources.ts';
import { fillTemplate, tryTemplate } from './template.ts';

export { parseDate } from './dates.ts';
export { type DraftDocument, type DraftedPack, type DraftRequest, draftPack } from './draft/pack.ts';
export { checkLegalText, checkManifest, manifestKind, type PlaceOf } from './manifest.ts';
export { checkNames } from './manifest-checks.ts';
export {
  type LegalTextManifest,
  MANIFEST_FORMS,
  type Manifest,
  type ManifestKind,
  SHARED_KEYS,
} from './manifest-keys.ts';
export { manifestSchema, schemaOf } from './manifest-schema.ts';
export { openPlace, openPlacesIn } from './open-place.ts';
export { numberSections } from './sections.ts';
export type { PackDocument, PackSources } from './sources.ts';
export type { TemplateSource } from './template.ts';

/** A file of the pack, named without its ending: a text as Legal Markdown, or a document as it is or compared. */
export type PackPiece =
  | {
      readonly kind: 'text';
      readonly file: string;
      readonly role: TextRole;
      readonly template: string;
      readonly source: string;
    }
  | { readonly kind: 'clean' | 'change-marked'; readonly file: string; readonly document: string };

/** What the main document of each kind of pack is made from, and what its file is called. */
const MAIN = {
  consultation: { template: 'consultation', file: (name: string) => `${name}-consultation` },
  plain: { template: 'plain', file: (name: string) => name },
} as const;

/**
 * Makes the pieces of a pack: the consultation document, then the attachments. What is wrong (a value that is missing,
 * a change that no row covers) is reported as an error; the pieces are then not fit for publication.
 */
export function assemblePack(sources: PackSources, report: Report): PackPiece[] {
  const bound = bindPack(sources, report);
  const main = MAIN[sources.manifest.kind];
  const file = sources.manifest.file ?? main.file(sources.name);
  const text = textPiece(sources, bound, { file, role: 'consultation' }, main.template, {}, report);
  return [text, ...bound.attachments.map((attachment) => attachmentPiece(sources, bound, attachment, report))];
}

function attachmentPiece(sources: PackSources, bound: Bound, attachment: PlannedAttachment, report: Report): PackPiece {
  const { file, making, role, template = '', document = '' } = attachment;
  if (making !== 'template') return { kind: making, file, document };
  return textPiece(sources, bound, { file, role }, template, { attachment }, report);
}

function textPiece(
  sources: PackSources,
  { data, helpers }: Bound,
  named: { readonly file: string; readonly role: TextRole },
  template: string,
  extra: Readonly<Record<string, unknown>>,
  report: Report,
): PackPiece {
  const source = sources.templates.get(template);
  if (source === undefined) {
    report({ severity: 'error', rule: 'assemble/no-template', reason: `there is no template "${template}"` });
    return { kind: 'text', ...named, template, source: '' };
  }
  const fill = () => fillTemplate(source, { ...data, ...extra }, helpers, 'markdown', sources.templates);
  return { kind: 'text', ...named, template: source.file, source: tryTemplate(fill, report) ?? '' };
}
