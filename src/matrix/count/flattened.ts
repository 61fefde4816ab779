/**
 * Figures that ran together when a redline was taken out of a PDF: `1819` was 18, struck, and 19, inserted. Which digits
 * belong to which figure, only the arithmetic of the table tells: before it was amended, its counts added up.
 */
import { type MatrixValue, requiringValues, type Shape, valuesOfShape } from '../shape/shape.ts';
import type { StatedCounts } from '../table.ts';

/** A typed figure read as one, or as two that ran together. */
export interface Reading {
  readonly before: number;
  readonly after: number;
  /** Whether the text holds two figures. */
  readonly split: boolean;
}

/** All figures of a table under one reading; those of a value that is not stated are absent. */
export interface ReadCounts {
  readonly counts: Readonly<Record<MatrixValue, readonly Reading[]>>;
  readonly totals: Readonly<Record<MatrixValue, Reading>>;
  readonly total?: Reading;
}

/**
 * What the figures mean. `typed`: each is one number. `inferred`: some are two, and one way alone to part them adds
 * up. `several`: more than one way does, and none is chosen. `unreadable`: some text is no number.
 */
export type Resolution =
  | { readonly kind: 'typed' | 'inferred'; readonly read: ReadCounts }
  | { readonly kind: 'several'; readonly ways: readonly ReadCounts[] }
  | { readonly kind: 'unreadable'; readonly texts: readonly string[] };

/** At most this many ways are looked for, in at most so many steps. */
const MOST_WAYS = 8;
const MOST_STEPS = 20_000;
/** A longer text is one figure: no table has counts of more than three digits twice over. */
const MOST_DIGITS = 6;

/** Reads typed counts; figures are parted only where the table does not add up as it is typed. */
export function resolveCounts(stated: StatedCounts, shape: Shape): Resolution {
  const texts = allTexts(stated);
  const strange = texts.filter((text) => !/^\d{1,12}$/.test(text) || /^00/.test(text));
  if (strange.length > 0) return { kind: 'unreadable', texts: strange };
  const typed = readAll(stated, shape, whole);
  if (addsUp(typed, shape)) {
    const padded = texts.filter((text) => /^0\d/.test(text));
    return padded.length > 0 ? { kind: 'unreadable', texts: padded } : { kind: 'typed', read: typed };
  }
  const { ways, all } = findWays(stated, shape);
  const [only] = ways;
  if (only === undefined) return { kind: 'typed', read: typed };
  return ways.length === 1 && all ? { kind: 'inferred', read: only } : { kind: 'several', ways };
}

function allTexts({ counts, totals, total }: StatedCounts): string[] {
  return [...Object.values(counts).flat(), ...Object.values(totals), ...(total === undefined ? [] : [total])];
}

function whole(text: string): Reading {
  return { before: Number(text), after: Number(text), split: false };
}

/** A text as one figure, then as two in every way that leaves neither with a nought in front, and not the same twice. */
function readings(text: string): Reading[] {
  const list = /^0\d/.test(text) ? [] : [whole(text)];
  for (let cut = 1; cut < text.length && text.length <= MOST_DIGITS; cut++) {
    const [head, tail] = [text.slice(0, cut), text.slice(cut)];
    if (/^0./.test(head) || /^0./.test(tail) || head === tail) continue;
    list.push({ before: Number(head), after: Number(tail), split: true });
  }
  return list;
}

function readAll(stated: StatedCounts, shape: Shape, read: (text: string) => Reading): ReadCounts {
  const values = statedValues(stated, shape);
  return {
    counts: Object.fromEntries(values.map((value) => [value, (stated.counts[value] ?? []).map(read)])),
    totals: Object.fromEntries(Object.entries(stated.totals).map(([value, text]) => [value, read(text)])),
    ...(stated.total === undefined ? {} : { total: read(stated.total) }),
  };
}

function statedValues(stated: StatedCounts, shape: Shape): MatrixValue[] {
  return valuesOfShape(shape).filter((value) => stated.counts[value] !== undefined);
}

/** Whether the figures before agree: every column has as many rows, and totals are those of their rows. */
function addsUp({ counts, totals, total }: ReadCounts, shape: Shape): boolean {
  const values = valuesOfShape(shape).filter((value) => counts[value] !== undefined);
  const columns = (counts[values[0] ?? ''] ?? []).map((_, i) => sumOf(values.map((value) => counts[value]?.[i])));
  const sums = new Map(values.map((value) => [value, sumOf(counts[value] ?? [])]));
  const rowsAgree = columns.every((sum) => sum === columns[0]);
  const totalsAgree = values.every((value) => (totals[value]?.before ?? sums.get(value)) === sums.get(value));
  const required = requiringValues(shape).reduce((sum, value) => sum + (sums.get(value) ?? 0), 0);
  return rowsAgree && totalsAgree && (total?.before ?? required) === required;
}

function sumOf(readings: readonly (Reading | undefined)[]): number {
  return readings.reduce((sum, reading) => sum + (reading?.before ?? 0), 0);
}

/** The ways to read the figures that add up, and whether they are all that there are. */
function findWays(stated: StatedCounts, shape: Shape): { readonly ways: readonly ReadCounts[]; readonly all: boolean } {
  const values = statedValues(stated, shape);
  const width = stated.counts[values[0] ?? '']?.length ?? 0;
  const columns = Array.from({ length: width }, (_, i) =>
    bySum(combinations(values.map((value) => readings(stated.counts[value]?.[i] ?? '0')))),
  );
  const budget = { steps: MOST_STEPS };
  const ways: ReadCounts[] = [];
  for (const rows of rowNumbers(columns)) {
    const fitting = columns.map((column) => column.get(rows) ?? []);
    search({ stated, shape, values, columns: fitting, budget, ways }, []);
  }
  return { ways, all: budget.steps >= 0 };
}

/** What each way to read a column makes of its number of rows. */
function bySum(ways: readonly Reading[][]): Map<number, Reading[][]> {
  const result = new Map<number, Reading[][]>();
  for (const way of ways) {
    const sum = sumOf(way);
    const same = result.get(sum);
    if (same === undefined) result.set(sum, [way]);
    else same.push(way);
  }
  return result;
}

/** The numbers of rows that every column can have. */
function rowNumbers(columns: readonly ReadonlyMap<number, unknown>[]): number[] {
  const [first, ...others] = columns;
  return [...(first?.keys() ?? [])].filter((sum) => others.every((column) => column.has(sum)));
}

function combinations(choices: readonly (readonly Reading[])[]): Reading[][] {
  return choices.reduce<Reading[][]>(
    (heads, tails) => heads.flatMap((head) => tails.map((tail) => [...head, tail])),
    [[]],
  );
}

/** What a search goes through, how long it may, and what it finds. */
interface WaySearch {
  readonly stated: StatedCounts;
  readonly shape: Shape;
  readonly values: readonly MatrixValue[];
  readonly columns: readonly (readonly (readonly Reading[])[])[];
  readonly budget: { steps: number };
  readonly ways: ReadCounts[];
}

function search(on: WaySearch, chosen: readonly (readonly Reading[])[]): void {
  on.budget.steps -= 1;
  if (on.budget.steps < 0 || on.ways.length >= MOST_WAYS) return;
  const next = on.columns[chosen.length];
  if (next !== undefined) {
    for (const column of next) search(on, [...chosen, column]);
    return;
  }
  const counts = Object.fromEntries(on.values.map((value, k) => [value, chosen.map((column) => column[k] as Reading)]));
  const read = withTotals(on, counts);
  if (read !== undefined) on.ways.push(read);
}

/** The totals that agree with the counts; `undefined` where one can't be read so. */
function withTotals(
  { stated, shape, values }: WaySearch,
  counts: Readonly<Record<MatrixValue, readonly Reading[]>>,
): ReadCounts | undefined {
  const sums = values.map((value) => [value, sumOf(counts[value] ?? [])] as const);
  const totals: Record<MatrixValue, Reading> = {};
  for (const [value, sum] of sums) {
    const text = stated.totals[value];
    const reading = text === undefined ? undefined : readings(text).find(({ before }) => before === sum);
    if (text !== undefined && reading === undefined) return undefined;
    if (reading !== undefined) totals[value] = reading;
  }
  if (stated.total === undefined) return { counts, totals };
  const requiring = requiringValues(shape);
  const required = sums.reduce((all, [value, sum]) => (requiring.includes(value) ? all + sum : all), 0);
  const total = readings(stated.total).find(({ before }) => before === required);
  return total === undefined ? undefined : { counts, totals, total };
}
