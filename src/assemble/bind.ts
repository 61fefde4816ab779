/** The data that templates see, bound from the manifest, the documents and their comparison. */
import type { Message, Report } from '../message.ts';
import { anchors } from '../model/links.ts';
import { type PlannedAttachment, planAttachment, type ShownDocument } from './attachments.ts';
import { type ChangeRow, type ComparedDocument, checkCoverage, rowReference } from './change-table.ts';
import { makeHelpers, type Names } from './helpers.ts';
import type { Manifest } from './manifest-keys.ts';
import { markup } from './markup.ts';
import { isOpenPlace } from './open-place.ts';
import { withParagraphNumbers } from './paragraphs.ts';
import type { Cited } from './references.ts';
import { type NumberedSection, numberSections } from './sections.ts';
import type { PackDocument, PackSources } from './sources.ts';
import { fillTemplate, type Helpers, type TemplateData, tryTemplate } from './template.ts';

/** Everything that a template of the pack is filled with. */
export interface Bound {
  readonly data: TemplateData;
  readonly helpers: Helpers;
  readonly attachments: readonly PlannedAttachment[];
}

/** Fills a text of the manifest at its path; an empty text, and a message, where that fails. */
type Fill = (path: readonly PropertyKey[], text: string) => string;

/** Binds all data of a pack, and reports what is missing and which changes the change table leaves out. */
export function bindPack(sources: PackSources, report: Report): Bound {
  checkEffective(sources, report);
  const helpers = makeHelpers(namesOf(sources));
  const first = baseData(sources);
  const texts = fillTexts(sources, first, helpers, report);
  const fill = filler(sources, { ...first, texts }, helpers, report);
  const attachments = sources.manifest.attachments.map((_, i) => attachmentAt(sources, i, fill));
  const data = {
    ...first,
    texts,
    pack: packData(sources, fill),
    attachments,
    changes: changeData(sources, fill, report),
    questions: questionData(sources, fill),
  };
  const sections = sectionData(sources, data, helpers, fill, report);
  return { data: { ...data, sections }, helpers, attachments };
}

/** The date of amendment is the manifest's to say; a version that says another of itself would be published wrong. */
function checkEffective({ manifest, documents, placeOf }: PackSources, report: Report): void {
  const { amendment: given } = datesOf(manifest);
  const amendment = given === undefined || isOpenPlace(given) ? undefined : given.slice(0, 10);
  for (const [id, { after }] of documents) {
    const { effective, version } = after.meta;
    if (amendment === undefined || effective === undefined || effective === amendment) continue;
    report({
      severity: 'error',
      rule: 'assemble/date-disagrees',
      reason: `${id} ${version ?? ''} takes effect on another date than that of the amendment`,
      place: placeOf(['dates', 'amendment']),
      actual: effective,
      expected: amendment,
    });
  }
}

/** Dates of which templates ask whether there are any; the rest they name only where the manifest has them. */
const EXPECTED_DATES = { issued: null, respondBy: null, amendment: null } as const;

/** What placeholders in the manifest itself may name. What the manifest does not say is `null`, so that templates can ask. */
function baseData({ name, manifest, documents }: PackSources) {
  const { links, classification, contact, website, organisation, parties } = manifest;
  return {
    pack: {
      name,
      kind: manifest.kind,
      classification: classification ?? null,
      contact: contact ?? null,
      website: website ?? null,
      organisation: organisation ?? null,
      parties,
    },
    dates: { ...EXPECTED_DATES, ...datesOf(manifest) },
    links,
    documents: Object.fromEntries(
      manifest.documents.map(({ id, annex }) => [id, documentData(id, annex, documents.get(id) as PackDocument)]),
    ),
  };
}

function documentData(id: string, annex: string | undefined, { after, before }: PackDocument) {
  return {
    id,
    annex: annex ?? null,
    title: after.meta.title,
    short: after.meta.short ?? after.meta.title,
    /** Whether it has a short name of its own, which a text may put in brackets behind the title. */
    abbreviated: after.meta.short !== undefined && after.meta.short !== after.meta.title,
    version: after.meta.version ?? null,
    baseline: before?.meta.version ?? null,
    effective: after.meta.effective ?? null,
    baselineEffective: before?.meta.effective ?? null,
  };
}

/** Texts by name, in the order of the manifest: a text may use those above it. */
function fillTexts(sources: PackSources, base: TemplateData, helpers: Helpers, report: Report): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [key, text] of Object.entries(sources.manifest.texts)) {
    texts[key] = filler(sources, { ...base, texts: { ...texts } }, helpers, report)(['texts', key], text);
  }
  return texts;
}

function filler(sources: PackSources, data: TemplateData, helpers: Helpers, report: Report): Fill {
  return (path, text) => {
    const { file = 'pack.yaml', line, column } = sources.placeOf(path);
    const at = { ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
    return tryTemplate(() => fillTemplate({ file, text, ...at }, data, helpers, 'plain'), report) ?? '';
  };
}

function packData(sources: PackSources, fill: Fill) {
  const { summary, notice, status, title } = sources.manifest;
  return {
    ...baseData(sources).pack,
    status: status ?? null,
    title: fill(['title'], title),
    summary: summary === undefined ? null : fill(['summary'], summary),
    notice: notice === undefined ? null : fill(['notice'], notice),
  };
}

function attachmentAt(sources: PackSources, index: number, fill: Fill): PlannedAttachment {
  const attachment = sources.manifest.attachments[index] as PackSources['manifest']['attachments'][number];
  const title = attachment.title === undefined ? undefined : fill(['attachments', index, 'title'], attachment.title);
  return planAttachment(attachment, shown(sources, attachment.document), title);
}

function shown(sources: PackSources, id: string | undefined): ShownDocument | undefined {
  const document = id === undefined ? undefined : sources.documents.get(id);
  if (id === undefined || document === undefined) return undefined;
  const before = document.before === undefined ? {} : { before: document.before.meta };
  return { id, after: document.after.meta, ...before };
}

/** The rows of the change table; what they leave out, or cover in vain, is reported. */
function changeData(sources: PackSources, fill: Fill, report: Report) {
  const compared = comparedDocuments(sources);
  const rows = sources.manifest.changes.map(
    (row, i): ChangeRow => ({ ...row, place: sources.placeOf(['changes', i]) }),
  );
  for (const message of checkCoverage(rows, compared)) report(inManifest(message, sources));
  return sources.manifest.changes.map((row, i) => {
    const document = compared.get(row.document);
    return {
      number: i + 1,
      reference: document === undefined ? '' : rowReference(row, document),
      description: fill(['changes', i, 'description'], row.description),
      rationale: fill(['changes', i, 'rationale'], row.rationale),
    };
  });
}

function inManifest(message: Message, sources: PackSources): Message {
  return message.place === undefined ? { ...message, place: sources.placeOf(['changes']) } : message;
}

function comparedDocuments(sources: PackSources): Map<string, ComparedDocument> {
  const compared = new Map<string, ComparedDocument>();
  for (const [id, { after, before, changes }] of sources.documents) {
    if (before === undefined) continue;
    compared.set(id, {
      short: after.meta.short ?? after.meta.title,
      beforeVersion: before.meta.version ?? '',
      changes,
      after: anchors(after),
      before: anchors(before),
    });
  }
  return compared;
}

function questionData({ manifest, documents }: PackSources, fill: Fill) {
  const sections = new Map(numberSections(manifest.sections).map((section) => [section.id, section]));
  return manifest.questions.map((question, i) => ({
    id: question.id,
    number: question.number,
    text: fill(['questions', i, 'text'], question.text),
    section: question.section,
    sectionNumber: sections.get(question.section)?.number ?? '',
    sectionTitle: sections.get(question.section)?.title ?? '',
    documents: question.documents.map((id) => documents.get(id)?.after.meta.short ?? id),
  }));
}

/** The sections with their narratives, which may use all other data, and their own section as `section`. */
function sectionData(
  sources: PackSources,
  data: TemplateData & { readonly questions: readonly { readonly section: string }[] },
  helpers: Helpers,
  fill: Fill,
  report: Report,
) {
  const counter = { last: 0 };
  return numberSections(sources.manifest.sections).map((numbered) => {
    const { file: _, path, numbered: takesNumbers, ...rest } = numbered;
    const section = { ...rest, title: fill([...path, 'title'], numbered.title) };
    const filled = narrative(sources, numbered, { ...data, section }, helpers, report);
    const numbers = sources.manifest.numbering === 'paragraphs' && takesNumbers ? counter : undefined;
    const text = markup(withParagraphNumbers(filled, numbers));
    return { ...section, text, questions: data.questions.filter((each) => each.section === section.id) };
  });
}

/** The dates of a manifest by name, whichever kind it is. */
function datesOf({ dates }: Manifest): Readonly<Record<string, string | undefined>> {
  return dates;
}

function narrative(
  sources: PackSources,
  section: NumberedSection,
  data: TemplateData,
  helpers: Helpers,
  report: Report,
): string {
  const source = sources.narratives.get(section.id);
  if (source === undefined) return '';
  return tryTemplate(() => fillTemplate(source, data, helpers, 'markdown', sources.templates), report)?.trim() ?? '';
}

function namesOf({ manifest, documents }: PackSources): Names {
  const after = new Map<string, ReadonlyMap<string, Cited>>();
  const before = new Map<string, ReadonlyMap<string, Cited>>();
  for (const [id, document] of documents) {
    after.set(id, anchors(document.after));
    if (document.before !== undefined) before.set(id, anchors(document.before));
  }
  return {
    after,
    before,
    attachments: new Map(manifest.attachments.map(({ id, number }) => [id, `Attachment ${number}`])),
    questions: new Map(manifest.questions.map(({ id, number }) => [id, number])),
  };
}
