/** `--fix` cannot hurt: over generated texts and any corpus at hand, no word is lost, changed or joined, and a second run changes nothing. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/index.ts';
import { mendText, mendWord } from '../../src/library/check/fix.ts';
import { checkTarget } from '../../src/library/check/index.ts';
import { plainText } from '../../src/model/walk.ts';
import { readDocxSides } from '../../src/read/docx/index.ts';
import { readMarkdown } from '../../src/read/markdown/index.ts';
import { readPlain } from '../../src/read/plain/index.ts';
import { keeling } from '../cli/run.ts';
import { docx, p, r } from '../read/docx/make.ts';

type Kind = 'md' | 'txt';

async function mended(source: string, kind: Kind): Promise<{ text: string; made: number }> {
  const recheck = (text: string) => {
    const document =
      kind === 'md' ? readMarkdown(text, { mode: 'auto' }, () => undefined) : readPlain(text, {}, () => undefined);
    return check(document, { source: text, ...(kind === 'txt' ? { guessed: true as const } : {}) });
  };
  return mendText({ kind: 'text', file: 'a', text: source, recheck }, await recheck(source));
}

/** The words of a text in their order; a run of one small word counts once, since that is what may be mended. */
function wordsOf(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word, i) => word.toLowerCase() !== words[i - 1]?.toLowerCase());
}

async function expectHarmless(source: string, kind: Kind): Promise<void> {
  const { text } = await mended(source, kind);
  expect(wordsOf(text)).toEqual(wordsOf(source));
  // Nothing but white space and doubled words goes: every other sign stays.
  const signs = (all: string): string => all.replace(/[\p{L}\p{N}\s]/gu, '');
  expect(signs(text)).toBe(signs(source));
  expect((await mended(text, kind)).text).toBe(text);
}

const piece = fc.constantFrom(
  'the',
  'the the',
  'The the',
  'a',
  'a a',
  'of',
  'of of',
  'shall shall',
  'that that',
  'notice',
  'Notice',
  'Commission',
  '( in writing )',
  '( ',
  ' )',
  ' , ',
  ' ;',
  ' .',
  '. ',
  '.',
  '  ',
  '   ',
  '“',
  '”',
  '"',
  "'",
  '‘',
  '’',
  '“the the” ',
  '"pursuant to pursuant to"',
  'substitute',
  'insert',
  '\n',
  '\n\n',
  '\n- (a) ',
  '\n1.1 ',
  '\n# 2 ',
  '\n| a  b | c |\n| --- | --- |\n| the the | d |\n',
  '**the** the',
  '`a  b`',
  '`',
  '[the the](#x)',
  '&amp; ',
  '\\(',
  '\t',
  '\u00a0',
  '*',
  '_',
  '€ 5 ',
  '5 000',
  'x',
  'é',
  '[^1]',
  '<b>',
  '—',
  'and and',
  'May may',
  '1.2 ',
);

describe('a fix', () => {
  it.each(['md', 'txt'] as const)(
    'loses, changes and joins no word of any %s, and is done after one run',
    async (kind) => {
      await fc.assert(
        fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => expectHarmless(pieces.join(' '), kind)),
        { numRuns: 150 },
      );
    },
  );

  it('leaves quotations, amending words and code alone', async () => {
    for (const source of [
      '1.1 In section 4, for the words "the the" substitute "the".\n',
      '1.1 In section 4, for "in  writing" substitute "in writing" in the the second place.\n',
      'He wrote “the the  end” of it.\n',
      'Run `the the  end` of it.\n',
      '> the the  end of a quotation\n',
      '1.1 Where it replaces the repealed provision the repealed provision stays.\n',
      '1.1 After section 4 insert—\n\n“4A The the  Board (1) meets.\n\n(2) The the  Board ends.”\n',
    ]) {
      expect((await mended(source, 'md')).text).toBe(source);
    }
  });

  it('mends where labels, marks and tables stand around the words', async () => {
    const source =
      '# 1 A\n\n1.1 The Board shall tell the Panel , and ( in writing ) the the User.\n\n- (a) The **Board  shall** meet , and\n';
    expect((await mended(source, 'md')).text).toBe(
      '# 1 A\n\n1.1 The Board shall tell the Panel, and (in writing) the User.\n\n- (a) The **Board shall** meet, and\n',
    );
  });

  it('shows a diff and writes nothing with --dry-run', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'keeling-fix-'));
    await writeFile(join(folder, 'a.md'), 'It is sent to the the Parties.\n');
    const { stdout, stderr } = await keeling(folder, ['check', 'a.md', '--fix', '--dry-run']);
    expect(stdout).toContain('-It is sent to the the Parties.\n+It is sent to the Parties.');
    expect(stderr).toContain('1 fault would be mended');
    expect(await readFile(join(folder, 'a.md'), 'utf8')).toBe('It is sent to the the Parties.\n');
  });
});

describe('a fix in a Word file', () => {
  it('is a tracked change: rejected it gives the file as it was, accepted the mended text', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'keeling-fix-'));
    const before = docx(p(r('It is sent to the the Parties , by  the Board.')) + p(r('It “quotes the the” words.')));
    await writeFile(join(folder, 'a.docx'), before);
    expect((await keeling(folder, ['check', 'a.docx', '--fix'])).stderr).toContain('add --tracked');
    const { stderr } = await keeling(folder, ['check', 'a.docx', '--fix', '--tracked', '--author', 'A. Clerk']);
    expect(stderr).toContain('3 faults mended by tracked changes');
    const sides = readDocxSides(await readFile(join(folder, 'a.docx')), {}, () => undefined);
    expect(plainText(sides.before).trim()).toBe(
      'It is sent to the the Parties , by  the Board.\nIt “quotes the the” words.',
    );
    expect(plainText(sides.after).trim()).toBe('It is sent to the Parties, by the Board.\nIt “quotes the the” words.');
  });
});

const SHARED = join(import.meta.dirname, '../../../shared/corpus');
const there = existsSync(SHARED);

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

/** A seventh of the large corpus, so that the test takes seconds; all of it where KEELING_WHOLE_CORPUS is set. */
const STEP = (process.env.KEELING_WHOLE_CORPUS ?? '') === '' ? 7 : 1;

describe.skipIf(!there)('the corpus (skipped where ../shared is absent)', () => {
  it('is not harmed in Markdown', async () => {
    const files = filesIn(join(SHARED, 'legislation')).filter(
      (file) => extname(file) === '.md' && file.includes('en-'),
    );
    expect(files.length).toBeGreaterThan(10);
    for (const file of files.filter((_, i) => i % STEP === 0)) await expectHarmless(readFileSync(file, 'utf8'), 'md');
  }, 600_000);

  it('is not harmed in Word', async () => {
    const files = filesIn(join(SHARED, 'import')).filter((file) => extname(file) === '.docx');
    let read = 0;
    for (const file of files.filter((_, i) => i % STEP === 0)) {
      const checked = await checkTarget({ root: SHARED, documents: [] }, { target: file, folder: SHARED }).catch(
        () => undefined,
      );
      if (checked?.mendable?.kind !== 'word') continue;
      read += 1;
      const { bytes } = checked.mendable;
      const done = mendWord(bytes, checked.findings, { author: 'A', date: '2024-01-01T00:00:00Z' }, () => undefined);
      if (done.made === 0) continue;
      const sides = readDocxSides(done.bytes, {}, () => undefined);
      expect(wordsOf(plainText(sides.after))).toEqual(
        wordsOf(plainText(readDocxSides(bytes, {}, () => undefined).after)),
      );
    }
    expect(read).toBeGreaterThan(10);
  }, 600_000);
});
