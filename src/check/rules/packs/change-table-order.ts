/** A change table whose rows leave the order of the document. */
import type { Table } from '../../../model/document.ts';
import { plainText, walk } from '../../../model/walk.ts';
import { CHANGE_TABLE_HEAD } from '../../examples.ts';
import type { Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

export const changeTableOrder: Rule = {
  id: 'change-table-order',
  group: 'packs',
  severity: 'note',
  says: 'A change table whose rows do not follow the order of the document that they are about.',
  why: 'A reader follows the document from its beginning to its end.',
  good: `${CHANGE_TABLE_HEAD}| Clause 2.1 | a | |\n| Clause 3.3 | b | |\n| Clause 7.4 | c | |\n| Clause 7.5 | d | |`,
  bad: `${CHANGE_TABLE_HEAD}| Clause 7.4 | c | |\n| Clause 7.5 | d | |\n| Clause 2.1 | a | |\n| Clause 3.3 | b | |`,
  check: (subject: Subject, report) => {
    walk(subject.document, (node) => {
      if (node.type !== 'table' || !isChangeTable(node)) return;
      const references = referencesOf(node);
      if (references.length < 4) return;
      const last = new Map<string, string>();
      for (const { document, number, row } of references) {
        const before = last.get(document);
        last.set(document, number);
        if (before === undefined || order(before, number) <= 0) continue;
        const reason = `the rows of a change table leave the order of the document: ${number} follows ${before}`;
        report({ reason, node: row, actual: `${before}, ${number}` });
        return;
      }
    });
  },
};

/** The references of a change table, row by row. */
function referencesOf(
  table: Table,
): { readonly document: string; readonly number: string; readonly row: Table['rows'][number] }[] {
  return table.rows.flatMap((row) => {
    if (row.header === true) return [];
    const text = row.cells
      .slice(0, 2)
      .map((cell) => plainText(cell).trim())
      .join(' ');
    const match = /^(?:\d+\.?\s+)?(.*?)\b(?:Clause|Section|Paragraph|Article)\s+(\d+(?:\.\d+)*)/.exec(text);
    return match === null ? [] : [{ document: (match[1] ?? '').trim(), number: match[2] ?? '', row }];
  });
}

function isChangeTable(table: Table): boolean {
  const head = table.rows[0];
  return (
    head !== undefined &&
    /\b(?:change|description|rationale|reason)/i.test(head.cells.map((cell) => plainText(cell)).join(' '))
  );
}

function order(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    if (left[i] !== right[i]) return (left[i] as number) - (right[i] as number);
  }
  return 0;
}
