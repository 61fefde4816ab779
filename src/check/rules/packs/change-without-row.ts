/** Substantive changes that no row of the change table covers. */
import type { Change } from '../../../model/redline.ts';
import { CHANGED_PACK } from '../../examples.ts';
import { anchorsOfChange, type PackDocumentView, type PackRow, rowsFor } from '../../pack.ts';
import type { PackRule } from '../../rule.ts';

export const changeWithoutRow: PackRule = {
  id: 'change-without-row',
  group: 'packs',
  severity: 'warning',
  says: 'A substantive change that no row of the change table covers.',
  why: 'Consultees are told of every change that matters.',
  good: { ...CHANGED_PACK, rows: [{ covers: ['two'], description: 'Adds three.' }] },
  bad: { ...CHANGED_PACK, rows: [{ covers: ['one'], description: 'Adds three.' }] },
  checkPack: (pack, report) => {
    if (pack.rows.length === 0) return;
    for (const document of pack.documents) {
      const rows = rowsFor(pack, document);
      for (const change of substantive(document)) {
        if (isCovered(change, rows)) continue;
        const locus = change.after ?? change.before;
        const reason = `no row of the change table covers a ${change.kind} in ${document.id}`;
        const place = document.place === undefined ? {} : { place: document.place };
        report({ reason, ...place, cite: locus?.cite ?? document.id, actual: change.summary });
      }
    }
  },
};

/** Changes that stand on their own, and of which the law may differ. */
function substantive({ redline }: PackDocumentView): readonly Change[] {
  return (redline?.changes ?? []).filter((change) => change.weight === 'substantive' && change.cause === undefined);
}

/** A change within a provision that a row covers is covered; so is one around it. */
function isCovered(change: Change, rows: readonly PackRow[]): boolean {
  const within = anchorsOfChange(change);
  return rows.some((row) => row.covers.some((anchor) => within.has(anchor)));
}
