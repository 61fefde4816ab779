/** Two rows of a table with one number, or with the same words. */

import type { Node, Row, Table } from '../../../model/document.ts';
import { plainText, walk } from '../../../model/walk.ts';
import { countBlocks } from '../../facts/counts.ts';
import type { ReportFound, Rule } from '../../rule.ts';

/** What heads a column of numbers that count the rows. */
const NUMBERED =
  /^(?:no\.?|nos\.?|number|#|№|id|ref\.?|item (?:no\.?|number)|row|row no\.?|s\/n|serial (?:no\.?|number)|step)$/i;

const TABLE = (second: string) =>
  `| No. | Item | Due |\n| --- | --- | --- |\n| 1 | Plan | May |\n| ${second} | Report | June |\n| 3 | Pack | July |`;

export const repeatedRow: Rule = {
  id: 'repeated-row',
  group: 'structure',
  severity: 'warning',
  says: 'Two rows of a table with one number, or with the same words in every cell.',
  why: 'A row was copied and only half of it edited, or it was pasted twice.',
  good: TABLE('2'),
  bad: TABLE('1'),
  check: (subject, report) => {
    const reported = new Set<Node>();
    for (const { rows } of countBlocks(subject)) {
      const seen = new Set<string>();
      for (const { key, rest, at, node } of rows) {
        if (!seen.has(key)) seen.add(key);
        else {
          reported.add(node);
          report({ reason: `two rows are numbered ${key}`, at, node, actual: `${key} ${rest.slice(0, 60)}` });
        }
      }
    }
    walk(subject.document, (node) => {
      if (node.type === 'table') checkTable(node, reported, report);
    });
  },
};

function checkTable(table: Table, reported: ReadonlySet<Node>, report: ReportFound): void {
  const [header, ...rows] = table.rows;
  if (header === undefined || rows.length < 2) return;
  const numbered = NUMBERED.test(textsOf(header)[0] ?? '');
  const keys = new Set<string>();
  const wholes = new Set<string>();
  for (const row of rows) {
    const texts = textsOf(row);
    const [key = ''] = texts;
    const whole = texts.join('\u0000');
    const again = wholes.has(whole) && texts.filter((text) => text !== '').length > 1 && whole.length > 16;
    if (!reported.has(row) && /\d/.test(key) && numbered && keys.has(key)) {
      report({ reason: `two rows are numbered ${key}`, node: row, actual: texts.slice(0, 2).join(' ').slice(0, 80) });
    } else if (!reported.has(row) && again) {
      report({
        reason: 'two rows say the same in every cell',
        node: row,
        actual: texts.join(' | ').slice(0, 100),
        severity: 'note',
      });
    }
    keys.add(key);
    wholes.add(whole);
  }
}

function textsOf(row: Row): string[] {
  return row.cells.map((cell) => plainText(cell as never).trim());
}
