/** The laws of native moves, over made-up bodies whose blocks were moved and edited on the way. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listTracked, settleTracked } from '../../../src/write/in-place/index.ts';
import { accepted, p, pack, r, redline, rejected, table, told, xmlOf } from './build.ts';

const NOUNS = 'party tester operator panel report notice record fee appeal hearing month clause list date'.split(' ');
const VERBS = 'gives keeps sends hears pays lists dates reads drops holds'.split(' ');

/** A sentence of its own for each number. */
function sentence(k: number): string {
  const word = (list: readonly string[], by: number): string => list[(k * by + by) % list.length] ?? '';
  return `The ${word(NOUNS, 1)} ${word(VERBS, 3)} the ${word(NOUNS, 5)} of number ${k} and ${word(VERBS, 7)} a ${word(NOUNS, 11)}.`;
}

const link = `<w:hyperlink w:anchor="x">${r('link text')}</w:hyperlink>`;
const paragraph = fc
  .tuple(
    fc.nat(60),
    fc.constantFrom('', '', '', '<w:b/>'),
    fc.constantFrom('', '', '<w:jc w:val="right"/>'),
    fc.constantFrom('', '', '', link),
  )
  .map(([k, looks, style, more]) => p((k % 6 === 0 ? '' : r(k % 7 === 0 ? 'Fees' : sentence(k), looks)) + more, style));
const block = fc.oneof(
  { weight: 9, arbitrary: paragraph },
  { weight: 1, arbitrary: fc.nat(9).map((k) => table([`row ${k}`, sentence(k)])) },
);

type Edit = readonly [how: 'move' | 'word' | 'drop' | 'add', at: number, length: number, to: number, block: string];
const edit: fc.Arbitrary<Edit> = fc.tuple(
  fc.constantFrom('move', 'move', 'move', 'word', 'drop', 'add'),
  fc.nat(),
  fc.integer({ min: 1, max: 4 }),
  fc.nat(),
  block,
);
const pair = fc
  .tuple(fc.array(block, { minLength: 3, maxLength: 14 }), fc.array(edit, { minLength: 1, maxLength: 4 }))
  .map(([before, edits]) => [before, edits.reduce(edited, before)] as const);

function edited(blocks: readonly string[], [how, at, length, to, block]: Edit): string[] {
  const copy = [...blocks];
  const k = at % Math.max(1, copy.length);
  if (how === 'drop') copy.splice(k, 1);
  else if (how === 'add') copy.splice(k, 0, block);
  else if (how === 'word') copy[k] = (copy[k] ?? '').replace(/ (?:of|and) /, ' without all ');
  else {
    const moved = copy
      .splice(k, length)
      .map((one, n) => (n % 2 === to % 2 ? one.replace(/ of number/, ' under any number') : one));
    copy.splice(to % (copy.length + 1), 0, ...moved);
  }
  return copy;
}

const file = (blocks: readonly string[], end: string): Uint8Array =>
  pack(`${blocks.join('').replaceAll('</w:tbl><w:tbl>', `</w:tbl>${p(r('between'))}<w:tbl>`)}${end}`);
/** Most files end with a paragraph that stays; some with whatever comes last, which must be one. */
const ending = fc.constantFrom(p(r('the end')), '');
const closed = (blocks: readonly string[], end: string): string =>
  end === '' && (blocks.at(-1) ?? '<w:tbl>').startsWith('<w:tbl>') ? p('') : end;

const runs = { numRuns: 300 };

describe('a redline with native moves', () => {
  test('gives after when accepted and before when rejected', () => {
    fc.assert(
      fc.property(pair, ending, ([before, after], end) => {
        const [a, b] = [file(before, closed(before, end)), file(after, closed(after, end))];
        const { bytes } = redline(a, b, { moves: 'native' });
        expect(told(accepted(bytes))).toEqual(told(b));
        expect(told(rejected(bytes))).toEqual(told(a));
        for (const settled of [accepted(bytes), rejected(bytes)]) expect(xmlOf(settled)).not.toContain('w:move');
      }),
      runs,
    );
  });

  test('has one pair of ranges on each side for each name, and in them all that moved', () => {
    let moves = 0;
    fc.assert(
      fc.property(pair, ending, ([before, after], end) => {
        const { bytes } = redline(file(before, closed(before, end)), file(after, closed(after, end)), {
          moves: 'native',
        });
        moves += heldTo(xmlOf(bytes));
      }),
      runs,
    );
    expect(moves).toBeGreaterThan(100);
  });

  test('comes to the same when its changes are settled one after the other', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const [a, b] = [file(before, p(r('the end'))), file(after, p(r('the end')))];
        const { bytes } = redline(a, b, { moves: 'native' });
        for (const [decision, wanted] of [
          ['accept', b],
          ['reject', a],
        ] as const) {
          let settled = bytes;
          for (let changes = listTracked(settled, () => {}); changes.length > 0; ) {
            const chosen = changes[changes.length >> 1]?.id;
            settled = settleTracked(
              settled,
              ({ id }) => (id === chosen ? decision : 'leave'),
              () => {},
            );
            heldTo(xmlOf(settled));
            changes = listTracked(settled, () => {});
          }
          expect(told(settled)).toEqual(told(wanted));
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Holds a body to the rules of moves, and gives the number of these. */
function heldTo(xml: string): number {
  const names = { From: new Map<string, [number, number]>(), To: new Map<string, [number, number]>() };
  const ids = [...xml.matchAll(/<w:(?:ins|del|moveFrom|moveTo|\w+RangeStart|\w+Change) w:id="(\d+)"/g)].map(
    (match) => match[1],
  );
  expect(new Set(ids).size).toBe(ids.length);
  for (const side of ['From', 'To'] as const) {
    for (const match of xml.matchAll(new RegExp(`<w:move${side}RangeStart w:id="(\\d+)"[^>]*w:name="([^"]*)"`, 'g'))) {
      const ends = [...xml.matchAll(new RegExp(`<w:move${side}RangeEnd w:id="${match[1]}"`, 'g'))];
      expect(ends).toHaveLength(1);
      expect(names[side].has(match[2] as string)).toBe(false);
      names[side].set(match[2] as string, [match.index, ends[0]?.index ?? -1]);
    }
    const ranges = [...names[side].values()].sort((x, y) => x[0] - y[0]);
    for (const [k, [start, end]] of ranges.entries()) {
      expect(start).toBeLessThan(end);
      expect(end).toBeLessThan(ranges[k + 1]?.[0] ?? Number.POSITIVE_INFINITY);
    }
    for (const place of placesOf(xml, side))
      expect(ranges.some(([start, end]) => start < place && place < end)).toBe(true);
  }
  expect([...names.From.keys()].sort()).toEqual([...names.To.keys()].sort());
  expect(xml).not.toMatch(/<w:moveFrom [^>]*[^/]>(?:(?!<\/w:moveFrom>).)*<w:del(?:Text|InstrText)\b/s);
  return names.From.size;
}

/** Where what is marked as moved stands: a paragraph's mark at its end. */
function placesOf(xml: string, side: string): number[] {
  return [...xml.matchAll(new RegExp(`<w:move${side} [^>]*?(/?)>`, 'g'))].map((match) =>
    match[1] === '/' ? xml.indexOf('</w:p>', match.index) : match.index,
  );
}
