/** docs/matrix-shapes.md: its files make a library, its commands run there, and print what the page says. */
import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHAPE_FILE } from '../../src/matrix/shape/schema.ts';
import { keeling, put } from '../cli/run.ts';
import { DOCUMENTED_COMMANDS, DOCUMENTED_FILES, DOCUMENTED_OUTPUT, PAGE } from './docs.ts';

describe('the page on shapes', () => {
  let folder = '';
  const run = (line: string) => keeling(folder, line.split(' '));
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keeling-shapes-'));
    for (const [path, text] of DOCUMENTED_FILES) await put(folder, path, text);
    await cp(fileURLToPath(new URL('../../templates', import.meta.url)), join(folder, 'templates'), {
      recursive: true,
    });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('has files and commands', () => {
    expect([DOCUMENTED_FILES.size, DOCUMENTED_COMMANDS.length, DOCUMENTED_OUTPUT.size]).toEqual([8, 6, 2]);
  });

  it.each(DOCUMENTED_COMMANDS)('%s', async (line) => {
    const { status, stdout, stderr } = await run(line);
    expect([status, stderr.match(/: (?:error|warning): .*/g)]).toEqual([0, null]);
    const printed = [...DOCUMENTED_OUTPUT].find(([words]) => line.startsWith(words));
    if (printed !== undefined) expect(stdout.trimEnd()).toBe(printed[1].trimEnd());
  });

  it('makes a pack with instructions, a redline and a report of counts', async () => {
    const text = await readFile(join(folder, 'out/coverage-pack-legal-text.md'), 'utf8');
    expect(text).toContain('Send an alert');
    const counts = await readFile(join(folder, 'out/coverage-pack-counts.md'), 'utf8');
    expect(counts).toContain('Every count that is stated is right.');
    expect(counts).toMatch(/\| Supplier \| For acceptance \| 6 \| 3 \(1\.3, 1\.3, 1\.10\) \| 0 \|/);
  });

  it('finds a value, a group and a heading that the shape does not have', async () => {
    const csv = DOCUMENTED_FILES.get('documents/coverage/1.1.coverage.csv') ?? '';
    const verify = async (text: string): Promise<string> => {
      await put(folder, 'documents/coverage/1.1.coverage.csv', text);
      const { status, stderr } = await run('matrix verify coverage@1.1');
      expect(status).toBe(1);
      return stderr;
    };
    expect(await verify(csv.replace('Dry run', 'Partial'))).toContain(
      'what stands in E2E is no known value: found "Partial", expected None, Dry run, Full',
    );
    expect(await verify(csv.replace(',DCC', ',CSP'))).toContain('"CSP" is no Party (row 1.1)');
    expect(await verify(csv.replace('SIT,UIT', 'UIT,SIT'))).toContain(
      'the test phases are not those of the shape, in its order',
    );
    await put(folder, 'documents/coverage/1.1.coverage.csv', csv);
  });

  it('says of every key of a shape what it is for', () => {
    const keys = Object.keys(SHAPE_FILE.shape);
    expect(keys.length).toBeGreaterThan(8);
    const table = PAGE.slice(PAGE.indexOf('| key |'), PAGE.indexOf('White space'));
    expect(keys.filter((key) => !table.includes(`\`${key}`))).toEqual([]);
  });
});

describe('the sources', () => {
  it('name no column, value, group or kind of any shape', () => {
    const folder = fileURLToPath(new URL('../../src/matrix', import.meta.url));
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const code = files.map((name) => readFileSync(join(folder, name), 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, ''));
    expect(code.length).toBeGreaterThan(20);
    expect(
      code.filter((text) => /Mandatory|SMETS|N\/A|User Role|Service Re|'CV |\bED\b|\bRSA\b|DUIS/.test(text)),
    ).toEqual([]);
  });
});
