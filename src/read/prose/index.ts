/**
 * Word files as running prose, read by mammoth: headings, paragraphs, lists, tables and notes, without numbering,
 * labels or tracked changes. For letters, narratives and response forms; legal text is read by ../docx.
 */
import { createHash } from 'node:crypto';
import mammoth from 'mammoth';
import { type Place, type Report, UnusableInput } from '../../message.ts';
import type { Document } from '../../model/document.ts';
import { normalise } from '../../model/equal.ts';
import { plainText } from '../../model/walk.ts';
import { outline } from '../outline/index.ts';
import { blocksOf, entriesOf } from './blocks.ts';
import { type Context, noteKind } from './context.ts';
import { type Element, eachElement, type Piece, parseHtml } from './html.ts';

export interface ProseOptions {
  /** The file's name, for messages. */
  readonly file?: string;
}

/** What mammoth's own table of styles leaves out. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='List Paragraph'] => p:fresh",
  'u => u',
  'strike => s',
  'small-caps => small',
];

/**
 * Reads a Word file as prose. Tracked changes are taken as accepted; comments, headers and footers are left out. Nothing
 * is fetched from outside the file. It bounds nothing: a file from a stranger goes through `readDocx` first. Throws
 * `UnusableInput` where mammoth makes nothing of it.
 */
export async function readProse(bytes: Uint8Array, { file }: ProseOptions, report: Report): Promise<Document> {
  const place: Place | undefined = file === undefined ? undefined : { file };
  const pieces = parseHtml(await htmlOf(bytes, place, report));
  const children = outline(entriesOf(pieces, contextOf(pieces)), report);
  const headed = children.find((block) => block.type === 'clause' && block.heading !== undefined);
  const title = headed?.type === 'clause' ? plainText(headed.heading ?? []).trim() : '';
  const meta = { title: title === '' ? 'Untitled' : title, provision: 'Clause', language: 'en-GB' };
  return normalise({ type: 'document', meta, children });
}

async function htmlOf(bytes: Uint8Array, place: Place | undefined, report: Report): Promise<string> {
  const at = place === undefined ? {} : { place };
  try {
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { styleMap: STYLES, includeEmbeddedStyleMap: false, externalFileAccess: false, convertImage: digested },
    );
    for (const { type, message } of messages) {
      const style = /^Unrecognised (paragraph|run|table) style/.test(message);
      const rule = style ? 'read/prose-style' : 'read/prose-left-out';
      const severity = style ? 'note' : type === 'error' ? 'error' : 'warning';
      report({ severity, rule, reason: message, ...at });
    }
    return value;
  } catch (error) {
    const note = error instanceof Error ? error.message : String(error);
    const reason = 'mammoth makes no prose of the file';
    throw new UnusableInput({ severity: 'error', rule: 'read/prose-unusable', reason, note, ...at });
  }
}

/** A picture is known by its digest; its bytes do not go into the text. */
const digested = mammoth.images.imgElement(async (image) => ({
  src: createHash('sha256')
    .update(await image.readAsBuffer())
    .digest('hex'),
}));

function contextOf(pieces: readonly Piece[]): Context {
  const [targets, ids] = [new Set<string>(), new Set<string>()];
  const notes = new Map<string, Element>();
  eachElement(pieces, (element) => {
    const [href, id] = [element.attributes.get('href'), element.attributes.get('id')];
    if (href?.startsWith('#')) targets.add(href.slice(1));
    if (id === undefined) return;
    if (element.name === 'a') ids.add(id);
    else if (element.name === 'li' && noteKind(id) !== undefined) notes.set(id, element);
  });
  const isNote = (id: string): boolean => /^(?:foot|end)note-/.test(id);
  const meant = new Set([...targets].filter((id) => ids.has(id) && !isNote(id)));
  return { notes, meant, placed: new Set(), blocksOf };
}
