/** The change table of a pack against the redline, both ways. */
import { anchors } from '../../model/links.ts';
import type { Change } from '../../model/redline.ts';
import type { PackDocumentView, PackRow, PackView } from '../pack.ts';
import type { PackExample, PackRule } from '../rule.ts';

const TEXT =
  '---\ntitle: T\nprovision: Clause\nversion: "1"\n---\n\n# 1 Terms {#terms}\n\n1.1 {#one} One.\n\n1.2 {#two} Two.\n';
const CHANGED: Pick<PackExample, 'before' | 'after'> = {
  before: TEXT,
  after: TEXT.replace('Two.', 'Two, and three more.'),
};

/** The anchors that a change lies in, on either side. */
function anchorsOf(change: Change): Set<string> {
  return new Set([change.before, change.after].flatMap((locus) => locus?.within ?? []));
}

/** Changes that stand on their own, and of which the law may differ. */
function substantive({ redline }: PackDocumentView): readonly Change[] {
  return (redline?.changes ?? []).filter((change) => change.weight === 'substantive' && change.cause === undefined);
}

function rowsFor(pack: PackView, document: PackDocumentView): PackRow[] {
  return pack.rows.filter((row) => row.document === document.id);
}

/** A change within a provision that a row covers is covered; so is one around it. */
function isCovered(change: Change, rows: readonly PackRow[]): boolean {
  const within = anchorsOf(change);
  return rows.some((row) => row.covers.some((anchor) => within.has(anchor)));
}

export const changeWithoutRow: PackRule = {
  id: 'change-without-row',
  group: 'packs',
  severity: 'warning',
  says: 'A substantive change that no row of the change table covers.',
  good: { ...CHANGED, rows: [{ covers: ['two'], description: 'Adds three.' }] },
  bad: { ...CHANGED, rows: [{ covers: ['one'], description: 'Adds three.' }] },
  checkPack: (pack, tell) => {
    if (pack.rows.length === 0) return;
    for (const document of pack.documents) {
      const rows = rowsFor(pack, document);
      for (const change of substantive(document)) {
        if (isCovered(change, rows)) continue;
        const locus = change.after ?? change.before;
        const reason = `no row of the change table covers a ${change.kind} in ${document.id}`;
        const place = document.place === undefined ? {} : { place: document.place };
        tell({ reason, ...place, cite: locus?.cite ?? document.id, actual: change.summary });
      }
    }
  },
};

export const rowWithoutChange: PackRule = {
  id: 'row-without-change',
  group: 'packs',
  severity: 'warning',
  says: 'A row of the change table, or a provision that it covers, where the redline has no change.',
  good: { ...CHANGED, rows: [{ covers: ['two'], description: 'Adds three.' }] },
  bad: { ...CHANGED, rows: [{ covers: ['one', 'two'], description: 'Adds three.' }] },
  checkPack: (pack, tell) => {
    for (const document of pack.documents) {
      if (document.redline === undefined) continue;
      const changed = new Set(document.redline.changes.flatMap((change) => [...anchorsOf(change)]));
      for (const row of rowsFor(pack, document)) {
        for (const anchor of row.covers) {
          if (changed.has(anchor)) continue;
          const reason = `a row of the change table covers "${anchor}", where ${document.id} has no change`;
          tell(row.place === undefined ? { reason, actual: anchor } : { reason, actual: anchor, place: row.place });
        }
      }
    }
  },
};

export const rowCallsMovedNew: PackRule = {
  id: 'row-calls-moved-new',
  group: 'packs',
  severity: 'warning',
  says: 'A row of the change table that calls a provision new which was moved or edited.',
  good: { ...CHANGED, rows: [{ covers: ['two'], description: 'Adds three.' }] },
  bad: { ...CHANGED, rows: [{ covers: ['two'], description: 'A new clause on two.' }] },
  checkPack: (pack, tell) => {
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
          (change) => change.before !== undefined && row.covers.some((anchor) => anchorsOf(change).has(anchor)),
        );
        if (inserted || was === undefined) continue;
        const reason = `a row of the change table speaks of a new provision, but the redline has a ${was.kind}`;
        tell({
          reason,
          cite: was.before?.cite ?? '',
          actual: row.description,
          ...(row.place === undefined ? {} : { place: row.place }),
        });
      }
    }
  },
};

export const packVersions: PackRule = {
  id: 'pack-versions',
  group: 'packs',
  severity: 'error',
  says: 'A version whose baseline is not the one that the pack compares it with, or that takes effect on another day than the pack says.',
  good: { before: TEXT, after: TEXT.replace('version: "1"', 'version: "2"\nbaseline: "1"'), rows: [] },
  bad: { before: TEXT, after: TEXT.replace('version: "1"', 'version: "2"\nbaseline: "0"'), rows: [] },
  checkPack: (pack, tell) => {
    for (const { id, before, after, place } of pack.documents) {
      const spot = place === undefined ? {} : { place };
      const { baseline, effective } = after.meta;
      if (before?.meta.version !== undefined && baseline !== undefined && baseline !== before.meta.version) {
        const reason = `${id} names another baseline than the version that the pack compares it with`;
        tell({ reason, ...spot, actual: baseline, expected: before.meta.version });
      }
      const amendment = pack.dates?.amendment;
      if (before !== undefined && effective !== undefined && amendment !== undefined && effective !== amendment) {
        const reason = `${id} takes effect on another day than the pack says`;
        tell({ reason, ...spot, actual: effective, expected: amendment });
      }
    }
  },
};
