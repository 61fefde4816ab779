/** `apply(draft(a, b), a) ≡ b`, over arbitrary documents and edits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Amendment, applyAmendment, draft } from '../../src/amend/index.ts';
import { compare } from '../../src/compare/index.ts';
import type { Document } from '../../src/model/document.ts';
import { firstDifference } from '../../src/model/equal.ts';
import { editedPair } from '../arbitrary/edits.ts';

const RUNS = Number(process.env.KEELING_RUNS ?? (process.env.CI ? 2000 : 300));

/** The conformed version, or what was refused. */
function conformed(amendment: Amendment, baseline: Document): Document {
  const applied = applyAmendment(amendment, baseline, { references: 'keep' });
  if ('refusals' in applied) throw new Error(JSON.stringify(applied.refusals.map(({ reason }) => reason)));
  return applied.document;
}

describe('apply(draft(a, b), a)', () => {
  it('is b, whatever was edited', () => {
    fc.assert(
      fc.property(editedPair, fc.constantFrom('amend' as const, 'rows' as const), ({ before, after }, tables) => {
        const drafted = draft(compare(before, after), { tables });
        expect(firstDifference(conformed(drafted, before), after)).toBeUndefined();
      }),
      { numRuns: RUNS },
    );
  });

  it('is a where nothing was edited, by no instruction', () => {
    fc.assert(
      fc.property(editedPair, ({ before }) => {
        const drafted = draft(compare(before, structuredClone(before)));
        expect(drafted.instructions).toEqual([]);
        expect(firstDifference(conformed(drafted, before), before)).toBeUndefined();
      }),
      { numRuns: RUNS / 10 },
    );
  });
});
