/** Tables: those of GFM with their `::table` line, and those written out, row by row and cell by cell. */
import type { TableRow as MdastRow, Table as MdastTable, Paragraph } from 'mdast';
import type { Alignment, Block, Cell, Column, Inline, Row, Table } from '../../model/document.ts';
import { reportStrayBraces } from './braces.ts';
import { type Context, complain, placeOf, unknown } from './context.ts';
import { allowed, type ContainerDirective, type Directive, type LeafDirective } from './directive.ts';
import { blocksOf } from './flow.ts';
import { phrasing } from './inline.ts';
import { inlinesOf } from './piece.ts';

type Facts = Omit<Table, 'type' | 'columns' | 'rows' | 'revision'>;

const NAMES = ['id', 'number', 'title', 'word', 'fixed', 'key', 'widths', 'align', 'columns'];

/** A GFM table; `directive` is the `::table` line before it, where there is one. */
export function tableBlock(node: MdastTable, directive: LeafDirective | undefined, context: Context): Table {
  const rows = node.children.map((row, i) => gfmRow(row, i === 0, context));
  const width = Math.max(...node.children.map((row) => row.children.length));
  for (const row of node.children)
    if (row.children.length !== width) unequalRow(row, row.children.length, width, context);
  const facts =
    directive === undefined
      ? { keyedBy: [] }
      : readFacts(directive, captionOf(directive, directive.children, context), context);
  const columns = gfmColumns(node, width, widthsOf(directive));
  return {
    type: 'table',
    place: placeOf(context, directive ?? node),
    ...facts,
    columns,
    rows: rows.map((row) => padded(row, width)),
  };
}

function unequalRow(node: Parameters<typeof unknown>[1], actual: number, expected: number, context: Context): void {
  unknown(context, node, 'unequal-rows', 'a row is shorter or longer than its table is wide', {
    actual: `${actual} cells`,
    expected: `${expected} cells`,
  });
}

function padded(row: Row, width: number): Row {
  const missing = width - row.cells.length;
  return missing <= 0 ? row : { ...row, cells: [...row.cells, ...Array.from({ length: missing }, emptyCell)] };
}

function emptyCell(): Cell {
  return { type: 'cell', children: [] };
}

function gfmRow(node: MdastRow, header: boolean, context: Context): Row {
  const cells = node.children.map((cell): Cell => {
    const pieces = phrasing(cell.children, {}, context);
    reportStrayBraces(pieces, cell, context);
    const place = placeOf(context, cell);
    return {
      type: 'cell',
      children: pieces.length === 0 ? [] : [{ type: 'para', children: inlinesOf(pieces), place }],
      place,
    };
  });
  return { type: 'row', ...(header ? { header: true } : {}), cells, place: placeOf(context, node) };
}

function gfmColumns(node: MdastTable, width: number, widths: readonly (number | undefined)[]): Column[] {
  return Array.from({ length: width }, (_, i) => column(node.align?.[i] ?? undefined, widths[i]));
}

function column(align: Alignment | undefined, width: number | undefined): Column {
  return { type: 'column', ...(align === undefined ? {} : { align }), ...(width === undefined ? {} : { width }) };
}

/** What the directive says of the table as a whole. */
function readFacts(node: Directive, caption: Inline[] | undefined, context: Context): Facts {
  allowed(node, NAMES, context);
  const { id, number, title, word, fixed, key } = node.attributes ?? {};
  const plain: Inline[] = title ? [{ type: 'text', value: title, place: placeOf(context, node) }] : [];
  const heading = caption ?? plain;
  return {
    ...(id ? { id } : {}),
    ...(number ? { label: number } : {}),
    ...(typeof fixed === 'string' ? { fixed: true } : {}),
    ...(word ? { word } : {}),
    ...(heading.length === 0 ? {} : { caption: heading }),
    keyedBy: key ? splitKey(key) : [],
  };
}

/** A caption with more than plain text in it stands in brackets: `::table[Issues **open**]{number="4.1"}`. */
function captionOf(node: Directive, label: Paragraph['children'], context: Context): Inline[] | undefined {
  if (label.length === 0) return undefined;
  if (node.attributes?.title)
    complain(context, node, 'caption-twice', 'a table has its caption in brackets or as title, not both');
  return inlinesOf(phrasing(label, {}, context));
}

/** `Severity|User Role`; a bar or backslash in a name has a backslash before it. */
function splitKey(key: string): string[] {
  const names = key.match(/(?:\\[\\|]|[^|])+/g) ?? [];
  return names.map((name) => name.replace(/\\([\\|])/g, '$1'));
}

/** `1440 - 2880`: twips, a dash where the source says nothing. */
function widthsOf(node: Directive | undefined): (number | undefined)[] {
  const widths = node?.attributes?.widths?.trim() ?? '';
  return widths === '' ? [] : widths.split(/\s+/).map((width) => (/^\d{1,6}$/.test(width) ? Number(width) : undefined));
}

const ALIGNMENTS: Readonly<Record<string, Alignment>> = { left: 'left', center: 'center', right: 'right' };

/** A table written out: `:::::table` holds rows, `::::row` cells, `:::cell` blocks. */
export function containerTable(
  node: ContainerDirective,
  label: Paragraph | undefined,
  children: ContainerDirective['children'],
  context: Context,
): Table {
  const rows = named(children, 'row', node, context).map((row) => writtenRow(row, context));
  const spans = (rows[0]?.cells ?? []).reduce((sum, cell) => sum + (cell.columnSpan ?? 1), 0);
  const count = countOf(node, 'columns', 0, context) ?? spans;
  const align = (node.attributes?.align ?? '').trim().split(/\s+/);
  const widths = widthsOf(node);
  checkGrid(rows, count, node, context);
  return {
    type: 'table',
    place: placeOf(context, node),
    ...readFacts(node, label === undefined ? undefined : captionOf(node, label.children, context), context),
    columns: Array.from({ length: count }, (_, i) =>
      column(Object.hasOwn(ALIGNMENTS, align[i] ?? '') ? ALIGNMENTS[align[i] as string] : undefined, widths[i]),
    ),
    rows,
  };
}

/** The containers of one name; anything else among them is an error. */
function named(
  children: ContainerDirective['children'],
  name: string,
  around: ContainerDirective,
  context: Context,
): ContainerDirective[] {
  return children.filter((child): child is ContainerDirective => {
    if (child.type === 'containerDirective' && child.name === name) return true;
    if (child.type !== 'footnoteDefinition') {
      complain(context, child, 'table-content', `${around.name} holds nothing but :::${name}`, { actual: child.type });
    }
    return false;
  });
}

function writtenRow(node: ContainerDirective, context: Context): Row {
  allowed(node, ['id', 'header'], context);
  const { id, header } = node.attributes ?? {};
  const cells = named(node.children, 'cell', node, context).map((cell) => writtenCell(cell, context));
  return {
    type: 'row',
    ...(id ? { id } : {}),
    ...(typeof header === 'string' ? { header: true } : {}),
    cells,
    place: placeOf(context, node),
  };
}

function writtenCell(node: ContainerDirective, context: Context): Cell {
  allowed(node, ['columns', 'rows'], context);
  const columns = countOf(node, 'columns', 2, context);
  const rows = countOf(node, 'rows', 2, context);
  const children: readonly Block[] = blocksOf(node.children, context);
  return {
    type: 'cell',
    ...(columns === undefined ? {} : { columnSpan: columns }),
    ...(rows === undefined ? {} : { rowSpan: rows }),
    children,
    place: placeOf(context, node),
  };
}

const MOST_COLUMNS = 1_000;

/** A count among the attributes; 1 is not told apart from its absence where `least` is 2. */
function countOf(node: ContainerDirective, name: string, least: number, context: Context): number | undefined {
  const value = node.attributes?.[name];
  if (typeof value !== 'string') return undefined;
  const count = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN;
  if (count >= 1 || (count === 0 && least === 0)) {
    if (name !== 'columns' || count <= MOST_COLUMNS) return count >= least ? count : undefined;
  }
  complain(context, node, 'not-a-count', `${name} is no count`, {
    actual: `"${value}"`,
    expected: `1 to ${MOST_COLUMNS}`,
  });
  return undefined;
}

/** Each row, with the spans that reach into it from above, must be as wide as the table. */
function checkGrid(rows: readonly Row[], width: number, node: ContainerDirective, context: Context): void {
  let reaching: { columns: number; rows: number }[] = [];
  const lines = node.children.filter((child) => child.type === 'containerDirective');
  rows.forEach((row, i) => {
    const own = row.cells.map((cell) => ({ columns: cell.columnSpan ?? 1, rows: cell.rowSpan ?? 1 }));
    const covered = [...reaching, ...own].reduce((sum, cell) => sum + cell.columns, 0);
    if (covered !== width) unequalRow(lines[i] ?? node, covered, width, context);
    reaching = [...reaching, ...own].map((cell) => ({ ...cell, rows: cell.rows - 1 })).filter((cell) => cell.rows > 0);
  });
}
