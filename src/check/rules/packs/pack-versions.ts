/** Versions that disagree with what the pack says of them. */
import { PACK_TEXT } from '../../examples.ts';
import type { PackRule } from '../../rule.ts';

export const packVersions: PackRule = {
  id: 'pack-versions',
  group: 'packs',
  severity: 'error',
  says: 'A version whose baseline is not the one that the pack compares it with, or that takes effect on another day than the pack says.',
  why: 'The pack compares with one version, and the document names another.',
  good: { before: PACK_TEXT, after: PACK_TEXT.replace('version: "1"', 'version: "2"\nbaseline: "1"'), rows: [] },
  bad: { before: PACK_TEXT, after: PACK_TEXT.replace('version: "1"', 'version: "2"\nbaseline: "0"'), rows: [] },
  checkPack: (pack, report) => {
    for (const { id, before, after, place } of pack.documents) {
      const spot = place === undefined ? {} : { place };
      const { baseline, effective } = after.meta;
      if (before?.meta.version !== undefined && baseline !== undefined && baseline !== before.meta.version) {
        const reason = `${id} names another baseline than the version that the pack compares it with`;
        report({ reason, ...spot, actual: baseline, expected: before.meta.version });
      }
      const amendment = pack.dates?.amendment;
      if (before !== undefined && effective !== undefined && amendment !== undefined && effective !== amendment) {
        const reason = `${id} takes effect on another day than the pack says`;
        report({ reason, ...spot, actual: effective, expected: amendment });
      }
    }
  },
};
