/** The check of a redline by reading it back: accepted it must say what after says, rejected what before says. */
import { type Report, UnusableInput } from '../../message.ts';
import { citations } from '../../model/cite.ts';
import type { Document, Node } from '../../model/document.ts';
import { firstDifference } from '../../model/equal.ts';
import { childList } from '../../model/walk.ts';
import { wordsOf } from './words.ts';

/** The rule under which a redline is refused. */
export const MISMATCH = 'write/in-place-mismatch';

/** What a file says with its tracked changes rejected and accepted, or what it must say. */
export interface RedlineSides {
  readonly before: Document;
  readonly after: Document;
}

/**
 * Compares what a redline says, read back both ways, with what it must say. Anchors and widths are set aside: they are
 * those of after on both sides. Where the words and numbers of before come back and after's styles alone make another
 * structure or other looks of them, a warning tells. Throws `UnusableInput` (`write/in-place-mismatch`) that names the
 * provision where a side says something else.
 */
export function checkRedline(got: RedlineSides, wanted: RedlineSides, report: Report = () => undefined): void {
  for (const [side, tracked] of [
    ['after', 'accepted'],
    ['before', 'rejected'],
  ] as const) {
    if (same(said(got[side]), said(wanted[side]))) continue;
    const bare = withoutAnchors(wanted[side]);
    const difference = firstDifference(withoutAnchors(got[side]), bare);
    if (difference === undefined) continue;
    const cite = citeAt(bare, difference);
    if (side === 'before' && same(wordsOf(got.before), wordsOf(wanted.before))) {
      report({
        severity: 'warning',
        rule: 'write/in-place-styles',
        reason:
          'all changes rejected, the redline says what the version before says, in the styles of the version after',
        ...(cite === undefined ? {} : { cite }),
        note: difference,
      });
      continue;
    }
    throw new UnusableInput({
      severity: 'error',
      rule: MISMATCH,
      reason: `the redline, all changes ${tracked}, does not say what the version ${side} says; it is not written`,
      ...(cite === undefined ? {} : { cite }),
      note: difference,
    });
  }
}

/** The part of a document that a redline must give back. */
function said({ children, meta: { provision } }: Document): unknown {
  return { children, provision };
}

/** Whether two plain values are the same, anchors, places and widths set aside; as fast as can be, since most of them are. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((entry, k) => same(entry, b[k]));
  const [x, y] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  const aside = asideOf(x);
  for (const key in x) if (!aside.has(key) && !same(x[key], y[key])) return false;
  for (const key in y) if (!aside.has(key) && !(key in x) && y[key] !== undefined) return false;
  return true;
}

/** What a redline does not track: names and what leads to them, and the widths of columns, which Word works out. */
const SET_ASIDE: ReadonlySet<string> = new Set(['id', 'place', 'target', 'width']);

/** How a drawing is described is not tracked either: what it shows is told by its digest. */
const SET_ASIDE_OF_OPAQUE: ReadonlySet<string> = new Set([...SET_ASIDE, 'text', 'source']);

function asideOf(node: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  return node.type === 'opaque' ? SET_ASIDE_OF_OPAQUE : SET_ASIDE;
}

/** A document in which nothing has a name, and its properties are those of no file. */
function withoutAnchors(document: Document): Document {
  const meta = { title: '', provision: document.meta.provision, language: '' };
  return { ...(bare(document) as Document), meta };
}

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const aside = asideOf(value as Readonly<Record<string, unknown>>);
  const entries = Object.entries(value).filter(([key]) => key === 'target' || !aside.has(key));
  return Object.fromEntries(entries.map(([key, entry]) => [key, key === 'target' ? '' : bare(entry)]));
}

/** The provision nearest to where two documents differ, by the path that `firstDifference` tells. */
function citeAt(document: Document, difference: string): string | undefined {
  const cites = citations(document);
  let found: string | undefined;
  let at: Node = document;
  for (const match of difference.slice(0, difference.indexOf(':')).matchAll(/(\w+)\[(\d+)\]/g)) {
    const next: Node | undefined = childList(at, match[1] as string)[Number(match[2])];
    if (next === undefined) break;
    at = next;
    found = cites.get(at) ?? found;
  }
  return found;
}
