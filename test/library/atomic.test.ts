/** A file is whole or as it was, and nothing is left beside it. */
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeFileAtomic } from '../../src/library/atomic.ts';
import { UnusableInput } from '../../src/message.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keeling-atomic-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function refusal(work: Promise<void>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (!(error instanceof UnusableInput)) throw new Error('it was written');
  return `${error.messages[0]?.rule}: ${error.messages[0]?.reason}`;
}

describe('writing a file', () => {
  test('makes it, and the folders on the way', async () => {
    await writeFileAtomic(join(folder, 'a', 'b', 'c.txt'), 'Grüße');
    expect(await readFile(join(folder, 'a', 'b', 'c.txt'), 'utf8')).toBe('Grüße');
    expect(await readdir(join(folder, 'a', 'b'))).toEqual(['c.txt']);
  });

  test('replaces what stood there, and keeps its permissions', async () => {
    const file = join(folder, 'a.bin');
    await writeFile(file, 'before');
    await chmod(file, 0o640);
    await writeFileAtomic(file, new Uint8Array([0, 255]));
    expect([...(await readFile(file))]).toEqual([0, 255]);
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o640);
    expect(await readdir(folder)).toEqual(['a.bin']);
  });

  test.skipIf(process.platform === 'win32')('writes through a link', async () => {
    await writeFile(join(folder, 'real.txt'), 'before');
    await symlink(join(folder, 'real.txt'), join(folder, 'link.txt'));
    await writeFileAtomic(join(folder, 'link.txt'), 'after');
    expect(await readFile(join(folder, 'real.txt'), 'utf8')).toBe('after');
  });

  test('leaves nothing behind where it fails, and says why', async () => {
    await mkdir(join(folder, 'taken', 'inside'), { recursive: true });
    expect(await refusal(writeFileAtomic(join(folder, 'taken'), 'x'))).toMatch(
      /^library\/cannot-write: .*cannot be written/,
    );
    expect(await readdir(folder)).toEqual(['taken']);
    await writeFile(join(folder, 'file'), '');
    expect(await refusal(writeFileAtomic(join(folder, 'file', 'below.txt'), 'x'))).toContain('there already');
  });

  test('takes only a free name where it must be fresh', async () => {
    const file = join(folder, '1.5.md');
    await writeFileAtomic(file, 'first', { fresh: true });
    await refusal(writeFileAtomic(file, 'second', { fresh: true }));
    expect(await readFile(file, 'utf8')).toBe('first');
    expect(await readdir(folder)).toEqual(['1.5.md']);
  });

  test('of two at a time, one is whole', async () => {
    const file = join(folder, 'a.txt');
    const texts = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(100_000));
    await Promise.all(texts.map((text) => writeFileAtomic(file, text)));
    expect(texts).toContain(await readFile(file, 'utf8'));
    expect(await readdir(folder)).toEqual(['a.txt']);
  });
});
