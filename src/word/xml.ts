/**
 * A scanner that goes once over the text of an XML part and tells of each tag and text with its offsets.
 *
 * It keeps the place of every element in the text as it stands (UTF-16 code units, half-open), which a redline that is
 * written into the same text needs. It does not recurse, follows nothing out of the file, and refuses a document type
 * declaration, so that no entity can be declared.
 */
import type { Scope } from './namespaces.ts';
import { GREATER, isSpace, SLASH, type Tag, TagCursor, XmlError } from './tag.ts';

export interface XmlHandler {
  /** Tells of a start tag. `true` skips all that the element holds; its end is told of all the same. */
  open(tag: Tag): unknown;
  /** Tells of an end tag, or again of the tag that closed itself. */
  close(name: string, start: number, end: number): void;
  /** Tells of text between tags. `raw` resolves no references (a CDATA section). */
  text(start: number, end: number, raw: boolean): void;
}

/** Goes over `source` and tells `handler` of what it finds. Throws `XmlError`. */
export function scanXml(source: string, handler: XmlHandler, depthLimit: number): void {
  const cursor = new TagCursor(source);
  const open: OpenElements = { written: [], known: [], scopes: [], skipFrom: Number.POSITIVE_INFINITY };
  let at = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  let roots = 0;
  for (;;) {
    const next = source.indexOf('<', at);
    const depth = open.known.length;
    if (next < 0) break;
    if (next > at) tellText(source, handler, open, at, next);
    const code = source.charCodeAt(next + 1);
    if (code === SLASH) at = closeElement(source, handler, open, next);
    else if (code === 33 || code === 63) at = passOver(source, handler, open, next);
    else {
      if (depth >= depthLimit) throw new XmlError(`elements nest more than ${depthLimit} deep`, next);
      if (depth === 0 && ++roots > 1) throw new XmlError('there is more than one root element', next);
      at = openElement(cursor, handler, open, next);
    }
  }
  if (open.known.length > 0) throw new XmlError(`the text ends within <${open.written.at(-1)}>`, source.length);
  if (roots === 0) throw new XmlError('there is no element', source.length);
  if (at < source.length) tellText(source, handler, open, at, source.length);
}

interface OpenElements {
  readonly written: string[];
  readonly known: string[];
  readonly scopes: Scope[];
  /** The depth from which on nothing is told. */
  skipFrom: number;
}

function tellText(source: string, handler: XmlHandler, open: OpenElements, start: number, end: number): void {
  const depth = open.known.length;
  if (depth === 0) {
    for (let i = start; i < end; i++) {
      if (!isSpace(source.charCodeAt(i))) throw new XmlError('there is text outside the root element', i);
    }
  } else if (depth < open.skipFrom) handler.text(start, end, false);
}

function openElement(cursor: TagCursor, handler: XmlHandler, open: OpenElements, start: number): number {
  const outer = open.scopes[open.scopes.length - 1] ?? cursor.outermost;
  const written = cursor.read(start, outer);
  const depth = open.known.length;
  const told = depth < open.skipFrom;
  if (cursor.empty) {
    if (!told) return cursor.end;
    handler.open(cursor);
    handler.close(cursor.name, start, cursor.end);
    return cursor.end;
  }
  open.written.push(written);
  open.known.push(cursor.name);
  open.scopes.push(cursor.scope);
  if (told && handler.open(cursor) === true) open.skipFrom = depth + 1;
  return cursor.end;
}

function closeElement(source: string, handler: XmlHandler, open: OpenElements, start: number): number {
  const written = open.written.pop();
  const known = open.known.pop();
  open.scopes.pop();
  if (written === undefined || known === undefined || !source.startsWith(written, start + 2)) {
    throw new XmlError('an end tag does not match its start tag', start);
  }
  let at = start + 2 + written.length;
  while (isSpace(source.charCodeAt(at))) at++;
  if (source.charCodeAt(at) !== GREATER) throw new XmlError('an end tag does not match its start tag', start);
  const depth = open.known.length;
  if (depth < open.skipFrom) {
    open.skipFrom = Number.POSITIVE_INFINITY;
    handler.close(known, start, at + 1);
  }
  return at + 1;
}

/** Comments, processing instructions and CDATA; a document type declaration is refused. */
function passOver(source: string, handler: XmlHandler, open: OpenElements, start: number): number {
  if (source.startsWith('<!--', start)) return behind(source, '-->', start, 4);
  if (source.startsWith('<?', start)) return behind(source, '?>', start, 2);
  if (source.startsWith('<![CDATA[', start) && open.known.length > 0) {
    const end = behind(source, ']]>', start, 9);
    if (open.known.length < open.skipFrom) handler.text(start + 9, end - 3, true);
    return end;
  }
  if (source.startsWith('<!DOCTYPE', start)) throw new XmlError('it declares a document type (DTD)', start);
  throw new XmlError('a tag is malformed', start);
}

function behind(source: string, mark: string, start: number, skip: number): number {
  const at = source.indexOf(mark, start + skip);
  if (at < 0) throw new XmlError(`the text ends before ${mark}`, start);
  return at + mark.length;
}
