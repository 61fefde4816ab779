/** The changes of a redline for a terminal, heaviest first, what follows under what it follows from; and as JSON. */
import { oneLine } from '../message.ts';
import type { Meta } from '../model/document.ts';
import { type Change, type ChangeId, type ChangeKind, type Redline, WEIGHTS, type Weight } from '../model/redline.ts';
import type { Colours } from './io.ts';
import { columns, counted } from './text.ts';

/** Counts and changes for another program. */
export function changesJson({ before, document, changes }: Redline): string {
  const head = { format: 'keeling/changes', formatVersion: 1 };
  const counts = { total: changes.length, ...Object.fromEntries(countByWeight(changes)) };
  return `${JSON.stringify({ ...head, before, after: document.meta, counts, changes }, undefined, 2)}\n`;
}

/** `26 changes: 15 substantive, 11 consequential`. */
export function countLine(changes: readonly Change[]): string {
  if (changes.length === 0) return 'no changes';
  const counts = [...countByWeight(changes)].filter(([, count]) => count > 0);
  return `${counted(changes.length, 'change')}: ${counts.map(([weight, count]) => `${count} ${weight}`).join(', ')}`;
}

function countByWeight(changes: readonly Change[]): Map<Weight, number> {
  const counts = new Map<Weight, number>(WEIGHTS.map((weight) => [weight, 0]));
  for (const change of changes) counts.set(change.weight, (counts.get(change.weight) ?? 0) + 1);
  return counts;
}

/** The lines that `keeling diff` prints. `all` tells each change, however many follow from one. */
export function changeSummary(redline: Redline, paint: Colours, all: boolean): string[] {
  const { before, document, changes } = redline;
  const head = [paint.bold(`${nameOf(before)} → ${nameOf(document.meta)}`), countLine(changes)];
  return [...head, ...changeLines(changes, paint, all)];
}

function nameOf(meta: Meta): string {
  return oneLine([meta.short ?? meta.title, meta.version].filter((part) => part !== undefined).join(' '));
}

function changeLines(changes: readonly Change[], paint: Colours, all: boolean): string[] {
  const followers = groupByRoot(changes);
  const lines: string[] = [];
  for (const weight of WEIGHTS) {
    const led = [...followers].filter(([root]) => root.weight === weight);
    if (led.length === 0) continue;
    const rows = led.flatMap(([root, behind]) => [rowOf(root, ''), ...followerRows(behind, all)]);
    lines.push('', PAINT[weight](paint)(weight), ...columns(rows, [paint.dim, String, paint.bold, String]));
  }
  return lines;
}

const PAINT = {
  substantive: (paint) => paint.red,
  consequential: (paint) => paint.cyan,
  typographical: (paint) => paint.yellow,
  formatting: (paint) => paint.yellow,
} satisfies Record<Weight, (paint: Colours) => (text: string) => string>;

/** Each change that follows from no other, with all that follows from it at any remove, in their order. */
function groupByRoot(changes: readonly Change[]): Map<Change, Change[]> {
  const byId = new Map(changes.map((change) => [change.id, change]));
  const groups = new Map<Change, Change[]>();
  for (const change of changes) if (rootOf(change, byId) === change) groups.set(change, []);
  for (const change of changes) {
    const root = rootOf(change, byId);
    if (root !== change) groups.get(root)?.push(change);
  }
  return groups;
}

/** Causes are followed while they exist and do not lead round in a circle. */
function rootOf(change: Change, byId: ReadonlyMap<ChangeId, Change>): Change {
  const seen = new Set<Change>();
  let root = change;
  while (root.cause !== undefined && !seen.has(root)) {
    seen.add(root);
    const cause = byId.get(root.cause);
    if (cause === undefined) break;
    if (seen.has(cause)) return change;
    root = cause;
  }
  return root;
}

/** How many changes that follow from one are told one by one. */
const FEW = 5;

function followerRows(followers: readonly Change[], all: boolean): string[][] {
  if (all || followers.length <= FEW) return followers.map((follower) => rowOf(follower, '  '));
  const kinds = [...new Set(followers.map((follower) => follower.kind))];
  const counts = kinds.map((kind) => countOf(followers, kind)).join(', ');
  return [['', '', '', `  ${followers.length} follow: ${counts} (--all tells them)`]];
}

function countOf(followers: readonly Change[], kind: ChangeKind): string {
  return counted(followers.filter((follower) => follower.kind === kind).length, kind);
}

function rowOf(change: Change, indent: string): string[] {
  const cause = change.cause === undefined ? '' : ` (follows ${change.cause})`;
  return [indent + change.id, change.kind, citeOf(change), change.summary + cause];
}

function citeOf({ before, after }: Change): string {
  if (before === undefined || after === undefined) return (after ?? before)?.cite ?? '';
  return before.cite === after.cite ? after.cite : `${before.cite} → ${after.cite}`;
}
