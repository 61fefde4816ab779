/** The laws of the list: taking any changes in the file and in the model is one, and every mark is in one change. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MarkedFile, readMarked } from '../../../src/library/marked/index.ts';
import { listMarks, redlineInPlace } from '../../../src/write/in-place/index.ts';
import { ALIGN, p, pack, r, table } from '../../write/in-place/build.ts';
import { bothWays, choiceOf } from './law.ts';

const quiet = (): void => undefined;

// No paragraph begins with a number: one that becomes a provision, or is none any more, takes what stands behind it along.
const WORDS = [
  'the',
  'party',
  'shall',
  'give',
  'notice',
  'four',
  'of',
  'Working Days',
  'in writing.',
  'Where',
  'report',
];
const run = fc
  .tuple(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }), fc.constantFrom('', '', '<w:b/>'))
  .map(([words, format]) => r(`${words.join(' ')} `, format));
const paragraph = fc.array(run, { minLength: 1, maxLength: 4 }).map((runs) => p(runs.join('')));
const grid = fc
  .array(fc.array(fc.constantFrom('1', '2', 'notice'), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 })
  .map((rows) => table(...rows));
const block = fc.oneof({ weight: 8, arbitrary: paragraph }, { weight: 1, arbitrary: grid });
const body = fc.array(block, { minLength: 1, maxLength: 8 });

type Edit = readonly [number, 'drop' | 'add' | 'word', string];
const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.tuple(fc.nat(), fc.constantFrom('drop', 'add', 'word', 'word', 'word'), block),
  { maxLength: 5 },
);

function edited(blocks: readonly string[], [at, how, added]: Edit): string[] {
  const copy = [...blocks];
  const k = copy.length === 0 ? 0 : at % copy.length;
  if (how === 'drop') copy.splice(k, 1);
  else if (how === 'add') copy.splice(k, 0, added);
  else copy[k] = (copy[k] ?? '').replace(/party |notice |the |report /, 'another word ');
  return copy;
}

const file = (blocks: readonly string[]): Uint8Array =>
  pack(`${blocks.join('').replaceAll('</w:tbl><w:tbl>', `</w:tbl>${p(r('between'))}<w:tbl>`)}${p(r('the end'))}`);

const redlined = (before: Uint8Array, after: Uint8Array, author: string, tracked: 'accept' | 'keep'): Uint8Array =>
  redlineInPlace(before, after, ALIGN, { author, date: '2020-01-31T09:00:00Z', tracked }, quiet);

/** Changes that nothing in the file stands for. */
const unmarked = ({ redline, marks, within }: MarkedFile) =>
  redline.changes.filter(({ id, cause }) => marks.get(id)?.length === 0 && !within.has(id) && cause === undefined);

/** Whether any choice of changes comes to the same in the file and in the model. */
function holds(bytes: Uint8Array, bits: Iterator<boolean>): boolean {
  const marked = readMarked(bytes, {}, quiet);
  expect(unmarked(marked)).toEqual([]);
  const inList = [...marked.marks.values()].flat().map(({ part, start }) => `${part} ${start}`);
  expect(inList.sort()).toEqual(
    listMarks(bytes, quiet)
      .map(({ part, start }) => `${part} ${start}`)
      .sort(),
  );
  const picked = new Map(marked.redline.changes.map(({ id }) => [id, bits.next().value === true]));
  const [inFile, inModel] = bothWays(
    bytes,
    marked,
    choiceOf(marked, (id) => picked.get(id) === true),
  );
  return inFile === inModel;
}

describe('any choice of changes', () => {
  test('comes to the same in the file and in the model', () => {
    fc.assert(
      fc.property(body, edits, fc.infiniteStream(fc.boolean()), (before, how, bits) => {
        const after = how.reduce(edited, before);
        expect(holds(redlined(file(before), file(after), 'A. Author', 'accept'), bits)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    [1, 1],
    [2, 0.98],
  ])('does so in files that %i marked by hand, but where words could be paired otherwise', (count, share) => {
    let [right, all] = [0, 0];
    fc.assert(
      fc.property(markedBody(AUTHORS.slice(0, count)), fc.infiniteStream(fc.boolean()), (blocks, bits) => {
        all += 1;
        if (holds(pack(blocks.join('') + p(r('the end'))), bits)) right += 1;
      }),
      { numRuns: 150, seed: 12 },
    );
    expect(right / all).toBeGreaterThanOrEqual(share);
  });
});

const AUTHORS = ['A. Author', 'B. Author'];
const signed = (author: string) => `w:id="7" w:author="${author}" w:date="2020-01-31T09:00:00Z"`;
const inserted = (text: string, author: string) => `<w:ins ${signed(author)}>${r(text)}</w:ins>`;
const deleted = (text: string, author: string) =>
  `<w:del ${signed(author)}>${r(text).replaceAll('w:t', 'w:delText')}</w:del>`;
const markOf = (name: string, author: string) => `<w:rPr><w:${name} ${signed(author)}/></w:rPr>`;

/** Paragraphs with marks in them, and paragraphs that came or went as a whole. */
function markedBody(authors: readonly string[]): fc.Arbitrary<string[]> {
  const text = fc
    .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
    .map((words) => `${words.join(' ')} `);
  const author = fc.constantFrom(...authors);
  const piece = fc.oneof(
    { weight: 3, arbitrary: text.map((one) => r(one)) },
    { weight: 1, arbitrary: fc.tuple(text, author).map(([one, by]) => inserted(one, by)) },
    { weight: 1, arbitrary: fc.tuple(text, author).map(([one, by]) => deleted(one, by)) },
  );
  const edited = fc.array(piece, { minLength: 2, maxLength: 5 }).map((pieces) => p(r('Each ') + pieces.join('')));
  const whole = fc
    .tuple(text, author, fc.boolean())
    .map(([one, by, came]) =>
      came ? p(inserted(one, by), markOf('ins', by)) : p(deleted(one, by), markOf('del', by)),
    );
  return fc.array(fc.oneof({ weight: 3, arbitrary: edited }, { weight: 1, arbitrary: whole }), { maxLength: 6 });
}
