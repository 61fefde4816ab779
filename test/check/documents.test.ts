/** The documents and packs that come with Keeling have no fault of error severity. */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkTarget } from '../../src/library/check/index.ts';
import { allVersions, type Library, openLibrary } from '../../src/library/library.ts';
import { packNames } from '../../src/library/pack/index.ts';
import { formatMessage } from '../../src/message.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let library: Library;
beforeAll(async () => {
  library = await openLibrary(root);
});

async function told(target: string): Promise<string[]> {
  const { findings, messages } = await checkTarget(library, { target, folder: root });
  expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  return findings.map(formatMessage);
}

describe('what comes with Keeling', () => {
  it('has no error in any version or pack', async () => {
    const targets = [...allVersions(library).map(({ name }) => name), ...(await packNames(library))];
    expect(targets.length).toBeGreaterThan(8);
    for (const target of targets) expect((await told(target)).filter((line) => line.includes(': error: '))).toEqual([]);
  });

  it('has a legal text that is checked like any pack: its cover, its version and the matrix of that', async () => {
    const lines = await told('mp089');
    expect(lines.filter((line) => line.startsWith('mp089-legal-text.md:')).length).toBeGreaterThan(0);
    expect(lines).toContainEqual(expect.stringMatching(/^documents.appendix-r.6\.18mp089\.md:\d+:\d+: Section/));
    expect(lines).toContainEqual(expect.stringMatching(/lists 8\.14\.4, and no table has it \(check.matrix-text\)$/));
  });

  it('says of a matrix what keeling matrix verify says, with file, line and column', async () => {
    const lines = (await told('appendix-r@6.18mp089')).filter((line) => /check.matrix-/.test(line));
    expect(lines.filter((line) => /warning: the count of .* is wrong/.test(line))).toHaveLength(11);
    expect(lines.filter((line) => !/^documents.appendix-r.6\.18mp089\.[a-z0-9.-]+:\d+:\d+: /.test(line))).toEqual([]);
  });
});
