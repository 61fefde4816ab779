/** Attributes of nodes that stand on both sides: what each was before, as an alteration. */
import type { Node } from '../../../model/document.ts';
import { difference } from '../../../model/equal.ts';
import type { Alteration, AttributeBefore, Revision } from '../../../model/redline.ts';
import { valueIn } from '../../../model/values.ts';
import { type Around, type Deed, enterAlone, type Ledger } from './ledger.ts';

/** The attributes that a redline can tell of, by type of node. */
const ATTRIBUTES: Readonly<Partial<Record<Node['type'], readonly string[]>>> = {
  clause: ['label', 'fixed', 'kind', 'id'],
  table: ['label', 'fixed', 'word', 'keyedBy', 'id'],
  para: ['style', 'id'],
  definition: ['term', 'id'],
  row: ['header', 'id'],
  cell: ['columnSpan', 'rowSpan'],
  column: ['align', 'width'],
  text: ['marks'],
};

/** The node of after with an alteration where attributes differ; `node` is what it becomes but for that. */
export function altered(
  ledger: Ledger,
  before: Node,
  after: Node,
  node: Node<Revision>,
  around: Around,
): Node<Revision> {
  const names = (ATTRIBUTES[after.type] ?? []).filter((name) => differs(before, after, name));
  if (names.length === 0) return node;
  const entries: [string, AttributeBefore][] = [];
  const change = new Map<Deed, string>();
  for (const name of names) {
    const deed: Deed = name === 'label' ? 'renumbering' : 'reformatting';
    const id =
      change.get(deed) ?? enterAlone(ledger, deed, { before, after }, around, { detail: detail(before, after, name) });
    change.set(deed, id);
    entries.push([name, { value: valueIn(before, name) ?? null, change: id }]);
  }
  const revision: Alteration = { kind: 'alteration', before: Object.fromEntries(entries) };
  return { ...node, revision } as Node<Revision>;
}

function differs(before: Node, after: Node, name: string): boolean {
  return difference(valueIn(before, name), valueIn(after, name), '') !== undefined;
}

function detail(before: Node, after: Node, name: string): string | undefined {
  if (name !== 'label') return undefined;
  const from = valueIn(before, name) ?? 'no number';
  const to = valueIn(after, name) ?? 'no number';
  return `from ${from} to ${to}`;
}
