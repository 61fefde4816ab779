/** Rows of the change table where the redline has no change. */
import { CHANGED_PACK } from '../../examples.ts';
import { anchorsOfChange, rowsFor } from '../../pack.ts';
import type { PackRule } from '../../rule.ts';

export const rowWithoutChange: PackRule = {
  id: 'row-without-change',
  group: 'packs',
  severity: 'warning',
  says: 'A row of the change table, or a provision that it covers, where the redline has no change.',
  why: 'The table promises a change that the redline does not have.',
  good: { ...CHANGED_PACK, rows: [{ covers: ['two'], description: 'Adds three.' }] },
  bad: { ...CHANGED_PACK, rows: [{ covers: ['one', 'two'], description: 'Adds three.' }] },
  checkPack: (pack, report) => {
    for (const document of pack.documents) {
      if (document.redline === undefined) continue;
      const changed = new Set(document.redline.changes.flatMap((change) => [...anchorsOfChange(change)]));
      for (const row of rowsFor(pack, document)) {
        for (const anchor of row.covers) {
          if (changed.has(anchor)) continue;
          const reason = `a row of the change table covers "${anchor}", where ${document.id} has no change`;
          report(row.place === undefined ? { reason, actual: anchor } : { reason, actual: anchor, place: row.place });
        }
      }
    }
  },
};
