/** Which tracked changes `accept` and `reject` take: by id, author, weight and provision, and all of these at once. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainText } from '../../src/model/walk.ts';
import { readDocx } from '../../src/read/docx/index.ts';
import { keeling, makeLibrary, put } from './run.ts';

let folder = '';
beforeAll(async () => {
  folder = await makeLibrary();
  await keeling(folder, ['redline', 'td@1.1', 'td@1.2', '--out', 'r.docx']);
  await put(folder, 'a.md', 'The fee is 3.\n\nThe charge is low.\n');
  await put(folder, 'b.md', 'The fee is 4.\n\nThe **charge** is low.\n');
  await keeling(folder, ['redline', 'a.md', 'b.md', '--out', 'both.docx']);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const textOf = async (file: string, tracked: 'accept' | 'reject'): Promise<string> =>
  plainText(readDocx(await readFile(join(folder, file)), { tracked }, () => {}));

describe('--clause', () => {
  test('takes the changes of a provision, and leaves those of others', async () => {
    const { status } = await keeling(folder, ['accept', 'r.docx', '--out', 'c.docx', '--clause', 'clause  1.3']);
    expect(status).toBe(0);
    // What is left, rejected: the notice is not there, the period is the new one.
    const text = await textOf('c.docx', 'reject');
    expect(text).toContain('15 Working Days');
    expect(text).not.toContain('A notice names');
  });

  test('that is not there is told with those that are', async () => {
    const { status, stderr } = await keeling(folder, ['accept', 'r.docx', '--clause', 'Clause 9']);
    expect(status).toBe(2);
    expect(stderr).toContain('no change stands in Clause 9');
    expect(stderr).toContain('Clause 1.2');
  });
});

describe('--weight', () => {
  test('takes the changes of the weights that are named', async () => {
    const { status } = await keeling(folder, ['reject', 'r.docx', '--out', 'w.docx', '--weight', 'substantive']);
    expect(status).toBe(0);
    const text = await textOf('w.docx', 'accept');
    expect(text).not.toContain('A notice names');
    expect(text).toContain('10 Working Days');
  });

  test('and its rest are all changes, each once', async () => {
    const ids = async (...options: string[]): Promise<string[]> => {
      const { stdout } = await keeling(folder, ['accept', 'both.docx', ...options]);
      return stdout.split('\n').flatMap((line) => /^c\d+/.exec(line)?.[0] ?? []);
    };
    const all = await ids();
    const heavy = await ids('--weight', 'substantive');
    const light = await ids('--weight', 'consequential, typographical,formatting');
    expect(heavy.length).toBeGreaterThan(0);
    expect(light.length).toBeGreaterThan(0);
    expect([...heavy, ...light].sort()).toEqual([...all].sort());
  });

  test.each(['light', ''])('"%s" is told with the weights that there are', async (weight) => {
    const { status, stderr } = await keeling(folder, ['accept', 'r.docx', '--weight', weight]);
    expect(status).toBe(2);
    expect(stderr).toContain('the weights are substantive, consequential, typographical, formatting');
  });

  test('together with a provision that has no such change is told', async () => {
    const options = ['--weight', 'formatting', '--clause', 'Clause 1.2'];
    const { status, stderr } = await keeling(folder, ['accept', 'r.docx', ...options]);
    expect(status).toBe(2);
    expect(stderr).toContain('no change is meant by all of these options');
  });
});
