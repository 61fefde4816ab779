/** How a provision is cited: `Clause 20.18(a)(ii)`, `Table 9.3, row 2A`, `footnote 7`. */
import type { Clause, Doc, Meta, Node, Row, Table } from './document.ts';
import { CHILD_LISTS, childList, plainText } from './walk.ts';

/** A label that already says what it is: `Annex A`, `§ 5`, `Article 3`. */
const NAMED_LABEL = /^(?:§|[A-Z][a-z]+\s)/;

/** The citation of every node of a document, in that document's own numbering. */
export function citations<R>(document: Doc<R>): Map<Node<R>, string> {
  const cites = new Map<Node<R>, string>();
  let notes = 0;
  let loose = 0;
  const visit = (node: Node<R>, around: string, table: Table<R> | undefined): void => {
    if (node.type === 'note') notes += 1;
    if (around === '' && (node.type === 'para' || node.type === 'item')) loose += 1;
    const cite = citeOne(node, around, table, document.meta, { notes, loose });
    cites.set(node, cite);
    const inner = node.type === 'table' ? node : table;
    for (const name of CHILD_LISTS[node.type]) {
      for (const child of childList(node, name)) visit(child, cite, inner);
    }
  };
  visit(document, '', undefined);
  return cites;
}

function citeOne<R>(
  node: Node<R>,
  around: string,
  table: Table<R> | undefined,
  meta: Meta,
  count: { readonly notes: number; readonly loose: number },
): string {
  if (node.type === 'clause') return citeClause(node, around, meta);
  if (node.type === 'table') return citeTable(node, around);
  if (node.type === 'row' && table !== undefined) return citeRow(node, around, table);
  if (node.type === 'definition') return `definition of "${node.term}"`;
  if (node.type === 'note') return `${node.kind} ${count.notes}`;
  if (around === '' && (node.type === 'para' || node.type === 'item')) return `paragraph ${count.loose}`;
  return around;
}

function citeClause<R>(clause: Clause<R>, around: string, meta: Meta): string {
  const label = clause.label?.replace(/\.$/, '');
  if (label === undefined) {
    const heading = clause.heading === undefined ? '' : plainText(clause.heading).trim();
    return heading === '' ? around : `"${shorten(heading)}"`;
  }
  if (clause.kind === 'limb') return around === '' ? `paragraph ${label}` : limbCite(around, label);
  return NAMED_LABEL.test(label) ? label : `${meta.provision} ${label}`;
}

/** `(a)` is appended; a limb labelled `1` or `a)` needs parting from what stands before. */
function limbCite(around: string, label: string): string {
  if (label.startsWith('(') && /[\w)]$/.test(around)) return around + label;
  return `${around}, ${label}`;
}

function citeTable<R>(table: Table<R>, around: string): string {
  if (table.label !== undefined) return `${table.word ?? 'Table'} ${table.label}`;
  const caption = table.caption === undefined ? '' : plainText(table.caption).trim();
  if (caption !== '') return `table "${shorten(caption)}"`;
  return around === '' ? 'table' : `${around}, table`;
}

function citeRow<R>(row: Row<R>, around: string, table: Table<R>): string {
  if (row.header === true) return `${around}, heading row`;
  const key = table.keyedBy.length === 0 ? '' : rowKey(table, row).join(', ');
  if (key === '') return `${around}, row ${table.rows.filter((r) => r.header !== true).indexOf(row) + 1}`;
  return /^[\d.]*[A-Z]?$/.test(key) ? `${around}, row ${key}` : `${around}, "${shorten(key)}"`;
}

/** The text of a row's key cells, in the order of `keyedBy`; empty strings where a key column is missing. */
export function rowKey<R>(table: Table<R>, row: Row<R>): string[] {
  const header = table.rows.find((candidate) => candidate.header === true);
  if (header === undefined) return [];
  const names = gridTexts(header);
  const values = gridTexts(row);
  return table.keyedBy.map((name) => values[names.indexOf(name)] ?? '');
}

/** The text of each grid column of a row; a cell that spans columns answers for its first. */
export function gridTexts<R>(row: Row<R>): string[] {
  const texts: string[] = [];
  for (const cell of row.cells) {
    texts.push(plainText(cell).replace(/\s+/g, ' ').trim());
    for (let i = 1; i < (cell.columnSpan ?? 1); i++) texts.push('');
  }
  return texts;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
