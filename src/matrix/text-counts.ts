/** Sentences that say how many rows or tests a table of the matrix has, held against the table. */
import type { Report } from '../message.ts';
import { citations } from '../model/cite.ts';
import type { Document, Node, Para } from '../model/document.ts';
import { plainText, walk } from '../model/walk.ts';
import { countsOf, totalTests } from './count.ts';
import { type MatrixTable, tableCite } from './table.ts';

interface Texts {
  readonly tables: readonly MatrixTable[];
  readonly document?: Document;
  readonly baseline?: { readonly tables: readonly MatrixTable[] };
}

/** A count as it is said of what a table has, and nothing that is less than all of it (`12 Mandatory tests`). */
const SAID =
  /\b(?:(?:has|have|contains?|requires?|of|with)\s+(?:a total of\s+)?|total of\s+)(\d{1,4}|[a-z]+(?:-[a-z]+)?)\s+(rows|tests)\b/gi;

/** Tells each sentence that names one table of the matrix and says another number of its rows or tests. */
export function checkTextCounts({ tables, document, baseline }: Texts, report: Report): void {
  if (document === undefined) return;
  const cites = citations(document);
  for (const para of parasOf(document)) {
    for (const sentence of plainText(para).split(/(?<=[.;:?!])\s+/)) {
      const table = tableNamed(sentence, tables);
      if (table === undefined) continue;
      const was = baseline?.tables.find(({ number }) => number === table.number);
      for (const { said, what, right } of wrongIn(sentence, table, was)) {
        const reason = `the text says another number of ${what} than ${tableCite(table)} has`;
        const place = para.place === undefined ? {} : { place: para.place };
        const cite = cites.get(para) ?? tableCite(table);
        report({
          severity: 'warning',
          rule: 'matrix/text-count',
          reason,
          ...place,
          cite,
          actual: said,
          expected: `${right} ${what}`,
        });
      }
    }
  }
}

function parasOf(document: Document): Para[] {
  const paras: Para[] = [];
  walk(document, (node: Node) => {
    if (node.type === 'para') paras.push(node);
  });
  return paras;
}

/** The one table that a sentence names. */
function tableNamed(sentence: string, tables: readonly MatrixTable[]): MatrixTable | undefined {
  const named = [...sentence.matchAll(/\bTable\s+(\d+(?:\.\d+)*)/g)].map(([, number]) => number);
  return new Set(named).size === 1 ? tables.find(({ number }) => number === named[0]) : undefined;
}

function wrongIn(sentence: string, table: MatrixTable, was: MatrixTable | undefined) {
  const counts = countsOf(table, was);
  if (counts === undefined) return [];
  return [...sentence.matchAll(SAID)].flatMap(([, figure = '', what = '']) => {
    const right = what.toLowerCase() === 'rows' ? counts.rows : totalTests(counts);
    const number = numberOf(figure.toLowerCase());
    if (number === undefined || number === right) return [];
    return [{ said: `${figure} ${what}`, what: what.toLowerCase(), right }];
  });
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** A number below 100 in words, or in figures; `undefined` for any other word. */
function numberOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const [first = '', second] = text.split('-');
  const ones = ONES.indexOf(second ?? first);
  if (second === undefined && ones >= 0) return ones;
  const tens = (TENS.indexOf(first) + 2) * 10;
  if (tens < 20) return undefined;
  if (second === undefined) return tens;
  return ones > 0 && ones < 10 ? tens + ones : undefined;
}
