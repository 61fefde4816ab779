import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openLibrary } from '../../src/library/library.ts';
import { buildPack, type PackResult, packNames } from '../../src/library/pack/index.ts';
import { formatMessage, UnusableInput } from '../../src/message.ts';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** The references of the change table of Further Testing, in order. */
const REFERENCES = [
  'SMETS1 SVTAD Table 1.1',
  'SMETS1 SVTAD Clause 20.18',
  'SMETS1 SVTAD Clause 20.21',
  'SMETS1 SVTAD Clause 20.26',
  'SMETS1 SVTAD Clause 20.28 to Clause 20.29',
  'SMETS1 SVTAD Clause 20.30 to Clause 20.32',
  'SMETS1 SVTAD Clause 20.33',
  'SMETS1 SVTAD Clause 20.34',
  'SMETS1 SVTAD Clause 20.35 to Clause 20.37',
  'SMETS1 SVTAD Clause 20.38 to Clause 20.40',
  'MTAD Table 9.3',
  'SMETS1 SVTAD Table 13.1',
  'SMETS1 SVTAD Clause 13.3 and Clause 13.4',
  'SMETS1 SVTAD Clause 13.5',
  'SMETS1 SVTAD Clause 13.10 to Clause 13.12',
];

let home: string;

async function makeHome(): Promise<void> {
  home = await mkdtemp(join(tmpdir(), 'keeling-pack-'));
}

function removeHome(): Promise<void> {
  return rm(home, { recursive: true, force: true });
}

/** The cells of the table rows of a Markdown text, escapes taken off. */
function tableRows(markdown: string): string[][] {
  const lines = markdown.split('\n').filter((line) => line.startsWith('| '));
  return lines.map((line) =>
    line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.replace(/\\(.)/g, '$1')),
  );
}

describe('the pack of Further Testing', () => {
  let result: PackResult;
  let folder: string;
  const read = (name: string) => readFile(join(folder, name), 'utf8');

  beforeAll(async () => {
    await makeHome();
    folder = join(home, 'further-testing');
    result = (await buildPack({ root: REPOSITORY, name: 'further-testing', out: folder })).value;
  }, 60_000);
  afterAll(removeHome);

  it('is the consultation document and six attachments as DOCX and Markdown, and two redlines as HTML', async () => {
    const names = (await readdir(folder)).sort();
    expect(names).toEqual([...result.files.map(({ path }) => path), 'manifest.json'].sort());
    expect(names.filter((name) => name.endsWith('.docx'))).toHaveLength(7);
    expect(names.filter((name) => name.endsWith('.md'))).toHaveLength(7);
    expect(names.filter((name) => name.endsWith('.html'))).toEqual([
      'mtad-1.2-to-1.3-redline.html',
      'svtad-1.4-to-1.5-redline.html',
    ]);
  });

  it('lists each file with its digest, and what it was made from', async () => {
    const listing = JSON.parse(await read('manifest.json')) as PackResult;
    expect(listing).toEqual(result);
    for (const { path, bytes, sha256 } of listing.files) {
      const content = await readFile(join(folder, path));
      expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256]);
    }
    for (const { path, sha256 } of listing.inputs) {
      const content = await readFile(join(REPOSITORY, path));
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    }
    expect(listing.inputs.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'documents/further-testing/pack.yaml',
        'documents/svtad/1.4.md',
        'templates/question.md.hbs',
      ]),
    );
    expect(listing.versions.map(({ document, version, role }) => `${document} ${version} ${role}`)).toEqual([
      'svtad 1.4 before',
      'svtad 1.5 after',
      'mtad 1.2 before',
      'mtad 1.3 after',
    ]);
  });

  it('has the fifteen references of the change table, in order', async () => {
    const rows = tableRows(await read('further-testing-consultation.md'));
    const header = rows.findIndex((row) => row[0] === 'No.');
    expect(rows[header]).toEqual(['No.', 'Reference', 'Description of Change', 'Rationale for Change']);
    const table = rows.slice(header + 2, header + 2 + REFERENCES.length);
    expect(table.map((row) => row[0])).toEqual(REFERENCES.map((_, i) => `${i + 1}.`));
    expect(table.map((row) => row[1])).toEqual(REFERENCES);
    expect(rows).toHaveLength(header + 2 + REFERENCES.length);
  });

  it('asks each question in the consultation and in the response template', async () => {
    const plain = (text: string) => text.replace(/\\(.)/g, '$1');
    const consultation = plain(await read('further-testing-consultation.md'));
    const template = plain(await read('attachment-6-response-template.md'));
    for (let i = 1; i <= 5; i++) {
      const question = new RegExp(`FTC Q${i}\\*\\*\\n\\n(.+)`).exec(consultation)?.[1];
      expect(question).toBeDefined();
      expect(template).toContain(question);
      expect(template).toContain(`[Your answer to FTC Q${i}, with your reasons]`);
    }
  });

  it('leaves no placeholder, and in the notification just the blanks', async () => {
    for (const name of await readdir(folder)) {
      if (name.endsWith('.md')) expect(await read(name)).not.toMatch(/\{\{|\}\}|undefined|\[object/);
    }
    const blanks = (await read('attachment-1-notification-text.md')).match(/\[[^\]]*\](?!\()/g);
    expect(blanks).toEqual(['[DD MMM YYYY]', '[AAA]', '[BBB]']);
  });

  it('has the same content when it is built again', async () => {
    const again = join(home, 'again');
    await buildPack({ root: REPOSITORY, name: 'further-testing', out: again });
    for (const { path } of result.files) {
      const [one, two] = await Promise.all([folder, again].map((where) => readFile(join(where, path))));
      if (path.endsWith('.docx')) expect(parts(two)).toEqual(parts(one));
      else expect(two?.equals(one as Buffer), path).toBe(true);
    }
  }, 60_000);
});

/** The parts of a Word file as text, but for the one that says when it was made. */
function parts(file: Buffer | undefined): Record<string, string> {
  const entries = Object.entries(unzipSync(file as Buffer)).filter(([name]) => name !== 'docProps/core.xml');
  return Object.fromEntries(entries.map(([name, bytes]) => [name, Buffer.from(bytes).toString('latin1')]));
}

describe('the pack of MHHS', () => {
  beforeAll(makeHome);
  afterAll(removeHome);

  it('is built by data alone, without a baseline', async () => {
    const { value } = await buildPack({ root: REPOSITORY, name: 'mhhs', out: join(home, 'mhhs') });
    expect(value.files.map(({ path }) => path)).toEqual([
      'mhhs-consultation.docx',
      'mhhs-consultation.md',
      'attachment-1-mhhs-tad-1.0.docx',
      'attachment-1-mhhs-tad-1.0.md',
      'attachment-2-response-template.docx',
      'attachment-2-response-template.md',
    ]);
    const text = await readFile(join(home, 'mhhs', 'mhhs-consultation.md'), 'utf8');
    expect(text.replace(/\\/g, '')).toContain('17:00 on Tuesday 2 May 2023');
    expect(text).not.toContain('Figure');
  }, 30_000);
});

const FRONT = (version: string) => `---\ntitle: An Act\nshort: Act\nversion: "${version}"\nprovision: Clause\n---\n\n`;
const BEFORE = '# 1 General {#general}\n\n1.1 {#first} The first rule.\n\n1.2 {#second} The second rule stands here.\n';
const AFTER = '# 1 General {#general}\n\n1.1 {#first} The first rule.\n\n1.2 {#second} The second rule was changed.\n';

const MANIFEST = `title: A consultation
summary: On {{documents.act.short}}
classification: Public
contact: someone@example.org
website: https://example.org
organisation: { name: An Organisation, short: AO }
dates: { issued: 2020-01-02, respondBy: 2020-02-03T16:00 }
tracked: { author: AO, date: "2020-01-02T09:00:00Z" }
documents:
  - { id: act, before: "1.0", after: "1.1" }
sections:
  - { id: one, title: One, file: one.md }
attachments:
  - { number: 1, id: marked, kind: change-marked, document: act }
changes:
  - { document: act, covers: [second], description: "*Something* | {#x} <b>", rationale: Because }
`;

describe('a pack of one’s own', () => {
  const out = () => join(home, 'out');
  const file = (path: string) => join(home, ...path.split('/'));
  const build = () => buildPack({ root: home, name: 'pack', out: out() });
  const consultation = () => readFile(join(out(), 'pack-consultation.md'), 'utf8');

  /** What the build says when it fails. */
  async function said(): Promise<string> {
    try {
      await build();
    } catch (error) {
      if (error instanceof UnusableInput) return error.messages.map(formatMessage).join('\n');
      throw error;
    }
    return 'nothing';
  }

  async function change(path: string, from: string, to: string): Promise<void> {
    const text = await readFile(file(path), 'utf8');
    if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
    await writeFile(file(path), text.replace(from, to));
  }

  beforeEach(async () => {
    await makeHome();
    await cp(join(REPOSITORY, 'templates'), file('templates'), { recursive: true });
    await mkdir(file('documents/act'), { recursive: true });
    await mkdir(file('documents/pack'));
    await writeFile(file('documents/act/1.0.md'), FRONT('1.0') + BEFORE);
    await writeFile(file('documents/act/1.1.md'), FRONT('1.1') + AFTER);
    await writeFile(file('documents/pack/pack.yaml'), MANIFEST);
    const table = '{{> change-table number="1.1" id="table" title="Changes"}}';
    await writeFile(file('documents/pack/one.md'), `Text.\n\n${table}\n`);
  });
  afterEach(removeHome);

  it('is found by its name, and an unknown name is told with the near ones', async () => {
    expect(await packNames(await openLibrary(home))).toEqual(['pack']);
    await expect(buildPack({ root: home, name: 'pakc', out: out() })).rejects.toThrow('did you mean pack?');
    await expect(buildPack({ root: home, name: '../pack', out: out() })).rejects.toThrow('there is no pack');
  });

  it('takes text for text', async () => {
    await build();
    const row = (await consultation()).split('\n').find((line) => line.startsWith('| 1'));
    expect(row).toContain('Act Clause 1.2');
    expect(row?.split(/(?<!\\)\|/)).toHaveLength(6);
    expect(row).toContain('\\*Something\\*');
    expect(row).not.toMatch(/(?<!\\)</);
  });

  it('stops at a change that no row covers, at its name, and leaves what stood there', async () => {
    await build();
    await change('documents/act/1.1.md', 'The first rule', 'Another first rule');
    const message = await said();
    expect(message).toContain('Clause 1.1 (first): error: no row of the change table covers this change in Act');
    expect(message).toContain('assemble/change-without-row');
    expect(await consultation()).toContain('Act Clause 1.2');
    expect(await readdir(home)).not.toContainEqual(expect.stringContaining('keeling-new'));
  });

  it('stops at a row that covers no change, at its line', async () => {
    await change('documents/pack/pack.yaml', 'covers: [second]', 'covers: [second, first]');
    expect(await said()).toContain(
      'documents/pack/pack.yaml:16:5: error: row 1 covers Act Clause 1.1, which is the same',
    );
  });

  it('tells a value that is missing with template, line and name', async () => {
    await writeFile(file('documents/pack/one.md'), 'Text.\n\nBy {{date dates.nosuch}}.\n');
    expect(await said()).toContain('documents/pack/one.md:3:11: error: "dates.nosuch" is missing');
    await change('documents/pack/pack.yaml', '{{documents.act.short}}', '{{documents.bill.short}}');
    expect(await said()).toContain('documents/pack/pack.yaml:2:15: error: "documents.bill.short" is missing');
  });

  it('tells a template that does not parse', async () => {
    await change('templates/question.md.hbs', '{{number}}', '{{number');
    expect(await said()).toBe('nothing');
    await writeFile(file('templates/notice.md.hbs'), 'Notice\n{{#if pack.notice}}');
    expect(await said()).toContain('templates/notice.md.hbs:2: error: the template does not parse');
  });

  it('takes a template of its own folder, or one that the manifest names, in the place of ours', async () => {
    await writeFile(file('documents/pack/notice.md.hbs'), 'Of the folder\n');
    await build();
    expect(await consultation()).toContain('Of the folder');
    await writeFile(file('documents/pack/other.md'), 'Of the manifest\n');
    await change('documents/pack/pack.yaml', 'documents:', 'templates: { notice: other.md }\ndocuments:');
    await build();
    expect(await consultation()).toContain('Of the manifest');
  });

  it('stops at Markdown that is no Legal Markdown, at the line of what was made', async () => {
    await writeFile(file('documents/pack/one.md'), 'Text.\n\n::nosuch\n');
    expect(await said()).toMatch(/pack-consultation\.md \(made from templates\/consultation\.md\.hbs\):\d+:\d+: error/);
  });

  it('tells a version, a narrative and a folder that are not there', async () => {
    await change('documents/pack/pack.yaml', 'after: "1.1"', 'after: "1.2"');
    expect(await said()).toMatch(/documents\/pack\/pack\.yaml:10:\d+: error: there is no version "act@1\.2"/);
    await rm(file('documents/pack/one.md'));
    expect(await said()).toMatch(
      /documents\/pack\/pack\.yaml:12:\d+: error: documents\/pack\/one\.md: the file cannot/,
    );
    await expect(buildPack({ root: file('nowhere'), name: 'pack', out: out() })).rejects.toThrow(UnusableInput);
  });

  it('says what it is doing', async () => {
    const steps: string[] = [];
    await buildPack({ root: home, name: 'pack', out: out(), onProgress: (step) => steps.push(step) });
    expect(steps).toHaveLength(5);
  });
});
