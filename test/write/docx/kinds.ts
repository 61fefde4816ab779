/** A redline for every kind of revision that a comparison makes, each by hand. */
import type { Block } from '../../../src/model/document.ts';
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

type Blocks = readonly Block<Revision>[];

const one = (label: string, text: string, more = {}): Block<Revision> =>
  clause(label, [p(text)], { id: `c${label}`, ...more });
const grid = (...rows: Parameters<typeof table>[0]): Block<Revision> =>
  table(rows, { label: '1.1', caption: [t('Values')] });
const plain = (): Block<Revision> => table([row(['a', 'b']), row(['c', 'd'])]);

/** Each under the name of what it shows; all stand in clause 1. */
export const KINDS: Readonly<Record<string, Blocks>> = {
  'text inserted and deleted': [
    one('1.1', 'one'),
    clause('1.2', [p([t('two '), t('old words', DEL), t('new words', INS)])]),
  ],
  'clause inserted': [one('1.1', 'one'), one('1.2', 'two', INS), one('1.3', 'three', was({ label: '1.2' }))],
  'clause deleted': [one('1.1', 'one'), one('1.2', 'two', DEL), one('1.2', 'three', was({ label: '1.3' }))],
  'last clause inserted': [one('1.1', 'one'), p('plain end'), one('1.2', 'two', INS)],
  'last clause deleted': [one('1.1', 'one'), p('plain end'), one('1.2', 'two', DEL)],
  'clause moved down': [
    one('1.1', 'a long text that is moved', DEL),
    one('1.1', 'staying where it is', was({ label: '1.2' })),
    one('1.2', 'a long text that is moved', INS),
    p('and a paragraph behind it'),
  ],
  'clause moved up': [
    one('1.1', 'a long text that is moved', INS),
    one('1.2', 'staying where it is', was({ label: '1.1' })),
    one('1.2', 'a long text that is moved', DEL),
    p('and a paragraph behind it'),
  ],
  'moved with an edit on the way': [
    one('1.1', 'a long text moved', DEL),
    one('1.1', 'staying', was({ label: '1.2' })),
    clause('1.2', [p([t('a long text '), t('moved', DEL), t('that was moved', INS)])], INS),
    p('behind'),
  ],
  'clause split': [
    one('1.1', 'one. '),
    one('1.2', 'two', boundary('insertion')),
    one('1.3', 'three', was({ label: '1.2' })),
  ],
  'clauses merged': [
    one('1.1', 'one. '),
    one('1.2', 'two', boundary('deletion')),
    one('1.2', 'three', was({ label: '1.3' })),
  ],
  'paragraph split': [p('one. '), p('two', boundary('insertion')), p('three')],
  'paragraphs merged': [p('one. '), p('two', boundary('deletion')), p('three')],
  'clause made of a paragraph': [clause('1.1', [p('one')]), clause('1.2', [p('two')], boundary('insertion', 'block'))],
  'clause become a paragraph': [clause('1.1', [p('one')]), clause('1.2', [p('two')], boundary('deletion', 'block'))],
  'limb merged into the lead-in': [
    clause('1.1', [
      p('lead '),
      limb('(a)', [p('a')]),
      limb('(b)', [p('b')], boundary('deletion')),
      limb('(b)', [p('c')], was({ label: '(c)' })),
    ]),
  ],
  'limbs inserted, nested and lettered': [
    clause('1.1', [
      p('lead'),
      limb('(a)', [p('a'), limb('(i)', [p('i')], INS), limb('(ii)', [p('ii')], INS)]),
      limb('(b)', [p('b')], INS),
      p('closing'),
    ]),
  ],
  'joining word and limb inserted': [
    clause('1.1', [
      p('lead'),
      limb('(a)', [p([t('a;'), t(' and', INS)])]),
      limb('(b)', [p('b')], INS),
      limb('(c)', [p('c')], was({ label: '(b)' })),
      p([t('closing'), t(' words', DEL)]),
    ]),
    clause('1.2', [p('gone')], DEL),
    p('end'),
  ],
  'list without lead-in': [
    clause('1.1', [limb('(a)', [limb('(i)', [p('i')]), limb('(ii)', [p('ii')], DEL)])], DEL),
    one('1.1', 'next', was({ label: '1.2' })),
  ],
  'typed label altered': [one('1.1', 'one'), clause('1.1B', [p('kept')], { fixed: true, ...was({ label: '1.1A' }) })],
  'counted label become typed': [
    one('1.1', 'one'),
    clause('1.1A', [p('kept')], { fixed: true, ...was({ label: '1.2', fixed: null }) }),
    one('1.2', 'three', was({ label: '1.3' })),
  ],
  'heading edited and added': [
    head('1.1', [t('Old', DEL), t('New', INS), t(' heading')], [p('text')]),
    clause('1.2', [p('text')], { heading: [t('Added heading', INS)] }),
    clause('1.3', [p('text')], { heading: [t('Dropped heading', DEL)] }),
  ],
  'style of a paragraph': [
    p('words', { style: 'quote', ...was({ style: null }) }),
    p('more', was({ style: 'notice' })),
    p('end'),
  ],
  'marks altered': [
    p([
      t('loud', { marks: { bold: true }, ...was({ marks: null }) }),
      t(' link', { marks: { href: 'https://example.org/' }, ...was({ marks: null }) }),
    ]),
  ],
  'cross-references': [
    one('1.1', 'one', INS),
    one('1.2', 'two', was({ label: '1.1' })),
    p([
      ref('c1.2', 'Clause 1.2', was({ text: 'Clause 1.1' })),
      t(' and '),
      ref('c1.2', 'Clause 1.2', DEL),
      ref('nowhere', 'Clause 9.9'),
    ]),
  ],
  notes: [
    p([
      t('kept'),
      note([p([t('old ', DEL), t('note text')])]),
      t(' inserted'),
      note('inserted note', INS),
      t(' deleted'),
      note('deleted note', DEL),
    ]),
    p([
      t('two paragraphs'),
      note([p('first'), p('second', INS)]),
      t(' end'),
      note('an endnote', { kind: 'endnote', ...INS }),
    ]),
  ],
  'paragraphs with notes inserted and deleted': [
    p('kept'),
    clause('1.1', [p([t('inserted words'), note('note')])], INS),
    p('between'),
    clause('1.1', [p([t('deleted words'), note('note')])], DEL),
    p('behind'),
  ],
  bullets: [item([p('one')]), item([p('two'), item([p('deep')], INS)], INS), item([p('three')], DEL), p('end')],
  panels: [panel('question', 'Why?'), panel('answer', ''), panel('question', 'How?', INS), panel('answer', '', INS)],
  'panel empty on one side': [
    panel('answer', '', DEL),
    one('1.1', 'text here', INS),
    panel('answer', ''),
    panel('answer', ''),
  ],
  rows: [grid(row(['Key', 'Value'], { header: true }), row(['1', 'a'], DEL), row(['2', 'b']), row(['3', 'c'], INS))],
  'cells edited': [
    grid(
      row(['1', cell([p([t('old', DEL), t('new', INS)])])]),
      row(['2', cell([p('one'), p('two', INS)])]),
      row(['3', cell([p('one', DEL), p('two', INS)])]),
    ),
  ],
  'cell emptied and filled': [grid(row(['1', cell([p('gone', DEL)])]), row(['2', cell([p('come', INS)])]))],
  'limbs in cells': [
    grid(row([cell([limb('(a)', [p('x')]), limb('(b)', [p('y')], INS)]), cell([item([p('z')], DEL)])])),
  ],
  'column inserted': [
    table([row(['Key', 'Value', cell('Note', INS)], { header: true }), row(['1', 'a', cell('n', INS)])], {
      label: '1.1',
      columns: [{ type: 'column' }, { type: 'column' }, { type: 'column', ...INS }],
    }),
  ],
  'spans altered': [
    table([row([cell('wide', { columnSpan: 2, ...was({ columnSpan: null }) }), cell('gone', DEL)]), row(['a', 'b'])]),
  ],
  'rows of a spanning cell': [
    table([row([cell('tall', { rowSpan: 3, ...was({ rowSpan: 2 }) }), 'a']), row(['b'], INS), row(['c'])]),
  ],
  'caption and table label': [
    table([row(['a'])], {
      label: '1.2',
      caption: [t('Old', DEL), t('New', INS), t(' name')],
      id: 'tab',
      ...was({ label: '1.1' }),
    }),
    p([ref('tab', 'Table 1.2', was({ text: 'Table 1.1' }))]),
  ],
  'tables inserted and deleted': [
    p('before'),
    { ...plain(), ...INS },
    p('between'),
    { ...plain(), ...DEL },
    p('behind'),
  ],
  'paragraphs beside tables': [plain(), one('1.1', 'in', INS), plain(), one('1.1', 'out', DEL), plain()],
  'clause with its table': [
    one('1.1', 'kept'),
    clause('1.2', [p('text'), grid(row(['1', '2']))], INS),
    one('1.3', 'next', was({ label: '1.2' })),
  ],
  'clause before a kept table': [
    one('1.1', 'kept'),
    one('1.2', 'in', INS),
    plain(),
    one('1.3', 'next', was({ label: '1.2' })),
  ],
  'limb deleted before a kept table': [
    clause('1.1', [
      p('lead'),
      limb('(a)', [p('a')]),
      limb('(b)', [p('b'), limb('(i)', [p('deep')], DEL)], DEL),
      plain(),
    ]),
  ],
  'everything replaced': [
    one('1.1', 'all of this goes', DEL),
    p('and this', DEL),
    p('this comes', INS),
    one('1.1', 'and this', INS),
  ],
};

/** Clause 1 with the blocks of one kind. */
export function inClause(blocks: Blocks): Block<Revision>[] {
  return [head('1', 'First', blocks)];
}
