/** Tables that define terms, a row a term: one rule for importing, checking and counting. */
import type { Row, Table } from './document.ts';
import { plainText } from './walk.ts';

const TERM_HEAD =
  /^(?:defined )?(?:terms?|expressions?|words?(?: (?:or|and) (?:phrases?|expressions?))?|phrases?|abbreviations?|acronyms?)$/i;
const DEFINITION_HEAD = /^(?:defined )?(?:definitions?|defined terms?)$/i;
const MEANING_HEAD = /^(?:meanings?|definitions?|interpretations?|explanations?)$/i;

/** A term in quotation marks, or no longer than terms are. */
const QUOTED = /^[“"‘'][^“”"]{1,120}[”"’'][.:,]?$/;
const MEANS = /^[:–—-]?\s*(?:means?|includes?|has the|have the|is (?:defined|as)|shall|refers?)\b/i;

/** How many of the rows must look like definitions where no header says that they are. */
const MOST = 0.8;

/** The rows of a table that define the term in their first cell; none where it is no table of definitions. */
export function definitionRows<R>(table: Table<R>): readonly Row<R>[] {
  const [head] = table.rows;
  if (head === undefined) return [];
  const [first = '', second = ''] = head.cells.map(cellText);
  const body = table.rows.slice(1).filter((row) => row.header !== true && isFilled(row));
  if (TERM_HEAD.test(first) && (head.header === true || MEANING_HEAD.test(second))) return body;
  if (DEFINITION_HEAD.test(first) && MEANING_HEAD.test(second)) return body;
  const rows = table.rows.filter(isFilled);
  return rows.length > 0 && rows.every((row) => row.cells.length === 2) && looksDefining(rows) ? rows : [];
}

function looksDefining<R>(rows: readonly Row<R>[]): boolean {
  const defining = rows.filter((row) => {
    const [term = '', meaning = ''] = row.cells.map(cellText);
    return QUOTED.test(term) || (term.length <= 80 && MEANS.test(meaning));
  });
  return defining.length >= rows.length * MOST;
}

/** The term that a row defines, without its quotation marks. */
export function termOfRow<R>(row: Row<R>): string {
  const text = row.cells[0] === undefined ? '' : cellText(row.cells[0]);
  return text.replace(/^[“"‘']+|[”"’']?[.:,]?$/g, '').trim();
}

function isFilled<R>(row: Row<R>): boolean {
  return row.cells.length >= 2 && row.cells.slice(0, 2).every((cell) => cellText(cell) !== '');
}

function cellText<R>(cell: Row<R>['cells'][number]): string {
  return plainText(cell).replace(/\s+/g, ' ').trim();
}
