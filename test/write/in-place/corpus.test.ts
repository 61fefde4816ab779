/** The corpus of Word files, where it is at hand: every pair comes back on both sides, every tracked file settles as it should. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { checkRedline } from '../../../src/library/redline-check/index.ts';
import type { Message } from '../../../src/message.ts';
import { plainText } from '../../../src/model/walk.ts';
import { readDocx, readDocxSides } from '../../../src/read/docx/index.ts';
import { listTracked, redlineInPlace, settleTracked } from '../../../src/write/in-place/index.ts';
import { ALIGN, strict, xmlOf } from './build.ts';

const CORPUS = fileURLToPath(new URL('../../../../shared/corpus/', import.meta.url));
const absent = !existsSync(`${CORPUS}pairs/pairs.json`);
const json = <T>(path: string): T => (absent ? [] : JSON.parse(readFileSync(CORPUS + path, 'utf8'))) as T;
const quiet = (): void => {};
const read = (bytes: Uint8Array) => readDocx(bytes, {}, quiet);
const text = (bytes: Uint8Array): string =>
  read(bytes)
    .children.map((block) => plainText(block))
    .join('\n');

interface Pair {
  readonly id: string;
  readonly before: string;
  readonly after: string;
  readonly expectedRevisions: number | null;
}

/** Pairs whose changes another engine counts otherwise, with the reason. */
const COUNTED_OTHERWISE: Readonly<Record<string, string>> = {
  'WC-1420': 'two words that changed beside an equation are counted apart',
  'WC-1440': 'inserted paragraphs beside unchanged ones are counted apart',
  'WC-1550': 'two equations in neighbouring paragraphs are one deletion and one insertion',
  'WC-1710': 'a word that a note call parts is replaced whole',
  'WC-1840': 'a word behind a split is replaced',
  'WC-1920': 'what stands in a text box is counted once, not again for the form of it that older readers show',
  'WC-1940': 'a drawing whose parts were written anew counts as another one',
  'WC-1980':
    'a space that breaks and one that does not are two, since LibreOffice and readers of the text tell them apart',
  'WCI-1000': 'the case of letters counts',
};

describe.skipIf(absent)('pairs of the corpus', () => {
  const counts: { readonly id: string; readonly count: number; readonly expected: number }[] = [];

  test.each(json<Pair[]>('pairs/pairs.json'))(
    '$id comes back on both sides',
    ({ id, before, after, expectedRevisions }) => {
      const files = {
        before: readFileSync(`${CORPUS}pairs/${before}`),
        after: readFileSync(`${CORPUS}pairs/${after}`),
      };
      const options = { author: 'A. Drafter', date: '2020-01-31T09:00:00Z' };
      const redline = redlineInPlace(files.before, files.after, ALIGN, options, quiet);
      const wanted = { before: read(files.before), after: read(files.after) };
      checkRedline(readDocxSides(redline, {}, quiet), wanted, strict);
      const moved = redlineInPlace(files.before, files.after, ALIGN, { ...options, moves: 'native' }, quiet);
      checkRedline(readDocxSides(moved, {}, quiet), wanted, strict);
      const count = listTracked(redline, quiet).filter(({ kind }) => kind !== 'formatting').length;
      if (expectedRevisions === null) return;
      counts.push({ id, count, expected: expectedRevisions });
      if (COUNTED_OTHERWISE[id] === undefined) expect(count).toBe(expectedRevisions);
      else if (expectedRevisions > 0) expect(count).toBeLessThanOrEqual(2 * expectedRevisions);
    },
  );

  afterAll(() => {
    const differing = counts.filter(({ count, expected }) => count !== expected);
    const rows = differing.map(({ id, count, expected }) => [id, count, expected, COUNTED_OTHERWISE[id] ?? '']);
    const head = `${counts.length - differing.length} of ${counts.length} pairs have the number of changes that is expected:`;
    console.info([head, ...rows.map((row) => row.join('\t'))].join('\n'));
  });
});

interface Case {
  readonly id: string;
  readonly source: string;
  readonly accepted: string | null;
  readonly rejected: string | null;
}

describe.skipIf(absent)('tracked files of the corpus', () => {
  test.each(json<Case[]>('revisions/cases.json'))('$id settles as it should', ({ source, accepted, rejected }) => {
    const bytes = readFileSync(`${CORPUS}revisions/${source}`);
    for (const [decision, wanted] of [
      ['accept', accepted],
      ['reject', rejected],
    ] as const) {
      if (wanted === null) continue;
      const settled = settleTracked(bytes, () => decision, quiet);
      expect(listTracked(settled, quiet)).toEqual([]);
      expect(text(settled)).toBe(text(readFileSync(`${CORPUS}revisions/${wanted}`)));
    }
  });
});

/** Word files of two sides, from wherever the corpus has them: pairs the other way round, and what changes settle to. */
const SIDES: readonly { readonly id: string; readonly before: string; readonly after: string }[] = [
  ...json<Pair[]>('pairs/pairs.json').map(({ id, before, after }) => ({
    id: `${id} the other way round`,
    before: `pairs/${after}`,
    after: `pairs/${before}`,
  })),
  ...json<Case[]>('revisions/cases.json').flatMap(({ id, accepted, rejected }) =>
    accepted === null || rejected === null
      ? []
      : [{ id: `${id} settled`, before: `revisions/${rejected}`, after: `revisions/${accepted}` }],
  ),
];

describe.skipIf(absent)('other files of two sides', () => {
  test.each(SIDES)('$id: both come back', ({ before, after }) => {
    const [x, y] = [readFileSync(CORPUS + before), readFileSync(CORPUS + after)];
    const options = { author: 'A. Drafter', date: '2020-01-31T09:00:00Z' };
    const redline = redlineInPlace(x, y, ALIGN, options, quiet);
    checkRedline(readDocxSides(redline, {}, quiet), { before: read(x), after: read(y) }, strict);
  });
});

/** Files whose changes cannot all be kept, even where nothing was changed without a mark: cells came, went or were merged. */
const SETTLED_FIRST = new Set(['RP034-Deleted-Cells', 'RP036-Vert-Merged-Cells']);

/** What a file may have been before, made of it as it was without its marks. */
const BEFORES: Readonly<Record<string, (tracked: Uint8Array) => Uint8Array>> = {
  'as it was': (bytes) => settleTracked(bytes, () => 'reject', quiet),
  'as it is': (bytes) => settleTracked(bytes, () => 'accept', quiet),
  'with other words': (bytes) => withOtherWords(settleTracked(bytes, () => 'reject', quiet)),
  'with other words and its marks': (bytes) => withOtherWords(bytes),
};

/** A file in which a word of every third text is another. */
function withOtherWords(bytes: Uint8Array): Uint8Array {
  let count = 0;
  const files = unzipSync(bytes);
  const xml = xmlOf(bytes).replace(/(<w:t(?: [^>]*)?>)([^<]{12,})/g, (all, tag: string, words: string) =>
    count++ % 3 === 0 ? tag + words.replace(/\b\w+\b/, 'another') : all,
  );
  return zipSync({ ...files, 'word/document.xml': strToU8(xml) });
}

describe.skipIf(absent)('tracked files of the corpus, their changes kept', () => {
  const forms = json<Case[]>('revisions/cases.json').flatMap((one) =>
    Object.keys(BEFORES).map((form) => ({ ...one, form })),
  );
  test.each(forms)('$id against itself $form', ({ id, source, form }) => {
    const after = readFileSync(`${CORPUS}revisions/${source}`);
    const before = BEFORES[form]?.(after) ?? after;
    const messages: Message[] = [];
    const options = { author: 'A. Drafter', date: '2020-01-31T09:00:00Z', tracked: 'keep' } as const;
    const redline = redlineInPlace(before, after, ALIGN, options, (message) => messages.push(message));
    const wanted = { before: readDocx(before, { tracked: 'reject' }, quiet), after: read(after) };
    checkRedline(readDocxSides(redline, {}, quiet), wanted);
    if (form === 'as it was' && !SETTLED_FIRST.has(id)) expect([messages, redline]).toEqual([[], after]);
  });
});
