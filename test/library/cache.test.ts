/** A version that has not changed is parsed once; what the cache holds is trusted only where it is what we wrote. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CacheKey, cached, cacheFolder } from '../../src/library/cache.ts';
import type { Outcome } from '../../src/message.ts';
import type { Document } from '../../src/model/document.ts';
import { arbitraryDocument } from '../arbitrary/document.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'keeling-cache-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const document: Document = {
  type: 'document',
  meta: { title: 'Gruß', provision: 'Clause', language: 'en-GB' },
  children: [{ type: 'para', place: { file: 'a.md', line: 3 }, children: [{ type: 'text', value: 'One — two' }] }],
};
const outcome: Outcome<Document> = {
  value: document,
  messages: [{ severity: 'warning', rule: 'read/test', reason: 'look', place: { file: 'a.md', line: 3 } }],
};

let parsed = 0;
beforeEach(() => {
  parsed = 0;
});

function read(more: Partial<CacheKey> & { readonly text?: string } = {}): Promise<Outcome<Document>> {
  const bytes = new TextEncoder().encode(more.text ?? 'source');
  return cached({ folder: folder(), bytes, aspects: ['a.md', 'strict'], ...more }, async () => {
    parsed += 1;
    return outcome;
  });
}

const folder = () => join(root, 'cache');
async function entry(): Promise<string> {
  const names = await readdir(folder());
  expect(names).toHaveLength(1);
  return join(folder(), names[0] as string);
}

describe('a second reading', () => {
  test('of the same bytes is not parsed, and gives the same with all messages and places', async () => {
    expect(await read()).toEqual(outcome);
    expect(await read()).toEqual(outcome);
    expect(parsed).toBe(1);
  });

  test('of other bytes, in another manner or under another name is parsed', async () => {
    await read();
    await read({ text: 'source ' });
    await read({ aspects: ['a.md', 'lenient'] });
    await read({ aspects: ['b.md', 'strict'] });
    expect(parsed).toBe(4);
  });

  test('gives back whatever a document may hold', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument, fc.nat(), async (value, salt) => {
        const bytes = new TextEncoder().encode(JSON.stringify([salt, value]));
        const made = { value, messages: [] };
        await cached({ folder: folder(), bytes, aspects: [] }, async () => made);
        const again = await cached({ folder: folder(), bytes, aspects: [] }, () =>
          Promise.reject(new Error('parsed again')),
        );
        expect(again).toEqual(made);
      }),
      { numRuns: 25 },
    );
  });
});

describe('an entry', () => {
  const spoiled: Record<string, (bytes: Buffer) => Buffer> = {
    'with a letter changed': (bytes) => Buffer.from(bytes.toString('utf8').replace('One', 'Two')),
    'that is cut short': (bytes) => bytes.subarray(0, bytes.length - 3),
    'that is empty': () => Buffer.alloc(0),
    'of another format': (bytes) => Buffer.from(bytes.toString('utf8').replace('keeling/cache 1', 'keeling/cache 0')),
    'for another source': (bytes) => Buffer.from(bytes.toString('utf8').replace(/ [0-9a-f]{4}/, ' 0000')),
    'that is no text': () => Buffer.from([0xff, 0x0a, 0xfe]),
  };

  for (const [how, spoil] of Object.entries(spoiled)) {
    test(`${how} is not trusted, and is replaced`, async () => {
      await read();
      const file = await entry();
      await writeFile(file, spoil(await readFile(file)));
      expect(await read()).toEqual(outcome);
      expect(parsed).toBe(2);
      await read();
      expect(parsed).toBe(2);
    });
  }

  test('may be deleted at any time', async () => {
    await read();
    await rm(folder(), { recursive: true });
    expect(await read()).toEqual(outcome);
  });
});

describe('the folder of the cache', () => {
  const at = (platform: NodeJS.Platform, env: Record<string, string>) => cacheFolder({ platform, env });

  test('is what the user says, or where the system keeps such things', () => {
    expect(at('linux', { KEELING_CACHE: '/mine', XDG_CACHE_HOME: '/xdg' })).toBe('/mine');
    expect(at('linux', { XDG_CACHE_HOME: '/xdg' })).toBe(join('/xdg', 'keeling'));
    expect(at('linux', { XDG_CACHE_HOME: 'here' })).toBe(join(homedir(), '.cache', 'keeling'));
    expect(at('darwin', {})).toBe(join(homedir(), 'Library', 'Caches', 'keeling'));
    expect(at('win32', { LOCALAPPDATA: 'C:\\Local' })).toBe(join('C:\\Local', 'keeling', 'cache'));
  });

  test('may be none, and then nothing is kept', async () => {
    await read({ folder: '' });
    await read({ folder: '' });
    expect(parsed).toBe(2);
  });
});

test('a folder that cannot be written is no fault', async () => {
  await writeFile(folder(), 'a file is in the way');
  expect(await read()).toEqual(outcome);
  expect(await read()).toEqual(outcome);
  expect(parsed).toBe(2);
});

test('the oldest go when there are very many', async () => {
  for (let i = 0; i < 500; i += 100) {
    await Promise.all(Array.from({ length: 100 }, (_, j) => read({ text: `source ${i + j}` })));
  }
  for (const text of ['source 500', 'source 501']) await read({ text });
  const left = (await readdir(folder())).length;
  expect(left).toBeGreaterThanOrEqual(400);
  expect(left).toBeLessThanOrEqual(500);
  await read({ text: 'source 501' });
  expect(parsed).toBe(502);
});
