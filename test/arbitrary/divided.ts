/**
 * Arbitrary documents in which numbering restarts: Schedules, Annexes and Parts at any depth and rank, numbers and
 * headings that stand twice, clauses without either, tables and definitions of one name.
 */
import fc from 'fast-check';
import { citations } from '../../src/model/cite.ts';
import type { Block, Clause, Document, Node, Para, Row } from '../../src/model/document.ts';

const para: Para = { type: 'para', children: [{ type: 'text', value: 'Words.' }] };

const heading = fc.constantFrom('Scope', 'Tests', 'Scope').map((value) => [{ type: 'text' as const, value }]);

const number = fc.constantFrom('1', '2', '3', '1.1', '2.1', '2A', 'A1', '§ 1');

const division = fc
  .tuple(fc.constantFrom('Schedule', 'Annex', 'Part', 'Chapter', 'Article'), fc.constantFrom('1', '2', 'A'))
  .map((words) => words.join(' '));

const row = (text: string, header: boolean): Row => ({
  type: 'row',
  ...(header ? { header } : {}),
  cells: [{ type: 'cell', children: [{ type: 'para', children: [{ type: 'text', value: text }] }] }],
});

const table: fc.Arbitrary<Block> = fc
  .record({
    label: fc.option(fc.constantFrom('1', '2'), { nil: undefined }),
    keys: fc.array(fc.constantFrom('1', '2', 'Meter', ''), { maxLength: 4 }),
    headers: fc.nat(2),
    keyed: fc.boolean(),
  })
  .map(({ label, keys, headers, keyed }) => ({
    type: 'table',
    ...(label === undefined ? {} : { label }),
    keyedBy: keyed ? ['Item'] : [],
    columns: [{ type: 'column' }],
    rows: [...Array.from({ length: headers }, () => row('Item', true)), ...keys.map((key) => row(key, false))],
  }));

const definition: fc.Arbitrary<Block> = fc
  .constantFrom('Test', 'Charge')
  .map((term) => ({ type: 'definition', term, children: [para] }));

const limb = (depth: number): fc.Arbitrary<Block> =>
  fc
    .tuple(
      fc.constantFrom('(a)', '(b)', '1', 'a)'),
      depth === 0 ? fc.constant([]) : fc.array(limb(depth - 1), { maxLength: 2 }),
    )
    .map(([label, inner]): Clause => ({ type: 'clause', kind: 'limb', label, children: [para, ...inner] }));

const leaf: fc.Arbitrary<Block> = fc.oneof(fc.constant(para), table, definition, limb(1));

const clause = (depth: number): fc.Arbitrary<Block> =>
  fc
    .record({
      label: fc.oneof(number, number, division, fc.constant(undefined)),
      heading: fc.option(heading, { nil: undefined, freq: 4 }),
      children: fc.array(depth === 0 ? leaf : fc.oneof(leaf, clause(depth - 1), clause(depth - 1)), { maxLength: 5 }),
    })
    .map(({ label, heading, children }): Clause => {
      const kind = label !== undefined && /^[\d§]/.test(label) ? 'clause' : 'part';
      const named = { ...(label === undefined ? {} : { label }), ...(heading === undefined ? {} : { heading }) };
      return { type: 'clause', kind, ...named, children };
    });

/** Documents in which numbers restart. */
export const dividedDocuments: fc.Arbitrary<Document> = fc
  .array(fc.oneof(leaf, clause(2), clause(2), clause(2)), { maxLength: 6 })
  .map((children) => ({
    type: 'document',
    meta: { title: 'Divided', provision: 'Clause', language: 'en-GB' },
    children,
  }));

/** The citations that two provisions of a document share, and those that are empty; clauses, definitions, tables, rows and notes are meant. */
export function sharedCites(document: Document): string[] {
  const seen = new Set<string>();
  const shared: string[] = [];
  for (const [node, cite] of citations(document)) {
    if (!isProvision(node)) continue;
    if (seen.has(cite) || cite.trim() === '') shared.push(cite);
    seen.add(cite);
  }
  return shared;
}

function isProvision({ type }: Node): boolean {
  return type === 'clause' || type === 'definition' || type === 'table' || type === 'row' || type === 'note';
}
