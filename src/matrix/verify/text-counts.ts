/** Sentences that say how many rows or required cells a table of the matrix has, held against the table. */
import type { Report } from '../../message.ts';
import { citations } from '../../model/cite.ts';
import type { Document, Node, Para } from '../../model/document.ts';
import { plainText, walk } from '../../model/walk.ts';
import { countsOf, totalRequired } from '../count/count.ts';
import type { Shape } from '../shape/shape.ts';
import { type MatrixTable, tableCite } from '../table.ts';
import { placePart, tableNumbered, type Verified } from './version.ts';

/** A count as it is said of what a table has, and nothing that is less than all of it (`12 Mandatory tests`). */
function saidCounts({ nouns }: Shape): RegExp {
  const words = ['rows', nouns.test[1]].map((word) => word.replace(/[^\p{L}\p{N} ]/gu, '')).join('|');
  const figure = '\\d{1,6}|[a-z]+(?:-[a-z]+)?';
  return new RegExp(
    `\\b(?:(?:has|have|contains?|requires?|of|with)\\s+(?:a total of\\s+)?|total of\\s+)(${figure})\\s+(${words})\\b`,
    'gi',
  );
}

/** Reports each sentence that names one table of the matrix and gives another number of its rows or required cells. */
export function checkTextCounts({ version, baseline }: Verified, report: Report): void {
  const { document, tables, shape } = version;
  if (document === undefined) return;
  const said = saidCounts(shape);
  let cites: ReturnType<typeof citations> | undefined;
  for (const para of parasOf(document)) {
    for (const sentence of plainText(para).split(/(?<=[.;:?!])\s+/)) {
      const table = tableNamed(sentence, tables);
      if (table === undefined) continue;
      for (const { actual, what, right } of wrongIn(sentence, said, table, tableNumbered(baseline, table.number))) {
        cites ??= citations(document);
        report({
          severity: 'warning',
          rule: 'matrix/text-count',
          reason: `the text says another number of ${what} than ${tableCite(table)} has`,
          ...placePart(para.place),
          cite: cites.get(para) ?? tableCite(table),
          actual,
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

function wrongIn(sentence: string, said: RegExp, table: MatrixTable, was: MatrixTable | undefined) {
  const found = [...sentence.matchAll(said)];
  const counts = found.length === 0 ? undefined : countsOf(table, was);
  if (counts === undefined) return [];
  return found.flatMap(([, figure = '', what = '']) => {
    const right = what.toLowerCase() === 'rows' ? counts.rows : totalRequired(counts);
    const number = numberOf(figure.toLowerCase());
    if (number === undefined || number === right) return [];
    return [{ actual: `${figure} ${what}`, what: what.toLowerCase(), right }];
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
