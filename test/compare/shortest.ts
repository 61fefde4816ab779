/**
 * The shortest edit script of two sequences, as a yardstick: E. Myers, "An O(ND) difference algorithm and its
 * variations" (1986), in linear space, so that it is exact however large the texts are.
 */

/** Calls `keep` for each stretch that a shortest script keeps: from `a` and from `b` on, `length` entries. */
export function shortestScript(
  a: Int32Array,
  b: Int32Array,
  keep: (a: number, b: number, length: number) => void,
): void {
  const open: [number, number, number, number][] = [[0, a.length, 0, b.length]];
  const room = a.length + b.length + 3;
  const [forth, back] = [new Int32Array(2 * room), new Int32Array(2 * room)];
  while (open.length > 0) {
    let [a0, a1, b0, b1] = open.pop() as [number, number, number, number];
    const head = commonHead(a, a0, a1, b, b0, b1);
    if (head > 0) keep(a0, b0, head);
    [a0, b0] = [a0 + head, b0 + head];
    const tail = commonTail(a, a0, a1, b, b0, b1);
    if (tail > 0) keep(a1 - tail, b1 - tail, tail);
    [a1, b1] = [a1 - tail, b1 - tail];
    if (a0 === a1 || b0 === b1) continue;
    const [x, y] = middle(a, a0, a1, b, b0, b1, forth, back, room);
    open.push([a0, x, b0, y], [x, a1, y, b1]);
  }
}

function commonHead(a: Int32Array, a0: number, a1: number, b: Int32Array, b0: number, b1: number): number {
  let n = 0;
  while (a0 + n < a1 && b0 + n < b1 && a[a0 + n] === b[b0 + n]) n++;
  return n;
}

function commonTail(a: Int32Array, a0: number, a1: number, b: Int32Array, b0: number, b1: number): number {
  let n = 0;
  while (a1 - n > a0 && b1 - n > b0 && a[a1 - n - 1] === b[b1 - n - 1]) n++;
  return n;
}

/** What stands for a diagonal that leaves the grid: no path comes from there. */
const OUTSIDE = -1;

/** A point through which a shortest script passes: where the furthest paths from both corners first meet. */
function middle(
  a: Int32Array,
  a0: number,
  a1: number,
  b: Int32Array,
  b0: number,
  b1: number,
  forth: Int32Array,
  back: Int32Array,
  zero: number,
): [number, number] {
  const [n, m] = [a1 - a0, b1 - b0];
  const delta = n - m;
  const odd = (delta & 1) !== 0;
  forth[zero + 1] = 0;
  back[zero + 1] = 0;
  for (let d = 0; ; d++) {
    for (let k = -d; k <= d; k += 2) {
      forth[zero + k] = OUTSIDE;
      if (k > n || k < -m) continue;
      let x = furthest(forth, zero, k, d);
      let y = x - k;
      const [fromX, fromY] = [x, y];
      while (x < n && y < m && a[a0 + x] === b[b0 + y]) [x, y] = [x + 1, y + 1];
      forth[zero + k] = x;
      const other = delta - k;
      if (odd && other >= -(d - 1) && other <= d - 1 && x + (back[zero + other] as number) >= n) {
        return [a0 + fromX, b0 + fromY];
      }
    }
    for (let k = -d; k <= d; k += 2) {
      back[zero + k] = OUTSIDE;
      if (k > n || k < -m) continue;
      let x = furthest(back, zero, k, d);
      let y = x - k;
      const [fromX, fromY] = [x, y];
      while (x < n && y < m && a[a1 - x - 1] === b[b1 - y - 1]) [x, y] = [x + 1, y + 1];
      back[zero + k] = x;
      const other = delta - k;
      if (!odd && other >= -d && other <= d && x + (forth[zero + other] as number) >= n) {
        return [a1 - fromX, b1 - fromY];
      }
    }
  }
}

/** How far along `a` a path with `d` edits that ends on diagonal `k` gets before it follows equal entries. */
function furthest(paths: Int32Array, zero: number, k: number, d: number): number {
  const [below, above] = [paths[zero + k - 1] as number, paths[zero + k + 1] as number];
  return k === -d || (k !== d && below < above) ? above : below + 1;
}
