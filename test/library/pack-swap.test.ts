import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LISTING, LISTING_FORMAT, swapFolder } from '../../src/library/pack/swap.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'keeling-swap-'));
});
afterEach(async () => {
  await chmod(home, 0o755);
  await rm(home, { recursive: true, force: true });
});

/** Files as a build gives them: these texts, and the listing that names them. */
function pack(texts: Readonly<Record<string, string>>): Map<string, Uint8Array> {
  const listing = { format: LISTING_FORMAT, files: Object.keys(texts).map((path) => ({ path })) };
  const all = { ...texts, [LISTING]: JSON.stringify(listing) };
  return new Map(Object.entries(all).map(([name, text]) => [name, new TextEncoder().encode(text)]));
}

const out = () => join(home, 'out');
const said = (name: string) => readFile(join(out(), name), 'utf8');

/** The name of a folder that a build of this machine with that process would leave behind. */
function leftover(what: 'new' | 'old', pid: number, host = hostname()): string {
  const id = createHash('sha256').update(host).digest('hex').slice(0, 8);
  return join(home, `.out.keeling-${what}.${id}-${pid}-0badcafe`);
}

/** The number of a process that has ended. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

describe('putting a folder in its place', () => {
  it('makes it, and the folders above it', async () => {
    await swapFolder(join(home, 'a', 'b', 'out'), pack({ 'one.md': '1' }));
    expect(await readdir(join(home, 'a', 'b'))).toEqual(['out']);
    expect((await readdir(join(home, 'a', 'b', 'out'))).sort()).toEqual([LISTING, 'one.md']);
  });

  it('replaces the whole of what a build wrote, and leaves nothing beside it', async () => {
    await swapFolder(out(), pack({ 'one.md': '1', 'gone.md': '' }));
    await swapFolder(out(), pack({ 'one.md': '2' }));
    expect(await said('one.md')).toBe('2');
    expect(await readdir(out())).not.toContain('gone.md');
    expect(await readdir(home)).toEqual(['out']);
  });

  it('takes an empty folder, and one with what desktops leave', async () => {
    await mkdir(out());
    await swapFolder(out(), pack({ 'one.md': '1' }));
    await writeFile(join(out(), '.DS_Store'), '');
    await swapFolder(out(), pack({ 'one.md': '2' }));
    expect(await said('one.md')).toBe('2');
  });

  it('refuses a folder that no build wrote', async () => {
    await mkdir(out());
    await writeFile(join(out(), 'notes.md'), 'mine');
    await expect(swapFolder(out(), pack({ 'one.md': '1' }))).rejects.toThrow('was not written by a build');
    await writeFile(join(out(), LISTING), '{"format": "other"}');
    await expect(swapFolder(out(), pack({ 'one.md': '1' }))).rejects.toThrow('was not written by a build');
    expect(await said('notes.md')).toBe('mine');
    expect(await readdir(home)).toEqual(['out']);
  });

  it('refuses a folder to which someone added a file', async () => {
    await swapFolder(out(), pack({ 'one.md': '1' }));
    await writeFile(join(out(), 'notes.md'), 'mine');
    await expect(swapFolder(out(), pack({ 'one.md': '2' }))).rejects.toThrow('no build wrote: notes.md');
    expect([await said('one.md'), await said('notes.md')]).toEqual(['1', 'mine']);
  });

  it('says what is wrong with a place that cannot be written', async () => {
    await writeFile(join(home, 'file'), '');
    await expect(swapFolder(join(home, 'file'), pack({}))).rejects.toThrow('not a folder');
    await expect(swapFolder(join(home, 'file', 'out'), pack({}))).rejects.toThrow(/cannot be made/);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'keeps what stood in a locked folder',
    async () => {
      await swapFolder(out(), pack({ 'one.md': '1' }));
      await chmod(home, 0o555);
      await expect(swapFolder(out(), pack({ 'one.md': '2' }))).rejects.toThrow('access is denied');
      expect(await said('one.md')).toBe('1');
    },
  );

  it('keeps what stood there when a file cannot be written half way', async () => {
    await swapFolder(out(), pack({ 'one.md': '1' }));
    const broken = new Map([...pack({ 'one.md': '2' }), ['no/such/folder.md', new Uint8Array()]]);
    await expect(swapFolder(out(), broken)).rejects.toThrow('cannot be written');
    expect(await said('one.md')).toBe('1');
    expect(await readdir(home)).toEqual(['out']);
  });

  it('follows a link to the folder', async () => {
    await mkdir(join(home, 'real'));
    await symlink(join(home, 'real'), out(), 'junction');
    await swapFolder(out(), pack({ 'one.md': '1' }));
    expect(await readFile(join(home, 'real', 'one.md'), 'utf8')).toBe('1');
    expect((await readdir(home)).sort()).toEqual(['out', 'real']);
  });

  it('survives builds that come together', async () => {
    const builds = Array.from({ length: 8 }, (_, i) => swapFolder(out(), pack({ 'one.md': `${i}` })));
    const ended = await Promise.allSettled(builds);
    expect(ended.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    expect((await readdir(out())).sort()).toEqual([LISTING, 'one.md']);
    await swapFolder(out(), pack({ 'one.md': 'last' }));
    expect(await said('one.md')).toBe('last');
  });
});

describe('what a build that died leaves behind', () => {
  it('is cleared away', async () => {
    await swapFolder(out(), pack({ 'one.md': '1' }));
    await mkdir(leftover('new', deadProcess()));
    await writeFile(join(leftover('new', 1), '..', '.out.other'), 'not ours');
    await swapFolder(out(), pack({ 'one.md': '2' }));
    expect((await readdir(home)).sort()).toEqual(['.out.other', 'out']);
  });

  it('is put back where it was set aside and not replaced', async () => {
    await swapFolder(out(), pack({ 'one.md': '1', 'two.md': '' }));
    const aside = leftover('old', deadProcess());
    await rename(out(), aside);
    await expect(swapFolder(out(), new Map([['no/such.md', new Uint8Array()]]))).rejects.toThrow('cannot be written');
    expect(await said('one.md')).toBe('1');
    expect(await readdir(home)).toEqual(['out']);
  });

  it('is left alone while its build runs, here or on another machine', async () => {
    const running = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    try {
      const ours = leftover('new', running.pid as number);
      const theirs = leftover('new', deadProcess(), 'elsewhere');
      await mkdir(ours);
      await mkdir(theirs);
      await swapFolder(out(), pack({ 'one.md': '1' }));
      expect((await readdir(home)).length).toBe(3);
    } finally {
      running.kill();
    }
  });
});
