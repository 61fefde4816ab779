/** Drawings, objects and equations as opaque nodes: what tells them apart, and what they say. */
import { createHash } from 'node:crypto';
import { UnusableInput } from '../../message.ts';
import type { Opaque } from '../../model/document.ts';
import { foldName, hasPart, partBytes } from '../../word/package.ts';
import { type Making, placeOf } from './context.ts';
import { stands } from './settle.ts';
import type { OpaquePiece } from './word.ts';

/**
 * Attributes that differ from one save to the next, or from one place of the XML to another, without a difference to be
 * seen; and those of other namespaces than Word's own, which some program has left for itself.
 */
const VOLATILE =
  /\s(?:xmlns|r:(?:embed|link|id|href|dm|lo|qs|cs)|id|name|(?:wp14|w14):(?:anchorId|editId|paraId|textId)|w:rsid\w*|o:(?:spid|gfxdata)|ShapeID|ObjectID|(?!(?:a14|m|o|r|v|w|w10|w14|w15|wp14|wps|xml):)[\w.-]+:[\w.-]+)="[^"]*"/g;

/** What stands in a text box counts by its text, since tracked changes in it leave other XML behind. */
const BOXES = /(<(?:\w+:)?txbxContent[\s>]).*?(?=<\/(?:\w+:)?txbxContent>)/gs;

/** Tags, in which any white space is one space. */
const TAGS = /<[^<>]*>/g;

/** Elements that show nothing, and how a tag that closes itself is written. */
const SILENT = /<w:(?:bookmarkStart|bookmarkEnd|proofErr)\s[^>]*\/>|\s+(?=\/>)/g;

const KEEPS_SOURCE: ReadonlySet<string> = new Set(['equation']);

/** The opaque node of a piece. Its digest covers its own XML and the parts it refers to. */
export function opaqueNode(making: Making, piece: OpaquePiece): Opaque {
  const side = sideOf(making, piece);
  const [xml, text] = [side.xml.replace(TAGS, (tag) => tag.replace(/\s+/g, ' ')).replace(SILENT, ''), side.text];
  const hash = createHash('sha256').update(piece.opaque).update(xml.replace(BOXES, '$1').replace(VOLATILE, ''));
  hash.update(text);
  for (const id of piece.related) hash.update(relatedDigest(making, piece, id));
  return {
    type: 'opaque',
    kind: piece.opaque,
    digest: hash.digest('hex'),
    ...(text === '' ? {} : { text }),
    ...(KEEPS_SOURCE.has(piece.opaque) ? { source: xml } : {}),
    place: placeOf(making, piece.start, piece.end),
  };
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
