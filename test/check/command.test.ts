/** `keeling check` as a user meets it: what it prints, how it exits, what it mends. */
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { keeling } from '../cli/run.ts';

const HEAD = '---\ntitle: Code\nprovision: Clause\nversion: "1"\n---\n\n';
let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'keeling-check-'));
  await mkdir(join(root, 'documents', 'code'), { recursive: true });
  await writeFile(join(root, 'documents/code/1.md'), `${HEAD}# 1 Time\n\n1.1 It ends on Friday 31 January 2019.\n`);
  await writeFile(
    join(root, 'documents/code/2.md'),
    `${HEAD.replace('"1"', '"2"')}# 1 Time\n\n1.1 It ends on Friday 31 January 2019.\n\n1.2 It is sent to the the  Parties.\n`,
  );
});

const run = (...args: string[]) => keeling(root, ['check', ...args]);

describe('keeling check', () => {
  it('reports faults with file, line and column, and exits with 1 on an error', async () => {
    const { status, stdout, stderr } = await run('code@1');
    expect(stdout).toContain('documents/code/1.md:9:16: Clause 1.1: error: 31 January 2019 is a Thursday');
    expect(stderr).toContain('1 error, 0 warnings, 0 notes');
    expect(status).toBe(1);
  });

  it('says against a baseline what is new', async () => {
    const { stdout } = await run('code@2', '--baseline', 'code@1');
    expect(stdout).toMatch(/^already there: .*weekday/m);
    expect(stdout).toMatch(/^introduced: .*repeated-words/m);
    expect((await run('code@1', '--baseline', 'code@2')).stdout).toMatch(/^fixed: .*repeated-words/m);
  });

  it('exits with 1 against a baseline only where an error was introduced; --strict counts warnings', async () => {
    expect((await run('code@1', '--baseline', 'code@1')).status).toBe(0);
    expect((await run('code@2', '--baseline', 'code@1')).status).toBe(1);
    expect((await run('code@1', '--baseline', 'code@2')).status).toBe(0);
    expect((await run('code@2', '--baseline', 'code@1', '--fix')).status).toBe(0);
    const warned = join(root, 'documents/code/3.md');
    await writeFile(
      warned,
      `${HEAD.replace('"1"', '"3"')}# 1 Time\n\n1.1 It ends on Friday 31 January 2019. It takes a hour.\n`,
    );
    expect((await run('code@3', '--baseline', 'code@1')).status).toBe(0);
    expect((await run('code@3', '--baseline', 'code@1', '--strict')).status).toBe(1);
    expect((await run('code@1', '--baseline', 'code@1', '--strict')).status).toBe(0);
  });

  it('tells the standing in every format', async () => {
    const both = ['code@2', '--baseline', 'code@1'];
    const json = JSON.parse((await run(...both, '--format', 'json')).stdout);
    const standing = (rule: string) =>
      json.findings
        .filter((one: { rule: string }) => one.rule === `check/${rule}`)
        .map((one: { standing: string }) => one.standing);
    expect([standing('weekday'), standing('repeated-words')]).toEqual([['already there'], ['introduced']]);
    const states = async (...args: string[]) => {
      const { results } = JSON.parse((await run(...args, '--format', 'sarif')).stdout).runs[0];
      return results.map(
        (result: { ruleId: string; baselineState?: string }) => `${result.ruleId}: ${result.baselineState}`,
      );
    };
    expect(await states(...both)).toEqual(
      expect.arrayContaining(['check/weekday: unchanged', 'check/repeated-words: new', 'check/spaces: new']),
    );
    expect(await states('code@1', '--baseline', 'code@2')).toContain('check/repeated-words: absent');
    expect(await states('code@1')).toEqual(['check/weekday: undefined']);
  });

  it('gives JSON and SARIF that parse', async () => {
    const json = JSON.parse((await run('code@2', '--baseline', 'code@1', '--format', 'json')).stdout);
    expect(json.findings.map(({ standing }: { standing: string }) => standing)).toContain('introduced');
    expect(JSON.parse((await run('code@2', '--format', 'sarif')).stdout).runs[0].results.length).toBeGreaterThan(1);
  });

  it('mends what is safe and nothing else', async () => {
    await run('code@2', '--fix');
    const text = await readFile(join(root, 'documents/code/2.md'), 'utf8');
    expect(text).toContain('1.2 It is sent to the Parties.');
    expect(text).toContain('Friday 31 January 2019');
  });

  it('takes its settings from keeling.config.yaml, and tells a fault in them', async () => {
    const config = join(root, 'keeling.config.yaml');
    await writeFile(config, 'check:\n  rules: { weekday: warning }\n');
    expect((await run('code@1')).status).toBe(0);
    expect((await run('code@1', '--strict')).status).toBe(1);
    await writeFile(config, 'check:\n  rules: { wekday: off }\n');
    const { status, stderr } = await run('code@1');
    expect(stderr).toContain('keeling.config.yaml:2:');
    expect(status).toBe(1);
  });

  it('checks plain text too', async () => {
    await writeFile(join(root, 'seed.txt'), 'A title\n\nIt ends on Friday 31\nJanuary 2019.\n');
    const { stdout } = await run('seed.txt');
    expect(stdout).toContain('seed.txt:3:12:');
  });

  it('explains a rule, and refuses one that is none', async () => {
    const { status, stdout } = await run('--explain', 'table-totals');
    expect(status).toBe(0);
    for (const part of [
      'A total in a table',
      'A figure was changed',
      'Found:',
      'Not found:',
      'table-totals: off',
      'keeling-ignore table-totals',
    ])
      expect(stdout).toContain(part);
    const refused = await run('--explain', 'table-total');
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('table-totals');
  });

  it('has what decides the exit status in every format', async () => {
    await writeFile(join(root, 'note.md'), `${HEAD}# 1 Time\n\n1.1 Fine.\n\n[^2]: Not called.\n`);
    const json = await run('note.md', '--format', 'json');
    expect(json.status).toBe(1);
    const { findings, survey } = JSON.parse(json.stdout);
    expect(findings).toMatchObject([
      { severity: 'error', rule: 'read/footnote-without-call', place: { file: 'note.md', line: 11 } },
    ]);
    expect(survey).toMatchObject({ paragraphs: 2, leftOut: [] });
    const [{ results, tool }] = JSON.parse((await run('note.md', '--format', 'sarif')).stdout).runs;
    expect(tool.driver.rules[results[0].ruleIndex].id).toBe('read/footnote-without-call');
    await writeFile(join(root, 'broken.docx'), 'no package');
    const broken = await run('broken.docx', '--format', 'json');
    expect([broken.status, JSON.parse(broken.stdout).findings[0].place.file]).toEqual([1, 'broken.docx']);
  });

  it('takes the settings beside a loose file, and names them', async () => {
    await mkdir(join(root, 'loose'), { recursive: true });
    await writeFile(join(root, 'loose', 'a.md'), 'It is sent to the the Parties.\n');
    expect((await run('loose/a.md')).status).toBe(1);
    await writeFile(join(root, 'loose', 'keeling.config.yaml'), 'check:\n  rules: { repeated-words: off }\n');
    const { status, stderr } = await run('loose/a.md');
    expect(status).toBe(0);
    expect(stderr).toContain('settings: loose/keeling.config.yaml');
    expect(stderr).toContain('not checked: rules that the settings switch off (repeated-words)');
  });

  it('takes findings of one thing together, with the places of all', async () => {
    await writeFile(join(root, 'many.md'), Array.from({ length: 5 }, () => 'Pay [insert sum] now.').join('\n\n'));
    const { findings } = JSON.parse((await run('many.md', '--format', 'json')).stdout);
    const [group] = findings.filter(({ rule }: { rule: string }) => rule === 'check/open-placeholder');
    expect(group).toMatchObject({ times: 5, place: { line: 1 } });
    expect(group.also.map(({ line }: { line: number }) => line)).toEqual([3, 5, 7, 9]);
  });
});
