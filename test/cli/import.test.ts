/** `keeling import`, and the tracked changes of one file on the command line. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countedByRule } from '../../src/cli/said.ts';
import type { Message } from '../../src/message.ts';
import { listTracked } from '../../src/write/in-place/index.ts';
import { del, docx, ins, p, r } from '../read/docx/make.ts';
import { keeling, makeLibrary } from './run.ts';

let folder = '';
beforeEach(async () => {
  folder = await makeLibrary();
  await writeFile(join(folder, 'marked.docx'), MARKED);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const run = (...args: string[]) => keeling(folder, args);
const text = (path: string) => readFile(join(folder, path), 'utf8');

const MARKED = docx(
  p(r('Each party shall ') + ins(r('promptly '), 'A. Author', '2020-01-02T00:00:00Z') + r('report.')) +
    p(r('A report is ') + del('short', 'B. Author', '2020-01-05T00:00:00Z') + r('.')),
  { comments: `<w:comment w:id="1" w:author="A. Author">${p(r('Why?'))}</w:comment>` },
);

describe('keeling import', () => {
  test('prints the files it made, and counts what it said', async () => {
    const { status, stdout, stderr } = await run('import', 'marked.docx', '--as', 'notes@1.0');
    expect(stdout).toBe('documents/notes/1.0.md\ndocuments/notes/1.0.docx\ndocuments/notes/1.0.source.yaml\n');
    expect(status).toBe(0);
    expect(stderr).toContain('kept with the version: 1 comment');
    expect(await text('documents/notes/1.0.source.yaml')).toContain('author: A. Author');
    expect(stderr).toContain('notes@1.0: 0 clauses, 0 tables, 0 definitions; anchors: 0 kept from bookmarks, 0 made');
    expect(stderr).toMatch(
      /told: (?:import\/beside 1, read\/docx-tracked 1|read\/docx-tracked 1, import\/beside 1)\n$/,
    );
    expect(await text('documents/notes/1.0.md')).toContain('Each party shall promptly report.');
    expect((await run('list')).stdout).toContain('notes@1.0');
    expect((await run('diff', 'notes@1.0', 'documents/notes/1.0.docx')).stdout).toContain('no changes');
  });

  test('makes a version of the library’s own output, from which nothing differs', async () => {
    await run('clean', 'td@1.1', '--out', 'td.docx');
    const { stderr } = await run('import', 'td.docx', '--as', 'td@1.15');
    expect(stderr).toContain('3 carried on from td@1.2');
    expect((await run('diff', 'td@1.1', 'td@1.15')).stdout).toContain('no changes');
  });

  test('writes nothing where the version is there, or has no proper name', async () => {
    const before = await text('documents/td/1.1.md');
    expect(await run('import', 'marked.docx', '--as', 'td@1.1')).toMatchObject({ status: 1, stdout: '' });
    expect(await text('documents/td/1.1.md')).toBe(before);
    for (const name of ['td', '../td@1', 'con@1']) {
      expect(await run('import', 'marked.docx', '--as', name), name).toMatchObject({ stdout: '' });
    }
    expect(await readdir(join(folder, 'documents'))).toEqual(['td']);
  });

  test('begins a library where there is none', async () => {
    const fresh = await mkdtemp(join(tmpdir(), 'keeling-fresh-'));
    try {
      await mkdir(join(fresh, 'drafts'));
      await writeFile(join(fresh, 'drafts', 'x.docx'), MARKED);
      expect((await keeling(fresh, ['import', 'drafts/x.docx', '--as', 'notes@1.0'])).status).toBe(0);
      expect(await readdir(join(fresh, 'documents', 'notes'))).toEqual(['1.0.docx', '1.0.md', '1.0.source.yaml']);
    } finally {
      await rm(fresh, { recursive: true, force: true });
    }
  });

  test.each([
    ['marked.docx'],
    ['marked.docx', '--as', 'nothing'],
    ['marked.docx', '--as', 'n@1', '--tracked', 'keep'],
    ['marked.docx', '--as', 'n@1', '--tracked', 'both'],
    ['marked.docx', '--as', 'n@1', '--out', 'x.md'],
    ['marked.docx', '--prose', '--as', 'n@1'],
    ['marked.docx', '--prose', '--out', 'x.docx'],
    ['documents/td/1.1.md', '--as', 'n@1'],
    ['missing.docx', '--as', 'n@1'],
  ])('%j is a fault of usage', async (...args) => {
    expect(await run('import', ...args)).toMatchObject({ status: 2, stdout: '' });
  });

  test('reads prose, and says what of the file is not in it', async () => {
    const { stdout, stderr } = await run('import', 'marked.docx', '--prose');
    expect(stdout).toBe('Each party shall promptly report.\n\nA report is .\n');
    expect(stderr).toMatch(/told: read\/docx-comment 1, read\/docx-tracked 1\n$/);
    expect(await run('import', 'marked.docx', '--prose', '--out', 'x.md')).toMatchObject({ status: 0, stdout: '' });
    expect(await text('x.md')).toBe(stdout);
  });
});

describe('the tracked changes of one file', () => {
  test('are told with their authors and dates', async () => {
    for (const args of [[], ['--tracked', 'keep']]) {
      const { status, stdout } = await run('diff', 'marked.docx', ...args);
      expect(stdout).toMatch(
        /^marked.docx: tracked changes by A. Author and B. Author, 2020-01-02 to 2020-01-05\n2 changes: 2 substantive\n/,
      );
      expect(stdout).toContain('A. Author, 2020-01-02  Each party shall {+promptly +}report.');
      expect(stdout).toContain('B. Author, 2020-01-05  A report is [-short-].');
      expect(status).toBe(0);
    }
    const { changes } = JSON.parse((await run('diff', 'marked.docx', '--json')).stdout) as { changes: unknown[] };
    expect(changes).toHaveLength(2);
  });

  test('become a redline, but not the Word file that they are', async () => {
    expect((await run('redline', 'marked.docx', '--tracked', 'keep', '--out', 'x.md')).status).toBe(0);
    expect(await text('x.md')).toContain('Each party shall <ins>promptly </ins>report.');
    expect((await run('redline', 'marked.docx', '--out', 'x.docx')).status).toBe(2);
  });

  test('are accepted or rejected where versions are compared', async () => {
    await writeFile(join(folder, 'plain.docx'), docx(p(r('Each party shall report.')) + p(r('A report is short.'))));
    expect((await run('diff', 'plain.docx', 'marked.docx', '--tracked', 'reject')).stdout).toContain('no changes');
    expect((await run('diff', 'plain.docx', 'marked.docx')).stdout).toContain('2 changes');
    const redline = (...args: string[]) => run('redline', 'plain.docx', 'marked.docx', ...args, '--out', 'x.docx');
    expect((await redline()).stderr).toMatch(/accepted first.*x\.docx: 2 changes: 2 substantive/s);
    expect((await redline('--tracked', 'reject')).stderr).toMatch(/rejected first.*x\.docx: no changes/s);
  });

  test('stay their authors’ where a Word file is redlined that carries them', async () => {
    await writeFile(join(folder, 'plain.docx'), docx(p(r('Each party must report.')) + p(r('A report is short.'))));
    const keep = (...args: string[]) => run('redline', 'plain.docx', 'marked.docx', '--tracked', 'keep', ...args);
    expect((await keep('--out', 'x.docx')).stderr).toContain('x.docx: 3 changes: 3 substantive; 1 of them new');
    const changes = listTracked(await readFile(join(folder, 'x.docx')), () => {});
    expect(changes.map(({ author, text }) => `${author}: ${text}`)).toEqual([
      'A. Drafter: must',
      'A. Drafter: shall',
      'A. Author: promptly',
      'B. Author: short',
    ]);
    expect(await keep('--out', 'x.html')).toMatchObject({ status: 2, stdout: '' });
    expect(await keep('--out', 'x.docx', '--house')).toMatchObject({ status: 2, stdout: '' });
  });

  test.each([
    ['diff', 'td@1.1'],
    ['diff', 'marked.docx', '--tracked', 'reject'],
    ['diff', 'marked.docx', 'marked.docx', '--tracked', 'keep'],
    ['diff', 'marked.docx', 'marked.docx', '--tracked', 'some'],
  ])('%j is a fault of usage', async (...args) => {
    expect(await run(...args)).toMatchObject({ status: 2, stdout: '' });
  });

  test('of a file that has none are told to be none', async () => {
    await writeFile(join(folder, 'plain.docx'), docx(p(r('x'))));
    expect((await run('diff', 'plain.docx')).stdout).toBe('plain.docx: no tracked changes\nno changes\n');
  });
});

test('messages that stand for many count as many', () => {
  const say = (rule: string, note?: string): Message => ({
    severity: 'note',
    rule,
    reason: 'r',
    ...(note === undefined ? {} : { note }),
  });
  expect(countedByRule([say('a/b'), say('c/d', '12 times'), say('a/b', 'see 3 times')])).toBe('c/d 12, a/b 2');
});
