/** What merely follows: entries of lists of contents, page numbers, and the numbers that count the rows of a table. */
import type { Node, Table } from '../model/document.ts';
import type { ChangeKind } from '../model/redline.ts';
import type { Draft, Side } from './ledger.ts';

/**
 * Makes the changes of lists of contents consequential: each follows the change of the heading that the entry names, and,
 * as page numbers do, the first substantive change where that did not change.
 */
export function followContents(drafts: readonly Draft[], before: Side, after: Side): void {
  const listed = new Set(drafts.filter((draft) => isListed(draft, before, after)));
  const counting = new Map(drafts.flatMap((draft) => countedTables(draft, before, after)));
  const others = drafts.filter((draft) => !listed.has(draft) && !counting.has(draft) && draft.weight === 'substantive');
  const changed = changedNodes(others);
  for (const draft of drafts) {
    if (listed.has(draft)) {
      draft.weight = 'consequential';
      draft.alone = 'formatting';
      draft.cause = headingChange(draft, before, after, changed) ?? others[0];
    } else if (counting.has(draft)) {
      const tables = counting.get(draft) ?? [];
      draft.weight = 'consequential';
      draft.cause = others.find((other) => isRowOf(other, tables, [before, after]));
    } else if (draft.alone === 'formatting') draft.cause ??= others[0];
  }
}

/** Whether a change stands in a list of contents on each side that it has. */
function isListed(draft: Draft, before: Side, after: Side): boolean {
  if (draft.weight !== 'substantive' && draft.weight !== 'consequential') return false;
  const [x, y] = [draft.before, draft.after];
  return (x === undefined || before.contents.has(x)) && (y === undefined || after.contents.has(y));
}

/** The tables whose rows a changed number counts, one of each side. */
function countedTables(draft: Draft, before: Side, after: Side): [Draft, readonly Table[]][] {
  const [x, y] = [draft.before, draft.after];
  if (draft.weight !== 'substantive' || x === undefined || y === undefined) return [];
  const tables = [before.counters.get(x), after.counters.get(y)].filter((table) => table !== undefined);
  return tables.length < 2 ? [] : [[draft, tables]];
}

/** Whether a change is of a row of some tables that came, went or moved. */
function isRowOf({ before, after, kind }: Draft, tables: readonly Node[], sides: readonly Side[]): boolean {
  const rows = [before, after].filter((node) => node?.type === 'row');
  const holders = rows.flatMap((row) => sides.map((side) => side.parents.get(row as Node)));
  return ENTIRE.has(kind) && holders.some((holder) => holder !== undefined && tables.includes(holder));
}

/** Changes by the nodes that they are of, on either side; the first of each. */
function changedNodes(drafts: readonly Draft[]): Map<Node, Draft> {
  const changed = new Map<Node, Draft>();
  for (const draft of drafts) {
    for (const node of [draft.before, draft.after])
      if (node !== undefined && !changed.has(node)) changed.set(node, draft);
  }
  return changed;
}

/** The change of the heading that an entry names: of its words, or of what it came, went or moved with. */
function headingChange(
  { before, after }: Draft,
  left: Side,
  right: Side,
  changed: ReadonlyMap<Node, Draft>,
): Draft | undefined {
  const sides = [
    [after, right],
    [before, left],
  ] as const;
  for (const [entry, side] of sides) {
    const heading = entry === undefined ? undefined : side.contents.get(entry);
    for (let node: Node | undefined = heading; node !== undefined; node = side.parents.get(node)) {
      const draft = changed.get(node);
      if (draft !== undefined && (node === heading || ENTIRE.has(draft.kind))) return draft;
    }
  }
  return undefined;
}

/** What happens to all that a node holds. */
const ENTIRE: ReadonlySet<ChangeKind> = new Set(['insertion', 'deletion', 'move']);
