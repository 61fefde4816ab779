/** How deep a limb stands among those that lists number: by its list and level, and by how its number is written. */
import type { ListLabel } from './count.ts';

/** A series of limbs that may go on. */
interface OpenLimbs {
  readonly definition: string | undefined;
  /** The level in its list. */
  readonly listLevel: number;
  readonly format: string;
  /** The level among limbs, from 0. */
  readonly level: number;
}

/** The series that are open, the outermost first. Whatever opens a clause ends them all. */
export type LimbStack = OpenLimbs[];

/**
 * The level of a limb; the series deeper than it end. A level of the same list is told by the list; another list goes
 * on at the depth of one written alike, or stands within the innermost.
 */
export function limbLevel(open: LimbStack, definition: string | undefined, label: ListLabel): number {
  const at = open.findLastIndex((series) => series.definition === definition && series.listLevel <= label.level);
  const known = open[at];
  if (known?.listLevel === label.level) {
    open.length = at + 1;
    return known.level;
  }
  const alike = known === undefined ? open.findLast((series) => series.format === label.format) : undefined;
  const level =
    known === undefined ? (alike?.level ?? freshLevel(open, label)) : known.level + label.level - known.listLevel;
  while (open.length > 0 && (open[open.length - 1] as OpenLimbs).level >= level) open.pop();
  open.push({ definition, listLevel: label.level, format: label.format, level });
  return level;
}

/** A list of its own within the innermost series, or at its own level where none is open. */
function freshLevel(open: LimbStack, label: ListLabel): number {
  const innermost = open[open.length - 1];
  return innermost === undefined ? label.level : Math.max(label.level, innermost.level + 1);
}
