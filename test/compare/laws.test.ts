/** The laws of DESIGN.md section 5 for comparison, over arbitrary documents and edits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import { acceptAll, decide, rejectAll, revisionOf } from '../../src/model/decide.ts';
import type { Document, Node } from '../../src/model/document.ts';
import { firstDifference } from '../../src/model/equal.ts';
import type { Redline, Revision } from '../../src/model/redline.ts';
import { walk } from '../../src/model/walk.ts';
import { arbitraryDocument as document } from '../arbitrary/document.ts';
import { editedPair } from '../arbitrary/edits.ts';

/** How many cases each law is tried on; CI tries thousands. */
const RUNS = Number(process.env.KEELING_RUNS ?? (process.env.CI ? 2000 : 300));

/** The changes that the revisions of a redline name. */
function named(redline: Redline): Set<string> {
  const ids = new Set<string>();
  walk(redline.document, (node: Node<Revision>) => {
    const revision = revisionOf(node);
    if (revision === undefined) return;
    if (revision.kind === 'alteration') for (const { change } of Object.values(revision.before)) ids.add(change);
    else ids.add(revision.change);
  });
  return ids;
}

function expectLaws(before: Document, after: Document): void {
  const redline = compare(before, after);
  expect(firstDifference(acceptAll(redline), after)).toBeUndefined();
  expect(firstDifference(rejectAll(redline), before)).toBeUndefined();
  const ids = redline.changes.map((change) => change.id);
  expect([...named(redline)].sort()).toEqual([...ids].sort());
  for (const change of redline.changes) {
    expect(change.before !== undefined || change.after !== undefined).toBe(true);
    if (change.weight === 'consequential') expect(ids).toContain(change.cause);
  }
}

describe('compare', () => {
  it('accepts to after, rejects to before, and accounts for every revision', () => {
    fc.assert(
      fc.property(editedPair, ({ before, after }) => expectLaws(before, after)),
      { numRuns: RUNS },
    );
  });

  it('finds no change between a document and itself', () => {
    fc.assert(
      fc.property(document, (d) => {
        expect(compare(d, structuredClone(d)).changes).toEqual([]);
      }),
      { numRuns: RUNS / 4 },
    );
  });

  it('gives the same redline for the same input', () => {
    fc.assert(
      fc.property(editedPair, ({ before, after }) => {
        expect(compare(before, after)).toEqual(compare(structuredClone(before), structuredClone(after)));
      }),
      { numRuns: RUNS / 10 },
    );
  });

  it('comes to the same, decided at once or change by change', () => {
    fc.assert(
      fc.property(editedPair, ({ before, after }) => {
        const redline = compare(before, after);
        const step = decide(redline, (change) => (Number(change.id.slice(1)) % 2 === 0 ? 'accept' : 'leave'));
        const rest = decide(step, () => 'accept');
        expect(firstDifference(rest.document, after)).toBeUndefined();
      }),
      { numRuns: RUNS / 4 },
    );
  });
});
