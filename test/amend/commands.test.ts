/** `keeling amend` and the pack of a legal text, over a small library and over MP089. */
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLibrary } from '../../src/library/library.ts';
import { buildPack } from '../../src/library/pack/index.ts';
import { loadManifest } from '../../src/library/pack/load.ts';
import { UnusableInput } from '../../src/message.ts';
import { keeling, makeLibrary, put } from '../cli/run.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let folder = '';
beforeEach(async () => {
  folder = await makeLibrary();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const run = (...args: string[]) => keeling(folder, ['amend', ...args]);
const text = (path: string) => readFile(join(folder, path), 'utf8');

describe('keeling amend', () => {
  it.each(['text.md', 'text.docx'])('drafts %s, reads it, and applies it to its baseline', async (file) => {
    expect(await run('draft', 'td@1.1', 'td@1.2', '--out', file)).toMatchObject({ status: 0, stdout: '' });
    const parsed = await run('parse', file);
    expect(parsed.stdout.split('\n').map((line) => line.split(/ {2,}/).slice(0, 2))).toEqual([
      ['insert-after', 'Clause 1.1'],
      ['amend', 'Clause 1.2'],
      [''],
    ]);
    expect(await run('apply', file, '--to', 'td@1.1', '--as', '1.5')).toMatchObject({ status: 0 });
    const made = await text('documents/td/1.5.md');
    const after = await text('documents/td/1.2.md');
    const body = (source: string): string => source.split('---\n').slice(2).join('');
    expect(body(made)).toBe(body(after));
    expect(made).toContain('version: "1.5"\nbaseline: "1.1"\n');
  });

  it('writes nothing where an instruction is refused, and says why', async () => {
    await run('draft', 'td@1.1', 'td@1.2', '--out', 'text.md');
    await put(folder, 'text.md', (await text('text.md')).replace('10</del>', '30</del>'));
    const { status, stderr } = await run('apply', 'text.md', '--to', 'td@1.1', '--as', '1.5');
    expect(status).toBe(1);
    expect(stderr).toContain(
      'instruction 2 (Amend Clause 1.2 as follows:): error: what it restates or strikes is not what',
    );
    expect(existsSync(join(folder, 'documents/td/1.5.md'))).toBe(false);
  });

  it('gives another program JSON, and type in place of tracked changes where that is asked for', async () => {
    await run('draft', 'td@1.1', 'td@1.2', '--out', 'text.md');
    const { instructions } = JSON.parse((await run('parse', 'text.md', '--json')).stdout);
    expect(instructions[0]).toMatchObject({ form: 'insert-after', target: { cite: 'Clause 1.1' }, before: [] });
    await run('draft', 'td@1.1', 'td@1.2', '--out', 'typed.md', '--marking', 'typographic');
    expect(await text('typed.md')).toContain('<s>10</s><u>15</u>');
    await run('draft', 'td@1.1', 'td@1.2', '--out', 'page.html');
    expect(await text('page.html')).toContain('After Clause 1.1 insert:');
  });

  it('tells what was typed wrong', async () => {
    expect((await run('draft', 'td@1.1', 'td@1.1', '--out', 'x.md')).stderr).toContain('nothing differs');
    expect((await run('draft', 'td@1.1', 'td@1.2', '--out', 'x.txt')).status).toBe(2);
    expect((await run('parse', 'x.txt')).status).toBe(2);
    await put(folder, 'none.md', '---\ntitle: A\nprovision: Clause\n---\n\nText.\n');
    expect((await run('parse', 'none.md')).stderr).toContain('there is no instruction in this text');
  });
});

describe('the pack of MP089', () => {
  it('has a cover, five instructions and a report of the counts', async () => {
    const out = join(folder, 'mp089');
    const { value, messages } = await buildPack({ root: ROOT, name: 'mp089', out });
    expect(messages).toEqual([]);
    expect(value.files.map(({ path, kind }) => [path, kind])).toEqual([
      ['mp089-legal-text.docx', 'legal-text'],
      ['mp089-legal-text.md', 'legal-text'],
      ['mp089-legal-text.html', 'legal-text'],
      ['mp089-counts.docx', 'counts'],
      ['mp089-counts.md', 'counts'],
    ]);
    const legal = await text('mp089/mp089-legal-text.md');
    expect(legal.match(/^# Amend .*$/gm)).toEqual([
      '# Amend Section 1 as follows:',
      '# Amend Section 5.4 as follows:',
      '# Amend Section 8.1.4 as follows:',
      '# Amend Table 8.1.8 as follows:',
      '# Amend Table 8.1.10 as follows:',
    ]);
    expect(legal).toContain('Baseline: version 6.18');
    expect(legal).toContain('classification: White');
    expect(legal).toContain('<del>40</del><ins>41</ins>');
    expect(await text('mp089/mp089-counts.md')).toContain('11 counts that are stated are wrong.');
    expect(value.inputs.map(({ path }) => path)).toContain('documents/appendix-r/6.18mp089.table-8.1.8.csv');
  });

  it('gives, applied to its baseline, the version that MP089 proposes', async () => {
    const out = join(folder, 'mp089');
    await buildPack({ root: ROOT, name: 'mp089', out });
    for (const file of ['mp089-legal-text.docx', 'mp089-legal-text.md']) {
      const made = join(folder, `${file}.made.md`);
      const args = ['amend', 'apply', join(out, file), '--to', 'appendix-r@6.18', '--as', '6.18mp089', '--out', made];
      expect(await keeling(ROOT, args)).toMatchObject({ status: 0 });
      const { stdout } = await keeling(ROOT, ['amend', 'parse', join(out, file)]);
      expect(stdout.trim().split('\n')).toHaveLength(5);
      const version = await readFile(join(ROOT, 'documents/appendix-r/6.18mp089.md'), 'utf8');
      // The conformed text holds its tables, which the library keeps beside it.
      const conformed = (await readFile(made, 'utf8')).replace(/\n::table\{#matrix[\s\S]*?\n(?=\n#|$)/g, '');
      expect(conformed.trim()).toBe(version.trim());
    }
  });

  it.each(['mp089-legal-text.docx', 'mp089-legal-text.md'])(
    'writes its matrix from %s as files again',
    async (file) => {
      await cp(join(ROOT, 'documents/appendix-r'), join(folder, 'documents/appendix-r'), { recursive: true });
      const out = join(folder, 'mp089');
      await buildPack({ root: ROOT, name: 'mp089', out });
      const args = ['apply', join(out, file), '--to', 'appendix-r@6.18', '--as', '7.0'];
      expect(await run(...args)).toMatchObject({ status: 0, stderr: expect.not.stringContaining('warning') });
      for (const table of ['8.1.8', '8.1.10']) {
        const rows = (version: string) => text(`documents/appendix-r/${version}.table-${table}.csv`);
        expect(await rows('7.0')).toBe(await rows('6.18mp089'));
      }
      const settings = await text('documents/appendix-r/7.0.matrix.yaml');
      expect(settings).toContain('file: 7.0.table-8.1.8.csv');
      expect(settings).not.toContain('stated');
      expect(await text('documents/appendix-r/7.0.md')).not.toContain('::table{#matrix');
      expect(await keeling(folder, ['diff', 'appendix-r@6.18mp089', 'appendix-r@7.0'])).toMatchObject({ status: 0 });
    },
  );

  it('leaves its tables in the text where a count was typed wrong', async () => {
    await cp(join(ROOT, 'documents/appendix-r'), join(folder, 'documents/appendix-r'), { recursive: true });
    const out = join(folder, 'mp089');
    await buildPack({ root: ROOT, name: 'mp089', out });
    const legal = await text('mp089/mp089-legal-text.md');
    await put(folder, 'wrong.md', legal.replace('<ins>41</ins>', '<ins>42</ins>'));
    const { status, stderr } = await run('apply', 'wrong.md', '--to', 'appendix-r@6.18', '--as', '7.0');
    expect([status, stderr]).toEqual([0, expect.stringContaining('the tables of the matrix stay in the text')]);
    expect(await text('documents/appendix-r/7.0.md')).toContain('::table{#matrix');
    expect(existsSync(join(folder, 'documents/appendix-r/7.0.matrix.yaml'))).toBe(false);
  });

  it('gives its tables to a matrix again', async () => {
    const out = join(folder, 'mp089');
    await buildPack({ root: ROOT, name: 'mp089', out });
    const args = ['matrix', 'import', join(out, 'mp089-legal-text.docx'), '--table', '8.1.10'];
    const { stdout, status } = await keeling(ROOT, args);
    expect(status).toBe(0);
    expect(stdout).toBe(await readFile(join(ROOT, 'documents/appendix-r/6.18mp089.table-8.1.10.csv'), 'utf8'));
    expect((await keeling(ROOT, args.slice(0, 3))).stderr).toContain('has 2 matrices');
  });

  it('has a manifest that says what is wrong with it', async () => {
    const root = await mkdtemp(join(tmpdir(), 'keeling-legal-'));
    await put(root, 'documents/x/pack.yaml', 'kind: legal-text\ntitle: X\nwrong: 1\n');
    await put(root, 'documents/td/1.1.md', '---\ntitle: A\nversion: "1.1"\nprovision: Clause\n---\n\nText.\n');
    const building = buildPack({ root, name: 'x', out: join(root, 'out') });
    await expect(building).rejects.toThrow(UnusableInput);
    await expect(building).rejects.toThrow('documents/x/pack.yaml:3:1: error: wrong: there is no such key here');
    const library = await openLibrary(root);
    await expect(loadManifest(library, 'x', new Map())).rejects.toThrow('kind: invalid input: expected "consultation"');
    await rm(root, { recursive: true, force: true });
  });
});
