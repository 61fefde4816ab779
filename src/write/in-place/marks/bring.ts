/** What only before has, as XML with the marks of a deletion. */

import { withAnchors } from '../../../word/anchors.ts';
import { declared } from '../../../word/declared.ts';
import { decode } from '../../../word/tag.ts';
import { attribute, childOf, type Element, escapeXml, innerXml } from '../../../word/tree.ts';
import { type Block, blocksOf, type CellBlock, type RowBlock, type TableBlock } from '../lines/blocks.ts';
import { type Line, type Piece, piecesIn } from '../lines/lines.ts';
import type { Move } from '../pairing/moves.ts';
import type { Span } from '../pairing/script.ts';
import type { Brought } from '../parts/comments.ts';
import { aroundGone, goneControl } from './controls.ts';
import { attributesFor, type Copying, copy, copyInner, writtenName } from './copy.ts';
import { broughtProperties, broughtRunProperties, runProperties } from './properties.ts';

/** How what is gone is marked: deleted, or moved away. */
export type GoneTag = 'del' | 'moveFrom';

export function goneTag(move: Move | undefined): GoneTag {
  return move === undefined ? 'del' : 'moveFrom';
}

const DELETED_NAMES: Readonly<Record<string, string>> = { 'w:t': 'delText', 'w:instrText': 'delInstrText' };

/**
 * A stretch of a line that is gone, as runs in `w:del` or `w:moveFrom`; with the links that they stood in, unless it is
 * put into one, and with the controls around and the comments on it.
 */
export function goneText(copying: Copying, span: Span, links: boolean, tag: GoneTag = 'del'): string {
  const marks = copying.session.bringComments(span).flatMap((comment) => commentMarks(copying, comment, tag));
  if (marks.length === 0) return goneRuns(copying, span, links, tag);
  let at = span.from;
  const pieces = marks
    .sort((x, y) => x.at - y.at)
    .map((mark) => {
      const runs = goneRuns(copying, { ...span, from: at, to: mark.at }, links, tag);
      at = mark.at;
      return runs + mark.xml;
    });
  return pieces.join('') + goneRuns(copying, { ...span, from: at }, links, tag);
}

/** Where a comment begins, and where it ends with the reference to it, which is gone as the text is. */
function commentMarks(
  copying: Copying,
  { from, to, id, run: of }: Brought,
  tag: GoneTag,
): { at: number; xml: string }[] {
  const { w } = copying.into;
  const reference = run(copying, childOf(of, 'w:rPr'), `<${w}commentReference ${w}id="${id}"/>`);
  const end = `<${w}commentRangeEnd ${w}id="${id}"/>${marked(copying, tag, reference)}`;
  return [
    { at: from, xml: `<${w}commentRangeStart ${w}id="${id}"/>` },
    { at: to, xml: end },
  ];
}

/** Runs that stand together: in one link, in one control. */
interface Group {
  readonly context: string;
  readonly link: Element | undefined;
  readonly control: Element | undefined;
  xml: string;
}

function goneRuns(copying: Copying, span: Span, links: boolean, tag: GoneTag): string {
  const { line, from, to } = span;
  if (from >= to) return '';
  const groups: Group[] = [];
  for (const [unit, list] of unitsOf(piecesIn(line, from, to))) {
    const context = list[0]?.context ?? '';
    const control = tag === 'del' ? goneControl(copying.session, span, unit) : undefined;
    const xml = unitXml(copying, line, list, from, to, tag);
    const last = groups[groups.length - 1];
    if (last !== undefined && last.context === context && last.control === control) last.xml += xml;
    else groups.push({ context, link: context !== '' && links ? linkAround(unit) : undefined, control, xml });
  }
  return groups
    .map(({ link, control, xml }) => {
      const gone = declared(copying, marked(copying, tag, xml));
      return inLink(copying, link, aroundGone(copying, control, gone));
    })
    .join('');
}

function marked({ session, into: { w } }: Copying, tag: GoneTag, xml: string): string {
  return xml === '' ? '' : `<${w}${tag}${session.marker.attributes(w)}>${xml}</${w}${tag}>`;
}

function linkAround(unit: Element): Element | undefined {
  let at: Element | undefined = unit;
  while (at !== undefined && at.name !== 'w:hyperlink') at = at.parent;
  return at;
}

function inLink(copying: Copying, link: Element | undefined, xml: string): string {
  if (link === undefined) return xml;
  const { w } = copying.into;
  return declared(copying, `<${w}hyperlink${attributesFor(copying, link)}>${xml}</${w}hyperlink>`);
}

/** Pieces by the run that they stand in, neighbours of one run together. */
function unitsOf(pieces: readonly Piece[]): [Element, Piece[]][] {
  const units: [Element, Piece[]][] = [];
  for (const piece of pieces) {
    const last = units[units.length - 1];
    const before = last?.[1][last[1].length - 1];
    if (
      before !== undefined &&
      before.lastUnit === piece.unit &&
      piece.unit.name === 'w:r' &&
      before.context === piece.context
    ) {
      last?.[1].push(piece);
    } else units.push([piece.unit, [piece]]);
  }
  return units;
}

/** Pieces of one run as one run; a field's code, which may lie in several, as runs of its own. */
function unitXml(
  copying: Copying,
  line: Line,
  pieces: readonly Piece[],
  from: number,
  to: number,
  tag: GoneTag,
): string {
  const written: string[] = [];
  let content = '';
  const close = (piece: Piece): void => {
    if (content !== '') written.push(run(copying, runProperties(piece), content));
    content = '';
  };
  for (const piece of pieces) {
    const { unit, lastUnit, first } = piece;
    if (unit.name === 'w:fldSimple') written.push(simpleField(copying, piece, tag));
    else if (unit.name !== 'w:r') written.push(copy(copying, unit));
    else if (piece.kind === 'text' && first.name === 'w:t') {
      const text = line.text.slice(Math.max(from, piece.from), Math.min(to, piece.to));
      content += textElement(copying, text, tag);
    } else if (unit === lastUnit && piece.field === undefined) {
      content += contentBetween(copying, unit, piece, tag);
    } else {
      close(piece);
      written.push(runsBetween(copying, line, piece, tag));
    }
  }
  const last = pieces[pieces.length - 1];
  if (last !== undefined) close(last);
  return written.join('');
}

/** The contents of one run from the first to the last element of a piece. */
function contentBetween(copying: Copying, unit: Element, { first, last }: Piece, tag: GoneTag): string {
  return unit.children
    .filter((child) => child.name !== 'w:rPr' && child.start >= first.start && child.end <= last.end)
    .map((child) => contentXml(copying, child, tag))
    .join('');
}

function textElement({ into: { w } }: Copying, text: string, tag: GoneTag): string {
  const name = tag === 'del' ? 'delText' : 't';
  return `<${w}${name} xml:space="preserve">${escapeXml(text)}</${w}${name}>`;
}

function run(copying: Copying, properties: Element | undefined, content: string): string {
  const { w } = copying.into;
  return `<${w}r>${renamed(copying, broughtRunProperties(copying, properties))}${content}</${w}r>`;
}

/** Before's prefix for WordprocessingML in place of after's where they differ is declared on the element itself. */
function renamed(copying: Copying, xml: string): string {
  return xml === '' ? '' : declared(copying, xml);
}

/** All contents of runs from the first to the last element of a piece. */
function runsBetween(copying: Copying, line: Line, piece: Piece, tag: GoneTag): string {
  const pieces: string[] = [];
  for (const unit of runsOf(line.element)) {
    if (unit.end <= piece.first.start || unit.start >= piece.last.end) continue;
    const content = contentBetween(copying, unit, piece, tag);
    if (content !== '') pieces.push(run(copying, childOf(unit, 'w:rPr'), content));
  }
  return pieces.join('');
}

function* runsOf(element: Element): Generator<Element> {
  for (const child of element.children) {
    if (child.name === 'w:r') yield child;
    else if (child.name !== 'w:pPr') yield* runsOf(child);
  }
}

/** One child of a run. What stands in a text box within it is gone too. */
function contentXml(copying: Copying, child: Element, tag: GoneTag): string {
  const { from } = copying;
  const name = tag === 'del' ? DELETED_NAMES[child.name] : undefined;
  if (name !== undefined) {
    const { w } = copying.into;
    const text = decode(innerXml(from, child));
    const told = child.name === 'w:instrText' ? withAnchors(text, copying.session.anchor) : text;
    return `<${w}${name} xml:space="preserve">${escapeXml(told)}</${w}${name}>`;
  }
  return copy(copying, child, (element) => {
    if (element !== child && DELETED_NAMES[element.name] !== undefined) return contentXml(copying, element, tag);
    if (element.name !== 'w:txbxContent') return undefined;
    const written = writtenName(from, element);
    return `<${written}>${goneBlocks(copying, inner(copying, element), true)}</${written}>`;
  });
}

function inner({ session, from }: Copying, container: Element): Block[] {
  return blocksOf(session.before, from, container, session.rules);
}

/** A field in one element as a field in several, which alone can be marked as deleted. */
function simpleField(copying: Copying, piece: Piece, tag: GoneTag): string {
  const { w } = copying.into;
  const mark = (type: string): string => `<${w}r><${w}fldChar ${w}fldCharType="${type}"/></${w}r>`;
  if (piece.key === 'field end') return mark('end');
  const code = withAnchors(attribute(copying.from, piece.first, 'w:instr') ?? '', copying.session.anchor);
  const name = tag === 'del' ? 'delInstrText' : 'instrText';
  const head = `${mark('begin')}<${w}r><${w}${name} xml:space="preserve">${escapeXml(code)}</${w}${name}></${w}r>${mark('separate')}`;
  if (piece.field !== undefined) return head;
  const result = [...runsOf(piece.first)].map((unit) => {
    const content = unit.children
      .filter((child) => child.name !== 'w:rPr')
      .map((child) => contentXml(copying, child, tag));
    return run(copying, childOf(unit, 'w:rPr'), content.join(''));
  });
  return `${head}${result.join('')}${mark('end')}`;
}

/** A paragraph that only before has, its mark gone too unless `keepsMark`. */
export function goneParagraph(copying: Copying, line: Line, keepsMark = false, tag: GoneTag = 'del'): string {
  const {
    session,
    into: { w },
  } = copying;
  const text = taggedText(copying, line, tag);
  const mark = keepsMark ? '' : `<${w}${tag}${session.marker.attributes(w)}/>`;
  return `<${w}p>${broughtProperties(copying, line.properties, mark)}${text}</${w}p>`;
}

/** The text of a line that is gone, with the tags of bookmarks that stand in it. */
function taggedText(copying: Copying, line: Line, tag: GoneTag): string {
  let from = 0;
  const pieces = copying.session.bookmarks.tags(line, copying.into.w).map(({ at, xml }) => {
    const text = goneText(copying, { line, from, to: at }, true, tag);
    from = at;
    return text + xml;
  });
  return pieces.join('') + goneText(copying, { line, from, to: line.text.length }, true, tag);
}

/** Blocks that only before has; where `closes`, the mark of the last paragraph stays, since its container needs one. */
export function goneBlocks(copying: Copying, blocks: readonly Block[], closes: boolean): string {
  return blocks
    .map((block, k) => {
      if (block.kind === 'table') return goneTable(copying, block);
      return goneParagraph(copying, block.line, closes && k === blocks.length - 1);
    })
    .join('');
}

/** A table that only before has: each of its rows is gone. */
export function goneTable(copying: Copying, table: TableBlock): string {
  const rows = new Map(table.rows.map((row) => [row.element, row]));
  const xml = copy(copying, table.element, (element) => {
    if (element.name === 'w:sdt' || element.name === 'w:customXml') return unwrapped(copying, element, rows);
    const row = rows.get(element);
    return row === undefined ? undefined : goneRow(copying, row);
  });
  return declared(copying, xml);
}

/** Rows in a content control, without it. */
function unwrapped(copying: Copying, control: Element, rows: ReadonlyMap<Element, RowBlock>): string {
  const inside = [...rows].filter(([element]) => element.start >= control.start && element.end <= control.end);
  return inside.map(([, row]) => goneRow(copying, row)).join('');
}

/** A row that only before has. */
export function goneRow(copying: Copying, row: RowBlock): string {
  const {
    session,
    from,
    into: { w },
  } = copying;
  const mark = `<${w}del${session.marker.attributes(w)}/>`;
  const properties = childOf(row.element, 'w:trPr');
  const format =
    properties === undefined
      ? ''
      : copyInner(copying, properties, (child) => (TRACKED.has(child.name) ? '' : undefined));
  const exception = childOf(row.element, 'w:tblPrEx');
  const cells = row.cells.map((cell) => goneCell(copying, cell)).join('');
  const ex = exception === undefined ? '' : copy(copying, exception);
  const name = writtenName(from, row.element);
  return declared(
    copying,
    `<${name}>${ex}${declared(copying, `<${w}trPr>${format}${mark}</${w}trPr>`)}${cells}</${name}>`,
  );
}

const TRACKED = new Set(['w:ins', 'w:del']);

/** A cell that only before has, by itself where it is `marked`, or in a row that is gone. */
export function goneCell(copying: Copying, cell: CellBlock, marked = false): string {
  const {
    session,
    into: { w },
  } = copying;
  const mark = marked ? `<${w}cellDel${session.marker.attributes(w)}/>` : '';
  const properties = childOf(cell.element, 'w:tcPr');
  const format = (properties === undefined ? '' : copyInner(copying, properties)) + mark;
  const blocks = cell.blocks.length === 0 ? `<${w}p/>` : goneBlocks(copying, cell.blocks, true);
  const inner = format === '' ? '' : declared(copying, `<${w}tcPr>${format}</${w}tcPr>`);
  return `<${w}tc>${inner}${blocks}</${w}tc>`;
}
