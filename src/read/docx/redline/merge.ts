/** Lays the trees of both sides over one another: blocks, inlines, tables. */
import type { Node, Table } from '../../../model/document.ts';
import { difference } from '../../../model/equal.ts';
import type { Revision } from '../../../model/redline.ts';
import { CHILD_LISTS, childList } from '../../../model/walk.ts';
import { altered } from './attributes.ts';
import { mergeJoinedParagraphs } from './joins.ts';
import { type Around, enter, type Ledger } from './ledger.ts';
import { mergeLists, within } from './lists.ts';

/** Both sides of a list of blocks. */
export function mergeBlocks(
  ledger: Ledger,
  before: readonly Node[],
  after: readonly Node[],
  around: Around,
): Node<Revision>[] {
  return mergeLists(ledger, before, after, around, pairIn(ledger), (b, a, inside) =>
    mergeJoinedParagraphs(ledger, b, a, inside, mergeBlocks),
  );
}

function pairIn(ledger: Ledger) {
  return (before: Node, after: Node, around: Around) => MERGE[after.type]?.(ledger, before, after, around);
}

type Merge = (ledger: Ledger, before: Node, after: Node, around: Around) => Node<Revision> | undefined;

/** How two nodes of one type become one; a type that is not here stands or falls as a whole. */
const MERGE: Readonly<Partial<Record<Node['type'], Merge>>> = {
  clause: mergeContainer,
  definition: mergeContainer,
  item: mergeContainer,
  para: mergeContainer,
  note: mergeContainer,
  row: mergeContainer,
  cell: mergeContainer,
  column: mergeContainer,
  table: mergeTable,
  text: mergeText,
  crossReference: mergeEqual,
  blank: mergeEqual,
  break: mergeEqual,
  opaque: mergeEqual,
};

/** A node whose lists are laid over one another, and whose attributes may differ. */
function mergeContainer(ledger: Ledger, before: Node, after: Node, around: Around): Node<Revision> {
  const node = altered(ledger, before, after, after, around);
  const inside = within(around, before, after);
  const lists: Record<string, Node<Revision>[]> = {};
  for (const name of CHILD_LISTS[after.type]) {
    const [b, a] = [childList(before, name), childList(after, name)];
    if (b.length > 0 || a.length > 0) lists[name] = mergeBlocks(ledger, b, a, inside);
  }
  return { ...node, ...lists } as Node<Revision>;
}

function mergeEqual(_: Ledger, before: Node, after: Node): Node<Revision> | undefined {
  return difference(before, after, '') === undefined ? after : undefined;
}

/** The same text in other formatting is altered; another text replaces it. */
function mergeText(ledger: Ledger, before: Node, after: Node, around: Around): Node<Revision> | undefined {
  if (before.type !== 'text' || after.type !== 'text' || before.value !== after.value) return undefined;
  return altered(ledger, before, after, after, around);
}

function mergeTable(ledger: Ledger, before: Node, after: Node, around: Around): Node<Revision> | undefined {
  if (before.type !== 'table' || after.type !== 'table') return undefined;
  const rows = mergeBlocks(ledger, before.rows, after.rows, within(around, before, after));
  const columns = mergeColumns(ledger, before, after, rows, around);
  if (columns === undefined) return undefined;
  const caption = mergeBlocks(ledger, before.caption ?? [], after.caption ?? [], around);
  const node = altered(ledger, before, after, after, around);
  return { ...node, rows, columns, ...(caption.length === 0 ? {} : { caption }) } as Node<Revision>;
}

/** Columns stand where the cells of a whole row say; where no row tells of all of them, the table is one of a kind. */
function mergeColumns(
  ledger: Ledger,
  before: Table,
  after: Table,
  rows: readonly Node<Revision>[],
  around: Around,
): Node<Revision>[] | undefined {
  if (before.columns.length === after.columns.length) {
    return after.columns.map((column, i) => altered(ledger, before.columns[i] ?? column, column, column, around));
  }
  for (const row of rows) {
    const fates = row.type === 'row' && row.revision === undefined ? row.cells.map((cell) => cell.revision?.kind) : [];
    const deleted = fates.filter((fate) => fate === 'deletion').length;
    const inserted = fates.filter((fate) => fate === 'insertion').length;
    const whole = fates.length - deleted === after.columns.length && fates.length - inserted === before.columns.length;
    if (whole) return columnsLike(ledger, before, after, fates, around);
  }
  return undefined;
}

function columnsLike(
  ledger: Ledger,
  before: Table,
  after: Table,
  fates: readonly (Revision['kind'] | undefined)[],
  around: Around,
): Node<Revision>[] {
  let b = 0;
  let a = 0;
  return fates.map((fate): Node<Revision> => {
    const old = fate === 'insertion' ? undefined : before.columns[b++];
    const now = fate === 'deletion' ? undefined : after.columns[a++];
    const column = now ?? old ?? { type: 'column' as const };
    if (fate === 'insertion' || fate === 'deletion') {
      return { ...column, revision: { kind: fate, change: enter(ledger, fate, column, around) } };
    }
    return altered(ledger, old ?? column, column, column, around);
  });
}
