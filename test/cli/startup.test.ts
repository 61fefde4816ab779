/** What a start of `keeling` loads: its own few modules for help and versions, of a command what that command needs. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeLibrary } from './run.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PRELOAD = new URL('count-modules.mjs', import.meta.url).href;

let folder = '';
beforeAll(async () => {
  folder = await makeLibrary();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The modules that one run of the built program loads, as paths below the checkout. */
function loadedBy(...args: readonly string[]): string[] {
  const list = join(folder, 'loaded.txt');
  execFileSync(process.execPath, ['--import', PRELOAD, join(ROOT, 'dist/cli/main.js'), ...args], {
    cwd: folder,
    env: { ...process.env, LOADED: list, KEELING_CACHE: join(folder, 'cache') },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const loaded = readFileSync(list, 'utf8').split('\n');
  return loaded.map((file) => file.replace(ROOT, '').replaceAll(sep, '/')).filter((file) => !file.startsWith('test/'));
}

const from = (folder: string, loaded: readonly string[]): string[] => loaded.filter((file) => file.startsWith(folder));

describe.skipIf(!existsSync(join(ROOT, 'dist')))('a start (skipped where dist/ is not built)', () => {
  it.each([
    ['--version'],
    ['--help'],
    ['pack', '--help'],
    ['amend', '--help'],
    ['matrix', '--help'],
    ['check', '--help'],
  ])('for %s %s loads under 40 modules', (...args) => {
    const loaded = loadedBy(...args);
    expect(loaded).toContain('dist/cli/main.js');
    expect(loaded.length).toBeLessThan(40);
  });

  it('of a list reads front matter, and loads no reader of Markdown', () => {
    const loaded = loadedBy('list');
    expect(loaded).toContain('dist/read/markdown/frontmatter.js');
    expect(from('node_modules/remark', loaded)).toEqual([]);
  });

  it('of a comparison loads no rule, no writer, no reader of Word and not all of the matrix', () => {
    const loaded = loadedBy('diff', 'td@1.1', 'td@1.2');
    expect(loaded).toContain('dist/compare/index.js');
    const others = ['check', 'write', 'read/docx', 'assemble', 'library/pack', 'amend'];
    for (const other of others) expect(from(`dist/${other}`, loaded)).toEqual([]);
    expect(loaded).not.toContain('dist/matrix/index.js');
  });

  it('of a comparison that the cache has both sides of loads no reader at all', () => {
    loadedBy('diff', 'td@1.1', 'td@1.2');
    expect(from('dist/read', loadedBy('diff', 'td@1.1', 'td@1.2'))).toEqual([]);
  });

  it('of a redline loads the writer of its format', () => {
    const loaded = loadedBy('redline', 'td@1.1', 'td@1.2', '--out', join(folder, 'redline.html'));
    expect(from('dist/write', loaded).map((file) => file.split('/')[2])).toContain('html');
    for (const other of ['docx', 'in-place', 'markdown']) expect(from(`dist/write/${other}/`, loaded)).toEqual([]);
  });
});
