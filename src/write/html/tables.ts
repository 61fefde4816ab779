/** Tables: the caption, the columns with their widths, header rows that repeat on paper, rows and cells with spans. */
import type { Alignment, Cell, Column, Row, Table } from '../../model/document.ts';
import type { Revision } from '../../model/redline.ts';
import { walk } from '../../model/walk.ts';
import { altered } from './alterations.ts';
import { markLabel, renumbered, wrapTags, writeBlocks } from './blocks.ts';
import { classes, element, escapeText, type Html } from './escape.ts';
import { markHolder } from './holders.ts';
import { writeInlines } from './inlines.ts';
import { framed, keyRules, onlyChanged } from './large-tables.ts';
import { barClass, fateOf, inside, markText, ownFate, revisionOf } from './marks.ts';
import { anchorOf, type Context } from './page.ts';

type TrackedRow = Row<Revision>;
type TrackedCell = Cell<Revision>;

export function writeTable(table: Table<Revision>, context: Context): Html {
  const inner = inside(table, context);
  const mark = markHolder(table, context, ['label', 'word']);
  const columns = table.columns.map((column) => markHolder(column, inner));
  const carried = changesOfCells(table.rows);
  const caption = writeCaption(table, inner);
  const number = ++context.page.counts.tables;
  const attributes = {
    class: classes('table', mark.class, framed(table) && 'framed'),
    id: anchorOf(table, inner),
    'data-c': mark['data-c'],
  };
  const grid = element(
    'table',
    { class: `t-${number}`, 'aria-labelledby': caption === '' ? undefined : `cap-${number}` },
    [
      element('colgroup', {}, columns.map((column) => element('col', { class: column.class })).join('')),
      writeRows(table, inner),
    ].join(''),
  );
  setWidths(table.columns, number, inner);
  context.page.rules.push(...keyRules(table, number));
  const heading =
    caption === '' ? '' : element('figcaption', { id: `cap-${number}`, class: captionBar(table, inner) }, caption);
  const bare = table.columns.map((column) => bareColumn(column, carried, inner));
  const lead = mark.lead + columns.map((column) => column.lead).join('') + bare.join('');
  const scroll = {
    class: 'scroll',
    ...(framed(table) ? { tabindex: '0', role: 'region', 'aria-label': `Table ${number}` } : {}),
  };
  const rest = onlyChanged(table, context) + element('div', scroll, grid);
  return element('figure', attributes, wrapTags(lead) + heading + rest);
}

/** The changes that cells of the table carry. */
function changesOfCells(rows: readonly TrackedRow[]): ReadonlySet<string> {
  const fates = rows.flatMap((row) => row.cells.map((cell) => ownFate(cell)?.change));
  return new Set(fates.filter((change) => change !== undefined));
}

/** A tag for a column that came or went where spans cover it in every row, so that no cell can carry its mark. */
function bareColumn(column: Column<Revision>, carried: ReadonlySet<string>, context: Context): Html {
  const fate = ownFate(column);
  if (fate === undefined || carried.has(fate.change)) return '';
  return markText(`column ${fate.kind === 'insertion' ? 'inserted' : 'deleted'}`, fate, context, true, 'tag');
}

/** The bar beside the caption. */
function captionBar(table: Table<Revision>, context: Context): string {
  const own = revisionOf(table);
  return barClass([context.fate, own, ...(table.caption ?? []).map(revisionOf)], context.page);
}

/** The bar beside a row in which anything changed. */
function rowBar(row: TrackedRow, context: Context): string {
  const revisions: (Revision | undefined)[] = [context.fate];
  walk<Revision>(row, (node) => revisions.push(revisionOf(node)));
  return barClass(revisions, context.page);
}

function writeCaption(table: Table<Revision>, context: Context): Html {
  const label = writeNumber(table, context);
  const text = table.caption === undefined ? '' : writeInlines(table.caption, context);
  return (label === '' ? '' : element('span', { class: 'label' }, label)) + text;
}

/** `Table 9.3`, its word and its number each with their marks. */
function writeNumber(table: Table<Revision>, context: Context): Html {
  const before = altered(table, 'label');
  if (table.label === undefined && before === undefined) return '';
  const word = altered(table, 'word');
  const name = table.word ?? 'Table';
  const shown =
    word === undefined
      ? markText(escapeText(name), fateOf(table, context), context)
      : renumbered(String(word.value ?? 'Table'), name, word.change, context);
  return `${shown} ${markLabel(table, table.label ?? '', context)}`;
}

/** Widths become shares of the page, as rules: the page's policy lets no element style itself. */
function setWidths(columns: readonly Column<Revision>[], table: number, context: Context): void {
  const total = columns.reduce((sum, column) => sum + (column.width ?? 0), 0);
  if (total <= 0 || columns.some((column) => column.width === undefined)) return;
  columns.forEach((column, i) => {
    const share = ((100 * (column.width ?? 0)) / total).toFixed(2);
    context.page.rules.push(`.t-${table} col:nth-child(${i + 1}){width:${share}%}`);
  });
}

/** The header rows at the top repeat on each sheet; a header row further down stays where it is. */
function writeRows(table: Table<Revision>, context: Context): Html {
  const places = gridPlaces(table.rows, table.columns.length);
  const body = table.rows.findIndex((row) => row.header !== true);
  const end = body < 0 ? table.rows.length : body;
  const rows = table.rows.map((row, i) => {
    const aligned = (places[i] ?? []).map((column) => table.columns[column]?.align);
    return writeRow(row, context, aligned);
  });
  const head = rows.slice(0, end).join('');
  return (head === '' ? '' : element('thead', {}, head)) + element('tbody', {}, rows.slice(end).join(''));
}

/** The grid column of each cell, spans from the left and from above counted. */
function gridPlaces(rows: readonly TrackedRow[], columns: number): number[][] {
  const covered: number[] = [];
  return rows.map((row) => {
    const places: number[] = [];
    let column = 0;
    for (const cell of row.cells) {
      while ((covered[column] ?? 0) > 0) column += 1;
      places.push(column);
      const width = span(cell.columnSpan);
      for (let i = column; i < Math.min(column + width, columns); i++) covered[i] = span(cell.rowSpan);
      column += width;
    }
    for (let i = 0; i < covered.length; i++) covered[i] = Math.max(0, (covered[i] ?? 0) - 1);
    return places;
  });
}

/** A browser takes no span above 1000. */
function span(value: number | undefined): number {
  return Math.min(Math.max(1, Math.trunc(value ?? 1)), 1000);
}

export function writeRow(row: TrackedRow, context: Context, aligned: readonly (Alignment | undefined)[] = []): Html {
  const inner = inside(row, context);
  const { lead, ...mark } = markHolder(row, context);
  const tag = row.header === true ? 'th' : 'td';
  const cells = row.cells.map((cell, i) => writeCell(cell, inner, tag, aligned[i], i === 0 ? lead : ''));
  const attributes = { ...mark, class: classes(mark.class, rowBar(row, inner)), id: anchorOf(row, inner) };
  return element('tr', attributes, cells.join(''));
}

export function writeCell(
  cell: TrackedCell,
  context: Context,
  tag: 'td' | 'th' = 'td',
  align?: Alignment,
  rowLead: Html = '',
): Html {
  const inner = inside(cell, context);
  const mark = markHolder(cell, context);
  const columns = span(cell.columnSpan);
  const rows = span(cell.rowSpan);
  const attributes = {
    class: classes(mark.class, align !== undefined && `to-${align}`),
    'data-c': mark['data-c'],
    scope: tag === 'th' ? (columns > 1 ? 'colgroup' : 'col') : undefined,
    colspan: columns > 1 ? columns : undefined,
    rowspan: rows > 1 ? rows : undefined,
  };
  return element(tag, attributes, wrapTags(rowLead + mark.lead) + writeBlocks(cell.children, inner));
}

/** A column by itself: its cells, which share its revision, carry the marks. */
export function writeColumn(column: Column<Revision>): Html {
  const kind = ownFate(column)?.kind;
  return element('col', { class: kind === undefined ? '' : kind === 'insertion' ? 'ins' : 'del' });
}
