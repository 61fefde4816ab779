import { describe, expect, it } from 'vitest';
import { type Cited, citeAll, listed } from '../../src/assemble/references.ts';

const clause = (label: string): Cited => ({ cite: `Clause ${label}`, label });
const table = (label: string): Cited => ({ cite: `Table ${label}`, label });
const paragraph = (division: string, label: string): Cited => ({
  cite: `${division}, paragraph ${label}`,
  label,
  division,
});
const limb = (around: string, label: string): Cited => ({ cite: `${around}${label}`, label });

describe('references to several provisions', () => {
  it.each([
    [[clause('20.18')], 'Clause 20.18'],
    [[clause('20.28'), clause('20.29')], 'Clause 20.28 to Clause 20.29'],
    [[clause('20.30'), clause('20.31'), clause('20.32')], 'Clause 20.30 to Clause 20.32'],
    [[clause('9.9'), clause('9.10')], 'Clause 9.9 to Clause 9.10'],
    [[clause('4.9'), clause('5.1')], 'Clause 4.9 and Clause 5.1'],
    [[clause('1.1'), clause('1.2'), clause('1.3'), clause('1.7')], 'Clause 1.1 to Clause 1.3 and Clause 1.7'],
    [[clause('1.1'), clause('1.3'), clause('1.5')], 'Clause 1.1, Clause 1.3 and Clause 1.5'],
    [[clause('1.2'), clause('1.1')], 'Clause 1.2 and Clause 1.1'],
    [[clause('4'), clause('4A'), clause('5')], 'Clause 4, Clause 4A and Clause 5'],
    [[table('9.3'), clause('9.4')], 'Table 9.3 and Clause 9.4'],
    [[limb('Clause 1.1', '(a)'), limb('Clause 1.1', '(b)')], 'Clause 1.1(a) to Clause 1.1(b)'],
    [[limb('Clause 1.1', '(a)'), limb('Clause 1.2', '(b)')], 'Clause 1.1(a) and Clause 1.2(b)'],
    [[paragraph('Schedule 1', '2.1'), paragraph('Schedule 1', '2.2')], 'Schedule 1, paragraph 2.1 to paragraph 2.2'],
    [
      [paragraph('Schedule 1', '2'), paragraph('Schedule 2', '3')],
      'Schedule 1, paragraph 2 and Schedule 2, paragraph 3',
    ],
    [
      [clause('7'), paragraph('Schedule 1', '2'), paragraph('Schedule 1', '4')],
      'Clause 7; Schedule 1, paragraph 2; and Schedule 1, paragraph 4',
    ],
    [[{ cite: 'definition of "Open"' }, clause('2.1')], 'definition of "Open" and Clause 2.1'],
  ])('are told as runs and lists: %j', (targets, told) => expect(citeAll(targets)).toBe(told));

  it('join two neighbours as they are asked to, and a longer run by "to" all the same', () => {
    expect(citeAll([clause('13.3'), clause('13.4')], 'and')).toBe('Clause 13.3 and Clause 13.4');
    expect(citeAll([clause('13.3'), clause('13.4'), clause('13.5')], 'and')).toBe('Clause 13.3 to Clause 13.5');
  });
});

it('lists words', () => {
  expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
});
