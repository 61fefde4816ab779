/** Documents that no drafter writes and the model allows: what Legal Markdown has its braces and containers for. */
import fc from 'fast-check';
import type { Block, Clause, Document, Inline, Para } from '../../../src/model/document.ts';
import { normalise } from '../../../src/model/equal.ts';
import { inlines } from '../../arbitrary/document.ts';
import { nastyText, words } from '../../arbitrary/text.ts';

const LABELS = [
  '4',
  '4.',
  '4.1',
  '4.1.1',
  '4A',
  '(a)',
  '(1)',
  '(iv)',
  'a)',
  '1.',
  '2)',
  '01.',
  'Annex A',
  '§ 5',
  'Rule 7',
  'x y',
  'Article 3',
  '§§ 4',
  '{',
  '"',
  '4.1 ',
  '*',
  'é',
] as const;

const label = fc.option(
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...LABELS) }, { weight: 1, arbitrary: nastyText }),
  {
    nil: undefined,
    freq: 5,
  },
);

const opaqueFacts = fc.record({ text: nastyText, source: nastyText }, { requiredKeys: [] });

const opaque = fc
  .tuple(fc.constantFrom('drawing', 'equation', 'comment', 'a:b "c'), nastyText, opaqueFacts, fc.boolean())
  .map(([kind, digest, facts, same]): Block & Inline => ({
    type: 'opaque',
    kind,
    digest: same ? (facts.source ?? digest) : digest,
    ...facts,
  }));

const comment = fc
  .constantFrom(
    '<!-- keeling-ignore check/x: reason -->',
    '<!---->',
    '<!-- a\nb -->',
    '<!-- a\n\nb -->',
    '<!-- [x] | -->',
  )
  .map((source): Block & Inline => ({ type: 'opaque', kind: 'comment', digest: source, source }));

const break_ = fc
  .constantFrom('line', 'page', 'column')
  .map((kind): Inline => ({ type: 'break', kind: kind as 'line' }));

const oddInlines: fc.Arbitrary<Inline[]> = fc.oneof(
  { weight: 3, arbitrary: inlines.map(withoutReferences) },
  { weight: 1, arbitrary: fc.array(fc.oneof(opaque, comment, break_), { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.tuple(comment, inlines.map(withoutReferences)).map(([first, rest]) => [first, ...rest]) },
);

/** Nothing has an anchor that generated references could mean. */
function withoutReferences(list: readonly Inline[]): Inline[] {
  return list.filter((inline) => inline.type !== 'crossReference' && inline.type !== 'note');
}

const para: fc.Arbitrary<Para> = fc
  .tuple(oddInlines, fc.constantFrom(undefined, undefined, 'quote', 'question', 'code'), fc.boolean())
  .map(
    ([children, style, named]): Para => ({
      type: 'para',
      ...(named ? { id: '?' } : {}),
      ...(style === undefined ? {} : { style: style as 'quote' }),
      children,
    }),
  );

const codePara = fc.array(fc.constantFrom('a', '', '  b', '```', '# c', ':::', '~~~', 'd  '), { maxLength: 4 }).map(
  (lines): Para => ({
    type: 'para',
    style: 'code',
    children: lines.flatMap((value, i): Inline[] => [
      ...(i === 0 ? [] : [{ type: 'break', kind: 'line' } as const]),
      { type: 'text', value },
    ]),
  }),
);

const definition = (blocks: fc.Arbitrary<Block[]>): fc.Arbitrary<Block> =>
  fc
    .tuple(words, fc.constantFrom(' means ', ' denotes ', '” means '), fc.boolean(), fc.boolean(), oddInlines, blocks)
    .map(
      ([term, verb, named, bold, rest, more]): Block => ({
        type: 'definition',
        ...(named ? { id: '?' } : {}),
        term,
        children: [
          {
            type: 'para',
            children: [
              ...(verb.startsWith('”') ? [{ type: 'text', value: '“' } as const] : []),
              { type: 'text', value: term, ...(bold ? { marks: { bold: true } as const } : {}) },
              { type: 'text', value: `${verb}x` },
              ...rest,
            ],
          },
          ...more,
        ],
      }),
    );

/** Looks like a definition and is a paragraph. */
const likeDefinition: fc.Arbitrary<Block> = words.map((term) => ({
  type: 'para',
  children: [
    { type: 'text', value: term, marks: { bold: true } },
    { type: 'text', value: ' means x' },
  ],
}));

function clause(blocks: fc.Arbitrary<Block[]>, headed: boolean): fc.Arbitrary<Clause> {
  return fc
    .record({
      kind: fc.constantFrom('part' as const, 'clause' as const, 'clause' as const, 'limb' as const),
      label,
      fixed: fc.boolean(),
      named: fc.boolean(),
      heading: headed ? fc.option(oddInlines, { nil: undefined }) : fc.constant(undefined),
      children: blocks,
    })
    .map(
      ({ kind, label: typed, fixed, named, heading, children }): Clause => ({
        type: 'clause',
        kind: kind === 'part' && !headed ? 'clause' : kind,
        ...(named ? { id: '?' } : {}),
        ...(typed === undefined ? {} : { label: typed }),
        ...(fixed ? { fixed: true } : {}),
        ...(heading === undefined || heading.length === 0 ? {} : { heading }),
        children,
      }),
    );
}

const { blocks, headed } = fc.letrec<{ blocks: Block[]; headed: Block[] }>((tie) => ({
  blocks: fc.array(
    fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 4, arbitrary: para as fc.Arbitrary<Block> },
      { weight: 1, arbitrary: codePara as fc.Arbitrary<Block> },
      { weight: 1, arbitrary: opaque as fc.Arbitrary<Block> },
      { weight: 1, arbitrary: comment as fc.Arbitrary<Block> },
      { weight: 1, arbitrary: likeDefinition },
      { weight: 4, arbitrary: clause(tie('blocks'), false) as fc.Arbitrary<Block> },
      { weight: 2, arbitrary: definition(tie('blocks')) },
      {
        weight: 2,
        arbitrary: fc
          .tuple(para, tie('blocks'))
          .map(
            ([lead, rest]): Block => ({ type: 'item', children: [{ type: 'para', children: lead.children }, ...rest] }),
          ),
      },
    ),
    { maxLength: 3 },
  ),
  headed: fc.array(
    fc.oneof(
      { depthSize: 'small' },
      blocksOnly(tie('blocks')),
      clause(tie('headed'), true).map((one): Block => one),
    ),
    { maxLength: 3 },
  ),
}));

function blocksOnly(list: fc.Arbitrary<Block[]>): fc.Arbitrary<Block> {
  return list.map((some): Block => some[0] ?? { type: 'para', children: [] });
}

/** A document of odd blocks, its anchors made unique. */
export const oddDocument: fc.Arbitrary<Document> = fc.tuple(blocks, headed).map(([first, rest]) => {
  let next = 0;
  const name = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value), (key, inner) => (key === 'id' && inner === '?' ? anchor(next++) : inner)) as T;
  const meta = { title: 'Odd', provision: 'Clause', language: 'en-GB' };
  return normalise({ type: 'document', meta, children: name([...first, ...rest]) } as Document);
});

function anchor(n: number): string {
  return [`o${n}`, `a b${n}`, `${n}`, `"}${n}`, `end-${n}`][n % 5] as string;
}
