/** From nothing to a pack: laying out a library, drafting a pack from a comparison, and building it for issue. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keeling, put } from './run.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keeling-start-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const run = (...args: string[]) => keeling(folder, args);
const text = (path: string) => readFile(join(folder, path), 'utf8');

const version = (name: string, body: string) => `---
title: The Harbour Rules
version: "${name}"
provision: Rule
---

${body}`;

const BEFORE = `These Rules are made by the Harbour Master.

# 1 Dues {#dues}

1.1 A vessel pays its dues within 10 days.

1.2 {#lists} The Harbour Master keeps a list of {{vessels}}.

# 2 Appeals {#appeals}

2.1 {#right} An owner may appeal.
`;

/** Both versions in the library, without the anchors that a person would type. */
async function putVersions(
  after = BEFORE.replace('the Harbour Master.', 'the Board.')
    .replace('10 days', '5 days')
    .replace('may appeal', 'may appeal once'),
) {
  await put(folder, 'documents/rules/1.0.md', version('1.0', BEFORE));
  await put(folder, 'documents/rules/draft.md', version('draft', after));
}

/** Fills in what is open. */
async function fillIn(name: string): Promise<void> {
  for (const file of await readdir(join(folder, 'documents', name))) {
    const path = `documents/${name}/${file}`;
    const filled = (await text(path))
      .replace('[TBC: the date of issue, as 2026-01-31]', '2026-01-07')
      .replace('[TBC: the last day for responses, as 2026-02-27T17:00]', '2026-02-06T17:00')
      .replace('[TBC: the e-mail address for responses]', 'rules@example.org')
      .replace(/\[TBC: [^\]]*\]/g, 'It is needed.');
    await put(folder, path, filled);
  }
}

describe('keeling list and init', () => {
  test('tell where to begin, and never show the demonstration unasked', async () => {
    const { status, stdout, stderr } = await run('list');
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toContain('keeling init');
    expect((await run('list', '--demo')).stdout).toContain('svtad@1.5');
    expect((await run('diff', 'svtad@1.4', 'svtad@1.5')).status).toBe(2);
    expect((await run('renumber', 'svtad@1.5', '--demo')).stderr).toContain('the demonstration is only read');
  });

  test('lay out a library once, and leave what is there', async () => {
    await put(folder, 'own/.gitignore', 'mine\n');
    const first = await run('init', 'own');
    expect(first.stdout.trim().split('\n')).toEqual([
      'own/keeling.config.yaml',
      'own/documents/README.md',
      'own/.gitattributes',
      'own/schema/pack.json',
    ]);
    expect(first.stderr).toContain('own/.gitignore: left as it was');
    expect(first.stderr).toContain('keeling import');
    expect(await text('own/.gitignore')).toBe('mine\n');
    expect((await run('init', 'own')).stdout).toBe('');
    expect((await keeling(join(folder, 'own', 'documents'), ['check', 'nothing'])).stderr).not.toContain('settings');
  });
});

describe('keeling pack new', () => {
  test('drafts a consultation that builds at once; a build for issue refuses what is open', async () => {
    await run('init');
    await putVersions();
    const refused = await run('pack', 'new', 'review', '--documents', 'rules@1.0..draft');
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain('keeling anchor rules@1.0..draft');
    expect(await readdir(join(folder, 'documents'))).toEqual(['README.md', 'rules']);

    expect((await run('anchor', 'rules@1.0..draft')).stdout).toBe('rules@1.0\nrules@draft\n');
    expect(await text('documents/rules/draft.md')).toContain('1.1 {#vessel-pays-dues-within} A vessel pays');
    expect((await run('anchor', 'rules@1.0..draft')).stdout).toBe('');
    const made = await run('pack', 'new', 'review', '--documents', 'rules@1.0..draft');
    expect(made.status).toBe(0);
    expect(made.stderr).toContain('3 rows of the change table, 3 questions');
    const built = await run('pack', 'build', 'review');
    expect([built.status, built.stderr]).toEqual([0, expect.stringContaining('are still to be filled in')]);
    expect(await text('output/review/review-consultation.md')).toMatch(
      /The Harbour Rules Rule 1\.1 \| "10" replaced by "5"\./,
    );

    const final = await run('pack', 'build', 'review', '--final', '--out', 'issue');
    expect(final.status).toBe(1);
    expect(final.stderr).toMatch(/documents\/review\/pack\.yaml:\d+:\d+: error: dates\.issued/);
    expect(final.stderr).toMatch(/documents\/review\/introduction\.md:1:1: error/);
    expect(await readdir(folder)).not.toContain('issue');
    const open = final.stderr.split('\n').filter((line) => line.includes('pack/open-place')).length;
    const checked = await run('check', 'review');
    expect(checked.stdout.match(/documents\/review\/.*check\/open-placeholder/g)).toHaveLength(open);

    await fillIn('review');
    const issued = await run('pack', 'build', 'review', '--final', '--out', 'issue');
    expect([issued.status, issued.stderr]).toEqual([0, expect.not.stringContaining('to be filled in')]);
  });

  test('drafts a plain pack and a legal text, which build too', async () => {
    await putVersions();
    const plain = await run('pack', 'new', 'note', '--documents', 'rules@1.0..draft', '--kind', 'plain', '--anchor');
    expect(plain.status).toBe(0);
    expect((await run('pack', 'build', 'note')).stdout).toContain('output/note/note.docx');
    expect(await text('output/note/note.md')).not.toMatch(/Respond by|question/);
    const legal = await run('pack', 'new', 'legal', '--documents', 'rules@1.0..draft', '--kind', 'legal-text');
    expect(legal.status).toBe(0);
    expect((await run('pack', 'build', 'legal')).status).toBe(0);
    expect((await run('pack', 'build', 'legal', '--final')).stderr).toContain('reference: a place is still');
    for (const name of ['note', 'legal', 'rules', '../x']) {
      expect((await run('pack', 'new', name, '--documents', 'rules@1.0..draft')).status).not.toBe(0);
    }
  });

  test('drafts a pack for a new document, and for versions that are the same', async () => {
    await putVersions(BEFORE);
    for (const [name, range] of [
      ['first', 'rules@1.0'],
      ['same', 'rules@1.0..draft'],
    ] as const) {
      expect((await run('pack', 'new', name, '--documents', range)).status).toBe(0);
      expect((await run('pack', 'build', name)).status).toBe(0);
    }
  });

  test('takes from the settings what all packs share', async () => {
    await putVersions();
    const shared = 'pack:\n  contact: rules@example.org\n  organisation: { name: Harbour Board, short: Board }\n';
    await put(folder, 'keeling.config.yaml', shared);
    await run('pack', 'new', 'review', '--documents', 'rules@1.0..draft', '--anchor');
    expect(await text('documents/review/pack.yaml')).not.toContain('contact');
    expect((await run('pack', 'build', 'review')).status).toBe(0);
    expect(await text('output/review/review-consultation.md')).toMatch(
      /Published by: Harbour Board[\s\S]*rules@example\.org/,
    );
    await put(folder, 'keeling.config.yaml', `${shared}  colour: blue\n`);
    expect((await run('pack', 'build', 'review')).stderr).toMatch(
      /keeling\.config\.yaml:4:3: error: pack\.colour: packs share no such key/,
    );
  });

  test('lets a library replace a template of the package', async () => {
    await putVersions();
    await run('pack', 'new', 'review', '--documents', 'rules@1.0..draft', '--anchor');
    await put(folder, 'templates/confidentiality.md.hbs', 'Nothing is confidential.\n');
    await run('pack', 'build', 'review');
    expect(await text('output/review/review-consultation.md')).toContain('Nothing is confidential.');
    expect(
      JSON.parse(await text('output/review/manifest.json')).inputs.map(({ path }: { path: string }) => path),
    ).toEqual(expect.arrayContaining(['keeling/templates/consultation.md.hbs', 'templates/confidentiality.md.hbs']));
  });

  test('warns of dates that cannot be meant', async () => {
    await putVersions();
    await run('pack', 'new', 'review', '--documents', 'rules@1.0..draft', '--anchor');
    await fillIn('review');
    const manifest = 'documents/review/pack.yaml';
    await put(folder, manifest, (await text(manifest)).replace('2026-02-06T17:00', '2026-02-08T17:00'));
    await put(
      folder,
      'documents/review/next-steps.md',
      'This two-week consultation closes on {{date dates.respondBy}}.\n',
    );
    const { status, stderr } = await run('pack', 'build', 'review');
    expect(status).toBe(0);
    expect(stderr).toMatch(/warning: the deadline is no Working Day \(Sunday/);
    expect(stderr).toMatch(/warning: 7 January 2026 to 8 February 2026 is 32 calendar days/);
  });
});

describe('a draft in progress', () => {
  const DRAFT = BEFORE.replace('An owner may appeal.', 'An owner may appeal under [Rule 9](#nowhere).');

  test('is compared, marked and renumbered, with the fault as a warning', async () => {
    await putVersions(DRAFT);
    for (const args of [
      ['diff', 'rules@1.0', 'rules@draft'],
      ['redline', 'rules@1.0', 'rules@draft', '--out', 'r.docx'],
      ['redline', 'rules@1.0', 'rules@draft', '--out', 'r.html'],
      ['renumber', 'rules@draft'],
    ]) {
      const { status, stderr } = await run(...args);
      expect([args[0], status]).toEqual([args[0], 0]);
      expect(stderr).toMatch(/warning: cross-reference "Rule 9" to #nowhere/);
    }
    expect(await text('documents/rules/draft.md')).toContain('[Rule 9](#nowhere)');
    expect((await run('check', 'rules@draft')).status).toBe(1);
  });

  test('goes into a pack, but not into one that is issued', async () => {
    await putVersions(DRAFT);
    await run('pack', 'new', 'review', '--documents', 'rules@1.0..draft', '--anchor');
    await fillIn('review');
    expect((await run('pack', 'build', 'review')).status).toBe(0);
    const final = await run('pack', 'build', 'review', '--final', '--out', 'issue');
    expect([final.status, final.stderr]).toEqual([1, expect.stringContaining('error: cross-reference "Rule 9"')]);
  });
});
