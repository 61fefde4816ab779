/** The list of changes on the command line: one in `diff`, `redline`, `accept` and `reject`, and what is selected of it. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Change } from '../../src/model/redline.ts';
import { del, docx, ins, p, r } from '../read/docx/make.ts';
import { keeling, makeLibrary } from './run.ts';

let folder = '';
beforeEach(async () => {
  folder = await makeLibrary();
  await writeFile(join(folder, 'marked.docx'), MARKED);
  await writeFile(join(folder, 'before.docx'), BEFORE);
  await writeFile(join(folder, 'after.docx'), AFTER);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const run = (...args: string[]) => keeling(folder, args);
const changesOf = async (...args: string[]) =>
  (JSON.parse((await run(...args)).stdout) as { readonly changes: Change[] }).changes;

const MARKED = docx(
  p(r('1.1 Each party ') + del('shall') + ins(r('must')) + r(' report.')) +
    p(r('1.2 A report is ') + ins(r('very '), 'B. Author') + r('short.')) +
    p(r('10.1 It ends.') + del(' ', 'B. Author')),
);
const section = '<w:sectPr><w:headerReference w:type="default" r:id="rIdOfheader"/></w:sectPr>';
const BEFORE = docx(p(r('A party shall report.')) + p(r('It ends.')) + section, { header: p(r('Draft')) });
const AFTER = docx(p(r('A party must report.')) + p(r('It ends.', '<w:b/><w:color w:val="FF0000"/>')) + section, {
  header: p(r('Final')),
});

describe('one list', () => {
  test('is what diff, accept and reject say of a change-marked file', async () => {
    const accepted = await run('accept', 'marked.docx');
    expect(accepted.stdout).toBe(
      [
        'marked.docx: tracked changes by A. Author and B. Author, 2020-01-02',
        '3 changes: 2 substantive, 1 typographical',
        '',
        'substantive',
        'c1  substitution  Clause 1.1  A. Author, 2020-01-02  Each party [-shall-]{+must+} report.',
        'c2  insertion     Clause 1.2  B. Author, 2020-01-02  A report is {+very +}short.',
        '',
        'typographical',
        'c3  substitution  Clause 10.1  B. Author, 2020-01-02  It ends.[- -]',
        '',
      ].join('\n'),
    );
    for (const args of [
      ['reject', 'marked.docx'],
      ['diff', 'marked.docx', '--tracked', 'keep'],
    ]) {
      expect((await run(...args)).stdout).toBe(accepted.stdout);
    }
    expect((await run('diff', 'marked.docx', '--json')).stdout).toBe(
      (await run('accept', 'marked.docx', '--json')).stdout,
    );
    await run('redline', 'marked.docx', '--tracked', 'keep', '--out', 'x.json');
    const written = JSON.parse(await readFile(join(folder, 'x.json'), 'utf8')) as { readonly changes: Change[] };
    expect(written.changes).toEqual(await changesOf('accept', 'marked.docx', '--json'));
  });

  test('is what diff says of two Word files and accept of their redline, formatting and headers included', async () => {
    const { stderr } = await run('redline', 'before.docx', 'after.docx', '--out', 'r.docx');
    const diff = await run('diff', 'before.docx', 'after.docx');
    expect(diff.stdout).toContain('c1  substitution  paragraph 1  A party [-shall-]{+must+} report.');
    expect(diff.stdout).toContain('c3  substitution  Header       [-Draft-]{+Final+}');
    expect(diff.stdout).toContain('c2  reformatting  paragraph 2');
    expect(stderr).toContain(`r.docx: ${diff.stdout.split('\n')[1]}`);
    const marked = await changesOf('accept', 'r.docx', '--json');
    const unsigned = marked.map(({ author: _, date: __, ...change }) => change);
    expect(await changesOf('diff', 'before.docx', 'after.docx', '--json')).toEqual(unsigned);
    await run('redline', 'before.docx', 'after.docx', '--out', 'x.html');
    const page = await readFile(join(folder, 'x.html'), 'utf8');
    expect(page.match(/id="item-\d+"/g)).toHaveLength(3);
    expect(page).toContain('A party <del>shall</del><ins>must</ins> report.');
  });
});

describe('accept and reject', () => {
  const ids = async (...args: string[]) =>
    (await changesOf('accept', 'marked.docx', '--json', ...args)).map(({ id }) => id);

  test('select by id, author, weight and provision, which go together', async () => {
    expect(await ids('--author', 'B. Author')).toEqual(['c2', 'c3']);
    expect(await ids('--weight', 'typographical,formatting')).toEqual(['c3']);
    expect(await ids('--author', 'B. Author', '--weight', 'substantive')).toEqual(['c2']);
    expect(await ids('--clause', 'clause 1')).toEqual(['c1', 'c2']);
    expect(await ids('--clause', 'Clause 1.2', '--only', 'c1,c2')).toEqual(['c2']);
  });

  test('take along what follows from a named change and is marked itself', async () => {
    const before = ['1.1 The plan lists entries.', '1.2 A report follows.', '1.3 It is sent under Clause 1.2.'];
    const after = [
      '1.1 The plan lists entries.',
      '1.2 Each entry is recorded by its author.',
      '1.3 A report follows.',
      '1.4 It is sent under Clause 1.3.',
    ];
    const word = (texts: readonly string[]) => docx(texts.map((text) => p(r(text))).join(''));
    await writeFile(join(folder, 'one.docx'), word(before));
    await writeFile(join(folder, 'two.docx'), word(after));
    await run('redline', 'one.docx', 'two.docx', '--out', 'r.docx');
    const all = await changesOf('accept', 'r.docx', '--json');
    expect(all.map(({ kind, cause }) => [kind, cause])).toEqual([
      ['insertion', undefined],
      ['renumbering', 'c1'],
      ['renumbering', 'c1'],
      ['substitution', 'c1'],
    ]);
    expect(await changesOf('accept', 'r.docx', '--json', '--only', 'c1')).toEqual(all);
    expect(await changesOf('accept', 'r.docx', '--json', '--only', 'c1', '--weight', 'substantive')).toHaveLength(1);
  });

  test('write what was selected', async () => {
    expect((await run('accept', 'marked.docx', '--clause', 'Clause 1.1', '--out', 'some.docx')).stderr).toContain(
      'some.docx: 1 change accepted, 2 left',
    );
    expect((await changesOf('accept', 'some.docx', '--json')).map(({ summary }) => summary)).toHaveLength(2);
    expect((await run('reject', 'marked.docx', '--out', 'back.docx')).stderr).toContain('3 changes rejected, 0 left');
    await run('accept', 'marked.docx', '--out', 'on.docx');
    const { stdout } = await run('diff', 'back.docx', 'on.docx');
    expect(stdout).toContain('Each party [-shall-]{+must+} report.');
  });

  test.each([
    [['--only', 'c9'], 'there is no change c9'],
    [['--only', ','], '--only names no change'],
    [['--author', 'C. Author'], 'the authors are A. Author, B. Author'],
    [['--weight', 'heavy'], 'the weights are substantive, consequential, typographical, formatting'],
    [['--clause', 'Clause 7'], 'changes stand in Clause 1.1; Clause 1.2; Clause 10.1'],
    [['--out', 'x.docx', '--json'], '--json lists, and --out writes'],
  ])('refuse %j', async (options, message) => {
    const { status, stderr } = await run('accept', 'marked.docx', ...options);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});
