/**
 * Neighbouring versions of real statutes and terms: the laws hold, and little more is marked than the shortest script
 * would mark. The texts are no part of the project; where they are absent, nothing is tried.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import { acceptAll, rejectAll, revisionOf } from '../../src/model/decide.ts';
import type { Document, Node } from '../../src/model/document.ts';
import { firstDifference } from '../../src/model/equal.ts';
import type { Redline, Revision } from '../../src/model/redline.ts';
import { walk } from '../../src/model/walk.ts';
import { readMarkdown } from '../../src/read/markdown/index.ts';
import { markedAtLeast, markedBy } from './marked.ts';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'shared', 'corpus', 'legislation');
const PRESENT = existsSync(FOLDER);
/** CI tries every pair; elsewhere some of each text, which take a few seconds. `KEELING_LEGISLATION=all` tries all. */
const ALL = process.env.KEELING_LEGISLATION === 'all' || Boolean(process.env.CI);

interface Pair {
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

function neighbours(text: string): Pair[] {
  const files = readdirSync(join(FOLDER, text))
    .filter((file) => file.endsWith('.md'))
    .sort();
  const pairs = files.slice(1).map((after, i) => ({ text, before: files[i] as string, after }));
  return ALL ? pairs : pairs.filter((_, i) => i % 5 === 0).slice(0, 3);
}

const TEXTS = PRESENT
  ? readdirSync(FOLDER, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
  : [];
const PAIRS = TEXTS.flatMap(neighbours);

const parsed = new Map<string, Document>();

function version({ text }: Pair, file: string): Document {
  const path = join(FOLDER, text, file);
  const known = parsed.get(path) ?? readMarkdown(readFileSync(path, 'utf8'), { file, mode: 'lenient' }, () => {});
  parsed.clear();
  parsed.set(path, known);
  return known;
}

function namedChanges(redline: Redline): string[] {
  const ids = new Set<string>();
  walk(redline.document, (node: Node<Revision>) => {
    const revision = revisionOf(node);
    if (revision?.kind === 'alteration') for (const { change } of Object.values(revision.before)) ids.add(change);
    else if (revision !== undefined) ids.add(revision.change);
  });
  return [...ids].sort();
}

const ROWS: string[] = [];
const ratios: number[] = [];

function measure(pair: Pair, redline: Redline, before: Document, after: Document): void {
  const { all, withoutConsequential } = markedBy(redline, before, after);
  const least = markedAtLeast(before, after);
  const ratio = least === 0 ? 1 : all / least;
  ratios.push(ratio);
  const cells = [
    `${pair.text} ${pair.before.slice(0, 3)} ${pair.after.slice(0, 3)}`.padEnd(24),
    all,
    withoutConsequential,
    least,
  ];
  const [name, ...figures] = cells;
  ROWS.push(`${name}${figures.map((figure) => String(figure).padStart(12)).join('')}${ratio.toFixed(3).padStart(9)}`);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

describe.skipIf(!PRESENT)(
  `neighbouring versions in the corpus${PRESENT ? '' : ' (skipped: ../shared/corpus/legislation is absent)'}`,
  () => {
    it.each(PAIRS)('$text: $before and $after', (pair) => {
      const [before, after] = [version(pair, pair.before), version(pair, pair.after)];
      const redline = compare(before, after);
      expect(firstDifference(acceptAll(redline), after)).toBeUndefined();
      expect(firstDifference(rejectAll(redline), before)).toBeUndefined();
      expect(namedChanges(redline)).toEqual(redline.changes.map(({ id }) => id).sort());
      measure(pair, redline, before, after);
    });

    it('marks in the median at most 1.3 times what the shortest word-level script marks', () => {
      const heading = `${'characters marked'.padEnd(24)}${'all'.padStart(12)}${'not follow.'.padStart(12)}${'shortest'.padStart(12)}${'ratio'.padStart(9)}`;
      console.log([heading, ...ROWS, `median of ${ratios.length} pairs: ${median(ratios).toFixed(3)}`].join('\n'));
      expect(ratios).toHaveLength(PAIRS.length);
      expect(median(ratios)).toBeLessThanOrEqual(1.3);
    });
  },
);
