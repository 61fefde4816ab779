/** The corpus of Word files, where it is at hand: `diff` and `accept` have one list, and every change can be decided. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readMarked } from '../../../src/library/marked/index.ts';
import { redlineOfWordFiles } from '../../../src/library/marked/word-files.ts';
import { redlineWordFiles } from '../../../src/library/word-redline.ts';
import type { Message } from '../../../src/message.ts';
import type { Change } from '../../../src/model/redline.ts';
import { readDocx } from '../../../src/read/docx/index.ts';
import { listMarks } from '../../../src/write/in-place/index.ts';

const CORPUS = fileURLToPath(new URL('../../../../shared/corpus/', import.meta.url));
const absent = !existsSync(`${CORPUS}pairs/pairs.json`);
const quiet = (): void => undefined;

interface Pair {
  readonly id: string;
  readonly before: string;
  readonly after: string;
}

function pairs(): Pair[] {
  if (absent) return [];
  const small = (JSON.parse(readFileSync(`${CORPUS}pairs/pairs.json`, 'utf8')) as Pair[]).map(
    ({ id, before, after }) => ({ id, before: `pairs/${before}`, after: `pairs/${after}` }),
  );
  const large = readdirSync(`${CORPUS}legislation-docx`).filter((name) => name.endsWith('-a.docx'));
  return [
    ...small,
    ...large.map((name) => ({
      id: name,
      before: `legislation-docx/${name}`,
      after: `legislation-docx/${name.replace('-a.docx', '-b.docx')}`,
    })),
  ];
}

const unsigned = ({ author: _, date: __, ...change }: Change) => change;

describe.skipIf(absent)('pairs of the corpus (without ../shared there are none)', () => {
  test.each(pairs())('$id: one list in diff and accept', ({ before, after }) => {
    const [x, y] = [readFileSync(CORPUS + before), readFileSync(CORPUS + after)];
    const wanted = { before: readDocx(x, {}, quiet), after: readDocx(y, {}, quiet) };
    const options = { author: 'A. Drafter', date: '2020-01-31T09:00:00Z' };
    const heard: Message[] = [];
    const listed = redlineOfWordFiles(x, y, options, wanted, (message) => heard.push(message));
    expect(heard.filter(({ rule }) => rule === 'library/no-word-redline')).toEqual([]);
    const marked = readMarked(redlineWordFiles(x, y, options, quiet, wanted), {}, quiet);
    expect(listed?.changes).toEqual(marked.redline.changes.map(unsigned));
  });
});

const marked = (): string[] =>
  absent ? [] : readdirSync(`${CORPUS}revisions`).filter((name) => /(?<!-Accepted|-Rejected)\.docx$/.test(name));

describe.skipIf(absent)('change-marked files of the corpus (without ../shared there are none)', () => {
  test.each(marked())('%s: every mark is in one change', (name) => {
    const bytes = readFileSync(`${CORPUS}revisions/${name}`);
    const { redline, marks } = readMarked(bytes, {}, quiet);
    expect(redline.changes.map(({ id }) => id)).toEqual(redline.changes.map((_, k) => `c${k + 1}`));
    const places = [...marks.values()].flat().map(({ part, start }) => `${part} ${start}`);
    expect(places.sort()).toEqual(
      listMarks(bytes, quiet)
        .map(({ part, start }) => `${part} ${start}`)
        .sort(),
    );
  });
});
