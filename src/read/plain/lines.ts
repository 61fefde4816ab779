/** A plain text cut into lines that know where they stand, with the furniture of its pages told apart. */
import type { Report } from '../../message.ts';

export interface Line {
  /** Without its line break and the white space at its end. */
  readonly text: string;
  /** UTF-16 offset of its first character in the source. */
  readonly start: number;
  /** From 1. */
  readonly number: number;
  /** How many empty lines stand before it. */
  readonly gap: number;
}

/** The lines that are not empty. */
export function linesOf(source: string): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  let start = 0;
  let number = 0;
  for (const raw of source.split(/\r\n|[\n\r\f\u2028\u2029]/)) {
    number += 1;
    const text = raw.replace(/\s+$/, '');
    if (text.trim() === '') gap += 1;
    else {
      lines.push({ text, start, number, gap });
      gap = 0;
    }
    start += raw.length + (source.startsWith('\r\n', start + raw.length) ? 2 : 1);
  }
  return lines;
}

/** A line that counts pages: `Page 3 of 6`, `3 / 6`, `- 3 -`, with what stands before it in the footer. */
const PAGE_COUNT = /(?:^|\s)page\s+\d+\s+of\s+\d+\s*$|^\s*(?:page\s+\d+|[-–]\s*\d+\s*[-–]|\d+\s*\/\s*\d+)\s*$/i;

/** How far from the page count, in lines, a running head may stand. */
const NEAR = 4;

/**
 * The lines without page furniture: lines that count pages, and short lines near them that come again on other pages.
 * How many were set aside is told.
 */
export function withoutFurniture(lines: readonly Line[], file: string | undefined, report: Report): Line[] {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1);
  const furniture = new Set<Line>();
  lines.forEach((line, i) => {
    if (!PAGE_COUNT.test(line.text)) return;
    furniture.add(line);
    for (let j = Math.max(0, i - NEAR); j <= Math.min(lines.length - 1, i + NEAR); j++) {
      const near = lines[j] as Line;
      if ((counts.get(keyOf(near)) ?? 0) > 1 && near.text.length < 80 && isBeside(lines, i, j)) furniture.add(near);
    }
  });
  const first = lines.find((line) => furniture.has(line));
  if (first !== undefined) {
    const reason = `${furniture.size} lines of page heads and feet are set aside`;
    const place = { ...(file === undefined ? {} : { file }), line: first.number };
    report({ severity: 'note', rule: 'read/page-furniture', reason, place });
  }
  return lines.filter((line) => !furniture.has(line)).map((line) => line);
}

/** What is the same on every page, whatever its number. */
function keyOf(line: Line): string {
  return line.text.trim().replace(/\d+/g, '#');
}

/** No line between the two is running text, which is long. */
function isBeside(lines: readonly Line[], from: number, to: number): boolean {
  const [low, high] = from < to ? [from, to] : [to, from];
  return lines.slice(low, high + 1).every((line) => line.text.length < 80);
}

/** Whether an empty line stands behind every line of a paragraph, so that it parts nothing. */
export function isDoubleSpaced(lines: readonly Line[]): boolean {
  const gapped = lines.filter((line) => line.gap > 0);
  const continued = gapped.filter((line) => /^\s*\p{Ll}{2}/u.test(line.text));
  return lines.length >= 20 && gapped.length > lines.length * 0.7 && continued.length > lines.length * 0.08;
}
