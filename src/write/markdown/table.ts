/** Tables as Markdown: with bars where a row a line will do, else written out row by row and cell by cell. */
import type { Cell, Row, Table } from '../../model/document.ts';
import type { Revision } from '../../model/redline.ts';
import { writeBlocks } from './blocks.ts';
import { writeAttributes } from './braces.ts';
import { container } from './chunk.ts';
import { escapeText, MIDDLE } from './escape.ts';
import { LOOSE, writeInlines } from './inline.ts';
import { type Fate, fateOf, remarks, type State, valueBefore, wrapFate } from './state.ts';

/** A table with its caption. */
export function writeTable(table: Table<Revision>, around: Fate, state: State): string {
  const fate = fateOf(table, around);
  if (!isSimple(table)) return writtenOut(table, fate, state);
  const head = tableHead(table, fate, {}, state);
  const rows = table.rows.map((row) => simpleRow(row, fate, state));
  const rule = `| ${table.columns.map((column) => RULES[column.align ?? 'none']).join(' | ')} |`;
  const lines = [rows[0], rule, ...rows.slice(1)].join('\n');
  return head === '' ? lines : `::table${head}\n\n${lines}`;
}

const RULES = { none: '---', left: ':---', center: ':---:', right: '---:' } as const;

/** Whether bars can say it: one heading row, a paragraph a cell, and nothing that spans. */
function isSimple({ columns, rows }: Table<Revision>): boolean {
  const [first] = rows;
  if (first?.header !== true || columns.length === 0) return false;
  return rows.every((row, i) => {
    const plain = row.id === undefined && (i === 0) === (row.header === true) && row.cells.length === columns.length;
    return plain && row.cells.every((cell) => isSimpleCell(cell));
  });
}

function isSimpleCell({ children, columnSpan, rowSpan }: Cell<Revision>): boolean {
  const [first, ...rest] = children;
  if (columnSpan !== undefined || rowSpan !== undefined || rest.length > 0) return false;
  if (first === undefined) return true;
  return first.type === 'para' && first.id === undefined && first.style === undefined && first.children.length > 0;
}

function simpleRow(row: Row<Revision>, around: Fate, state: State): string {
  const fate = fateOf(row, around);
  const texts = row.cells.map((cell, i) => {
    const remark = i === 0 ? remarks(row, state, true) : '';
    const text = simpleCell(cell, remark === '' ? '' : ' ', fate, state);
    return [remark, text].filter((piece) => piece !== '').join(' ');
  });
  return `|${texts.map((text) => (text === '' ? '  |' : ` ${text} |`)).join('')}`;
}

function simpleCell(cell: Cell<Revision>, before: string, around: Fate, state: State): string {
  const para = cell.children[0];
  if (para?.type !== 'para') return '';
  return writeInlines(
    para.children,
    { ...LOOSE, fate: fateOf(para, fateOf(cell, around)), before, inCell: true },
    state,
  );
}

/** The caption, if it is more than plain text, in brackets, and the attributes in braces; empty where there are none. */
function tableHead(
  table: Table<Revision>,
  fate: Fate,
  more: Record<string, string | number | undefined>,
  state: State,
): string {
  const number = shownNumber(table, fate);
  const caption = table.caption ?? [];
  const only = caption.length === 1 ? caption[0] : undefined;
  const plain =
    number === '' &&
    fate === undefined &&
    only?.type === 'text' &&
    only.marks === undefined &&
    only.revision === undefined;
  const title = plain ? only.value : undefined;
  const rich =
    title !== undefined ? '' : writeInlines(caption, { ...LOOSE, fate, before: '[', inBrackets: true }, state);
  const label = [number, rich, remarks(table, state)].filter((text) => text !== '').join(' ');
  const widths = table.columns.some((column) => column.width !== undefined)
    ? table.columns.map((column) => column.width ?? '-').join(' ')
    : undefined;
  const attributes = writeAttributes({
    id: table.id,
    number: number === '' ? table.label : undefined,
    title,
    word: table.word,
    fixed: table.fixed,
    key: table.keyedBy.length === 0 ? undefined : table.keyedBy.map((name) => name.replace(/[\\|]/g, '\\$&')).join('|'),
    ...more,
    widths,
  });
  return (label === '' ? '' : `[${label}]`) + attributes;
}

/** The number of a table as a redline shows it; empty where it has no revision. */
function shownNumber(table: Table<Revision>, fate: Fate): string {
  const word = table.word ?? 'Table';
  const before = valueBefore(table, 'label');
  const write = (label: unknown, kind: Fate): string =>
    typeof label === 'string' ? wrapFate(escapeText(`${word} ${label}`, MIDDLE), kind) : '';
  if (before !== undefined && fate === undefined)
    return `${write(before, 'deletion')} ${write(table.label, 'insertion')}`.trim();
  return fate === undefined ? '' : write(table.label, fate);
}

function writtenOut(table: Table<Revision>, fate: Fate, state: State): string {
  const derived = (table.rows[0]?.cells ?? []).reduce((sum, cell) => sum + (cell.columnSpan ?? 1), 0);
  const aligned = table.columns.some((column) => column.align !== undefined);
  const more = {
    align: aligned ? table.columns.map((column) => column.align ?? '-').join(' ') : undefined,
    columns: derived === table.columns.length ? undefined : table.columns.length,
  };
  const head = tableHead(table, fate, more, state);
  const rows = table.rows.map((row) => writtenRow(row, fate, state));
  return container(`table${head}`, rows.length === 0 ? '' : `\n${rows.join('\n\n')}\n`);
}

function writtenRow(row: Row<Revision>, around: Fate, state: State): string {
  const fate = fateOf(row, around);
  const cells = row.cells.map((cell) => {
    const { columnSpan, rowSpan } = cell;
    const spans = { columns: columnSpan, rows: rowSpan };
    return container(
      `cell${writeAttributes(spans)}`,
      writeBlocks(cell.children, { around: undefined, fate: fateOf(cell, fate) }, state),
    );
  });
  return container(
    `row${writeAttributes({ id: row.id, header: row.header })}`,
    cells.length === 0 ? '' : `\n${cells.join('\n\n')}\n`,
  );
}
