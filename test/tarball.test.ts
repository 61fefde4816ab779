/** The package as it is installed: from its tarball, in an empty folder, to a pack that is built for issue. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { definitionRows } from '../src/model/define-table.ts';
import type { Node } from '../src/model/document.ts';
import { walk } from '../src/model/walk.ts';
import { readMarkdown } from '../src/read/markdown/index.ts';
import { docx, p, r } from './read/docx/make.ts';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const built = existsSync(join(ROOT, 'dist/cli/main.js'));

let home = '';
let team = '';

/** Unpacks the tarball where npm would; what it depends on is what the checkout has installed. */
beforeAll(async () => {
  if (!built) return;
  home = await mkdtemp(join(tmpdir(), 'keeling-tarball-'));
  team = join(home, 'team');
  const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', home], {
    cwd: ROOT,
  });
  await mkdir(join(team, 'node_modules'), { recursive: true });
  await run('tar', ['-xzf', join(home, stdout.trim()), '-C', home]);
  await rename(join(home, 'package'), join(team, 'node_modules/keeling'));
  await symlink(join(ROOT, 'node_modules'), join(team, 'node_modules/keeling/node_modules'), 'dir');
});
afterAll(() => rm(home, { recursive: true, force: true }));

let commands = 0;

async function keeling(...args: string[]): Promise<string> {
  commands += 1;
  const { stdout } = await run(process.execPath, [join(team, 'node_modules/keeling/dist/cli/main.js'), ...args], {
    cwd: team,
    env: { ...process.env, NO_COLOR: '1', KEELING_AUTHOR: 'A. Drafter', KEELING_CACHE: '' },
  });
  return stdout;
}

const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
const row = (...texts: string[]) => `<w:tr>${texts.map(cell).join('')}</w:tr>`;

/** A contract as teams have them: a cover, definitions in quotation marks and in a table, numbered clauses. */
const contract = (days: string, extra: string) =>
  docx(
    p('<w:r><w:rPr><w:b/><w:sz w:val="44"/></w:rPr><w:t>Water Supply Agreement</w:t></w:r>', '<w:jc w:val="center"/>') +
      p(r('Dated 1 May 2024'), '<w:jc w:val="center"/>') +
      p(r('This Agreement is made between the Supplier and the Customer.')) +
      p(r('1. Definitions'), '<w:outlineLvl w:val="0"/>') +
      p(r('“SOW” means a statement of work.')) +
      p(r('“Invoice”, in relation to a month, means the account for that month.')) +
      `<w:tbl>${row('“Meter”', 'the device that measures supply')}${row('“Site”', 'the premises of the Customer')}</w:tbl>` +
      p(r('2. Payment'), '<w:outlineLvl w:val="0"/>') +
      p(r(`2.1 The Customer pays each Invoice within ${days} days.`)) +
      p(r('2.2 Interest runs from the day after.')) +
      extra,
  );

describe.skipIf(!built)('the package from its tarball (needs dist/, which npm ci builds)', () => {
  it('takes a team from an empty folder to a pack for issue in fewer than twelve commands', async () => {
    await writeFile(join(team, 'in-force.docx'), contract('30', ''));
    await writeFile(join(team, 'proposed.docx'), contract('14', p(r('2.3 The Customer may dispute an Invoice.'))));
    expect(await keeling('init')).toContain('keeling.config.yaml');
    await keeling('import', 'in-force.docx', '--as', 'water@1.0');
    await keeling('import', 'proposed.docx', '--as', 'water@2.0-draft');
    expect(await keeling('list')).toMatch(/water@1\.0 .*Water Supply Agreement/);
    expect(await keeling('diff', 'water@1.0', 'water@2.0-draft')).toContain('[-30-]{+14+}');
    await keeling('pack', 'new', 'review', '--documents', 'water@1.0..2.0-draft');
    expect(await keeling('pack', 'build', 'review')).toContain('review-consultation.docx');
    expect(await keeling('check', 'review')).toContain('documents/review/pack.yaml');
    await fillIn();
    await keeling('pack', 'build', 'review', '--final', '--out', 'issue');
    expect(commands).toBeLessThan(12);
    const names = await readdir(join(team, 'issue'));
    expect(names.filter((name) => name.endsWith('.docx'))).toHaveLength(4);
    expect(await readFile(join(team, 'issue/review-consultation.md'), 'utf8')).toContain('"30" replaced by "14"');
  });

  it('imports definitions as definitions, and keeps hashes out of the text', async () => {
    const text = await readFile(join(team, 'documents/water/1.0.md'), 'utf8');
    expect(text).not.toMatch(/[0-9a-f]{64}/);
    const found: string[] = [];
    walk(
      readMarkdown(text, { mode: 'strict' }, () => undefined),
      (node: Node) => {
        if (node.type === 'definition') found.push(`${node.term} #${node.id}`);
        if (node.type === 'table') found.push(...definitionRows(node).map(({ id }) => `row #${id}`));
      },
    );
    expect(found).toEqual(['SOW #sow', 'Invoice #invoice', 'row #meter', 'row #site']);
  });
});

/** Only what is open is filled in. */
async function fillIn(): Promise<void> {
  const folder = join(team, 'documents/review');
  for (const file of await readdir(folder)) {
    const filled = readFileSync(join(folder, file), 'utf8')
      .replace(/\[TBC: the date of issue[^\]]*\]/, '2026-01-07')
      .replace(/\[TBC: the last day[^\]]*\]/, '2026-02-06T17:00')
      .replace(/\[TBC: the e-mail[^\]]*\]/, 'water@example.org')
      .replace(/\[TBC: [^\]]*\]/g, 'Payment is to be quicker.');
    await writeFile(join(folder, file), filled);
  }
}
