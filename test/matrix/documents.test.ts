/** Appendix R as it is kept: text and matrix of both versions, read from disk, and the commands over them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLibrary, versionNamed } from '../../src/library/library.ts';
import { loadMatrix, withMatrix } from '../../src/library/matrix.ts';
import { readVersion } from '../../src/library/read.ts';
import { formatMessage, UnusableInput } from '../../src/message.ts';
import type { Document } from '../../src/model/document.ts';
import { deriveLabels } from '../../src/model/label.ts';
import { anchors, citesTarget, crossReferences } from '../../src/model/links.ts';
import { keeling, put } from '../cli/run.ts';
import { AMENDED, ED_AMENDED, ED_ROWS, REST, RSA_AMENDED, RSA_ROWS } from './figures.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

async function read(version: string) {
  const library = await openLibrary(ROOT);
  const named = versionNamed(library, 'appendix-r', version);
  const { value: text, messages } = await readVersion(library, named, { cache: false });
  const matrix = await loadMatrix(library, named);
  const whole = await withMatrix(library, named, text);
  return { text, matrix: matrix?.value, document: whole.value, messages: [...messages, ...whole.messages] };
}

describe.each(['6.18', '6.18mp089'])('appendix-r@%s', (version) => {
  let found: Awaited<ReturnType<typeof read>>;
  beforeAll(async () => {
    found = await read(version);
  });

  it('reads strictly, text and tables, without a message', () => {
    expect(found.messages.map(formatMessage)).toEqual([]);
    expect(found.text.meta).toMatchObject({ version, status: 'demonstration', classification: 'White' });
  });

  it('has the labels that numbering gives, and references that cite their targets', () => {
    const wrong = [...deriveLabels(found.document)].filter(([node, label]) => node.label !== label);
    expect(wrong).toEqual([]);
    const targets = anchors(found.document);
    const dangling = crossReferences(found.document).filter((reference) => {
      const target = targets.get(reference.target);
      return target === undefined || !citesTarget(reference.text, target);
    });
    expect(dangling).toEqual([]);
  });

  it('has each table in the provision of its number', () => {
    const byId = anchors(found.document);
    for (const [home, id, number] of [
      ['role-ed', 'matrix-ed', '8.1.8'],
      ['role-rsa', 'matrix-rsa', '8.1.10'],
    ] as const) {
      expect(byId.get(home)?.cite).toBe(`Section ${number}`);
      expect(byId.get(id)?.cite).toBe(`Table ${number}`);
    }
  });

  it('says what the published figures say', () => {
    const [ed, rsa] = found.matrix?.tables ?? [];
    const shape = (rows: typeof ED_ROWS) => rows.map((row) => [row.key, ...row.cells.map((cell) => cell.spelling)]);
    const amended = version !== '6.18';
    expect(shape(ed?.rows ?? [])).toEqual(shape(amended ? ED_AMENDED : ED_ROWS));
    expect(shape(rsa?.rows ?? [])).toEqual(shape(amended ? RSA_AMENDED : RSA_ROWS));
    expect(ed?.rest).toEqual(REST);
    expect(ed?.stated?.counts['N/A']).toEqual(AMENDED.counts['N/A']);
  });
});

describe('the commands', () => {
  const run = (...args: string[]) => keeling(ROOT, ['matrix', ...args]);

  it('count', async () => {
    const { status, stdout } = await run('counts', 'appendix-r@6.18mp089', '--table', '8.1.8');
    expect(status).toBe(0);
    expect(stdout.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
      ['Table 8.1.8: 36 rows'],
      ['', 'CV 1', 'CV 2', 'CV 3', 'CV 4', 'CV 5', 'CV 6', 'CV 7', 'CV 8', 'CV 9', 'CV 10', 'Total'],
      ['Count of N/A', '10', '33', '35', '34', '35', '35', '36', '36', '36', '29'],
      ['Count of Mandatory', '18', '0', '0', '0', '1', '0', '0', '0', '0', '6', '25'],
      ['Count of Mandatory SMETS 2', '8', '3', '1', '2', '0', '1', '0', '0', '0', '1', '16'],
      ['Total Tests', '41'],
      [''],
    ]);
  });

  it('find nothing wrong with the counts of the baseline, and eleven with those of the amendment', async () => {
    expect(await run('verify', 'appendix-r@6.18')).toMatchObject({ status: 0 });
    const { status, stderr } = await run('verify', 'appendix-r@6.18mp089', '--baseline', 'appendix-r@6.18');
    expect(status).toBe(1);
    expect(stderr.match(/\(matrix\/count\)/g)).toHaveLength(11);
    expect(stderr).toContain('11 wrong counts');
    const others = ['matrix/duplicate', 'matrix/spelling', 'matrix/counts-not-amended', 'matrix/flattened'];
    for (const rule of others) expect(stderr).toContain(`(${rule})`);
  });

  it('list the tests, and what the amendment adds', async () => {
    const args = ['--role', 'ED', '--scenario', 'additive-nov-19', '--before', 'appendix-r@6.18'];
    const { stdout } = await run('tests', 'appendix-r@6.18mp089', ...args);
    expect(stdout).toBe(
      'ED, Additive UEPT for November 19: 1 test\n' +
        '7.7  Read Auxiliary Load Control Switch Data  CV 1  SMETS2+\n' +
        'ED, Additive UEPT for November 19, by the amendment: 1 test more (7.7)\n',
    );
    expect((await run('tests', 'appendix-r@6.18', ...args.slice(0, 4))).status).toBe(2);
    expect((await run('tests', 'appendix-r@6.18mp089', '--role', 'XY', ...args.slice(2))).status).toBe(2);
  });

  it('say which version, table or matrix there is not', async () => {
    expect(await run('counts', 'svtad@1.5')).toMatchObject({ status: 2 });
    expect((await run('counts', 'appendix-r@6.18', '--table', '9')).stderr).toContain('there is 8.1.8, 8.1.10');
  });
});

describe('a library of its own', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keeling-matrix-'));
    const text = '---\ntitle: A\nversion: "1"\nprovision: Section\n---\n\n# 1 Tests {#tests}\n\nText.\n';
    await put(folder, 'documents/a/1.md', text);
    await put(folder, 'drafts/t.csv', '7.7,7.7,Read,N,Mandatory,Sometimes,ED\n');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const settings = (more: string): Promise<void> => put(folder, 'documents/a/1.matrix.yaml', `tables:\n${more}`);

  it('imports CSV, telling each cell that it does not know', async () => {
    const { status, stderr } = await keeling(folder, ['matrix', 'import', 'drafts/t.csv', '--out', 'm.csv']);
    expect(status).toBe(1);
    expect(stderr).toContain('what stands in CV 2 is no known value: found "Sometimes"');
    expect(await readFile(join(folder, 'm.csv'), 'utf8')).toContain('7.7,7.7,Read,N,Mandatory,Sometimes,ED');
  });

  it('tells settings that it does not understand, at their line', async () => {
    await settings('  - number: 8\n    file: x.csv\n    rows: 3\n');
    const { stderr, status } = await keeling(folder, ['matrix', 'counts', 'a@1']);
    expect(status).toBe(1);
    expect(stderr).toContain(
      'documents/a/1.matrix.yaml:2:13: error: tables.0.number: a text is wanted, in quotation marks',
    );
    expect(stderr).toContain('there is no key "rows" here');
  });

  it('does not let settings lead out of the folder', async () => {
    await settings('  - number: "8"\n    file: ../../drafts/t.csv\n');
    expect((await keeling(folder, ['matrix', 'counts', 'a@1'])).stderr).toContain('which is no plain name');
  });

  it('tells a table whose provision is not there', async () => {
    const head = 'Service Reference,Service Reference Variant,Name,Critical,CV 1,CV 2,User Role\n';
    await put(folder, 'documents/a/t.csv', `${head}7.7,7.7,Read,N,Mandatory,N/A,ED\n`);
    await settings('  - number: "8"\n    file: t.csv\n    at: nowhere\n');
    const library = await openLibrary(folder);
    const version = versionNamed(library, 'a', '1');
    const empty: Document = {
      type: 'document',
      meta: { title: 'A', provision: 'Section', language: 'en' },
      children: [],
    };
    expect((await withMatrix(library, version, empty)).messages.map(({ reason }) => reason)).toEqual([
      'Table 8 is to stand in a provision that is not there',
    ]);
    await put(folder, 'documents/a/1.matrix.yaml', 'tables: [');
    await expect(loadMatrix(library, version)).rejects.toThrow(UnusableInput);
  });
});

const SEEDS = join(ROOT, '..', 'shared', 'seeds');

describe.skipIf(!existsSync(SEEDS))('the published paper (skipped where it is not at hand)', () => {
  it('lends the drafting no sentence', () => {
    const lent = new Set(readdirSync(SEEDS).flatMap((file) => sentences(readFileSync(join(SEEDS, file), 'utf8'))));
    expect(lent.size).toBeGreaterThan(100);
    for (const version of ['6.18', '6.18mp089']) {
      const own = sentences(readFileSync(join(ROOT, 'documents/appendix-r', `${version}.md`), 'utf8'));
      expect(own.filter((sentence) => lent.has(sentence))).toEqual([]);
    }
  });
});

/** Sentences of eight words and more, in lower case and without marks. */
function sentences(text: string): string[] {
  return text
    .split(/[.!?:;•](?=\s)|\n\s*\n(?!\S)/)
    .map((sentence) => sentence.toLowerCase().match(/[a-z0-9]+/g) ?? [])
    .filter((words) => words.length >= 8)
    .map((words) => words.join(' '));
}
