/** When two documents are the same: a canonical form, and the first place where two trees differ. */
import type { Doc, Inline, Marks, Node, Text } from './document.ts';
import { valueIn, withValues } from './values.ts';
import { CHILD_LISTS, mapChildLists } from './walk.ts';

/** The lists that hold inlines, by node type; their neighbouring texts run together in the canonical form. */
const INLINE_LISTS: Readonly<Record<string, readonly string[]>> = {
  clause: ['heading'],
  para: ['children'],
  table: ['caption'],
};

/** Whether two runs look the same. */
export function sameMarks(a: Marks | undefined, b: Marks | undefined): boolean {
  return same(a ?? {}, b ?? {});
}

/**
 * The canonical form of a document: neighbouring runs of one formatting (and one revision) are one run, there is no
 * empty run, mark set, heading or caption. Readers, projections and comparisons agree on it.
 */
export function normalise<R>(document: Doc<R>): Doc<R> {
  return normaliseNode<R>(document) as Doc<R>;
}

function normaliseNode<R>(node: Node<R>): Node<R> {
  if (CHILD_LISTS[node.type].length === 0) return node;
  const inlineLists = INLINE_LISTS[node.type] ?? [];
  const mapped = mapChildLists<R, R, Node<R>>(node, (children, list) => {
    const inner = children.map((child) => normaliseNode(child));
    return inlineLists.includes(list) ? normaliseInlines(inner as Inline<R>[]) : inner;
  });
  return withoutEmpty(withoutEmpty(mapped, 'heading'), 'caption');
}

function withoutEmpty<R>(node: Node<R>, list: string): Node<R> {
  const value = valueIn(node, list);
  return Array.isArray(value) && value.length === 0 ? withValues(node, { [list]: undefined }) : node;
}

/** Joins neighbouring runs of one formatting and revision, and drops empty runs. */
export function normaliseInlines<R>(inlines: readonly Inline<R>[]): Inline<R>[] {
  const result: Inline<R>[] = [];
  for (const inline of inlines) {
    if (inline.type === 'text' && inline.value === '') continue;
    const last = result[result.length - 1];
    if (inline.type === 'text' && last?.type === 'text' && canJoin(last, inline)) {
      result[result.length - 1] = joinText(last, inline);
    } else {
      result.push(inline);
    }
  }
  return result;
}

function canJoin<R>(a: Text<R>, b: Text<R>): boolean {
  return sameMarks(a.marks, b.marks) && same(a.revision, b.revision);
}

function joinText<R>(a: Text<R>, b: Text<R>): Text<R> {
  return { ...a, value: a.value + b.value };
}

/** Whether two plain values are the same, `place` and absent attributes set aside. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((entry, i) => same(entry, b[i]));
  if (!isRecord(a) || !isRecord(b)) return false;
  for (const key in a) if (key !== 'place' && !same(a[key], b[key])) return false;
  for (const key in b) if (key !== 'place' && b[key] !== undefined && a[key] === undefined) return false;
  return true;
}

/** Whether two documents say and show the same; where their nodes came from does not count. */
export function sameDocument(a: Doc<unknown>, b: Doc<unknown>): boolean {
  return firstDifference(a, b) === undefined;
}

/** The first place where two documents differ, as `children[3].heading[0].value: "x" and "y"`, or `undefined`. */
export function firstDifference(a: Doc<unknown>, b: Doc<unknown>): string | undefined {
  return difference(normalise(a), normalise(b), '');
}

/** The first difference between two plain values, `place` and absent attributes set aside. */
export function difference(a: unknown, b: unknown, path: string): string | undefined {
  if (Object.is(a, b)) return undefined;
  if (Array.isArray(a) && Array.isArray(b)) return listDifference(a, b, path);
  if (isRecord(a) && isRecord(b)) return recordDifference(a, b, path);
  return `${path || 'value'}: ${shown(a)} and ${shown(b)}`;
}

function listDifference(a: readonly unknown[], b: readonly unknown[], path: string): string | undefined {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const found = difference(a[i], b[i], `${path}[${i}]`);
    if (found !== undefined) return found;
  }
  return a.length === b.length ? undefined : `${path}: ${a.length} and ${b.length} entries`;
}

function recordDifference(
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
  path: string,
): string | undefined {
  for (const key of Object.keys(a)) {
    if (key === 'place') continue;
    const found = difference(a[key], b[key], path === '' ? key : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  for (const key of Object.keys(b)) {
    if (key === 'place' || key in a || b[key] === undefined) continue;
    return `${path === '' ? key : `${path}.${key}`}: nothing and ${shown(b[key])}`;
  }
  return undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value));
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
