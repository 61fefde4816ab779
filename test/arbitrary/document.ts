/**
 * Arbitrary canonical documents for property tests: nested clauses, limbs, bullets, definitions, closing words,
 * tables, footnotes, cross-references to anchors that exist, blanks, marks and nasty text.
 */
import fc from 'fast-check';
import type { Block, Clause, Definition, Document, Inline, Item, Meta, Note, Para } from '../../src/model/document.ts';
import { normalise } from '../../src/model/equal.ts';
import { finish } from './number.ts';
import { arbitraryTable } from './table.ts';
import { leaf, marks, prose, withMarks, words } from './text.ts';

const note = (): fc.Arbitrary<Note> =>
  fc
    .tuple(
      fc.constantFrom('footnote' as const, 'footnote' as const, 'endnote' as const),
      fc.array(fc.array(leaf, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
      fc.boolean(),
    )
    .map(([kind, paras, named]) => ({
      type: 'note',
      kind,
      ...(named ? { id: '?' } : {}),
      children: paras.map((children): Para => ({ type: 'para', children })),
    }));

const inline: fc.Arbitrary<Inline> = fc.oneof({ weight: 12, arbitrary: leaf }, { weight: 1, arbitrary: note() });

/** The inlines of one paragraph; never empty. */
export const inlines: fc.Arbitrary<Inline[]> = fc.array(inline, { minLength: 1, maxLength: 4 });

const para: fc.Arbitrary<Para> = fc
  .tuple(
    inlines,
    fc.oneof(
      { weight: 12, arbitrary: fc.constant(undefined) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('quote' as const, 'question' as const, 'answer' as const, 'notice' as const),
      },
    ),
    fc.nat(9),
  )
  .map(([children, style, named]) => ({
    type: 'para',
    ...(named === 0 ? { id: '?' } : {}),
    ...(style === undefined ? {} : { style }),
    children,
  }));

const plainPara: fc.Arbitrary<Para> = inlines.map((children) => ({ type: 'para', children }));

const item: fc.Arbitrary<Item> = fc.tuple(plainPara, fc.array(plainPara, { maxLength: 2 })).map(([lead, second]) => ({
  type: 'item',
  children: [lead, ...second.map((inner): Item => ({ type: 'item', children: [inner] }))],
}));

/** A limb with its lead-in, and limbs or bullets within it to `depth` levels, then perhaps closing words. */
const limb = (depth: number): fc.Arbitrary<Clause> =>
  fc
    .tuple(
      fc.boolean(),
      plainPara,
      depth === 0 ? fc.constant([]) : fc.array(fc.oneof(limb(depth - 1), item), { maxLength: 3 }),
      fc.option(plainPara, { freq: 4, nil: undefined }),
    )
    .map(([named, lead, inner, closing]) => ({
      type: 'clause',
      kind: 'limb',
      ...(named ? { id: '?' } : {}),
      children: [lead, ...inner, ...(closing === undefined ? [] : [closing])],
    }));

const limbs: fc.Arbitrary<Block[]> = fc.array(limb(1), { minLength: 1, maxLength: 3 });

const definition: fc.Arbitrary<Definition> = fc
  .tuple(
    words,
    fc.boolean(),
    prose,
    fc.option(limbs, { freq: 3, nil: undefined }),
    fc.constantFrom(' means ', ' includes '),
  )
  .map(([term, named, text, inner, verb]) => ({
    type: 'definition',
    ...(named ? { id: '?' } : {}),
    term,
    children: [
      {
        type: 'para',
        children: [
          { type: 'text', value: term, marks: { bold: true } },
          { type: 'text', value: verb + text },
        ],
      },
      ...(inner ?? []),
    ],
  }));

/** What may stand anywhere in a clause, one to a few blocks at a time. */
const matter: fc.Arbitrary<Block[]> = fc.oneof(
  { weight: 5, arbitrary: para.map((block) => [block]) },
  { weight: 2, arbitrary: limbs },
  { weight: 1, arbitrary: fc.tuple(limbs, plainPara).map(([list, closing]) => [...list, closing]) },
  { weight: 1, arbitrary: fc.array(item, { minLength: 1, maxLength: 2 }) },
  { weight: 1, arbitrary: definition.map((block) => [block]) },
  { weight: 1, arbitrary: arbitraryTable(inlines, para).map((block) => [block]) },
);

const body = (maxLength: number): fc.Arbitrary<Block[]> => fc.array(matter, { maxLength }).map((lists) => lists.flat());

/** A numbered clause without heading, with clauses below it to `depth` levels and at times words behind them. */
const clause = (depth: number): fc.Arbitrary<Clause> =>
  fc
    .tuple(
      fc.nat(3),
      plainPara,
      body(2),
      depth === 0 ? fc.constant([]) : fc.array(clause(depth - 1), { maxLength: 2 }),
      fc.option(plainPara, { freq: 6, nil: undefined }),
    )
    .map(([named, lead, rest, inner, closing]) => ({
      type: 'clause',
      kind: 'clause',
      ...(named === 0 ? {} : { id: '?' }),
      children: [lead, ...rest, ...inner, ...(closing === undefined ? [] : [closing])],
    }));

const heading: fc.Arbitrary<Inline[]> = fc
  .tuple(prose, marks, fc.array(inline, { maxLength: 1 }))
  .map(([value, set, more]): Inline[] => [{ type: 'text', value, ...withMarks(set) }, ...more]);

const headed = (depth: number): fc.Arbitrary<Clause> =>
  fc
    .tuple(
      fc.constantFrom('clause' as const, 'clause' as const, 'clause' as const, 'part' as const),
      fc.nat(3),
      heading,
      body(2),
      fc.array(depth === 0 ? clause(1) : fc.oneof(clause(1), headed(depth - 1)), { maxLength: 3 }),
    )
    .map(([kind, named, title, lead, inner]) => ({
      type: 'clause',
      kind,
      ...(named === 0 ? {} : { id: '?' }),
      heading: title,
      children: [...lead, ...inner],
    }));

const fact = fc.option(
  prose.map((text) => text.trim() || 'x'),
  { nil: undefined, freq: 2 },
);

const meta: fc.Arbitrary<Meta> = fc
  .record({
    title: prose,
    short: fact,
    version: fc.constantFrom(undefined, '1.0', '1.10', '2'),
    status: fact,
    baseline: fc.constantFrom(undefined, '0.9'),
    effective: fc.constantFrom(undefined, '2020-01-31'),
    classification: fact,
    provision: fc.constantFrom('Clause', 'Section'),
    language: fc.constantFrom('en-GB', 'cy-GB'),
    properties: fc.option(fc.dictionary(words, prose, { minKeys: 1, maxKeys: 2 }), { nil: undefined, freq: 4 }),
  })
  .map(
    (facts) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as unknown as Meta,
  );

/** A whole document of at most some hundred blocks, in the form that `normalise` gives. */
export const arbitraryDocument: fc.Arbitrary<Document> = fc
  .tuple(meta, body(2), fc.array(headed(1), { maxLength: 3 }), fc.array(clause(1), { maxLength: 1 }), fc.nat())
  .map(([facts, preamble, parts, loose, salt]) =>
    normalise(finish({ type: 'document', meta: facts, children: [...preamble, ...loose, ...parts] }, salt)),
  );
