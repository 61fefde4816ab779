/** A change table that calls a provision new which another of its rows says was moved. */

import type { Table } from '../../model/document.ts';
import { plainText, walk } from '../../model/walk.ts';
import { pushTo } from '../group.ts';
import type { Rule, Tell } from '../rule.ts';
import type { Passage, Subject } from '../subject.ts';

const HEAD = '| Reference | Description | Rationale |\n| --- | --- | --- |\n';

export const movedAsNew: Rule = {
  id: 'moved-as-new',
  group: 'packs',
  severity: 'warning',
  english: true,
  says: 'A change table that calls a provision new which another of its rows says was moved.',
  good: `${HEAD}| Clause 7.4 | Moved up. | Clarity |\n| Clause 7.9 | Removed. | Covered by Clause 7.4 |`,
  bad: `${HEAD}| Clause 7.4 | Moved up. | Clarity |\n| Clause 7.9 | Removed. | Covered by the new Clause 7.4 |`,
  check: (subject, tell) => {
    const cells = new Map<unknown, Passage[]>();
    for (const at of subject.passages) {
      const row = at.ancestors.findLast((node) => node.type === 'row');
      if (row !== undefined) pushTo(cells, row, at);
    }
    walk(subject.document, (node) => {
      if (node.type === 'table') checkTable(node, cells, tell);
    });
  },
};

const CITED = /\b(?:Clause|Section|Paragraph|Table)\s+[\d.]*\d/gi;
const NEW = /\bnew\s+((?:Clause|Section|Paragraph|Table)\s+[\d.]*\d)/gi;

function checkTable(table: Table, cells: ReadonlyMap<unknown, readonly Passage[]>, tell: Tell): void {
  const moved = new Map<string, string>();
  table.rows.forEach((row) => {
    const text = row.cells.map((cell) => plainText(cell)).join(' | ');
    const first = text.match(CITED) ?? [];
    if (!/\b(?:moved|relocated|renumbered)\b/i.test(text) || first.length === 0) return;
    moved.set((first[0] as string).toLowerCase(), text.slice(0, 60));
  });
  if (moved.size === 0) return;
  for (const at of table.rows.flatMap((row) => cells.get(row) ?? [])) {
    for (const match of at.text.matchAll(NEW)) {
      const cited = match[1] as string;
      if (!moved.has(cited.toLowerCase())) continue;
      const reason = `${cited} is called new, but another row of the table says that it was moved`;
      tell({ reason, at, start: match.index, end: match.index + match[0].length, actual: match[0], expected: cited });
    }
  }
}

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

export const changeTableOrder: Rule = {
  id: 'change-table-order',
  group: 'packs',
  severity: 'note',
  says: 'A change table whose rows do not follow the order of the document that they are about.',
  good: `${HEAD}| Clause 2.1 | a | |\n| Clause 3.3 | b | |\n| Clause 7.4 | c | |\n| Clause 7.5 | d | |`,
  bad: `${HEAD}| Clause 7.4 | c | |\n| Clause 7.5 | d | |\n| Clause 2.1 | a | |\n| Clause 3.3 | b | |`,
  check: (subject: Subject, tell) => {
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
        tell({ reason, node: row, actual: `${before}, ${number}` });
        return;
      }
    });
  },
};

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
