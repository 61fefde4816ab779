/** A document of the kind that a drafting team publishes, with one of everything, for looking at and for testing. */
import type { Block, Meta } from '../../../src/model/document.ts';
import type { Revision } from '../../../src/model/redline.ts';
import {
  boundary,
  cell,
  clause,
  DEL,
  head,
  INS,
  item,
  limb,
  note,
  p,
  panel,
  ref,
  row,
  t,
  table,
  was,
} from './build.ts';

export const SAMPLE_META: Meta = {
  title: 'Completion of Device Testing: Approach Document',
  short: 'Device Testing AD',
  version: '1.5',
  baseline: '1.4',
  status: 'demonstration',
  effective: '2020-01-31',
  classification: 'Public',
  provision: 'Clause',
  language: 'en-GB',
};

export const SAMPLE_BEFORE: Meta = { ...SAMPLE_META, version: '1.4', baseline: '1.3', effective: '2019-06-28' };

/** A change-marked text with insertions, deletions, moves, renumbering, splits, merges and table changes. */
export function sampleBlocks(): Block<Revision>[] {
  return [
    head(
      undefined,
      'Purpose of this document',
      [
        p([
          t('This document says how the Company and each '),
          t('Participant', { marks: { bold: true } }),
          t(' bring device testing to an end, and what is '),
          t('recorded', { ...INS }),
          t('written down', { ...DEL }),
          t(' when they do. The current text is kept at '),
          t('the programme website', { marks: { href: 'https://www.example.org/testing?a=1&b=2' } }),
          t('.'),
          note('Earlier versions are kept for seven years.'),
        ]),
        panel('notice', 'This is demonstration drafting. It has no legal effect.'),
      ],
      { kind: 'part', id: 'purpose' },
    ),
    head(
      '1',
      'Entry and scope',
      [
        clause(
          '1.1',
          [
            p([
              t('A planned entry may begin once the plan in '),
              ref('table-thresholds', 'Table 1.1'),
              t(' has been agreed, and not before [DD MMM YYYY].'),
            ]),
          ],
          { id: 'entry' },
        ),
        clause(
          '1.2',
          [
            p('The entry covers:'),
            limb('(a)', [p('each device model on the list;')]),
            limb(
              '(b)',
              [
                p('each communications hub that:'),
                limb('(i)', [p('is in service; or')]),
                limb('(ii)', [p('is to be in service within three months; and')], { id: 'soon' }),
              ],
              { id: 'hubs' },
            ),
            limb('(c)', [p('the interfaces between them,')]),
            p('whether or not the Participant owns them.'),
          ],
          { id: 'covers' },
        ),
        table(
          [
            row(['Severity', 'Threshold', 'What happens above it'], { header: true }),
            row(['1', '0', 'The entry ends and is planned again.']),
            row(['2', '3', 'The entry goes on with a repair plan.'], INS),
            row(['3', cell([p([t('5', DEL), t('10', INS)])]), 'The entry goes on.']),
            row(['4', '25', 'Nothing happens.'], DEL),
          ],
          {
            id: 'table-thresholds',
            label: '1.1',
            caption: [t('Testing Issue thresholds')],
            keyedBy: ['Severity'],
            columns: [{ type: 'column', align: 'center' }, { type: 'column', align: 'center' }, { type: 'column' }],
          },
        ),
      ],
      { id: 'scope' },
    ),
    head(
      '2',
      'Completion',
      [
        clause(
          '2.1',
          [p([t('The Company shall report on the entry within ten Working Days of the day on which it ends.')])],
          { id: 'report', ...INS },
        ),
        clause(
          '2.2',
          [
            p([
              t('The entry is complete where the thresholds in '),
              ref('table-thresholds', 'Table 1.1'),
              t(' are met and the hubs in '),
              ref('soon', 'Clause 1.2(b)(ii)'),
              t(' have passed.'),
            ]),
          ],
          { id: 'complete', ...was({ label: '2.1' }) },
        ),
        clause(
          '2.3',
          [
            p([
              t('A Participant may appeal against a report under '),
              { type: 'crossReference', target: 'complete', text: 'Clause 2.2', ...was({ text: 'Clause 2.1' }) },
              t(' within ten Working Days.'),
              note([
                p([t('Working Days are counted from the day after the report. '), t('Weekends do not count.', INS)]),
              ]),
            ]),
            p('The Company shall answer within five Working Days.', boundary('insertion')),
            item([p('in writing;'), item([p('by e-mail or')]), item([p('through the portal;')])]),
            item([p('with reasons.')]),
          ],
          { id: 'appeal', ...was({ label: '2.2' }) },
        ),
        clause('2.4', [p('This clause is no longer used.')], DEL),
        clause('2.3A', [p('A provision with a number of its own.')], { fixed: true, id: 'own' }),
      ],
      { id: 'completion' },
    ),
    head('3', 'Questions', [
      panel('question', 'Question 1. Do you agree with the thresholds in Table 1.1?'),
      panel('answer', ''),
      panel('question', 'Question 2. Do you agree that ten Working Days is long enough for an appeal?', INS),
      panel('answer', '', INS),
      panel(
        'quote',
        'Words that someone else has said are set apart like this, so that they are not taken for the text of this document.',
      ),
      panel('code', 'GET /testing/issues?severity=1'),
    ]),
    head(
      'Annex A',
      'Forms',
      [
        p([
          t('The form of notice under '),
          ref('own', 'Clause 2.3A'),
          t(' is: '),
          { type: 'blank', text: '[name of Participant]' },
          t('.'),
        ]),
      ],
      { kind: 'part', id: 'annex' },
    ),
  ];
}
