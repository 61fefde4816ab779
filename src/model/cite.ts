/** How a provision is cited: `Clause 20.18(a)(ii)`, `Table 9.3, row 2A`, `footnote 7`. */
import type { Clause, Doc, Meta, Node, Row, Table } from './document.ts';
import { CHILD_LISTS, childList, plainText } from './walk.ts';

/** A label that already says what it is: `Annex A`, `§ 5`, `Article 3`. */
const NAMED_LABEL = /^(?:§|[A-Z][a-z]+\s)/;

/** The citation of every node that holds others, and of every opaque one, in that document's own numbering. */
export function citations<R>(document: Doc<R>): Map<Node<R>, string> {
  return citationsBy(document, NO_CITES);
}

/**
 * The same where each is to lead to one provision alone: in a document whose parts number anew, a clause whose citation
 * others have too is cited with what it stands in, as `Part B, Clause 3` or `Clause B, 3`.
 */
export function fullCitations<R>(document: Doc<R>): Map<Node<R>, string> {
  const plain = citations(document);
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const [node, cite] of plain) {
    if (node.type !== 'clause' || node.kind === 'limb') continue;
    if (seen.has(cite)) repeated.add(cite);
    seen.add(cite);
  }
  return repeated.size === 0 ? plain : citationsBy(document, repeated);
}

const NO_CITES: ReadonlySet<string> = new Set();

/** Citations in which those of clauses that are `repeated` say what the clause stands in. */
function citationsBy<R>(document: Doc<R>, repeated: ReadonlySet<string>): Map<Node<R>, string> {
  const cites = new Map<Node<R>, string>();
  let notes = 0;
  let loose = 0;
  const visit = (node: Node<R>, around: string, rows: ReadonlyMap<unknown, RowPlace>): void => {
    if (node.type === 'note') notes += 1;
    if (around === '' && (node.type === 'para' || node.type === 'item')) loose += 1;
    const own = citeOne(node, around, rows.get(node), document.meta, { notes, loose });
    const cite = node.type === 'clause' && repeated.has(own) ? within(around, own, document.meta) : own;
    cites.set(node, cite);
    const inner = node.type === 'table' ? rowPlaces(node) : NO_ROWS;
    for (const name of CHILD_LISTS[node.type]) {
      for (const child of childList(node, name)) {
        if (CHILD_LISTS[child.type].length > 0 || child.type === 'opaque') visit(child, cite, inner);
      }
    }
  };
  visit(document, '', NO_ROWS);
  return cites;
}

/** A citation with that of what is around it; the word of the provision stands in it once. */
function within(around: string, cite: string, { provision }: Meta): string {
  if (around === '') return cite;
  const word = `${provision} `;
  return `${around}, ${around.startsWith(word) && cite.startsWith(word) ? cite.slice(word.length) : cite}`;
}

const NO_ROWS: ReadonlyMap<unknown, RowPlace> = new Map();

function citeOne<R>(
  node: Node<R>,
  around: string,
  place: RowPlace | undefined,
  meta: Meta,
  count: { readonly notes: number; readonly loose: number },
): string {
  if (node.type === 'clause') return citeClause(node, around, meta);
  if (node.type === 'table') return citeTable(node, around);
  if (node.type === 'row') return citeRow(node, around, place);
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

/** Where a row stands in its table: its number among the rows that are no heading, and its key. */
interface RowPlace {
  readonly number: number;
  readonly key: string;
}

function rowPlaces<R>(table: Table<R>): Map<Node<R>, RowPlace> {
  const keys = rowKeys(table);
  const places = new Map<Node<R>, RowPlace>();
  let number = 0;
  for (const row of table.rows) {
    if (row.header !== true) number += 1;
    places.set(row, { number, key: (keys.get(row) ?? []).join(', ') });
  }
  return places;
}

function citeRow<R>(row: Row<R>, around: string, place: RowPlace | undefined): string {
  if (row.header === true) return `${around}, heading row`;
  const key = place?.key ?? '';
  if (key === '') return `${around}, row ${place?.number ?? 0}`;
  return /^[\d.]*[A-Z]?$/.test(key) ? `${around}, row ${key}` : `${around}, "${shorten(key)}"`;
}

/**
 * The texts of the key cells of each row, in the order of `keyedBy`; an empty string where a key column is missing,
 * an empty list where the table has no keys.
 */
export function rowKeys<R>(table: Table<R>): Map<Row<R>, string[]> {
  const header = table.rows.find((candidate) => candidate.header === true);
  if (header === undefined || table.keyedBy.length === 0) return new Map();
  const names = gridTexts(header);
  const columns = table.keyedBy.map((name) => names.indexOf(name));
  return new Map(
    table.rows.map((row) => {
      const values = gridTexts(row);
      return [row, columns.map((column) => values[column] ?? '')];
    }),
  );
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
