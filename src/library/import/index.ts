/** From a Word file to a version of the library: read, given lasting anchors, written as Legal Markdown, and kept. */
import { basename, extname } from 'node:path';
import { type Message, type Report, UnusableInput } from '../../message.ts';
import { definitionRows } from '../../model/define-table.ts';
import type { Document, Meta, Node } from '../../model/document.ts';
import { idOf } from '../../model/links.ts';
import { walk } from '../../model/walk.ts';
import { type BesideText, readBeside, readDocx } from '../../read/docx/index.ts';
import { withDefinitions } from '../../read/outline/index.ts';
import type { Library, LibraryVersion } from '../library.ts';
import { otherFormat, readBytes, readVersion, type Source } from '../read.ts';
import { type Anchored, withAnchors } from './anchors.ts';
import { expressible } from './expressible.ts';
import { faithfulMarkdown } from './faithful.ts';
import { insertedLabels } from './fixed.ts';
import { type Continued, continued } from './identities.ts';
import { keepVersion } from './keep.ts';
import { importedMeta } from './meta.ts';
import { sourceText } from './source.ts';
import { baselineOf, neighbourOf, type Target, targetOf } from './target.ts';

/** How a file is to be imported. */
export interface ImportOptions {
  /** What becomes of tracked changes; `accept` where absent. */
  readonly tracked?: 'accept' | 'reject';
  /** The word by which provisions are cited, where neither the file nor an earlier version says it. */
  readonly provision?: string;
}

/** A version that was imported. */
export interface Imported {
  readonly target: Target;
  readonly document: Document;
  /** The version whose anchors it carries on. */
  readonly earlier?: LibraryVersion;
  /** How many anchors came from that version, from bookmarks, and from words. */
  readonly anchors: Anchored['counts'];
}

const WORD_FILE = /^\.do[ct][xm]$/;

/**
 * Imports a Word file as the version `reference` (`svtad@1.5`) and keeps the file itself beside it. Nothing is written
 * unless the Markdown reads back strictly as the same document, and no version is written over. Throws `UnusableInput`.
 */
export async function importVersion(
  library: Library,
  source: Source,
  reference: string,
  options: ImportOptions,
  report: Report,
): Promise<Imported> {
  const ending = extname(source.file).toLowerCase();
  if (!WORD_FILE.test(ending)) throw notWord(source);
  const target = await targetOf(library, reference, ending);
  const bytes = await readBytes(source);
  const read = readWord(bytes, source, options, report);
  const neighbour = neighbourOf(library, target);
  const earlier = neighbour === undefined ? undefined : await readEarlier(library, neighbour, report);
  const wishes = { version: target.version, provision: options.provision, baseline: baselineOf(target, neighbour) };
  const meta = importedMeta(read.meta, earlier?.meta, wishes);
  reportTitle(read.meta, earlier?.meta, source, report);
  const plain = expressible({ ...read, meta }, report);
  const { anchors, facts } = earlier === undefined ? NOTHING : continued(earlier, plain);
  const known = { anchors, facts: new Map([...insertedLabels(plain), ...facts]) };
  const reserved = earlier === undefined ? [] : anchorsOf(earlier);
  const { document, counts } = withAnchors(plain, known, reserved, rowsOfTerms(plain));
  const markdown = faithfulMarkdown(document, source.shown);
  const beside = readBeside(bytes, { file: source.shown });
  const origin = { file: basename(source.file), bytes, tracked: options.tracked ?? 'accept' };
  await keepVersion(target, { markdown, source: sourceText(origin, beside, document) }, bytes);
  reportBeside(beside, target, report);
  return { target, document, ...(neighbour === undefined ? {} : { earlier: neighbour }), anchors: counts };
}

/** The rows that define a term: each has an anchor, as a definition has. */
function rowsOfTerms(document: Document): Set<Node> {
  const rows = new Set<Node>();
  walk(document, (node) => {
    if (node.type === 'table') for (const row of definitionRows(node)) rows.add(row);
  });
  return rows;
}

const NOTHING: Continued = { anchors: new Map(), facts: new Map() };

/** What the reader passes over, and the import keeps beside the version. */
const KEPT_BESIDE: ReadonlySet<string> = new Set(['read/docx-comment', 'read/docx-header', 'read/docx-footer']);

/** Names what is kept beside the version, in one message. */
function reportBeside({ comments, headersFooters, pictures }: BesideText, target: Target, report: Report): void {
  const kinds = [
    [comments.length, 'comment'],
    [headersFooters.length, 'header or footer', 'headers and footers'],
    [pictures.length, 'picture'],
  ] as const;
  const found = kinds.flatMap(([count, one, many]) =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : (many ?? `${one}s`)}`],
  );
  if (found.length === 0) return;
  report({
    severity: 'note',
    rule: 'import/beside',
    reason: `what stands beside the text is kept with the version: ${found.join(', ')}`,
    place: { file: `documents/${target.document}/${basename(target.source)}` },
  });
}

/** A message of severity `error` stops the import: nothing is to be made of a text that was not understood. */
function readWord(bytes: Uint8Array, source: Source, { tracked }: ImportOptions, report: Report): Document {
  const errors: Message[] = [];
  const document = readDocx(bytes, { file: source.shown, ...(tracked === undefined ? {} : { tracked }) }, (message) => {
    if (message.severity === 'error') errors.push(message);
    else if (!KEPT_BESIDE.has(message.rule)) report(message);
  });
  if (errors.length > 0) throw new UnusableInput(errors);
  return withDefinitions(document);
}

/** An earlier version that can't be read has no anchors to give: a message says so, and the import goes on. */
async function readEarlier(library: Library, version: LibraryVersion, report: Report): Promise<Document | undefined> {
  try {
    const { value, messages } = await readVersion(library, version);
    const fault = messages.find(({ severity }) => severity === 'error');
    if (fault !== undefined) throw new UnusableInput(fault);
    return value;
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    const [fault] = error.messages;
    const reason = `${version.name} cannot be read, so its anchors are not carried on`;
    const note = fault?.reason;
    report({ severity: 'warning', rule: 'import/earlier-version', reason, ...(note === undefined ? {} : { note }) });
    return undefined;
  }
}

/** The title is the file's own: where it is not the one before, someone should look. */
function reportTitle(read: Meta, earlier: Meta | undefined, source: Source, report: Report): void {
  if (earlier === undefined || earlier.title === read.title) return;
  report({
    severity: 'note',
    rule: 'import/title',
    reason: 'the title is not that of the earlier version',
    place: { file: source.shown },
    actual: `"${read.title}"`,
    expected: `"${earlier.title}"`,
  });
}

function anchorsOf(document: Document): string[] {
  const found: string[] = [];
  walk(document, (node) => {
    const id = idOf(node);
    if (id !== undefined) found.push(id);
  });
  return found;
}

function notWord(source: Source): UnusableInput {
  const reason = `"${source.shown}" is no Word file`;
  const note = otherFormat(source.shown) ?? 'a file to be imported ends in .docx, .docm, .dotx or .dotm';
  return new UnusableInput({ severity: 'error', rule: 'library/unknown-format', reason, note });
}
