/** The order of provision numbers, inserted ones included: 5.1, 5.1A, 5.2 · (za), (a), (aa), (b) · (2), (2A), (3). */
import { parseLabel } from '../../model/label.ts';

/** The shape of a label: labels of one shape count in one series. */
export function shapeOf(label: string): string {
  const plain = label.replace(/\s+/g, ' ').trim();
  const bracket = /^\(/.test(plain) ? '(' : /\)$/.test(plain) ? ')' : '';
  const core = plain.replace(/[().:]/g, (mark) => (mark === '.' ? '.' : '')).replace(/\.$/, '');
  const word = /^[A-Za-z§]+ /.exec(core)?.[0].toLowerCase() ?? '';
  const rest = core.slice(word.length);
  if (/^[A-Z]?\d/.test(rest)) return `${word}${bracket}1${'.1'.repeat(rest.split('.').length - 1)}`;
  if (/^[a-z]+$/.test(rest)) return `${word}${bracket}a`;
  return /^[A-Z]+$/.test(rest) ? `${word}${bracket}A` : `${word}${bracket}?`;
}

/** Whether a label stands in front of another in their series; negative, zero or positive. */
export function compareLabels(a: string, b: string): number {
  const [x, y] = [piecesOf(a), piecesOf(b)];
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const [p, q] = [x[i], y[i]];
    if (p === undefined || q === undefined)
      return p === q ? 0 : p === undefined ? (before(q) ? 1 : -1) : before(p) ? -1 : 1;
    if (p === q) continue;
    if (typeof p === 'number' && typeof q === 'number') return p - q;
    return compareLetters(String(p), String(q));
  }
  return 0;
}

/** Whether a suffix puts a number in front of the one that it is added to, as `z` does. */
const before = (piece: string | number | undefined): boolean => typeof piece === 'string' && /^z/i.test(piece);

function compareLetters(a: string, b: string): number {
  const strip = (text: string): readonly [number, string] => [
    /^z+(?=[a-y])/i.exec(text)?.[0].length ?? 0,
    text.replace(/^z+(?=[a-y])/i, ''),
  ];
  const [[n, x], [m, y]] = [strip(a), strip(b)];
  if (n !== m) return m - n;
  return x < y ? -1 : x > y ? 1 : 0;
}

function piecesOf(label: string): readonly (string | number)[] {
  const plain = label.replace(/^[A-Za-z§]+ /, '').replace(/[()]/g, '');
  return (plain.match(/\d+|[A-Za-z]+/g) ?? []).map((piece) => (/^\d/.test(piece) ? Number(piece) : piece));
}

/** Roman numerals and letters look alike: the position in a series whose first label is `(i)` is counted in numerals. */
export function compareInSeries(a: string, b: string, series: readonly string[]): number {
  const roman =
    series.some((label) => /^\(?i[).]?$/i.test(label)) && !series.some((label) => /^\(?h[).]?$/i.test(label));
  if (!roman) return compareLabels(a, b);
  const [x, y] = [parseLabel(a, true), parseLabel(b, true)];
  if (x === undefined || y === undefined || !/roman/i.test(x.counter) || !/roman/i.test(y.counter))
    return compareLabels(a, b);
  return x.ordinal - y.ordinal || compareLabels(a, b);
}
