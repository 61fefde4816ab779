/** A library on disk: what is listed, what a reference means, and that no name leads out of it. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inForce } from '../../src/library/in-force.ts';
import { allVersions, openLibrary } from '../../src/library/library.ts';
import { readReference, resolveReference } from '../../src/library/read.ts';
import { findRoot } from '../../src/library/root.ts';
import { UnusableInput } from '../../src/message.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'keeling-library-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function put(path: string, content: string | Uint8Array = ''): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
}

const version = (facts: string, body = '# 1 Purpose {#purpose}\n\nA text.\n') =>
  `---\ntitle: A Document\nprovision: Clause\n${facts}\n---\n\n${body}`;

async function refusal(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof UnusableInput) return error.message;
    throw error;
  }
  throw new Error('it was taken');
}

describe('a library', () => {
  test('lists versions by number, and nothing else', async () => {
    for (const name of ['1.10', '1.9', '2.0']) await put(`documents/svtad/${name}.md`);
    for (const other of ['README.md', 'svtad/README.md', 'svtad/1.9.csv', 'empty/x.txt', '.git/1.0.md']) {
      await put(`documents/${other}`);
    }
    await put('documents/mtad/1.2.md');
    expect(allVersions(await openLibrary(root)).map(({ name }) => name)).toEqual([
      'mtad@1.2',
      'svtad@1.9',
      'svtad@1.10',
      'svtad@2.0',
    ]);
  });

  test.skipIf(process.platform === 'win32')('does not follow a link that leads out of it', async () => {
    await put('secret/1.0.md', 'secret');
    await put('documents/svtad/1.0.md');
    await symlink(join(root, 'secret', '1.0.md'), join(root, 'documents', 'svtad', '1.1.md'));
    await symlink(join(root, 'secret'), join(root, 'documents', 'outside'), 'dir');
    await symlink(join(root, 'documents', 'svtad', '1.0.md'), join(root, 'documents', 'svtad', '1.2.md'));
    expect(allVersions(await openLibrary(root)).map(({ name }) => name)).toEqual(['svtad@1.0', 'svtad@1.2']);
  });

  test('has versions of any name, told from other files by their front matter', async () => {
    await put('documents/code/1.0.md', version(''));
    await put('documents/code/draft.md', version('status: draft'));
    await put('documents/code/notes.md', '# Notes\n');
    await put('documents/code/blog.md', '---\ntitle: A post\n---\n\nprovision: none\n');
    expect(allVersions(await openLibrary(root)).map(({ name }) => name)).toEqual(['code@1.0', 'code@draft']);
  });

  test('that is not there is told', async () => {
    expect(await refusal(() => openLibrary(join(root, 'nowhere')))).toContain('library/no-documents');
  });
});

describe('a reference', () => {
  beforeEach(async () => {
    for (const name of ['svtad/1.4', 'svtad/1.5', 'mtad/1.2']) await put(`documents/${name}.md`, version(''));
  });

  test('is a version, or a path from the folder one stands in', async () => {
    const library = await openLibrary(root);
    expect(resolveReference(library, 'svtad@1.5', '/elsewhere')).toMatchObject({ shown: 'documents/svtad/1.5.md' });
    expect(resolveReference(library, 'a/b@1.docx', root).file).toBe(join(root, 'a', 'b@1.docx'));
  });

  test('to what is not there names what is near', async () => {
    const library = await openLibrary(root);
    const told = (reference: string) => refusal(() => resolveReference(library, reference, root));
    expect(await told('svtad@1.6')).toContain('did you mean svtad@1.4 or svtad@1.5?');
    expect(await told('svtda@1.5')).toContain('did you mean svtad?');
    expect(await told('quite-other@1.5')).toContain('there is mtad, svtad');
    expect(await told('svtad')).toContain('say which: svtad@1.4, svtad@1.5');
    expect(await told('letter.pdf')).toContain('library/unknown-format');
    expect(await told('../svtad@1.5')).toContain('library/unknown-format');
    expect(await told('svtad@../../1.5')).toContain('library/unknown-format');
  });

  test('to a file that cannot be read says why', async () => {
    const library = await openLibrary(root);
    const told = (reference: string) => refusal(() => readReference(library, reference, root));
    expect(await told('nothing.md')).toContain('there is no such file');
    await mkdir(join(root, 'folder.md'));
    expect(await told('folder.md')).toContain('it is not a file');
    await put('latin1.md', new Uint8Array([0x63, 0xe9]));
    expect(await told('latin1.md')).toContain('not text in UTF-8');
  });
});

describe('the version in force', () => {
  beforeEach(async () => {
    await put('documents/svtad/1.3.md', version('effective: 2019-01-01'));
    await put('documents/svtad/1.4.md', version('effective: 2019-07-01'));
    await put('documents/svtad/1.5.md', version('effective: 2020-01-31'));
    await put('documents/svtad/1.6.md', version('effective: 2020-01-31\nstatus: draft'));
    await put('documents/svtad/1.7.md', version('status: draft'));
  });
  const on = async (date: string) => (await inForce(await openLibrary(root), 'svtad', date))?.version;

  test('is the one that took effect last, from its day on; a draft never is', async () => {
    expect(await on('2018-12-31')).toBeUndefined();
    expect(await on('2019-06-30')).toBe('1.3');
    expect(await on('2019-07-01')).toBe('1.4');
    expect(await on('2020-01-30')).toBe('1.4');
    expect(await on('2031-01-01')).toBe('1.5');
  });

  test('is asked for by a date', async () => {
    for (const date of ['2020-02-30', '31 January 2020', '2020-1-1', '']) {
      expect(await refusal(() => on(date))).toContain('library/not-a-date');
    }
  });
});

describe('the root', () => {
  test('is the nearest folder upward that keeps versions or a pack', async () => {
    await put('documents/svtad/1.4.md');
    await put('drafts/deep/documents/letter.txt');
    await put('packs/documents/one/pack.yaml');
    expect(await findRoot(join(root, 'drafts', 'deep'))).toBe(root);
    expect(await findRoot(join(root, 'packs'))).toBe(join(root, 'packs'));
  });

  test('is a folder that was laid out as one, and none where nothing is', async () => {
    expect(await findRoot(root)).toBeUndefined();
    await put('new/documents/README.md');
    await put('new/keeling.config.yaml');
    expect(await findRoot(join(root, 'new', 'documents'))).toBe(join(root, 'new'));
  });
});
