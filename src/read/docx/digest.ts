/** Drawings, objects and equations as opaque nodes: what tells them apart, and what they say. */
import { createHash } from 'node:crypto';
import { UnusableInput } from '../../message.ts';
import type { Opaque } from '../../model/document.ts';
import { fingerprint } from '../../word/fingerprint.ts';
import { foldName, hasPart, partBytes } from '../../word/package.ts';
import { XmlError } from '../../word/tag.ts';
import { parsePart } from '../../word/tree.ts';
import { type Making, placeOf } from './context.ts';
import { stands } from './settle.ts';
import type { OpaquePiece } from './word.ts';

const KEEPS_SOURCE: ReadonlySet<string> = new Set(['equation']);

/** What stands in a text box is read as blocks of the document. */
const HOLLOW: ReadonlySet<string> = new Set(['w:txbxContent']);

/** The opaque node of a piece. Its digest covers its own XML and the parts it refers to. */
export function opaqueNode(making: Making, piece: OpaquePiece): Opaque {
  const { xml, text } = sideOf(making, piece);
  const related = (id: string): string => relatedDigest(making, piece, id);
  const hash = createHash('sha256')
    .update(piece.opaque)
    .update(fingerprintOf(making, xml, related));
  return {
    type: 'opaque',
    kind: piece.opaque,
    digest: hash.digest('hex'),
    ...(text === '' ? {} : { text }),
    ...(KEEPS_SOURCE.has(piece.opaque) ? { source: xml } : {}),
    place: placeOf(making, piece.start, piece.end),
  };
}

/** The fingerprint of a piece of a part, parsed with the namespaces that the part declares; the XML itself if it is damaged. */
function fingerprintOf(making: Making, xml: string, related: (id: string) => string): string {
  const { source, part } = making.text;
  try {
    const parsed = parsePart(part, `<piece ${namespacesOf(source)}>${xml}</piece>`, making.parts.opened.limits.depth);
    return parsed.root.children.map((child) => fingerprint(parsed, child, { related, hollow: HOLLOW })).join('');
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return xml;
  }
}

const declarations = new Map<string, string>();
/** How many parts' declarations are remembered. */
const REMEMBERED = 8;

/** The declarations of namespaces in a part, wherever they stand, the first of each prefix. */
function namespacesOf(source: string): string {
  const known = declarations.get(source);
  if (known !== undefined) return known;
  const found = new Map<string, string>();
  for (const [declaration, prefix = ''] of source.matchAll(/xmlns(?::([\w.-]+))?\s*=\s*(?:"[^"]*"|'[^']*')/g))
    if (!found.has(prefix)) found.set(prefix, declaration);
  const joined = [...found.values()].join(' ');
  if (declarations.size >= REMEMBERED) declarations.clear();
  declarations.set(source, joined);
  return joined;
}

/** The piece's XML and text without what its tracked changes take away on this side. */
function sideOf(making: Making, piece: OpaquePiece): { readonly xml: string; readonly text: string } {
  const { source } = making.text;
  if (piece.inner.length === 0) return { xml: source.slice(piece.start, piece.end), text: piece.text };
  const cutXml: [number, number][] = [];
  const cutText: [number, number][] = [];
  for (const change of piece.inner) {
    if (stands(change.tracked, making.side)) {
      cutXml.push([change.start, change.contentStart], [change.contentEnd, change.end]);
    } else {
      cutXml.push([change.start, change.end]);
      cutText.push([change.textStart, change.textEnd]);
    }
  }
  return {
    xml: without(source, piece.start, piece.end, cutXml),
    text: without(piece.text, 0, piece.text.length, cutText),
  };
}

/** The text from `start` to `end` without some stretches, which may lie in one another. */
function without(text: string, start: number, end: number, cuts: readonly (readonly [number, number])[]): string {
  let result = '';
  let at = start;
  for (const [from, to] of cuts.toSorted((a, b) => a[0] - b[0])) {
    if (from > at) result += text.slice(at, from);
    at = Math.max(at, to);
  }
  return result + text.slice(at, end);
}

const known = new WeakMap<object, Map<string, string>>();

/** What a related part holds, or the address of one outside the package. */
function relatedDigest(making: Making, piece: OpaquePiece, id: string): string {
  const { opened, relationships } = making.parts;
  const relationship = relationships(making.text.part).get(id);
  if (relationship?.external === true) return relationship.target;
  if (relationship === undefined || !hasPart(opened, relationship.target)) {
    const reason = 'a drawing refers to a part that does not exist';
    making.tally.warn('read/docx-dangling-relationship', reason, placeOf(making, piece.start, piece.end), id);
    return 'missing';
  }
  const digests = known.get(opened) ?? new Map<string, string>();
  known.set(opened, digests);
  const key = foldName(relationship.target);
  const digest = digests.get(key) ?? digestOf(making, key);
  digests.set(key, digest);
  return digest;
}

function digestOf(making: Making, part: string): string {
  const { opened } = making.parts;
  try {
    return createHash('sha256')
      .update(partBytes(opened, part) ?? '')
      .digest('hex');
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    making.tally.error('read/docx-damaged-part', 'a part is damaged and can not be unpacked', {
      file: opened.file,
      part,
    });
    return 'damaged';
  }
}
