/** A redline made by hand that holds a change of every kind, on every kind of node. */
import type { Block, Cell, Inline, Marks, Row } from '../../../src/model/document.ts';
import type { Change, ChangeKind, Redline, Revision, Weight } from '../../../src/model/redline.ts';

type I = Inline<Revision>;
type B = Block<Revision>;

const ins = (change: string) => ({ revision: { kind: 'insertion', change } }) as const;
const del = (change: string) => ({ revision: { kind: 'deletion', change } }) as const;
const was = (change: string, before: Record<string, unknown>) =>
  ({
    revision: {
      kind: 'alteration',
      before: Object.fromEntries(Object.entries(before).map(([name, value]) => [name, { value, change }])),
    },
  }) as const;

type Marked = { readonly revision?: Revision };
const text = (value: string, more: Marked & { marks?: Marks } = {}): I => ({ type: 'text', value, ...more });
const bold = (value: string): I => text(value, { marks: { bold: true } });
const ref = (target: string, printed: string, more: Marked = {}): I => ({
  type: 'crossReference',
  target,
  text: printed,
  ...more,
});
const note = (words: string | readonly I[], more: Marked & { id?: string } = {}): I => ({
  type: 'note',
  kind: 'footnote',
  children: [{ type: 'para', children: typeof words === 'string' ? [text(words)] : words }],
  ...more,
});
const para = (children: string | readonly I[], more: object = {}): B => ({
  type: 'para',
  children: typeof children === 'string' ? [text(children)] : children,
  ...more,
});
const bullet = (words: string, more: Marked = {}): B => ({ type: 'item', children: [para(words)], ...more });
const clause = (label: string, id: string, children: readonly B[], more: object = {}): B => ({
  type: 'clause',
  kind: 'clause',
  label,
  id,
  children,
  ...more,
});
const limb = (label: string, words: string | readonly I[], more: object = {}): B => ({
  type: 'clause',
  kind: 'limb',
  label,
  children: [para(words)],
  ...more,
});
const headed = (label: string, heading: string, id: string, children: readonly B[], more: object = {}): B =>
  clause(label, id, children, { heading: [text(heading)], ...more });
const cell = (words: string | readonly I[], more: object = {}): Cell<Revision> => ({
  type: 'cell',
  children: [{ type: 'para', children: typeof words === 'string' ? [text(words)] : words }],
  ...more,
});
const row = (cells: readonly (string | Cell<Revision>)[], more: object = {}): Row<Revision> => ({
  type: 'row',
  cells: cells.map((one) => (typeof one === 'string' ? cell(one) : one)),
  ...more,
});

const MOVED = 'The Test Manager shall keep a register of every Testing Issue, open or closed, until Migration ends.';

const children: readonly B[] = [
  para([text('This document stands beside the Code and is read with it.')], { style: 'notice' }),
  headed('1', 'Definitions', 'definitions', [
    {
      type: 'definition',
      term: 'Cycle',
      id: 'cycle',
      children: [para([bold('Cycle'), text(' means one pass through every planned test.')])],
    },
    {
      type: 'definition',
      term: 'Pause Notice',
      id: 'pause-notice',
      children: [
        para([bold('Pause Notice'), text(' has the meaning given in '), ref('pause', 'Clause 4.4'), text('.')]),
      ],
      ...ins('c1'),
    },
    {
      type: 'definition',
      term: 'Threshold',
      id: 'threshold',
      children: [
        para([
          bold('Threshold'),
          text(' means the '),
          text('figure', del('c2')),
          text('pair of figures', ins('c2')),
          text(' set against a severity in '),
          ref('thresholds', 'Table 4.1'),
          text('.'),
        ]),
      ],
    },
  ]),
  headed('2', 'Scope', 'scope', [
    clause('2.1', 'scope-all', [
      para([text('Testing under this document covers:')]),
      bullet('each Device Model Combination on the list;'),
      bullet('each firmware version that a Supplier Party has named;', ins('c3')),
      bullet('each communications hub in use.'),
    ]),
    clause('2.2', 'scope-fees', [
      para([
        text('No charge is payable for testing'),
        text(' ', del('c4')),
        text('\u00a0', ins('c4')),
        text('under this document, save as '),
        text('Schedule 7', { marks: { italic: true }, ...was('c5', { marks: { bold: true } }) }),
        text(' provides.'),
      ]),
    ]),
  ]),
  headed(
    '3',
    'Fallback arrangements',
    'fallback',
    [clause('3.1', 'fallback-use', [para('The fallback environment shall be used where the first is not available.')])],
    del('c6'),
  ),
  headed(
    '4',
    'Completion of testing',
    'completion',
    [
      clause('5.1', 'register', [para(MOVED)], { id: 'register', ...del('c7') }),
      clause(
        '4.1',
        'outcome',
        [
          para([
            text('Testing of an entry completes '),
            text('successfully', { marks: { bold: true } }),
            text(' where:'),
          ]),
          limb('(a)', 'every planned test has been carried out;'),
          limb('(b)', [
            text('open Testing Issues are within the Threshold in '),
            ref('thresholds', 'Table 4.1', was('c9', { text: 'Table 5.1' })),
            text('; and'),
          ]),
          limb('(c)', 'the aggregate of open Testing Issues from every phase is within that Threshold,', ins('c8')),
          para([
            text('and otherwise unsuccessfully.'),
            note('The Secretary of State may approve an exception.', ins('c10')),
          ]),
        ],
        was('c9', { label: '5.2' }),
      ),
      clause(
        '4.2',
        'appeal',
        [
          para([
            text('A Supplier Party may appeal within '),
            text('5', del('c11')),
            text('10', ins('c11')),
            text(' Working Days of the report under '),
            ref('outcome', 'Clause 4.1', was('c9', { text: 'Clause 5.2' })),
            text(', by writing to '),
            text('the appeals desk', { marks: { href: 'https://example.org/appeals' } }),
            text(' no later than '),
            { type: 'blank', text: '[DD MMM YYYY]' },
            text('.'),
            note([
              text('Days are counted from the day after '),
              text('receipt', del('c12')),
              text('publication', ins('c12')),
              text('.'),
            ]),
          ]),
        ],
        was('c9', { label: '5.3' }),
      ),
      clause(
        '4.3',
        'register',
        [
          para([
            text('The Test Manager shall keep a register of every Testing Issue, open or closed, '),
            text('and publish it monthly, ', ins('c13')),
            text('until Migration ends.'),
          ]),
        ],
        ins('c7'),
      ),
      clause(
        '4.4',
        'pause',
        [
          para('Testing may be paused by a notice that says why.'),
          para('A pause lasts no longer than 20 Working Days.', {
            revision: { kind: 'boundary', change: 'c14', boundary: 'insertion', joins: 'text' },
          }),
        ],
        was('c9', { label: '5.4' }),
      ),
      {
        type: 'table',
        id: 'thresholds',
        label: '4.1',
        caption: [text('Testing Issues '), text('Limits', del('c15')), text('Thresholds', ins('c15'))],
        keyedBy: ['Severity'],
        columns: [
          { type: 'column', width: 1800 },
          { type: 'column', width: 4200, ...del('c16') },
          { type: 'column', width: 2200, align: 'right' },
          { type: 'column', width: 2200, align: 'right', ...ins('c17') },
        ],
        rows: [
          row(['Severity', cell('Note', del('c16')), 'Threshold', cell('Aggregate', ins('c17'))], { header: true }),
          row(['1', cell('None open', del('c16')), '0', cell('0', ins('c17'))]),
          row([
            '2',
            cell('With a plan', del('c16')),
            cell([text('5', del('c18')), text('3', ins('c18'))]),
            cell('6', ins('c17')),
          ]),
          row(['2A', cell('Added', del('c16')), '10', cell('14', ins('c17'))], ins('c19')),
          row(['3', cell('With a plan', del('c16')), '30', cell('40', ins('c17'))]),
          row(['4', cell('Any', del('c16')), '100', cell('100', ins('c17'))], del('c20')),
        ],
        ...was('c9', { label: '5.1' }),
      },
      para([text('Do you agree with the two-part Threshold?')], { style: 'question' }),
      para([text('Give your reasons.')], { style: 'question', ...was('c22', { style: null }) }),
      para([], { style: 'answer' }),
    ],
    was('c9', { label: '5' }),
  ),
  {
    type: 'clause',
    kind: 'part',
    label: 'Annex A',
    id: 'annex-a',
    heading: [text('Reports')],
    children: [
      para([
        text('Each report quotes '),
        ref('nowhere', 'Clause 9.9'),
        text(' and draws this:'),
        { type: 'break', kind: 'line' },
        text('(not to scale)'),
      ]),
      {
        type: 'table',
        id: 'reports',
        keyedBy: [],
        columns: [{ type: 'column' }, { type: 'column' }],
        rows: [
          row(['Report', 'Due'], { header: true }),
          row(['Completion', '5 Working Days']),
          row([
            cell('All others, when they are asked for', { columnSpan: 2, ...was('c21', { columnSpan: null }) }),
            cell('at once', del('c21')),
          ]),
        ],
      },
      { type: 'opaque', kind: 'drawing', digest: 'ab'.repeat(32), text: 'flow of a report' },
      para('As one party put it, “a report that nobody reads is a cost”.', { style: 'quote' }),
      para('GET /reports/{id}\n200 OK', { style: 'code' }),
    ],
  },
];

const change = (
  id: string,
  kind: ChangeKind,
  weight: Weight,
  cites: readonly [string | undefined, string | undefined],
  summary: string,
  cause?: string,
): Change => ({
  id,
  kind,
  weight,
  ...(cites[0] === undefined ? {} : { before: { cite: cites[0], within: [], text: '' } }),
  ...(cites[1] === undefined ? {} : { after: { cite: cites[1], within: [], text: '' } }),
  ...(cause === undefined ? {} : { cause }),
  summary,
});

const changes: readonly Change[] = [
  change('c1', 'insertion', 'substantive', [undefined, 'definition of "Pause Notice"'], 'definition inserted'),
  change(
    'c2',
    'substitution',
    'substantive',
    ['definition of "Threshold"', 'definition of "Threshold"'],
    '“figure” becomes “pair of figures”',
  ),
  change('c3', 'insertion', 'substantive', [undefined, 'Clause 2.1'], 'bullet inserted'),
  change('c4', 'substitution', 'typographical', ['Clause 2.2', 'Clause 2.2'], 'a space becomes a no-break space'),
  change('c5', 'reformatting', 'formatting', ['Clause 2.2', 'Clause 2.2'], 'bold becomes italic'),
  change('c6', 'deletion', 'substantive', ['Clause 3', undefined], 'clause deleted'),
  change('c7', 'move', 'substantive', ['Clause 5.1', 'Clause 4.3'], 'moved from Clause 5.1 to Clause 4.3'),
  change('c8', 'insertion', 'substantive', [undefined, 'Clause 4.1(c)'], 'limb inserted'),
  change('c9', 'renumbering', 'consequential', ['Clause 5', 'Clause 4'], 'renumbered from 5 to 4', 'c6'),
  change('c10', 'insertion', 'substantive', [undefined, 'footnote 1'], 'footnote inserted'),
  change('c11', 'substitution', 'substantive', ['Clause 5.3', 'Clause 4.2'], '“5” becomes “10”'),
  change('c12', 'substitution', 'substantive', ['footnote 1', 'footnote 2'], '“receipt” becomes “publication”'),
  change('c13', 'insertion', 'substantive', [undefined, 'Clause 4.3'], '“and publish it monthly,” inserted'),
  change('c14', 'split', 'typographical', ['Clause 5.4', 'Clause 4.4'], 'one paragraph becomes two'),
  change('c15', 'substitution', 'substantive', ['Table 5.1', 'Table 4.1'], '“Limits” becomes “Thresholds”'),
  change('c16', 'deletion', 'substantive', ['Table 5.1', undefined], 'column “Note” deleted'),
  change('c17', 'insertion', 'substantive', [undefined, 'Table 4.1'], 'column “Aggregate” inserted'),
  change('c18', 'substitution', 'substantive', ['Table 5.1, row 2', 'Table 4.1, row 2'], '“5” becomes “3”'),
  change('c19', 'insertion', 'substantive', [undefined, 'Table 4.1, row 2A'], 'row inserted'),
  change('c20', 'deletion', 'substantive', ['Table 5.1, row 4', undefined], 'row deleted'),
  change('c21', 'deletion', 'substantive', ['Annex A, table, row 2', 'Annex A, table, row 2'], 'two cells become one'),
  change('c22', 'reformatting', 'formatting', ['Clause 5', 'Clause 4'], 'running text becomes a question'),
];

export const SPECIMEN: Redline = {
  before: {
    title: 'Example Testing Approach Document',
    short: 'Example TAD',
    version: '1.4',
    status: 'in force',
    classification: 'Public',
    provision: 'Clause',
    language: 'en-GB',
  },
  document: {
    type: 'document',
    meta: {
      title: 'Example Testing Approach Document',
      short: 'Example TAD',
      version: '1.5',
      baseline: '1.4',
      status: 'draft',
      effective: '2030-01-31',
      classification: 'Public',
      provision: 'Clause',
      language: 'en-GB',
    },
    children,
  },
  changes,
};
