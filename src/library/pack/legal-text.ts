/** Building a legal text: cover and instructions as Word, Markdown and a page, and a report of the counts. */
import { draft, legalText } from '../../amend/index.ts';
import type { LegalTextManifest, PlaceOf } from '../../assemble/index.ts';
import { LEGAL_TEXT_TEMPLATE, legalTextFront } from '../../assemble/legal-text.ts';
import { compare } from '../../compare/index.ts';
import { classifyCounts, countLine, countsReport, type ReportSide } from '../../matrix/index.ts';
import { collect, hasErrors, type Message, type Outcome, type Report, UnusableInput } from '../../message.ts';
import type { Document } from '../../model/document.ts';
import { cleanRedline, type Redline } from '../../model/redline.ts';
import { readMarkdown } from '../../read/markdown/index.ts';
import { type DocxOptions, writeDocx } from '../../write/docx/index.ts';
import { writeMarkdown } from '../../write/markdown/index.ts';
import { amendmentMarkdown } from '../amendment.ts';
import { amendmentPage } from '../amendment-page.ts';
import { amendmentWord } from '../amendment-word.ts';
import type { Library } from '../library.ts';
import { versionNamed } from '../library.ts';
import { loadMatrix, matrixVersion, withLoaded } from '../matrix.ts';
import { loadShapes } from '../matrix-shapes.ts';
import { readBytes } from '../read.ts';
import { addPdfs, type Dress, loadDress, PackPictures, picturesOf } from './dress.ts';
import { listing, type PackResult, placePack } from './listing.ts';
import { type Inputs, kindOfPack, loadLegalText, loadVersion, noteInput, packNames, sharedTemplates } from './load.ts';
import { openPlaces, reportOpenPlaces } from './open-places.ts';
import type { PackOptions } from './options.ts';
import type { FileRole, RenderedFile } from './render.ts';

/** Whether the pack of that name is a legal text. */
export async function isLegalTextPack(library: Library, name: string): Promise<boolean> {
  if (!(await packNames(library)).includes(name)) return false;
  return (await kindOfPack(library, name)) === 'legal-text';
}

/** A version with its matrix in its place, and the matrix as data. */
export interface Side {
  readonly document: Document;
  readonly report?: ReportSide;
}

/** A legal text before it is written: what its manifest says, both versions with their matrices, cover and instructions. */
export interface DraftedText {
  readonly manifest: LegalTextManifest;
  readonly placeOf: PlaceOf;
  readonly before: Side;
  readonly after: Side;
  /** The comparison that the instructions are drafted from. */
  readonly redline: Redline;
  /** What stands in front of the first instruction. */
  readonly front: Document;
  readonly text: Redline;
  readonly pictures: PackPictures;
}

/** Builds a legal text into the folder `out`. Throws `UnusableInput` with every error that was found. */
export async function buildLegalText(library: Library, options: PackOptions): Promise<Outcome<PackResult>> {
  const { name, out, onProgress: progress = () => undefined } = options;
  const inputs: Inputs = new Map();
  const { value: drafted, messages: reported } = await draftLegalText(library, name, inputs, progress);
  const messages: Message[] = [...reported];
  const found = openPlaces(drafted.manifest, drafted.placeOf, [], 'note');
  const { messages: open } = collect((report) => reportOpenPlaces(name, found, options.final === true, report));
  stopAtErrors(open);
  const { manifest, before, after, text } = drafted;
  progress('writing the files');
  const report: Report = (message) => messages.push(message);
  const dress = await loadDress(library, name, manifest, drafted.placeOf, drafted.pictures, inputs, report);
  const files = await render(name, manifest, text, { before, after }, dress);
  if (options.pdf !== undefined) await addPdfs(files, options.pdf);
  const versions = { before: before.document, after: after.document };
  const result = listing(name, manifest.title, files, inputs, new Map([[manifest.document, versions]]));
  await placePack(out, files, result);
  return { value: result, messages: [...messages, ...open] };
}

/** Drafts a legal text, and writes nothing. Throws `UnusableInput` with every error that was found. */
export async function draftLegalText(
  library: Library,
  name: string,
  inputs: Inputs,
  progress: (step: string) => void,
): Promise<Outcome<DraftedText>> {
  const messages: Message[] = [];
  const report: Report = (message) => messages.push(message);
  const { manifest, placeOf } = await loadLegalText(library, name, inputs);
  const pictures = new PackPictures(inputs);
  const before = await loadSide(library, manifest.document, manifest.before, inputs, pictures, report);
  const after = await loadSide(library, manifest.document, manifest.after, inputs, pictures, report);
  stopAtErrors(messages);
  progress('drafting the instructions');
  const shapes = await loadShapes(library);
  const redline = classifyCounts(compare(before.document, after.document, report), shapes);
  const versions = { before: before.document, after: after.document };
  const front = await loadFront(library, name, manifest, versions, inputs, report);
  stopAtErrors(messages);
  const keepRow = (texts: readonly string[]): boolean => countLine(texts, shapes) !== undefined;
  const drafted = draft(redline, { keepRow, tables: manifest.tables });
  const text = legalText(drafted, redline, { meta: front.meta, front: front.children });
  return { value: { manifest, placeOf, before, after, redline, front, text, pictures }, messages };
}

function stopAtErrors(messages: readonly Message[]): void {
  if (hasErrors(messages)) throw new UnusableInput(messages);
}

async function loadSide(
  library: Library,
  id: string,
  version: string,
  inputs: Inputs,
  pictures: PackPictures,
  report: Report,
): Promise<Side> {
  const { document: read, messages } = await loadVersion(library, id, version, undefined, inputs);
  const named = versionNamed(library, id, version);
  for (const message of messages) report(message);
  const text = await pictures.take(read, picturesOf(library, id), report);
  const matrix = await loadMatrix(library, named);
  if (matrix === undefined) return { document: text };
  const { value: document, messages: more } = withLoaded(matrix, text);
  for (const message of more) report(message);
  for (const { shown, file } of matrix.value.sources) {
    noteInput(inputs, shown, await readBytes({ file, shown }));
  }
  return { document, report: matrixVersion(`Version ${version}`, matrix.value, text) };
}

/** What stands in front of the instructions, filled from the template. */
async function loadFront(
  library: Library,
  name: string,
  manifest: LegalTextManifest,
  versions: { readonly before: Document; readonly after: Document },
  inputs: Inputs,
  report: Report,
): Promise<Document> {
  const templates = await sharedTemplates(library, name, inputs);
  const template = templates.get(LEGAL_TEXT_TEMPLATE);
  if (template === undefined) {
    const reason = `there is no template "${LEGAL_TEXT_TEMPLATE}"`;
    throw new UnusableInput({ severity: 'error', rule: 'assemble/no-template', reason });
  }
  const source = legalTextFront(manifest, versions, template, templates);
  return readMarkdown(source, { file: `${template.file} (filled)`, mode: 'strict' }, report);
}

/** The name of its file, without ending. */
export function legalTextFile(name: string, manifest: LegalTextManifest): string {
  return manifest.file ?? `${name}-legal-text`;
}

async function render(
  name: string,
  manifest: LegalTextManifest,
  text: Redline,
  { before, after }: { readonly before: Side; readonly after: Side },
  dress: Dress,
): Promise<Map<string, RenderedFile>> {
  const file = legalTextFile(name, manifest);
  const role: FileRole = {
    kind: 'legal-text',
    before: `${manifest.document}@${manifest.before}`,
    after: `${manifest.document}@${manifest.after}`,
  };
  const files = new Map<string, RenderedFile>([
    [`${file}.docx`, { ...role, bytes: await legalWord(text, manifest, dress) }],
    [`${file}.md`, { ...role, bytes: utf8(amendmentMarkdown(text)) }],
    [`${file}.html`, { ...role, bytes: utf8(amendmentPage(text, dress)) }],
  ]);
  if (before.report === undefined || after.report === undefined) return files;
  const { title: _, properties: __, short: ___, ...meta } = text.document.meta;
  const title = `${manifest.reference}: counts of the matrix`;
  const counts = cleanRedline(countsReport({ before: before.report, after: after.report }, { ...meta, title }));
  files.set(`${name}-counts.docx`, { ...role, kind: 'counts', bytes: await word(counts, manifest, dress) });
  files.set(`${name}-counts.md`, { ...role, kind: 'counts', bytes: utf8(writeMarkdown(counts)) });
  return files;
}

function word(redline: Redline, manifest: LegalTextManifest, dress: Dress): Promise<Uint8Array> {
  return writeDocx(redline, optionsOf(redline, manifest, dress));
}

/** With what was drafted attached, so that it can be read back. */
function legalWord(redline: Redline, manifest: LegalTextManifest, dress: Dress): Promise<Uint8Array> {
  return amendmentWord(redline, optionsOf(redline, manifest, dress), 'tracked');
}

function optionsOf(redline: Redline, { tracked, classification }: LegalTextManifest, dress: Dress): DocxOptions {
  const facts = Object.entries(redline.document.meta.properties ?? {});
  const titleFacts = facts.map(([label, value]) => ({ label, value }));
  return { ...tracked, titleFacts, ...(classification === undefined ? {} : { footer: classification }), ...dress };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
