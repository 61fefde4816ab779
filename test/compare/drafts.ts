/** Drafts of a made-up statute: some clauses moved, some edited, inserted and deleted, and the truth of the moves. */
import { editWords, makeProvision, type Part, type Provision, pick, type Random } from './statute.ts';

/** One move that was made: a block of neighbours that went elsewhere together. */
export interface TrueMove {
  readonly keys: readonly number[];
  /**
   * Within a part, the clauses that it passed: to move a block down past them, and to move them up past it, make the
   * same text, so that either may be told.
   */
  readonly passed: readonly number[];
}

export interface Draft {
  readonly after: readonly Part[];
  readonly moves: readonly TrueMove[];
}

export interface DraftOptions {
  /** The share of the words of each moved clause that is edited, and of one in ten of those that stay. */
  readonly share: number;
}

/** A part that is being edited. `busy` are the keys that other edits must leave alone. */
interface Open {
  readonly heading: string;
  provisions: Provision[];
}

/** Moves blocks of one to four clauses, then deletes, inserts and edits among what stays. */
export function makeDraft(before: readonly Part[], { share }: DraftOptions, random: Random): Draft {
  const parts: Open[] = before.map((part) => ({ heading: part.heading, provisions: [...part.provisions] }));
  const total = before.reduce((sum, part) => sum + part.provisions.length, 0);
  const moves: TrueMove[] = [];
  const busy = new Set<number>();
  const shuffledWithin = new Set<Open>();
  for (let tries = 0; moves.length < Math.max(2, total / 25) && tries < 200; tries++) {
    const move = random() < 0.4 ? moveWithin(parts, busy, shuffledWithin, random) : moveAcross(parts, busy, random);
    if (move !== undefined) moves.push(move);
  }
  const moved = new Set(moves.flatMap((move) => move.keys));
  for (const part of parts)
    part.provisions = part.provisions.map((one) => (moved.has(one.key) ? editWords(one, share, random) : one));
  editAmong(parts, busy, share, total, random);
  return { after: parts, moves };
}

/** A block of free neighbours: where it begins and how long it is. */
function freeBlock(
  part: Open,
  busy: ReadonlySet<number>,
  random: Random,
): { from: number; length: number } | undefined {
  const length = random() < 0.6 ? 1 : 2 + Math.floor(random() * 3);
  const from = Math.floor(random() * (part.provisions.length - length + 1));
  if (from < 0) return undefined;
  const around = part.provisions.slice(Math.max(0, from - 1), from + length + 1);
  return around.some(({ key }) => busy.has(key)) ? undefined : { from, length };
}

function moveAcross(parts: readonly Open[], busy: Set<number>, random: Random): TrueMove | undefined {
  const [from, to] = [pick(parts, random), pick(parts, random)];
  const block = from === to || from.provisions.length < 6 ? undefined : freeBlock(from, busy, random);
  const at = Math.floor(random() * (to.provisions.length + 1));
  if (block === undefined || besideBusy(to, at, busy)) return undefined;
  claim(from, block.from, block.length, busy);
  const taken = from.provisions.splice(block.from, block.length);
  to.provisions.splice(at, 0, ...taken);
  return { keys: taken.map(({ key }) => key), passed: [] };
}

/** At most one move within a part, or it would not be certain which of the clauses moved. */
function moveWithin(parts: readonly Open[], busy: Set<number>, done: Set<Open>, random: Random): TrueMove | undefined {
  const part = pick(parts, random);
  const block = done.has(part) ? undefined : freeBlock(part, busy, random);
  if (block === undefined) return undefined;
  const rest = part.provisions.filter((_, i) => i < block.from || i >= block.from + block.length);
  const at = Math.floor(random() * (rest.length + 1));
  const [low, high] = [Math.min(at, block.from), Math.max(at, block.from)];
  const passed = rest.slice(low, high).map(({ key }) => key);
  if (passed.length === 0 || passed.some((key) => busy.has(key))) return undefined;
  done.add(part);
  const taken = part.provisions.slice(block.from, block.from + block.length);
  part.provisions = [...rest.slice(0, at), ...taken, ...rest.slice(at)];
  for (const key of [...passed, ...taken.map((one) => one.key)]) busy.add(key);
  return { keys: taken.map(({ key }) => key), passed };
}

function besideBusy(part: Open, at: number, busy: ReadonlySet<number>): boolean {
  return part.provisions.slice(Math.max(0, at - 1), at + 1).some(({ key }) => busy.has(key));
}

/** Keeps a block, and the neighbours by which it is told from others, from further edits of order. */
function claim(part: Open, from: number, length: number, busy: Set<number>): void {
  for (const { key } of part.provisions.slice(Math.max(0, from - 1), from + length + 1)) busy.add(key);
}

/** Deletes, inserts and edits clauses that were not moved, about one in thirty, one in thirty and one in ten. */
function editAmong(
  parts: readonly Open[],
  busy: ReadonlySet<number>,
  share: number,
  total: number,
  random: Random,
): void {
  let key = 100_000;
  for (const part of parts) {
    part.provisions = part.provisions.flatMap((one) => {
      const chance = random();
      if (busy.has(one.key)) return [one];
      if (chance < 1 / 30) return [];
      if (chance < 1 / 15) return [makeProvision(key++ + total, random), one];
      return [chance < 1 / 6 ? editWords(one, Math.max(share, 0.1), random) : one];
    });
  }
}
