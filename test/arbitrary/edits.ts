/** Arbitrary edits of a document: what drafters do to a text, at random places, for the laws of comparison. */
import fc from 'fast-check';
import type { Block, Clause, Document, Inline, Node, Para, Row, Table } from '../../src/model/document.ts';
import { CHILD_LISTS, childList } from '../../src/model/walk.ts';
import { arbitraryDocument as document } from './document.ts';

/** One edit: what is done, where (any number, taken modulo the number of places), and two numbers to do it with. */
interface Edit {
  readonly what: string;
  readonly at: number;
  readonly x: number;
  readonly y: number;
}

const WORDS = [
  'shall',
  'not',
  'report',
  'within 10 Working Days',
  '£1,250.00',
  'Clause 4.2(a)',
  'Testing Issue',
  'of',
  '“quoted”',
  ' ',
];

type Mutable = { type: string } & Record<string, unknown>;

function apply(before: Document, edits: readonly Edit[], donor: Document): Document {
  const after = structuredClone(before) as Document;
  for (const edit of edits) EDITS[edit.what]?.(after, edit, donor);
  return after;
}

/** Every list of blocks in a tree. */
function blockLists(root: Node): Block[][] {
  const lists: Block[][] = [];
  each(root, (node) => {
    if (['document', 'clause', 'definition', 'item'].includes(node.type))
      lists.push(childList(node, 'children') as Block[]);
  });
  return lists;
}

function each(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const name of CHILD_LISTS[node.type]) for (const child of childList(node, name)) each(child, visit);
}

function all<N extends Node>(root: Node, type: N['type']): N[] {
  const found: N[] = [];
  each(root, (node) => {
    if (node.type === type) found.push(node as N);
  });
  return found;
}

function pick<T>(list: readonly T[], n: number): T | undefined {
  return list[n % Math.max(list.length, 1)];
}

type Do = (after: Document, edit: Edit, donor: Document) => void;

/** Blocks and what they may be put among: a limb list takes what any list takes, headings stay among headings. */
const movable = (block: Block): boolean => block.type !== 'clause' || block.heading === undefined;

const EDITS: Readonly<Record<string, Do>> = {
  deleteBlock: (after, { at, x }) => {
    const list = pick(
      blockLists(after).filter((l) => l.length > 0),
      at,
    );
    list?.splice(x % list.length, 1);
  },
  insertBlock: (after, { at, x, y }, donor) => {
    const block = pick(blockLists(donor).flat().filter(movable), y);
    const list = pick(blockLists(after), at);
    if (block !== undefined) list?.splice(x % (list.length + 1), 0, anonymous(structuredClone(block)));
  },
  moveBlock: (after, { at, x, y }) => {
    const from = pick(
      blockLists(after).filter((l) => l.some(movable)),
      at,
    );
    const index = from?.findIndex((block, i) => i >= x % from.length && movable(block)) ?? -1;
    const [block] = index < 0 ? [] : (from?.splice(index, 1) ?? []);
    const to = pick(blockLists(after), y);
    if (block !== undefined) to?.splice(x % (to.length + 1), 0, block);
  },
  editWords: (after, { at, x, y }) => {
    const text = pick(all(after, 'text'), at) as Mutable | undefined;
    if (text === undefined) return;
    const words = String(text.value).split(/(?<= )/);
    words.splice(x % (words.length + 1), y % 2, `${pick(WORDS, y)} `);
    text.value = words.join('');
  },
  rewrite: (after, { at, x, y }) => {
    const para = pick(all<Para>(after, 'para'), at) as Mutable | undefined;
    if (para !== undefined) para.children = [{ type: 'text', value: `${pick(WORDS, x)} ${pick(WORDS, y)} ${x}` }];
  },
  mark: (after, { at, x }) => {
    const text = pick(all(after, 'text'), at) as Mutable | undefined;
    if (text !== undefined) text.marks = x % 2 === 0 ? { bold: true } : { href: 'https://example.org/a' };
  },
  label: (after, { at, x }) => {
    const clause = pick(
      all<Clause>(after, 'clause').filter((c) => c.label !== undefined),
      at,
    ) as Mutable | undefined;
    if (clause !== undefined) clause.label = `${x % 40}.${(x % 7) + 1}`;
  },
  anchor: (after, { at, x }) => {
    const clause = pick(all<Clause>(after, 'clause'), at) as Mutable | undefined;
    if (clause !== undefined) clause.id = `renamed-${x}`;
  },
  heading: (after, { at, x }) => {
    const clause = pick(
      all<Clause>(after, 'clause').filter((c) => c.heading !== undefined),
      at,
    ) as Mutable | undefined;
    if (clause !== undefined) clause.heading = [{ type: 'text', value: `Heading ${pick(WORDS, x)} ${x}` }];
  },
  split: (after, { at, x }) => {
    const list = pick(
      blockLists(after).filter((l) => l.some((b) => b.type === 'para')),
      at,
    );
    const i = list?.findIndex((b) => b.type === 'para') ?? -1;
    const para = list?.[i] as Para | undefined;
    const text = para?.children[0];
    if (para === undefined || text?.type !== 'text' || text.value.length < 2) return;
    const cut = 1 + (x % (text.value.length - 1));
    const [head, tail] = [
      { ...text, value: text.value.slice(0, cut) },
      { ...text, value: text.value.slice(cut) },
    ];
    list?.splice(i, 1, { ...para, children: [head] }, { type: 'para', children: [tail, ...para.children.slice(1)] });
  },
  splitClause: (after, { at, x }) => {
    const list = pick(
      blockLists(after).filter((l) => l.some((b) => b.type === 'clause')),
      at,
    );
    const i = list?.findIndex((b) => b.type === 'clause') ?? -1;
    const clause = list?.[i] as Clause | undefined;
    if (clause === undefined || clause.children.length < 2) return;
    const cut = 1 + (x % (clause.children.length - 1));
    const { id: _, ...rest } = clause;
    const heading: readonly Inline[] = [{ type: 'text', value: `Split ${x}` }];
    const tail = {
      ...rest,
      ...(clause.heading === undefined ? {} : { heading }),
      children: clause.children.slice(cut),
    };
    list?.splice(i, 1, { ...clause, children: clause.children.slice(0, cut) }, tail);
  },
  wrap: (after, { at, x }) => {
    const list = after.children as Block[];
    const from = at % (list.length + 1);
    const taken = list.splice(from, 1 + (x % 3));
    const heading: readonly Inline[] = [{ type: 'text', value: `Part ${x}` }];
    if (taken.length > 0) list.splice(from, 0, { type: 'clause', kind: 'part', heading, children: taken });
  },
  unwrap: (after, { at }) => {
    const lists = blockLists(after).filter((l) => l.some((b) => b.type === 'clause' && b.heading !== undefined));
    const list = pick(lists, at);
    const i = list?.findIndex((b) => b.type === 'clause' && b.heading !== undefined) ?? -1;
    const clause = list?.[i];
    if (clause?.type === 'clause') list?.splice(i, 1, ...clause.children);
  },
  deleteRow: (after, { at, x }) => {
    const rows = pick(plainTables(after), at)?.rows as Row[] | undefined;
    if (rows !== undefined && rows.length > 1) rows.splice(x % rows.length, 1);
  },
  moveRow: (after, { at, x, y }) => {
    const rows = pick(plainTables(after), at)?.rows as Row[] | undefined;
    const [row] = rows?.splice(x % rows.length, 1) ?? [];
    if (row !== undefined) rows?.splice(y % (rows.length + 1), 0, row);
  },
  addRow: (after, { at, x, y }) => {
    const table = pick(plainTables(after), at);
    const word = () => ({
      type: 'para' as const,
      children: [{ type: 'text' as const, value: `${pick(WORDS, y)} ${x}` }],
    });
    const cells = table?.columns.map(() => ({ type: 'cell' as const, children: [word()] })) ?? [];
    (table?.rows as Row[] | undefined)?.splice(x % (table?.rows.length ?? 1), 0, { type: 'row', cells });
  },
  moveColumn: (after, { at, x, y }) => {
    const table = pick(plainTables(after), at);
    if (table === undefined || table.columns.length === 0) return;
    for (const list of [table.columns, ...table.rows.map((row) => row.cells)] as unknown[][]) {
      const [entry] = list.splice(x % list.length, 1);
      if (y % 3 > 0) list.splice(y % (list.length + 1), 0, entry);
    }
  },
  span: (after, { at, x }) => {
    const row = pick(all<Row>(after, 'row'), at) as Mutable | undefined;
    const cells = row?.cells as Mutable[] | undefined;
    if (cells === undefined || cells.length < 2) return;
    const merged = cells.splice(x % (cells.length - 1), 2);
    cells.splice(x % (cells.length + 1), 0, { ...(merged[0] as Mutable), columnSpan: 2 });
  },
};

function plainTables(document: Document): Table[] {
  const plain = (table: Table) =>
    table.rows.every(
      (r) =>
        r.cells.length === table.columns.length && r.cells.every((c) => (c.columnSpan ?? 1) * (c.rowSpan ?? 1) === 1),
    );
  return all<Table>(document, 'table').filter((table) => table.rows.length > 0 && plain(table));
}

/** A copy without anchors, which stay unique. */
function anonymous(block: Block): Block {
  each(block, (node) => {
    delete (node as { id?: string }).id;
  });
  return block;
}

/** A document and the same after a few edits; sometimes two documents that have nothing to do with each other. */
export const editedPair: fc.Arbitrary<{ before: Document; after: Document }> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(document, fc.array(anEdit(), { minLength: 1, maxLength: 6 }), document)
      .map(([before, edits, donor]) => ({ before, after: apply(before, edits, donor) })),
  },
  { weight: 1, arbitrary: fc.tuple(document, document).map(([before, after]) => ({ before, after })) },
);

function anEdit(): fc.Arbitrary<Edit> {
  return fc.record({ what: fc.constantFrom(...Object.keys(EDITS)), at: fc.nat(), x: fc.nat(), y: fc.nat() });
}
