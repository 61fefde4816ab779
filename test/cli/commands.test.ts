/** Each command over a small library: what it writes, what it says, and how it ends. */
import { readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { docx, p, r } from '../read/docx/make.ts';
import { AFTER, BEFORE, keeling, makeLibrary, put } from './run.ts';

let folder = '';
beforeEach(async () => {
  folder = await makeLibrary();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const run = (...args: string[]) => keeling(folder, args);
const text = (path: string) => readFile(join(folder, path), 'utf8');
const BROKEN = BEFORE.replace('within 10', '::nonsense[\n\n<script>alert(1)</script>\n\nwithin 10');

describe('keeling list', () => {
  test('prints a version a line', async () => {
    expect(await run('list')).toEqual({
      status: 0,
      stderr: '',
      stdout:
        'td@1.1  demonstration  2020-01-01  A Testing Document\ntd@1.2  demonstration  2020-02-01  A Testing Document\n',
    });
  });

  test('finds the library from a folder below it', async () => {
    await put(folder, 'drafts/deep/x.txt', '');
    expect((await keeling(join(folder, 'drafts', 'deep'), ['list'])).stdout).toContain('td@1.2');
  });

  test('tells which was in force on a date', async () => {
    expect((await run('list', '--on', '2020-01-31')).stdout).toMatch(/^td@1.1 .*\n$/);
    expect(await run('list', '--on', '2019-12-31')).toMatchObject({ status: 0, stdout: '' });
    expect((await run('list', '--on', 'yesterday')).status).toBe(2);
  });

  test('lists the others where one cannot be read, and exits with 1', async () => {
    await put(folder, 'documents/td/1.15.md', '---\ntitle: [\n---\n');
    const { status, stdout, stderr } = await run('list');
    expect(stdout).toContain('td@1.2');
    expect(stderr).toContain('documents/td/1.15.md:');
    expect(status).toBe(1);
  });
});

describe('keeling export', () => {
  test('writes JSON that Keeling reads back', async () => {
    expect(await run('export', 'td@1.2', '--out', 'made/td.json')).toMatchObject({ status: 0, stdout: '' });
    const exported = await text('made/td.json');
    expect((await run('export', 'made/td.json')).stdout).toBe(exported);
    expect((await run('diff', 'td@1.2', 'made/td.json')).stdout).toContain('no changes');
  });

  test('never overwrites its input', async () => {
    await run('export', 'td@1.2', '--out', 'td.json');
    const before = await text('td.json');
    expect(await run('export', './td.json', '--out', 'td.json')).toMatchObject({ status: 2, stdout: '' });
    expect(await text('td.json')).toBe(before);
  });
});

describe('keeling diff', () => {
  test('counts by weight, then tells a change a line, with what follows under it', async () => {
    const { status, stdout, stderr } = await run('diff', 'td@1.1', 'td@1.2');
    expect([status, stderr]).toEqual([0, '']);
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('TD 1.1 → TD 1.2');
    expect(lines[1]).toMatch(/^\d+ changes: 2 substantive, \d+ consequential/);
    expect(lines.find((line) => line.includes('insertion'))).toMatch(/^c\d+ +insertion +Clause 1.2 /);
    expect(lines.find((line) => line.includes('renumbering'))).toMatch(/^ {2}c\d+ +renumbering .*\(follows c\d+\)$/);
  });

  test('gives another program JSON', async () => {
    const { counts, changes, ...rest } = JSON.parse((await run('diff', 'td@1.1', 'td@1.2', '--json')).stdout);
    expect(rest).toMatchObject({ format: 'keeling/changes', before: { version: '1.1' }, after: { version: '1.2' } });
    expect(counts).toMatchObject({ total: changes.length, substantive: 2 });
  });

  test('has colour only on a terminal, and not with NO_COLOR', async () => {
    const args = ['diff', 'td@1.1', 'td@1.2'];
    const coloured = await keeling(folder, args, { isTerminal: true });
    expect(coloured.stdout).toContain('\u001b[');
    expect((await keeling(folder, args, { isTerminal: true, env: { NO_COLOR: '1' } })).stdout).not.toContain('\u001b');
    expect((await keeling(folder, args)).stdout).not.toContain('\u001b');
  });

  test('makes nothing of a version that was not understood', async () => {
    await put(folder, 'documents/td/1.3.md', BROKEN);
    const { status, stdout, stderr } = await run('diff', 'td@1.1', 'td@1.3');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^documents\/td\/1.3.md:\d+:\d+: .*error/);
  });
});

describe('keeling redline', () => {
  test.each(['docx', 'md', 'html', 'json'])('writes %s, the same twice', async (ending) => {
    const { status, stdout, stderr } = await run('redline', 'td@1.1', 'td@1.2', '--out', `made/td.${ending}`);
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toContain(`made/td.${ending}: `);
    expect(await readdir(join(folder, 'made'))).toEqual([`td.${ending}`]);
    if (ending === 'docx') return;
    const first = await text(`made/td.${ending}`);
    expect(first).toContain('person responsible');
    await run('redline', 'td@1.1', 'td@1.2', '--out', `made/td.${ending}`);
    expect(await text(`made/td.${ending}`)).toBe(first);
  });

  test('does not write over an input, by whatever path', async () => {
    for (const out of ['documents/td/1.2.md', './documents/../documents/td/1.1.md']) {
      expect((await run('redline', 'td@1.1', 'td@1.2', '--out', out)).status).toBe(2);
    }
    expect([await text('documents/td/1.1.md'), await text('documents/td/1.2.md')]).toEqual([BEFORE, AFTER]);
  });

  test("marks what moved between two Word files as Word's own moves, which settle as one change", async () => {
    const lines = [
      'A party gives notice of each appeal in writing.',
      'A report is short.',
      'It is sent to all.',
      'End.',
    ];
    const word = (...texts: (string | undefined)[]) => docx(texts.map((one) => p(r(one ?? ''))).join(''));
    await writeFile(join(folder, 'before.docx'), word(...lines));
    await writeFile(join(folder, 'after.docx'), word(lines[1], lines[2], lines[0], lines[3]));
    const out = ['--out', 'r.docx', '--author', 'A. Drafter', '--date', '2020-01-31'];
    expect(await run('redline', 'before.docx', 'after.docx', ...out, '--moves', 'native')).toMatchObject({
      status: 0,
      stderr: expect.stringMatching(/r\.docx: 1 change: 1 substantive\n$/),
    });
    expect((await run('accept', 'r.docx')).stdout).toContain(
      `c1  move  paragraph 2 → paragraph 1  A. Drafter, 2020-01-31  moved from paragraph 2 to paragraph 1: "${lines[1]} ${lines[2]}"\n`,
    );
    await run('reject', 'r.docx', '--only', 'c1', '--out', 'back.docx');
    expect((await run('diff', 'before.docx', 'back.docx')).stdout).toContain('no changes');
  });

  test('tells nothing of what a redline in a Word file keeps or marks', async () => {
    const version = (word: string) => {
      const section = '<w:sectPr><w:headerReference w:type="default" r:id="rIdOfheader"/></w:sectPr>';
      return docx(p(r('A report is short.')) + section, { header: p(r(`Version ${word}`)) });
    };
    await writeFile(join(folder, 'before.docx'), version('one'));
    await writeFile(join(folder, 'after.docx'), version('two'));
    expect((await run('redline', 'before.docx', 'after.docx', '--out', 'r.docx')).stderr).toBe(
      'r.docx: 1 change: 1 substantive\n',
    );
    expect((await run('redline', 'before.docx', 'after.docx', '--out', 'r.html')).stderr).toContain('read/docx-header');
  });

  test('tells where Word would not open the file under its ending', async () => {
    await writeFile(join(folder, 'before.docx'), docx(p(r('A report is short.'))));
    await writeFile(join(folder, 'after.docm'), docx(p(r('A report is very short.'))));
    const under = (out: string) => run('redline', 'before.docx', 'after.docm', '--out', out);
    expect(await under('r.docx')).toMatchObject({ status: 0, stderr: expect.stringContaining('cli/word-ending') });
    expect((await under('r.docm')).stderr).toBe('r.docm: 1 change: 1 substantive\n');
    expect((await run('accept', 'r.docm', '--out', 'a.docx')).stderr).toContain('let --out end in .docm');
    expect(await run('redline', 'before.docx', 'td@1.2', '--out', 'h.docm')).toMatchObject({ status: 2 });
  });

  test('says why it cannot write, and exits with 1', async () => {
    await put(folder, 'file', '');
    const { status, stderr } = await run('redline', 'td@1.1', 'td@1.2', '--out', 'file/td.md');
    expect([status, stderr]).toEqual([1, expect.stringContaining('library/cannot-write')]);
  });
});

describe('keeling clean', () => {
  test.each(['md', 'json'])('writes %s that says the same', async (ending) => {
    expect(await run('clean', 'td@1.2', '--out', `td.${ending}`)).toMatchObject({ status: 0, stdout: '' });
    expect((await run('diff', 'td@1.2', `td.${ending}`)).stdout).toContain('no changes');
  });

  test('writes Word and a page', async () => {
    await run('clean', 'td@1.2', '--out', 'td.docx');
    await run('clean', 'td@1.2', '--out', 'td.html');
    expect((await readFile(join(folder, 'td.docx'))).subarray(0, 2).toString()).toBe('PK');
    expect((await run('export', 'td.docx')).stdout).toContain('person responsible');
    expect(await text('td.html')).toContain('person responsible');
  });
});

describe('keeling format', () => {
  const LOOSE = AFTER.replaceAll('\n', '\r\n').replace('# 1 Entries', '#   1 Entries');

  test('writes the one canonical form, which it then leaves alone', async () => {
    await put(folder, 'documents/td/1.2.md', `\uFEFF${LOOSE}`);
    expect(await run('format')).toMatchObject({ status: 0, stdout: 'documents/td/1.2.md\n' });
    expect(await text('documents/td/1.2.md')).toBe(AFTER);
    await utimes(join(folder, 'documents/td/1.2.md'), 0, 0);
    expect(await run('format')).toMatchObject({ status: 0, stdout: '' });
    expect((await run('format', '--check')).status).toBe(0);
  });

  test('--check changes nothing and exits with 1', async () => {
    await put(folder, 'documents/td/1.2.md', LOOSE);
    const { status, stdout, stderr } = await run('format', '--check');
    expect([status, stdout]).toEqual([1, 'documents/td/1.2.md\n']);
    expect(stderr).toContain('1 file not in canonical form');
    expect(await text('documents/td/1.2.md')).toBe(LOOSE);
  });

  test('takes paths and folders, and there only what is Legal Markdown', async () => {
    await put(folder, 'drafts/a.md', LOOSE);
    await put(folder, 'drafts/README.md', '# Not   ours\n* x\n');
    expect((await run('format', 'drafts')).stdout).toBe(`${join('drafts', 'a.md')}\n`);
    expect(await text('drafts/README.md')).toBe('# Not   ours\n* x\n');
  });

  test('leaves a file alone that it does not understand, and goes on', async () => {
    await put(folder, 'documents/td/1.1.md', BROKEN);
    await put(folder, 'documents/td/1.2.md', LOOSE);
    expect(await run('format')).toMatchObject({ status: 1, stdout: 'documents/td/1.2.md\n' });
    expect(await text('documents/td/1.1.md')).toBe(BROKEN);
  });
});

describe('keeling renumber', () => {
  const UNORDERED = AFTER.replace('1.2 {#notice}', '1.1 {#notice}')
    .replace('1.3 {#report} A report', '1.2 {#report} A report')
    .replace('[Clause 1.1](#plan)', '[Clause 1.1](#notice)');

  test('puts labels and references right in one stroke', async () => {
    await put(folder, 'documents/td/1.2.md', UNORDERED);
    const { status, stdout } = await run('renumber', 'td@1.2');
    expect(status).toBe(0);
    expect(stdout.split('\n').map((line) => line.replace(/ +/g, ' '))).toEqual([
      'Clause 1.1 (occurrence 2) 1.1 → 1.2 label',
      'Clause 1.2 1.2 → 1.3 label',
      'Clause 1.2 Clause 1.1 → Clause 1.2 reference',
      '',
    ]);
    expect(await text('documents/td/1.2.md')).toBe(AFTER.replace('[Clause 1.1](#plan)', '[Clause 1.2](#notice)'));
    expect(await run('renumber', 'td@1.2')).toMatchObject({ status: 0, stdout: '' });
  });

  test('--check changes nothing and exits with 1', async () => {
    await put(folder, 'documents/td/1.2.md', UNORDERED);
    expect((await run('renumber', 'td@1.2', '--check')).status).toBe(1);
    expect(await text('documents/td/1.2.md')).toBe(UNORDERED);
    expect((await run('renumber', 'td@1.1', '--check')).status).toBe(0);
  });

  test('takes Legal Markdown alone', async () => {
    await run('export', 'td@1.1', '--out', 'td.json');
    expect((await run('renumber', 'td.json')).status).toBe(2);
  });
});

test('keeling pack build names a pack that is not there', async () => {
  const { status, stdout, stderr } = await run('pack', 'build', 'nothing');
  expect(stdout).toBe('');
  expect(status).toBe(2);
  expect(stderr).toContain('nothing');
  expect(await readdir(folder)).not.toContain('output');
});
