/** Blocks of prose: headings, paragraphs, lists, tables and quotations. */
import type { Block, Cell, Clause, Inline, Item, Para, Row, Table } from '../../model/document.ts';
import { headingLabel } from '../../model/label.ts';
import { plainText } from '../../model/walk.ts';
import { cutStart, type Entry } from '../outline/index.ts';
import { type Context, saysNothing } from './context.ts';
import { type Element, eachElement, type Piece } from './html.ts';
import { inlinesOf } from './inlines.ts';

/** The entries of a text, headings among them. */
export function entriesOf(pieces: readonly Piece[], context: Context): Entry[] {
  return pieces.flatMap((piece): Entry[] => {
    if (typeof piece !== 'string' && /^h[1-6]$/.test(piece.name)) return [heading(piece, context)];
    return blocksOf([piece], context).map((block) => ({ type: 'block', block }));
  });
}

/** The blocks of pieces; a heading among them is a paragraph, and loose inlines are one. */
export function blocksOf(pieces: readonly Piece[], context: Context): Block[] {
  const blocks: Block[] = [];
  let loose: Piece[] = [];
  const flush = (): void => {
    const inlines = inlinesOf(loose, context);
    if (!saysNothing(inlines)) blocks.push({ type: 'para', ...idIn(loose, context), children: trimmed(inlines) });
    loose = [];
  };
  for (const piece of pieces) {
    const make = typeof piece === 'string' ? undefined : BLOCKS[piece.name];
    if (make === undefined) loose.push(piece);
    else {
      flush();
      blocks.push(...make(piece as Element, context));
    }
  }
  flush();
  return blocks;
}

type Make = (element: Element, context: Context) => Block[];

const paragraph: Make = (element, context) => {
  const inlines = inlinesOf(element.children, context);
  return saysNothing(inlines) ? [] : [{ type: 'para', ...idIn([element], context), children: trimmed(inlines) }];
};

const BLOCKS: Readonly<Record<string, Make>> = {
  p: paragraph,
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, paragraph])),
  ul: (list, context) =>
    itemsOf(list).map((item): Item => ({ type: 'item', children: blocksOf(item.children, context) })),
  ol: (list, context) =>
    itemsOf(list)
      .filter((item) => !item.attributes.has('id'))
      .map(
        (item, i): Clause => ({
          type: 'clause',
          kind: 'limb',
          label: `${i + 1}.`,
          children: blocksOf(item.children, context),
        }),
      ),
  table: (element, context) => tableOf(element, context),
  blockquote: (element, context) =>
    blocksOf(element.children, context).map((block) => (block.type === 'para' ? { ...block, style: 'quote' } : block)),
};

function itemsOf(list: Element): Element[] {
  return list.children.filter((child) => typeof child !== 'string');
}

function heading(element: Element, context: Context): Entry {
  const inlines = trimmed(inlinesOf(element.children, context));
  const found = headingLabel(plainText(inlines));
  const label = found?.label;
  return {
    type: 'clause',
    kind: label === undefined || /^[A-Z][a-z]/.test(label) ? 'part' : 'clause',
    ...idIn([element], context),
    ...(label === undefined ? {} : { label }),
    heading: trimmed(cutStart(inlines, found?.end ?? 0)),
    headingLevel: Number(element.name.slice(1)),
    content: [],
  };
}

/** The first bookmark in some pieces that a link means, where nothing has it yet. */
function idIn(pieces: readonly Piece[], context: Context): { readonly id?: string } {
  let id: string | undefined;
  eachElement(pieces, ({ attributes }) => {
    const name = attributes.get('id');
    if (id === undefined && name !== undefined && context.meant.has(name) && !context.placed.has(name)) id = name;
  });
  if (id === undefined) return {};
  context.placed.add(id);
  return { id };
}

/** Markdown has no use for white space at the ends of a paragraph. */
function trimmed(inlines: readonly Inline[]): Inline[] {
  const result = [...inlines];
  const trim = (at: number, change: (text: string) => string): void => {
    const inline = result.at(at);
    if (inline?.type === 'text') result.splice(at, 1, { ...inline, value: change(inline.value) });
  };
  trim(0, (text) => text.trimStart());
  trim(-1, (text) => text.trimEnd());
  return result.filter((inline) => inline.type !== 'text' || inline.value !== '');
}

/** A table with its rows; one without a cell is nothing. */
function tableOf(element: Element, context: Context): Block[] {
  const rows: Row[] = [];
  const addRows = (parent: Element, header: boolean): void => {
    for (const child of itemsOf(parent)) {
      if (child.name === 'tr') rows.push(rowOf(child, header, context));
      else addRows(child, child.name === 'thead');
    }
  };
  addRows(element, false);
  const filled = rows.filter((row) => row.cells.length > 0);
  if (filled.length === 0) return [];
  const width = Math.max(...filled.map((row) => row.cells.reduce((sum, cell) => sum + (cell.columnSpan ?? 1), 0)));
  const columns = Array.from({ length: width }, () => ({ type: 'column' }) as const);
  const table: Table = { type: 'table', keyedBy: [], columns, rows: filled };
  return [table];
}

function rowOf(element: Element, header: boolean, context: Context): Row {
  const cells = itemsOf(element).map((cell): Cell => {
    const [columns, rows] = [Number(cell.attributes.get('colspan') ?? 1), Number(cell.attributes.get('rowspan') ?? 1)];
    const children = blocksOf(cell.children, context);
    const empty: Para = { type: 'para', children: [] };
    return {
      type: 'cell',
      ...(columns > 1 ? { columnSpan: columns } : {}),
      ...(rows > 1 ? { rowSpan: rows } : {}),
      children: children.length === 0 ? [empty] : children,
    };
  });
  return { type: 'row', ...(header ? { header } : {}), cells };
}
