/** Pages of redlines that the comparison makes: with moves, renumbering, splits, columns and whatever else it finds. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compare } from '../../../src/compare/index.ts';
import { writeHtml } from '../../../src/write/html/index.ts';
import { editedPair } from '../../arbitrary/edits.ts';
import { classesOf, find, parsePage, sideText, textOf } from './parse.ts';
import { printed } from './printed.ts';

const RUNS = Number(process.env.KEELING_RUNS ?? (process.env.CI ? 200 : 60));

it('says both sides, and finds a place for every change', () => {
  fc.assert(
    fc.property(editedPair, ({ before, after }) => {
      const redline = compare(before, after);
      const page = parsePage(writeHtml(redline));
      expect(sideText(page, 'after')).toBe(printed(after));
      expect(sideText(page, 'before')).toBe(printed(before));
      const ids = new Set(find(page, (element) => 'id' in element.attributes).map((e) => `#${e.attributes.id}`));
      const links = find(page, (element) => classesOf(element).includes('go'));
      expect(links).toHaveLength(redline.changes.length);
      for (const link of links) expect(ids.has(link.attributes.href ?? '')).toBe(true);
      const marked = find(page, (element) => 'data-c' in element.attributes).map((e) => e.attributes['data-c']);
      expect(new Set(marked.map(Number))).toEqual(new Set(redline.changes.map((_, i) => i + 1)));
      const counts = find(page, (element) => classesOf(element).includes('n')).map((e) =>
        Number.parseInt(textOf(e), 10),
      );
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(redline.changes.length);
    }),
    { numRuns: RUNS },
  );
});
