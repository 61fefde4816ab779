/** Pairs of two lists that keep the order and have the greatest score in all (S. Needleman and C. Wunsch, 1970, without gap cost). */

/** Lists with no more pairs than this are scored whole. */
const WHOLE = 10_000;
/** How far from the diagonal of longer lists pairs are looked for. */
const BAND = 40;

/**
 * The pairs, as indices into both lists, in order. A score of 0 or less rules a pair out. Cost: one call of `scoreOf` for
 * each pair of short lists, and for those near the diagonal of long ones.
 */
export function bestPairs(n: number, m: number, scoreOf: (i: number, j: number) => number): [number, number][] {
  const width = n * m <= WHOLE ? m : BAND;
  const from = (i: number): number => Math.max(0, Math.floor((i * m) / n) - width);
  const to = (i: number): number => Math.min(m, Math.ceil((i * m) / n) + width);
  const best: Float64Array[] = [];
  const scores: Float64Array[] = [];
  const at = (i: number, j: number): number => {
    if (i >= n || j >= m) return 0;
    return best[i]?.[Math.min(Math.max(j, from(i)), to(i)) - from(i)] ?? 0;
  };
  for (let i = n - 1; i >= 0; i--) {
    const [first, last] = [from(i), to(i)];
    const [row, own] = [new Float64Array(last - first + 1), new Float64Array(last - first + 1)];
    [best[i], scores[i]] = [row, own];
    for (let j = last; j >= first; j--) {
      const score = j < m ? scoreOf(i, j) : 0;
      own[j - first] = score;
      const paired = score > 0 ? score + at(i + 1, j + 1) : 0;
      row[j - first] = Math.max(paired, at(i + 1, j), j < last ? (row[j - first + 1] as number) : 0);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < n && j < m; ) {
    const score = scores[i]?.[j - from(i)] ?? 0;
    const value = at(i, j);
    if (score > 0 && value <= score + at(i + 1, j + 1)) pairs.push([i++, j++]);
    else if (value <= at(i + 1, j)) i++;
    else j++;
  }
  return pairs;
}
