/** Rows of the change table that call a provision new which was moved or edited. */
import { anchors } from '../../../model/links.ts';
import { CHANGED_PACK } from '../../examples.ts';
import { anchorsOfChange, rowsFor } from '../../pack.ts';
import type { PackRule } from '../../rule.ts';

export const rowCallsMovedNew: PackRule = {
  id: 'row-calls-moved-new',
  group: 'packs',
  severity: 'warning',
  says: 'A row of the change table that calls a provision new which was moved or edited.',
  why: 'The redline has the provision before and after.',
  good: { ...CHANGED_PACK, rows: [{ covers: ['two'], description: 'Adds three.' }] },
  bad: { ...CHANGED_PACK, rows: [{ covers: ['two'], description: 'A new clause on two.' }] },
  checkPack: (pack, report) => {
    for (const document of pack.documents) {
      const earlier = new Set(document.before === undefined ? [] : anchors(document.before).keys());
      for (const row of rowsFor(pack, document)) {
        if (
          !/\bnew (?:clause|section|paragraph|provision)s?\b|\b(?:inserts?|adds?) (?:a|an|the) (?:clause|section|paragraph|provision)\b/i.test(
            row.description,
          )
        )
          continue;
        const inserted = row.covers.some((anchor) => !earlier.has(anchor));
        const was = document.redline?.changes.find(
          (change) => change.before !== undefined && row.covers.some((anchor) => anchorsOfChange(change).has(anchor)),
        );
        if (inserted || was === undefined) continue;
        const reason = `a row of the change table speaks of a new provision, but the redline has a ${was.kind}`;
        report({
          reason,
          cite: was.before?.cite ?? '',
          actual: row.description,
          ...(row.place === undefined ? {} : { place: row.place }),
        });
      }
    }
  },
};
