/** Instructions that fit and that do not: their heads, what is refused and why, and that nothing is half applied. */
import { describe, expect, it } from 'vitest';
import {
  type Amendment,
  applyAmendment,
  draft,
  headOf,
  type Instruction,
  parseAmendment,
  parseHead,
} from '../../src/amend/index.ts';
import { compare } from '../../src/compare/index.ts';
import { collect, formatMessage } from '../../src/message.ts';
import type { Document } from '../../src/model/document.ts';
import { firstDifference } from '../../src/model/equal.ts';
import { readMarkdown } from '../../src/read/markdown/index.ts';

const head = '---\ntitle: A\nprovision: Section\n---\n\n';
const read = (text: string): Document =>
  collect((report) => readMarkdown(head + text, { mode: 'strict' }, report)).value;

const BEFORE = `# 1 Tests {#tests}

1.1 {#plan} The Party plans its tests.

1.2 {#report} The Party reports within 10 Working Days.

# 2 Counts {#counts}

::table{#t number="2.1" key="No."}

| No. | Text |
| --- | --- |
| 1 | a |
| 2 | b |
| 3 | c |
| 4 | d |
| 5 | e |
| 6 | f |
| 7 | g |
| 8 | h |

# 3 Terms {#terms}

**Report** {#def-report} means a report of results.
`;

/** The heads of the instructions that turn the text before into the one in which each `from` says `to`. */
function drafted(...edits: readonly (readonly [string, string])[]): { heads: string[]; conforms: boolean } {
  const after = edits.reduce((text, [from, to]) => text.replace(from, to), BEFORE);
  expect(after).not.toBe(BEFORE);
  const amendment = draft(compare(read(BEFORE), read(after)));
  const applied = applyAmendment(amendment, read(BEFORE));
  const conforms = !('refusals' in applied) && firstDifference(applied.document, read(after)) === undefined;
  return { heads: amendment.instructions.map(headOf), conforms };
}

describe('an instruction', () => {
  it.each([
    ['amends the smallest provision', ['10 Working', '15 Working'], 'Amend Section 1.2 as follows:'],
    ['inserts behind a provision', ['# 2 Counts', '1.3 {#n} New.\n\n# 2 Counts'], 'After Section 1.2 insert:'],
    ['deletes', ['1.2 {#report} The Party reports within 10 Working Days.\n\n', ''], 'Delete Section 1.2:'],
    ['renumbers', ['1.2 {#report}', '1.3 {#report fixed}'], 'Amend Section 1.2 as follows:'],
    ['replaces a definition', ['of results', 'of all results'], 'Replace the definition of "Report" with:'],
    ['amends a heading alone', ['# 2 Counts', '# 2 Numbers'], 'Amend the heading of Section 2 as follows:'],
    ['inserts rows', ['| 5 | e |', '| 4A | x |\n| 5 | e |'], 'In Table 2.1 insert the rows marked:'],
    ['deletes rows', ['| 5 | e |\n', ''], 'In Table 2.1 delete the rows marked:'],
    ['amends a table', ['| 5 | e |', '| 5 | ee |'], 'Amend Table 2.1 as follows:'],
  ] as const)('%s', (_, edit, expected) => {
    const { heads, conforms } = drafted(edit);
    expect(heads).toEqual([expected]);
    expect(conforms).toBe(true);
  });

  it('renumbers what an insertion pushes on', () => {
    const { heads, conforms } = drafted(
      ['1.1 {#plan}', '1.1 {#new} A new provision of its own.\n\n1.2 {#plan}'],
      ['1.2 {#report}', '1.3 {#report}'],
    );
    expect(heads).toEqual(['Before Section 1.1 insert:', 'Renumber Section 1.1 as 1.2', 'Renumber Section 1.2 as 1.3']);
    expect(conforms).toBe(true);
  });

  it('restates of a table the rows that change, with their neighbours', () => {
    const after = BEFORE.replace('| 5 | e |', '| 5 | ee |');
    const [only] = draft(compare(read(BEFORE), read(after))).instructions;
    const [table] = only?.before ?? [];
    const keys =
      table?.type === 'table'
        ? table.rows.map((row) => JSON.stringify(row.cells[0]).match(/"value":"(.*?)"/)?.[1])
        : [];
    expect(keys).toEqual(['No.', '…', '4', '5', '6', '7', '8']);
  });

  it('says in its head all that it takes to find its provision again', () => {
    const instructions: Pick<Instruction, 'form' | 'target' | 'label'>[] = [
      { form: 'amend', target: { cite: 'Section 5.4' } },
      { form: 'amend', target: { cite: 'Table 8.1.8', occurrence: 2 } },
      { form: 'heading', target: { cite: 'Annex A' } },
      { form: 'definition', target: { cite: 'definition of "as follows:"' } },
      { form: 'insert-after', target: { cite: 'definition of "x insert:"' } },
      { form: 'insert-start', target: { cite: 'the document' } },
      { form: 'renumber', target: { cite: 'Section 5 as 6' }, label: '7(a)' },
      { form: 'delete-rows', target: { cite: 'Table 1' } },
      { form: 'delete', target: { cite: '"A heading"' } },
    ];
    expect(instructions.map((each) => parseHead(headOf(each)))).toEqual(instructions);
    expect(parseHead('Amendments of Section 5')).toBeUndefined();
    expect(parseHead('Amend  as follows:')).toBeUndefined();
  });
});

describe('provisions of a document whose numbers restart', () => {
  const divided = (charge: string, heat: string): string =>
    `# 2 Charges {#c}\n\n2.1 {#c1} The charge is ${charge}.\n\n# Schedule 1 Tests {#s}\n\n## 2 Heat {#h}\n\n2.1 {#h1} The test lasts ${heat}.\n`;
  const before = read(divided('3%', '24 hours'));
  const after = read(divided('3%', '12 hours'));
  const only = draft(compare(before, after)).instructions[0] as Instruction;

  it('are named with the Schedule', () => {
    expect(headOf(only)).toBe('Amend Schedule 1, paragraph 2.1 as follows:');
  });

  it.each([
    { cite: 'Schedule 1, paragraph 2.1' },
    { cite: 'paragraph 2.1 of Schedule 1' },
    { cite: 'Paragraph 2.1 of Schedule 1' },
    { cite: 'Section 2.1 of Schedule 1' },
    { cite: 'Schedule 1, Section 2.1' },
    { cite: 'Section 2.1', occurrence: 2 },
  ])('are found by $cite', (target) => {
    const applied = applyAmendment({ instructions: [{ ...only, target }] }, before);
    expect('document' in applied && firstDifference(applied.document, { ...after, meta: before.meta })).toBe(undefined);
  });

  it('are not found by a number that means the body', () => {
    const applied = applyAmendment({ instructions: [{ ...only, target: { cite: 'Section 2.1' } }] }, before);
    expect('refusals' in applied && applied.refusals[0]?.nearest).toMatch(/The charge/);
  });
});

describe('applying', () => {
  const amend = (cite: string, before: string, after: string): Instruction => ({
    form: 'amend',
    target: { cite },
    before: read(before).children,
    after: read(after).children,
  });
  const refusals = (...instructions: Instruction[]) => {
    const applied = applyAmendment({ instructions }, read(BEFORE));
    return 'refusals' in applied ? applied.refusals.map(({ index, reason, nearest }) => [index, reason, nearest]) : [];
  };
  const fine = amend('Section 1.1', '1.1 {#plan} The Party plans its tests.', '1.1 {#plan} It plans.');

  it('refuses a provision that is not there, and names the nearest', () => {
    expect(refusals(fine, { ...fine, target: { cite: 'Section 1.9' } })).toEqual([
      [1, 'there is no Section 1.9 in the baseline', expect.stringMatching(/^Section 1\.[12]: "/)],
    ]);
  });

  it('refuses struck words that the baseline does not have, and shows what it has', () => {
    const stray = amend('Section 1.2', '1.2 {#report} The Party reports within 20 Working Days.', '1.2 Gone.');
    expect(refusals(stray)).toEqual([
      [
        0,
        'what it restates or strikes is not what the baseline says: "Party reports within 20 Working Days."',
        'Party reports within 10 Working Days.',
      ],
    ]);
  });

  it('refuses two instructions that want the same words', () => {
    const whole = amend('Section 1', BEFORE.split('# 2')[0] ?? '', '# 1 Tests {#tests}\n\nNothing.');
    expect(refusals(fine, whole)).toEqual([[1, 'it overlaps with instruction 1', 'Amend Section 1.1 as follows:']]);
    expect(refusals(fine, fine)).toEqual([[1, 'it overlaps with instruction 1', 'Amend Section 1.1 as follows:']]);
  });

  it('applies none where one is refused, and changes no baseline', () => {
    const baseline = read(BEFORE);
    const amendment: Amendment = { instructions: [fine, { ...fine, target: { cite: 'Section 9' } }] };
    expect(applyAmendment(amendment, baseline)).not.toHaveProperty('document');
    expect(firstDifference(baseline, read(BEFORE))).toBeUndefined();
  });

  it('fits a file without anchors by its words, and keeps those of the baseline', () => {
    const bare = amend(
      'Section 1.2',
      '1.2 The Party reports within 10 Working Days.',
      '1.2 The Party reports within 15 Working Days.',
    );
    const applied = applyAmendment({ instructions: [bare] }, read(BEFORE));
    if ('refusals' in applied) throw new Error('refused');
    expect(applied.fits).toEqual(['words']);
    expect(firstDifference(applied.document, read(BEFORE.replace('10 W', '15 W')))).toBeUndefined();
  });

  it.each([
    ['an insertion that is not marked', { ...fine, form: 'insert-after' as const }, /not marked as inserted/],
    ['a deletion that leaves words', { ...fine, form: 'delete' as const }, /left standing/],
    ['a heading where there is none', { ...fine, form: 'heading' as const, before: [], after: [] }, /no heading/],
    [
      'an insertion of nothing',
      { ...fine, form: 'insert-before' as const, before: [], after: [] },
      /nothing is marked/,
    ],
    ['a number that is missing', { ...fine, form: 'renumber' as const }, /number is missing/],
  ])('refuses %s', (_, instruction, reason) => {
    expect(refusals(instruction)[0]?.[1]).toMatch(reason);
  });
});

describe('a legal text by another hand', () => {
  const sides = (before: string, after: string) =>
    collect((report) => parseAmendment(read(before), read(after), report));

  it('may have its heads as paragraphs, inside what a reader took for the provision in front of them', () => {
    const text = (days: string): string =>
      `Note: about this text.\n\nAmend Section 1.2 as follows:\n\n1.2 The Party reports within ${days} Working Days.\n\nAmend Section 1.1 as follows:\n\n1.1 The Party ${days === '10' ? 'plans' : 'lists'} its tests.\n`;
    const { value, messages } = sides(text('10'), text('15'));
    expect(value.instructions.map(headOf)).toEqual(['Amend Section 1.2 as follows:', 'Amend Section 1.1 as follows:']);
    expect(messages.map(formatMessage)).toEqual([]);
    const applied = applyAmendment(value, read(BEFORE));
    if ('refusals' in applied) throw new Error(JSON.stringify(applied.refusals));
    expect(
      firstDifference(applied.document, read(BEFORE.replace('10 W', '15 W').replace('plans its', 'lists its'))),
    ).toBeUndefined();
  });

  it('must have instructions, whose heads are not themselves changed', () => {
    expect(sides('Text.', 'Text.').messages.map(({ rule }) => rule)).toContain('amend/no-instruction');
    const { messages } = sides('Amend Section 1 as follows:\n\nx', 'Amend Section 2 as follows:\n\nx');
    expect(messages.map(({ rule }) => rule)).toEqual(['amend/marked-head']);
  });
});
