/** The cover of a legal text: what its manifest says of the amendment of one document, as Legal Markdown. */
import type { Document } from '../model/document.ts';
import { makeHelpers } from './helpers.ts';
import type { LegalTextManifest } from './manifest-keys.ts';
import { fillTemplate, type TemplateSource } from './template.ts';

/** The template that makes what stands in front of the instructions. */
export const LEGAL_TEXT_TEMPLATE = 'legal-text';

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
    abbreviated: meta.short !== undefined && meta.short !== meta.title,
    version: manifest.after,
    baseline: manifest.before,
    provision: meta.provision,
  };
  const pack = {
    title,
    reference,
    draft,
    status: status ?? null,
    classification: classification ?? null,
    notice: notice ?? null,
    handling: handling ?? null,
  };
  const names = { after: new Map(), before: new Map(), attachments: new Map(), questions: new Map() };
  return fillTemplate(template, { pack, document }, makeHelpers(names), 'markdown', partials);
}
