/** Counting lists as Word does: the label that each numbered paragraph shows. */
import { isKnownFormat, printNumber } from './number-formats.ts';
import type { Level, List } from './numbering.ts';

/** What stands before a numbered paragraph. */
export interface ListLabel {
  /** As shown, without the tab or space behind it. */
  readonly text: string;
  /** From 0. */
  readonly level: number;
  /** Whether it is a symbol, not a number. */
  readonly bullet: boolean;
  /** Whether a number stands in it. A level may print nothing, or a fixed word. */
  readonly counts: boolean;
  /** How its own number is written. */
  readonly format: string;
}

/** Gives the label of the next paragraph at a level of a list; to be called in the order of the document. */
export type CountNext = (numId: string, level: number) => ListLabel | undefined;

/** The numbers that the levels of one definition have reached; absent where a level starts again. */
type Counts = (number | undefined)[];

const LEVELS = 9;

/** Counts the lists of a document from their beginning. Formats that are not known are given to `unknown`. */
export function counter(lists: ReadonlyMap<string, List>, unknown: (format: string) => void): CountNext {
  const reached = new Map<string, Counts>();
  const used = new Set<string>();
  return (numId, at) => {
    const list = lists.get(numId);
    const level = list?.levels[at];
    if (list === undefined || level === undefined) return undefined;
    const counts = reached.get(list.definition) ?? [];
    reached.set(list.definition, counts);
    const first = !used.has(`${numId} ${at}`);
    used.add(`${numId} ${at}`);
    advance(list, level, at, counts, first);
    if (!isKnownFormat(level.format)) unknown(level.format);
    const bullet = level.format === 'bullet';
    const counted = /%[1-9]/.test(level.text) && level.format !== 'none';
    return {
      text: labelText(list, level, counts),
      level: at,
      bullet,
      counts: !bullet && counted,
      format: level.format,
    };
  };
}

/**
 * Takes the level one on, and starts those below it again (17.9.10, 17.9.26). Levels above it that nothing has begun
 * count as begun with their start.
 */
function advance(list: List, level: Level, at: number, counts: Counts, first: boolean): void {
  for (let above = 0; above < at; above++) {
    const start = list.starts.get(above) ?? list.levels[above]?.start;
    if (start !== undefined) counts[above] ??= start;
  }
  const override = list.starts.get(at);
  const start = override ?? level.start;
  const current = counts[at];
  counts[at] = (first && override !== undefined) || current === undefined ? start : current + 1;
  for (let below = at + 1; below < LEVELS; below++) {
    const restart = list.levels[below]?.restart ?? below;
    if (at < restart) counts[below] = undefined;
  }
}

/** Formats that legal numbering leaves as they are: they are Arabic digits, or nothing. */
const KEPT_WHERE_LEGAL: ReadonlySet<string> = new Set(['decimalZero', 'none', 'bullet']);

/**
 * The level's text with each `%n` replaced by the number that level n has reached. Where level n prints nothing, so does
 * what stands between it and the next number.
 */
function labelText(list: List, level: Level, counts: Counts): string {
  if (level.format === 'bullet') return level.text;
  const text = level.text.replace(/%([1-9])[^%]*(?=%[1-9])/g, (whole, digit: string) =>
    list.levels[Number(digit) - 1]?.format === 'none' ? '' : whole,
  );
  return text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const shown = list.levels[at];
    if (shown === undefined) return '';
    const plain = level.legal && !KEPT_WHERE_LEGAL.has(shown.format);
    return printNumber(counts[at] ?? list.starts.get(at) ?? shown.start, plain ? 'decimal' : shown.format);
  });
}
