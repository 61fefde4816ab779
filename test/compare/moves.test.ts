/** How well moves are told, over statutes made up with known truth: precision and recall, printed and held to a floor. */
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import { revisionOf } from '../../src/model/decide.ts';
import type { Node } from '../../src/model/document.ts';
import type { Redline, Revision } from '../../src/model/redline.ts';
import { walk } from '../../src/model/walk.ts';
import { makeDraft, type TrueMove } from './drafts.ts';
import { makeStatute, seeded, toDocument } from './statute.ts';

/** How many statutes each row of the table is made over, of 40 to 200 clauses. */
const STATUTES = Number(process.env.KEELING_STATUTES ?? (process.env.CI ? 60 : 24));

/** The keys of the clauses that each told move brought; none where it moved something else. */
function toldMoves(redline: Redline): Set<number>[] {
  const moves = new Map(redline.changes.filter(({ kind }) => kind === 'move').map(({ id }) => [id, new Set<number>()]));
  walk(redline.document, (node: Node<Revision>) => {
    const revision = revisionOf(node);
    if (revision?.kind !== 'insertion' || node.type !== 'clause' || node.place?.start === undefined) return;
    moves.get(revision.change)?.add(node.place.start);
  });
  return [...moves.values()];
}

interface Score {
  made: number;
  found: number;
  told: number;
  right: number;
}

const sameKeys = (told: ReadonlySet<number>, keys: readonly number[]) =>
  told.size === keys.length && keys.every((key) => told.has(key));
const within = (told: ReadonlySet<number>, keys: readonly number[]) =>
  told.size > 0 && [...told].every((key) => keys.includes(key));

/** A move is found where one change tells of its whole block and no more, or where all that it passed is told instead. */
function score(made: readonly TrueMove[], told: readonly Set<number>[], into: Score): void {
  const right = new Set<Set<number>>();
  for (const { keys, passed } of made) {
    const whole = told.filter((one) => sameKeys(one, keys));
    const instead = told.filter((one) => within(one, passed));
    const found = whole.length > 0 ? whole : coversAll(instead, passed) ? instead : [];
    if (found.length > 0) into.found += 1;
    for (const one of found) right.add(one);
  }
  into.made += made.length;
  into.told += told.length;
  into.right += right.size;
}

function coversAll(told: readonly Set<number>[], keys: readonly number[]): boolean {
  return keys.length > 0 && keys.every((key) => told.some((one) => one.has(key)));
}

function measure(share: number, ids: boolean): Score {
  const total: Score = { made: 0, found: 0, told: 0, right: 0 };
  for (let seed = 1; seed <= STATUTES; seed++) {
    const random = seeded(seed * 7919);
    const before = makeStatute(40 + Math.floor(random() * 161), random);
    const { after, moves } = makeDraft(before, { share }, random);
    const redline = compare(toDocument(before, { ids }), toDocument(after, { ids }));
    score(moves, toldMoves(redline), total);
  }
  return total;
}

const ROWS = [
  { share: 0, ids: false, least: 0.95 },
  { share: 0.1, ids: false, least: 0.95 },
  { share: 0.3, ids: false, least: 0.85 },
  { share: 0.3, ids: true, least: 0.95 },
] as const;

describe('moves in made-up statutes', () => {
  it.each(ROWS)('are told with $share of their words edited (anchors: $ids)', ({ share, ids, least }) => {
    const { made, found, told, right } = measure(share, ids);
    const [precision, recall] = [right / told, found / made];
    console.log(
      `moves, ${share * 100} % of words edited, ${ids ? 'with' : 'without'} anchors: ${made} made, ${told} told; ` +
        `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} (floor ${least})`,
    );
    expect(made).toBeGreaterThan(STATUTES);
    expect(precision).toBeGreaterThanOrEqual(least);
    expect(recall).toBeGreaterThanOrEqual(least);
  });
});
