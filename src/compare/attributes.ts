/** Attributes of a pair of nodes that differ, and the changes they belong to. */
import type { Node } from '../model/document.ts';
import { same } from '../model/equal.ts';
import type { Alteration, AttributeBefore } from '../model/redline.ts';
import { valueIn } from '../model/values.ts';
import type { Context } from './context.ts';
import type { Draft } from './ledger.ts';

/** What is no attribute: the type, what only readers and redlines know, and the lists of children. */
const NO_ATTRIBUTE: ReadonlySet<string> = new Set([
  'type',
  'place',
  'revision',
  'children',
  'heading',
  'caption',
  'columns',
  'rows',
  'cells',
]);

/** The names of the attributes in which two nodes of one type differ, in a fixed order. */
export function alteredAttributes(before: Node, after: Node): string[] {
  const altered: string[] = [];
  for (const name in before)
    if (!NO_ATTRIBUTE.has(name) && !same(valueIn(before, name), valueIn(after, name))) altered.push(name);
  for (const name in after)
    if (!NO_ATTRIBUTE.has(name) && valueIn(before, name) === undefined && valueIn(after, name) !== undefined)
      altered.push(name);
  return altered.sort();
}

/** What the changes of attributes are told by. */
export interface AttributeScope {
  readonly context: Context;
  /** The change of the label, where it differs. */
  readonly renumbered: Draft | undefined;
  /** The ledger's mark before the content was compared: what follows from the words finds them behind it. */
  readonly mark: number;
  /** The change of the cells of a row, where some were merged or parted. */
  readonly spans?: (() => Draft) | undefined;
}

type Opens = (before: Node, after: Node, scope: AttributeScope, name: string) => Draft;

/** Which change an attribute belongs to; any other is formatting. */
const OPENS: Readonly<Record<string, Opens>> = {
  id: (before, after, { context }) => context.ledger.anchors(before, after),
  label: (before, after, scope, name) => scope.renumbered ?? formatting(before, after, scope, name),
  fixed: (before, after, scope, name) => scope.renumbered ?? formatting(before, after, scope, name),
  kind: (before, after, scope, name) => scope.renumbered ?? formatting(before, after, scope, name),
  columnSpan: (before, after, scope, name) => scope.spans?.() ?? formatting(before, after, scope, name),
  rowSpan: (before, after, scope, name) => scope.spans?.() ?? formatting(before, after, scope, name),
  word: (before, after, { context }) =>
    context.ledger.open({
      what: 'tableWord',
      before,
      after,
      said: 'the word before the number',
    }),
  term: (before, after, { context, mark }) => {
    const cause = context.ledger.since(mark);
    return context.ledger.open({ what: 'term', before, after, cause, said: 'the defined term' });
  },
};

const formatting: Opens = (before, after, { context }, name) =>
  context.ledger.open({ what: 'formatting', before, after, said: SAID[name] ?? name });

const SAID: Readonly<Record<string, string>> = {
  align: 'alignment',
  columnSpan: 'columns merged or parted',
  rowSpan: 'rows merged or parted',
  style: 'panel',
  header: 'heading row',
  keyedBy: 'key columns',
  fixed: 'number fixed or freed',
  kind: 'rank of the provision',
};

/** The alteration that two nodes of one type differ by, or none. */
export function alterationOf(
  before: Node,
  after: Node,
  names: readonly string[],
  scope: AttributeScope,
): Alteration | undefined {
  if (names.length === 0) return undefined;
  const altered: Record<string, AttributeBefore> = {};
  for (const name of names) {
    const draft = (OPENS[name] ?? formatting)(before, after, scope, name);
    altered[name] = { value: valueIn(before, name) ?? null, change: draft.id };
  }
  return { kind: 'alteration', before: altered };
}
