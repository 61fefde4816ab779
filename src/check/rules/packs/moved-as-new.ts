/** A change table that calls a provision new which another of its rows says was moved. */

import type { Table } from '../../../model/document.ts';
import { plainText, walk } from '../../../model/walk.ts';
import { CHANGE_TABLE_HEAD } from '../../examples.ts';
import { useOf } from '../../facts/words.ts';
import { pushTo } from '../../group.ts';
import type { ReportFound, Rule } from '../../rule.ts';
import type { Passage } from '../../subject.ts';

export const movedAsNew: Rule = {
  id: 'moved-as-new',
  group: 'packs',
  severity: 'warning',
  english: true,
  says: 'A change table that calls a provision new which another of its rows says was moved.',
  why: 'Another row of the same table says that the provision was moved.',
  good: `${CHANGE_TABLE_HEAD}| Clause 7.4 | Moved up. | Clarity |\n| Clause 7.9 | Removed. | Covered by Clause 7.4 |`,
  bad: `${CHANGE_TABLE_HEAD}| Clause 7.4 | Moved up. | Clarity |\n| Clause 7.9 | Removed. | Covered by the new Clause 7.4 |`,
  check: (subject, report) => {
    const cells = new Map<unknown, Passage[]>();
    for (const at of subject.passages) {
      const row = at.ancestors.findLast((node) => node.type === 'row');
      if (row !== undefined) pushTo(cells, row, at);
    }
    walk(subject.document, (node) => {
      if (node.type === 'table') checkTable(node, cells, report);
    });
  },
};

const CITED = /\b(?:Clause|Section|Paragraph|Table)\s+[\d.]*\d/gi;

const NEW = /\bnew\s+((?:Clause|Section|Paragraph|Table)\s+[\d.]*\d)/gi;

function checkTable(table: Table, cells: ReadonlyMap<unknown, readonly Passage[]>, report: ReportFound): void {
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
      report({ reason, ...useOf(at, match), actual: match[0], expected: cited });
    }
  }
}
