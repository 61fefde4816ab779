/** Every word of a legal text is accounted for: stray words anywhere make applying it fail, and so do instructions without effect. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyAmendment, parseAmendment, splitText } from '../../src/amend/index.ts';
import { writeVersion } from '../../src/library/version-write.ts';
import { collect, hasErrors, type Message } from '../../src/message.ts';
import type { Document } from '../../src/model/document.ts';
import { cleanRedline } from '../../src/model/redline.ts';
import { readMarkdown } from '../../src/read/markdown/index.ts';
import { writeMarkdown } from '../../src/write/markdown/index.ts';
import { keeling, put } from '../cli/run.ts';
import { SAMPLE } from './wordings/case.ts';

const HEAD = '---\ntitle: Legal text\nprovision: Section\n---\n\n';
const read = (text: string): Document => collect((report) => readMarkdown(text, { mode: 'auto' }, report)).value;
const BASELINE = read(SAMPLE);

/** The version that a legal text gives, and what is reported; no version where anything is refused. */
function apply(
  text: string,
  baseline: Document = BASELINE,
): { readonly text?: string; readonly messages: readonly string[] } {
  const messages: Message[] = [];
  const { before, after } = splitText(HEAD + text);
  const amendment = parseAmendment(read(before), read(after), (message) => messages.push(message));
  const said = (more: readonly Message[]): readonly string[] =>
    more.map(({ rule, reason, actual = '' }) => `${rule}: ${reason} ${actual}`);
  if (hasErrors(messages)) return { messages: said(messages) };
  const result = applyAmendment(amendment, baseline);
  if ('refusals' in result)
    return { messages: result.refusals.map(({ reason, nearest = '' }) => `amend/refused: ${reason} ${nearest}`) };
  if (hasErrors(result.effects)) return { messages: said(result.effects) };
  return { text: writeMarkdown(cleanRedline(result.document)), messages: said(result.effects) };
}

const BLOCKS = [
  '# Amend Section 2.1 as follows:',
  '2.1 A Supplier shall <del>install</del><ins>fit</ins> a Meter within 20 days.',
  '# Amend the heading of Section 3 as follows:',
  '# 3 <del>Charges</del><ins>Fees</ins>',
  'In section 2.3, for “£40” substitute “£50”.',
  '# After Section 2.4 insert:',
  '<ins>2.5 A Meter is sealed.</ins>',
  '# After section 1.2 insert—',
  '“1.3 Headings have no effect.”',
  '# Renumber Section 3.2 as 3.3',
  'Delete the definition of “Auditor”.',
];

describe('a legal text', () => {
  it('is applied where every line has a use', () => {
    const { text, messages } = apply(BLOCKS.join('\n\n'));
    expect(messages.filter((message) => !/undefined-term/.test(message))).toEqual([]);
    for (const part of ['fit a Meter', '# 3 Fees', '£50', '2.5 A Meter is sealed.', '1.3 Headings', '3.3 {#due}'])
      expect(text).toContain(part);
  });

  it('is refused with any text inserted that is part of no instruction, wherever it stands', () => {
    const word = fc.constantFrom(
      'green',
      'Party',
      'quick',
      'shall',
      'report',
      '20',
      'the',
      'costs',
      'energy',
      'and',
      'of',
      '(a)',
    );
    const stray = fc.array(word, { minLength: 2, maxLength: 7 }).map((words) => `X${words.join(' ')}.`);
    const marked = fc.constantFrom(
      (text: string) => text,
      (text: string) => `<del>${text}</del>`,
    );
    fc.assert(
      fc.property(fc.nat(BLOCKS.length), stray, marked, (at, text, mark) => {
        const lines = [...BLOCKS.slice(0, at), mark(text), ...BLOCKS.slice(at)];
        expect(apply(lines.join('\n\n')).text).toBeUndefined();
      }),
      { numRuns: 120 },
    );
  });

  it('is refused with a marked word in the words of an instruction', () => {
    for (const [i, block] of BLOCKS.entries()) {
      if (!/^#? ?(?:Amend|In|After|Renumber|Delete)/.test(block)) continue;
      const lines = BLOCKS.map((each, k) =>
        k === i ? each.replace(/(Section|section|definition)/, '$1 <ins>new</ins>') : each,
      );
      expect(apply(lines.join('\n\n')).text).toBeUndefined();
    }
  });
});

describe('an instruction', () => {
  it.each([
    [
      'in front, not understood',
      'Section 2.3 wants looking at again: amend it.\n\n# Amend Section 2.1 as follows:\n\n2.1 A Supplier shall <del>install</del><ins>fit</ins> a Meter within 20 days.',
      /amend it/,
    ],
    [
      'typed into inserted law',
      '# After Section 2.1 insert:\n\n<ins>2.1A A Meter is sealed.</ins>\n\n<ins>Swap Sections 2.3 and 2.4.</ins>',
      /Swap Sections/,
    ],
    [
      'below a heading instruction',
      '# Amend the heading of Section 3 as follows:\n\n# 3 <del>Charges</del><ins>Fees</ins>\n\n3.2 Charges fall due after <del>ten</del><ins>five</ins> days.',
      /more than a heading/,
    ],
    [
      'below a renumbering',
      '# Renumber Section 3.2 as 3.4\n\n2.1 A Supplier shall <del>install</del><ins>fit</ins> a Meter within 20 days.',
      /part of no instruction/,
    ],
    [
      'without effect',
      '# Amend Section 2.1 as follows:\n\n2.1 A Supplier shall install a Meter within 20 days.',
      /changes nothing/,
    ],
    ['to a number in use', '# Renumber Section 2.3 as 2.4', /2\.4 is in use/],
    [
      'that inserts a number in use',
      '# After Section 2.1 insert:\n\n<ins>2.2 A Meter is sealed.</ins>',
      /2\.2 is in use/,
    ],
    ['that deletes what is referred to', '# Delete Table 3.1', /leads to Table 3\.1, which is deleted/],
    [
      'of an occurrence that is not there',
      '# Amend Section 2.1 (occurrence 2) as follows:\n\n2.1 x <ins>y</ins>',
      /occurs only once/,
    ],
    ['with a quotation left open', '# After Section 2.1 insert—\n\n“2.1A A Meter is sealed.', /never closed/],
    [
      'marked as deleted',
      '# <del>Delete Section 1.2.</del>\n\nIn section 2.3, for “£40” substitute “£50”.',
      /marked as deleted/,
    ],
  ])('%s is refused with its words', (_, text, reason) => {
    const result = apply(text);
    expect(result.text).toBeUndefined();
    expect(result.messages.join('\n')).toMatch(reason);
  });

  it('keeps unmarked words as the baseline has them', () => {
    const baseline = read(SAMPLE.replace('Access costs £40. Access', '**Access** costs £40.  Access'));
    const { text } = apply(
      '# Amend Section 2.3 as follows:\n\n2.3 Access  costs <del>£40</del><ins>£50</ins>. Access is refused to nobody.',
      baseline,
    );
    expect(text).toContain('**Access** costs £50.  Access is refused');
  });

  it('keeps the anchor of a table that is restated without it', () => {
    const { text } = apply(
      '# Amend Table 3.1 as follows:\n\n::table{number="3.1" title="Charges"}\n\n| Service | Charge |\n| --- | --- |\n| Reading | <del>£5</del><ins>£6</ins> |\n| … | … |',
    );
    expect(text).toContain('{#table number="3.1"');
    expect(text).toContain('| Reading | £6 |');
  });

  it('finds limbs that were inserted between others', () => {
    const baseline = read(
      `${HEAD}# 1 Duty {#d}\n\n- (1) A person acts.\n- (2A) A person pays.\n- (a-1) A person waits.\n- (zza) A person goes.\n`,
    );
    const { text } = apply(
      'In section 1(2A), for “pays” substitute “tells”.\n\nIn section 1(a-1), for “waits” substitute “stays”.',
      baseline,
    );
    expect(text).toContain('- (2A) A person tells.');
    expect(text).toContain('- (a-1) A person stays.');
  });

  it('may amend what an earlier one inserted', () => {
    const { text } = apply(
      '# After Section 2.1 insert—\n\n“2.1A A Meter is sealed.”\n\n# In section 2.1A, for “sealed” substitute “locked”.',
    );
    expect(text).toContain('2.1A A Meter is locked.');
  });
});

describe('what is written', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keeling-amend-'));
    await put(folder, 'documents/code/1.0.md', SAMPLE);
    await put(
      folder,
      'text.md',
      `${HEAD}In section 2.3, for “£40” substitute “£50”.\n\nIn section 2.1, for “20” substitute “30”.\n`,
    );
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const apply2 = (...more: string[]) =>
    keeling(folder, ['amend', 'apply', 'text.md', '--to', 'code@1.0', '--as', '2.0', ...more]);
  const version = () => readFile(join(folder, 'documents/code/2.0.md'), 'utf8');

  it('never goes over a version that is there already, unless asked', async () => {
    await put(folder, 'documents/code/2.0.md', SAMPLE.replace('£40', '£99'));
    const { status, stderr } = await apply2();
    expect([status, stderr]).toEqual([1, expect.stringContaining('2.0.md is there already')]);
    expect(await version()).toContain('£99');
    expect(await apply2('--replace')).toMatchObject({ status: 0 });
    expect(await version()).toContain('£50');
    expect(await apply2()).toMatchObject({ status: 0 });
  });

  it('knows which instruction made each change, and may leave out what is not commenced', async () => {
    const { stdout } = await apply2('--json', '--commenced', '2', '--note');
    expect(JSON.parse(stdout).changes).toEqual([
      { instruction: 1, wording: 'In section 2.1, for “20” substitute “30”.', what: 'amended', cite: 'Section 2.1' },
    ]);
    expect(await version()).toContain('30 days');
    expect(await version()).toContain('£40');
    expect(await version()).toContain('Note of amendments');
    expect(await apply2('--commenced', '3')).toMatchObject({ status: 2 });
  });

  it('amends several documents by one text', async () => {
    await put(folder, 'documents/other/1.0.md', SAMPLE.replaceAll('Sample Code', 'Other Code'));
    await put(
      folder,
      'text.md',
      `${HEAD}# Amendments to the Sample Code\n\n## In section 2.3, for “£40” substitute “£50”.\n\n# Amendments to the Other Code\n\n## In section 2.1, for “20” substitute “30”.\n`,
    );
    const { status } = await apply2('--to', 'other@1.0', '--as', '3.0');
    expect(status).toBe(0);
    expect(await version()).toContain('£50');
    expect(await readFile(join(folder, 'documents/other/3.0.md'), 'utf8')).toContain('30 days');
  });

  it('is whole or not there, and a stopped run can be repeated', async () => {
    const files = ['a.csv', 'b.csv', '2.0.md'].map((name) => ({ file: join(folder, 'v', name), content: name }));
    // What a killed run leaves: some files of the version, without its text, and a record of the write.
    await writeVersion(files.slice(0, 1));
    await writeVersion(files);
    expect((await readdir(join(folder, 'v'))).sort()).toEqual(['2.0.md', 'a.csv', 'b.csv']);
    await put(folder, 'w/a.csv', 'somebody else');
    await expect(
      writeVersion(
        files.map((each) => ({ ...each, file: each.file.replace(`${join(folder, 'v')}`, join(folder, 'w')) })),
      ),
    ).rejects.toThrow('a.csv is there already');
    expect(await readdir(join(folder, 'w'))).toEqual(['a.csv']);
  });
});
