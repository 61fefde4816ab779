/** How deep a limb stands among the limbs that are open, told by its label alone. */
import { type LabelParts, parseLabel } from '../../model/label.ts';

/**
 * The level of a limb labelled `label`, from 0, where `open` are the labels of the open limbs from the outermost in
 * and `levels` their levels: that of the innermost limb it can follow, else one deeper than the innermost.
 */
export function limbLevel(label: string, open: readonly (string | undefined)[], levels: readonly number[]): number {
  const indices = open.map((_, i) => i).reverse();
  const followed = indices.find((i) => follows(open[i], label));
  if (followed !== undefined) return levels[followed] ?? 0;
  const alike = indices.find((i) => readings(open[i] ?? '').some((a) => readings(label).some((b) => sameSeries(a, b))));
  if (alike !== undefined && !startsSeries(label, open)) return levels[alike] ?? 0;
  const innermost = levels[levels.length - 1];
  return innermost === undefined ? 0 : innermost + 1;
}

/** Whether the label opens a series of its own: `(i)` does behind `(a)`, `(a)` behind `(b)` does not. */
function startsSeries(label: string, open: readonly (string | undefined)[]): boolean {
  return readings(label).some(
    (first) => first.ordinal === 1 && !open.some((other) => readings(other ?? '').some((o) => sameSeries(o, first))),
  );
}

/** Both ways to read a label: as letters and as a Roman numeral. */
function readings(label: string): LabelParts[] {
  const both = [parseLabel(label), parseLabel(label, true)].filter((parts) => parts !== undefined);
  return both[1] !== undefined && both[0]?.counter === both[1].counter ? both.slice(0, 1) : both;
}

function follows(before: string | undefined, label: string): boolean {
  const earlier = readings(before ?? '');
  return readings(label).some((b) => earlier.some((a) => sameSeries(a, b) && b.ordinal === a.ordinal + 1));
}

/** Whether two labels count in one series; an inserted one stands in that of what it follows. */
function sameSeries(a: LabelParts, b: LabelParts): boolean {
  const bare = ({ suffix }: LabelParts): string => suffix.replace(/[A-Za-z]+/, '');
  return a.counter === b.counter && a.prefix === b.prefix && bare(a) === bare(b);
}
