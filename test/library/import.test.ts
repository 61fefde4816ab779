/** Importing Word files: what lands on disk, under which names, and what is refused before anything is written. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ImportOptions, importVersion } from '../../src/library/import/index.ts';
import { keepVersion } from '../../src/library/import/keep.ts';
import { allVersions, openLibrary } from '../../src/library/library.ts';
import { readReference } from '../../src/library/read.ts';
import { hasErrors, type Message, UnusableInput } from '../../src/message.ts';
import type { Document } from '../../src/model/document.ts';
import { firstDifference } from '../../src/model/equal.ts';
import { cleanRedline } from '../../src/model/redline.ts';
import { readMarkdown } from '../../src/read/markdown/index.ts';
import { writeDocx } from '../../src/write/docx/index.ts';
import { del, docx, field, ins, p, r } from '../read/docx/make.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'keeling-import-'));
  await mkdir(join(root, 'documents'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function put(path: string, content: string | Uint8Array): Promise<string> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
  return join(root, path);
}

interface Ran {
  readonly document: Document;
  readonly anchors: { readonly carried: number; readonly kept: number; readonly made: number };
  readonly markdown: string;
  readonly messages: readonly Message[];
}

async function bringIn(bytes: Uint8Array, name: string, options: ImportOptions = {}, file = 'in.docx'): Promise<Ran> {
  const path = await put(file, bytes);
  const messages: Message[] = [];
  const library = await openLibrary(root);
  const { document, anchors, target } = await importVersion(
    library,
    { file: path, shown: file },
    name,
    options,
    (message) => messages.push(message),
  );
  return { document, anchors, markdown: await readFile(target.markdown, 'utf8'), messages };
}

async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof UnusableInput) return error.message;
    throw error;
  }
  throw new Error('it was taken');
}

const HEAD = '---\ntitle: A Testing Document\nshort: TD\nversion: "1.0"\nprovision: Clause\n---\n\n';
const legal = (body: string): Document => readMarkdown(HEAD + body, { mode: 'strict' }, () => undefined);
const word = (body: string): Promise<Uint8Array> => writeDocx(cleanRedline(legal(body)), { author: 'A. Drafter' });

const FIRST = `# 1 Entries {#entries}

1.1 {#plan} The plan lists every entry, and says for each entry:

- (a) {#who} who is responsible for it; and
- (b) when it begins,

as [Clause 1.2](#report) requires.

1.2 {#report} A report follows [Clause 1.1(a)](#who) within 10 Working Days.[^1]

::table{#phases number="1.1" title="Phases" key="Phase"}

| Phase | Ends |
| --- | --- |
| Integration | 1 May |
| Migration | 1 June |

**Working Day** {#working-day} means a day that is no holiday.

[^1]: Holidays do not count.
`;

describe('an imported version', () => {
  test('reads back strictly as what was read, with the Word file and its hash beside it', async () => {
    const bytes = await word(FIRST);
    const { document, markdown } = await bringIn(bytes, 'td@1.0');
    const { value, messages } = await readReference(await openLibrary(root), 'td@1.0', root);
    expect(hasErrors(messages)).toBe(false);
    expect(firstDifference(value, document)).toBeUndefined();
    expect(await readFile(join(root, 'documents/td/1.0.docx'))).toEqual(Buffer.from(bytes));
    const hash = createHash('sha256').update(bytes).digest('hex');
    expect(value.meta).toMatchObject({ title: 'A Testing Document', short: 'TD', version: '1.0', provision: 'Clause' });
    expect(value.meta.properties).toBeUndefined();
    const facts = await readFile(join(root, 'documents/td/1.0.source.yaml'), 'utf8');
    expect(facts).toContain(`source:\n  file: in.docx\n  sha256: ${hash}\n  tracked: accepted\n`);
    const body = markdown.slice(markdown.indexOf('# 1'));
    expect(body).toBe(FIRST.replace(' key="Phase"', ''));
    expect(allVersions(await openLibrary(root)).map(({ name }) => name)).toEqual(['td@1.0']);
  });

  test('of our own Word file says by which word provisions are cited', async () => {
    const section = readMarkdown(HEAD.replace('Clause', 'Section') + FIRST, { mode: 'strict' }, () => undefined);
    const bytes = await writeDocx(cleanRedline(section), { author: 'A. Drafter' });
    expect((await bringIn(bytes, 'td@1.0')).document.meta.provision).toBe('Section');
  });

  test('is never written over, and neither is a Word file that is there already', async () => {
    const bytes = await word(FIRST);
    await bringIn(bytes, 'td@1.0');
    const before = await readFile(join(root, 'documents/td/1.0.md'), 'utf8');
    const other = await word(FIRST.replace('10', '5'));
    expect(await refusal(bringIn(other, 'td@1.0'))).toContain('import/version-exists');
    expect(await readFile(join(root, 'documents/td/1.0.md'), 'utf8')).toBe(before);
    await put('documents/td/1.1.docx', 'someone else’s');
    expect(await refusal(bringIn(other, 'td@1.1'))).toContain('import/version-exists');
    expect(await readdir(join(root, 'documents/td'))).toEqual(['1.0.docx', '1.0.md', '1.0.source.yaml', '1.1.docx']);
  });

  test('takes the Word file of an import that was cut off', async () => {
    const bytes = await word(FIRST);
    await put('documents/td/1.0.docx', bytes);
    await bringIn(bytes, 'td@1.0');
    expect(await readdir(join(root, 'documents/td'))).toEqual(['1.0.docx', '1.0.md', '1.0.source.yaml']);
  });

  test('is there whole or not at all', async () => {
    await put('documents/blocked', 'a file, not a folder');
    const target = {
      document: 'td',
      version: '1.0',
      name: 'td@1.0',
      markdown: join(root, 'documents/blocked/1.0.md'),
      word: join(root, 'documents/td/1.0.docx'),
      source: join(root, 'documents/td/1.0.source.yaml'),
    };
    const texts = { markdown: 'text', source: 'facts' };
    expect(await refusal(keepVersion(target, texts, new Uint8Array([1])))).toContain('library/cannot-write');
    expect(await readdir(join(root, 'documents/td'))).toEqual([]);
  });

  test('takes the side of tracked changes that is asked for, and says so', async () => {
    const bytes = docx(p(r('The plan lists ') + ins(r('every')) + del('each') + r(' entry.')));
    const accepted = await bringIn(bytes, 'td@1.0');
    expect(accepted.markdown).toContain('The plan lists every entry.');
    expect(accepted.messages.map(({ rule }) => rule)).toContain('read/docx-tracked');
    expect((await bringIn(bytes, 'td@1.1', { tracked: 'reject' })).markdown).toContain('The plan lists each entry.');
  });

  test('says what Markdown cannot: a reference to nothing, a place left open without brackets', async () => {
    const open =
      '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Write here</w:t></w:r></w:sdtContent></w:sdt>';
    const { markdown, messages } = await bringIn(
      docx(p(r('See ') + field('REF _Ref1 \\h', r('Clause 9')) + r('. Name: ') + open)),
      'td@1.0',
    );
    expect(markdown).toContain('See Clause 9. Name: Write here');
    const rules = messages.map(({ rule }) => rule);
    expect(rules).toContain('import/open-place');
    expect(rules.some((rule) => rule.endsWith('dangling-reference'))).toBe(true);
  });

  test('is made of no file that is no Word file', async () => {
    expect(await refusal(bringIn(new Uint8Array([1, 2, 3]), 'td@1.0'))).toContain('read/docx-');
    expect(await refusal(bringIn(new Uint8Array(), 'td@1.0', {}, 'in.txt'))).toContain('library/unknown-format');
    expect(await readdir(join(root, 'documents'))).toEqual([]);
  });
});

describe('the name of a version', () => {
  test.each([
    'td',
    '@1.0',
    'td@',
    'td@README',
    '../td@1.0',
    'a/b@1.0',
    'td@1/../../2',
    'td@1..0',
    'con@1.0',
    'td.@1.0',
    'td@1.docx',
    'td@1.md',
    `td@1${'0'.repeat(200)}`,
  ])('%s is refused', async (name) => {
    expect(await refusal(bringIn(docx(p(r('x'))), name))).toContain('import/not-a-version');
    expect(await readdir(join(root, 'documents'))).toEqual([]);
  });

  test.skipIf(process.platform === 'win32')('cannot lead out of the library through a link', async () => {
    await mkdir(join(root, 'outside'));
    await symlink(join(root, 'outside'), join(root, 'documents/td'), 'dir');
    expect(await refusal(bringIn(docx(p(r('x'))), 'td@1.0'))).toContain('leads out of the library');
    expect(await readdir(join(root, 'outside'))).toEqual([]);
  });
});

describe('an earlier version', () => {
  /** The same file as Word would have it without names: every bookmark one of Word's own making. */
  const SECOND = `# 1 Entries

1.1 A notice names the person responsible.

1.2 {#ref111111} The plan lists every entry, and says for each of them:

- (a) {#ref222222} who is responsible for it; and
- (b) when it begins,

as [Clause 1.3](#ref333333) requires.

1.3 {#ref333333} A report follows [Clause 1.2(a)](#ref222222) within 15 Working Days.[^1]

::table{number="1.1" title="Phases"}

| Phase | Ends |
| --- | --- |
| Integration | 1 May |
| Migration | 1 July |

**Working Day** means a day that is no holiday.

[^1]: Holidays do not count.
`;

  test('gives its anchors to the provisions that are paired, and references follow', async () => {
    await put('documents/td/1.0.md', HEAD + FIRST.replaceAll('[^1]', '[^holidays]'));
    const { anchors, markdown, document } = await bringIn(await word(SECOND), 'td@1.1');
    expect(markdown).toContain('# 1 Entries {#entries}');
    expect(markdown).toContain('1.1 {#notice-names-person-responsible} A notice');
    expect(markdown).toContain('1.2 {#plan} The plan');
    expect(markdown).toContain('- (a) {#who} who');
    expect(markdown).toContain('as [Clause 1.3](#report) requires.');
    expect(markdown).toContain('1.3 {#report} A report follows [Clause 1.2(a)](#who)');
    expect(markdown).toContain('[^holidays]: Holidays');
    expect(markdown).toContain('::table{#phases number="1.1" title="Phases" key="Phase"}');
    expect(anchors).toEqual({ carried: 7, kept: 0, made: 1 });
    expect(document.meta).toMatchObject({ short: 'TD', baseline: '1.0' });
  });

  test('keeps the anchors of what is gone from meaning something else', async () => {
    await put(
      'documents/td/1.0.md',
      `${HEAD}# 1 Entries {#entries}\n\n1.1 {#plan} Wholly different words stand here.\n`,
    );
    const bookmark = '<w:bookmarkStart w:id="1" w:name="plan"/><w:bookmarkEnd w:id="1"/>';
    const bytes = docx(p(bookmark + r('A row of its own.')));
    const { markdown } = await bringIn(bytes, 'td@1.1');
    expect(markdown).toContain('{#plan-2} A row');
  });

  test('gives its anchors again when the same file comes again, those in cells and notes too', async () => {
    const bytes = await word(FIRST);
    const first = await bringIn(bytes, 'td@1.0');
    const { anchors, markdown } = await bringIn(bytes, 'td@1.1');
    expect(anchors).toMatchObject({ kept: 0, made: 0 });
    expect(markdown.slice(markdown.indexOf('# 1'))).toBe(first.markdown.slice(first.markdown.indexOf('# 1')));
  });

  test('that cannot be read is told, and does not stand in the way', async () => {
    await put('documents/td/1.0.md', '---\ntitle: [\n---\n');
    const { messages, anchors } = await bringIn(await word(FIRST), 'td@1.1');
    expect(messages.map(({ rule }) => rule)).toContain('import/earlier-version');
    expect(anchors.carried).toBe(0);
  });

  test('says what the file does not: the word for a provision, the short name', async () => {
    const earlier = HEAD.replace('provision: Clause', 'provision: Section\nlanguage: en\nclassification: Public');
    await put('documents/td/1.0.md', `${earlier}# 1 Entries {#entries}\n\nA text.\n`);
    const { document, messages } = await bringIn(docx(p(r('A text.'))), 'td@2.0');
    expect(document.meta).toMatchObject({
      short: 'TD',
      provision: 'Section',
      language: 'en',
      classification: 'Public',
    });
    expect(messages.map(({ rule }) => rule)).toContain('import/title');
  });
});
