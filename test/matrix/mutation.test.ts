/** Every single mutation of a matrix is found, or listed here with the reason why the data cannot tell. */
import { describe, expect, it } from 'vitest';
import { documented } from './docs.ts';
import { DUIS, shapeFrom } from './figures.ts';
import { type Mutation, mutationsOf } from './mutations.ts';
import { type Around, findings, findingsOf, type RawMatrix, rawFrom, shipped } from './raw.ts';

/** What no data tells: the kind of mutation, where it is undecidable, and why. */
interface Undecidable {
  readonly kind: RegExp;
  readonly what: RegExp;
  readonly why: string;
}

const UNDECIDABLE: readonly Undecidable[] = [
  {
    kind: /^count stated: all deleted$/,
    what: /^(?:appendix-r@6\.18|coverage@1\.0), $/,
    why: 'counts that nobody states are derived and printed right; a version without a baseline need not state any',
  },
  {
    kind: /^row swapped with the next$/,
    what: /^r\.csv, row 3 \(Test,Execute,A,R,\)$/,
    why: 'where a shape has rows in any order, the place of an inserted row means nothing',
  },
];

/** The mutations that add no finding to those of the matrix as it is. */
function missed(all: readonly Mutation[], raw: RawMatrix, around: Around): Mutation[] {
  const clean = new Map<string, number>();
  for (const finding of findings(findingsOf(raw, around))) clean.set(finding, (clean.get(finding) ?? 0) + 1);
  return all.filter((mutation) => {
    const left = new Map(clean);
    return findings(findingsOf(mutation.raw, around)).every((finding) => {
      const count = left.get(finding) ?? 0;
      left.set(finding, count - 1);
      return count > 0;
    });
  });
}

const before = shipped('6.18', DUIS);
const after = shipped('6.18mp089', DUIS);

const COVERAGE = shapeFrom(documented('shapes/coverage.yaml'), 'coverage');
const [first, second] = ['1.0', '1.1'].map((version) => {
  const [yaml, csv, text] = [`${version}.matrix.yaml`, `${version}.coverage.csv`, `${version}.md`];
  const at = (file: string): string => documented(`documents/coverage/${file}`);
  return rawFrom(`coverage@${version}`, COVERAGE, at(yaml), { [csv]: at(csv) }, at(text));
}) as [RawMatrix, RawMatrix];

/** Who does what: no groups, no order, no counts, two keys, and every text in quotation marks. */
const RACI = shapeFrom(
  `
title: Responsibility matrix
columns:
  - { id: stage, heading: Stage, key: true }
  - { id: step, heading: Step, key: true }
  - values
  - { id: note, heading: Note, optional: true }
values:
  - { value: none, spellings: [""] }
  - { value: R, spellings: [Responsible], requires: [work] }
  - { value: A, spellings: [Accountable], requires: [approval] }
kinds: [{ value: work }, { value: approval }]
`.replace('- { value: none, spellings: [""] }', '- { value: none }'),
);
const raci = (version: string, csv: string, more = ''): RawMatrix =>
  rawFrom(
    `raci@${version}`,
    RACI,
    `shape: raci\ntables:\n  - number: "2"\n    file: r.csv\n    at: who\n    id: raci\n    title: Who does what\n${more}`,
    { 'r.csv': csv },
    `---\ntitle: R\nversion: "${version}"\nprovision: Clause\n---\n\n# 1 Terms {#terms}\n\nText.\n\n# 2 Who {#who}\n\nText.\n`,
  );
const PLAN = 'Stage,Step,DCC,Party,Note\nPlan,Draft,R,none,\nPlan,Approve,none,A,by notice\nTest,Execute,A,R,\n';
const raciBefore = raci('1', PLAN);
const raciAfter = raci(
  '2',
  `${PLAN}Test,Report,none,R,\n`,
  '    amends:\n      inserted: [{ key: Test / Report, says: { Party: R } }]\n',
);

describe.each([
  ['Appendix R with its baseline', 3_000, after, { baseline: before }],
  ['Appendix R with the version that amends it', 3_000, before, { following: [after] }],
  ['the coverage matrix of the docs with its baseline', 400, second, { baseline: first }],
  ['the coverage matrix of the docs with the version that amends it', 300, first, { following: [second] }],
  ['a responsibility matrix with its baseline', 200, raciAfter, { baseline: raciBefore }],
  ['a responsibility matrix with the version that amends it', 150, raciBefore, { following: [raciAfter] }],
] as const)('%s', (_, least, raw, around) => {
  it('has every single mutation found but those that are listed', () => {
    const all = mutationsOf(raw);
    expect(all.length).toBeGreaterThan(least);
    const open = missed(all, raw, around).filter(
      ({ kind, what }) => !UNDECIDABLE.some((each) => each.kind.test(kind) && each.what.test(what)),
    );
    expect(open.map(({ kind, what }) => `${kind} — ${what}`)).toEqual([]);
  }, 600_000);
});

it('lists little that is undecidable, each with a reason', () => {
  expect(UNDECIDABLE.length).toBeLessThan(5);
  expect(UNDECIDABLE.filter(({ why }) => why.length < 40)).toEqual([]);
});
