/** The changes of a redline for a terminal, heaviest first, what follows under what it follows from; and as JSON. */
import { oneLine } from '../message.ts';
import type { Meta } from '../model/document.ts';
import {
  type Change,
  type ChangeId,
  type ChangeKind,
  type ExcerptPart,
  type Redline,
  WEIGHTS,
  type Weight,
} from '../model/redline.ts';
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
  return changeTable(`${nameOf(before)} → ${nameOf(document.meta)}`, changes, paint, all);
}

/** The same under another heading. */
export function changeTable(head: string, changes: readonly Change[], paint: Colours, all: boolean): string[] {
  return [paint.bold(oneLine(head)), countLine(changes), ...changeLines(changes, paint, all)];
}

/** `svtad.docx: tracked changes by A. Author and B. Author, 2020-01-02 to 2020-01-31`. */
export function trackedLine(file: string, changes: readonly Change[]): string {
  const authors = [...new Set(changes.flatMap(({ author }) => author ?? []))];
  const days = changes.flatMap(({ date }) => date?.slice(0, 10) ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  const by = authors.length === 0 ? '' : ` by ${named(authors)}`;
  const when = first === undefined ? '' : first === last ? `, ${first}` : `, ${first} to ${last}`;
  return `${file}: ${changes.length === 0 ? 'no tracked changes' : `tracked changes${by}${when}`}`;
}

function named(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
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
    lines.push('', PAINT[weight](paint)(weight), ...columns(withoutEmpty(rows), paintsOf(rows, paint)));
  }
  return lines;
}

const PAINT = {
  substantive: (paint) => paint.red,
  consequential: (paint) => paint.cyan,
  typographical: (paint) => paint.yellow,
  formatting: (paint) => paint.yellow,
} satisfies Record<Weight, (paint: Colours) => (text: string) => string>;

/** Where the author of a change stands in a row; nobody is named where two files are compared. */
const AUTHOR = 3;

function isSigned(rows: readonly (readonly string[])[]): boolean {
  return rows.some((row) => row[AUTHOR] !== '');
}

function withoutEmpty(rows: readonly (readonly string[])[]): (readonly string[])[] {
  return isSigned(rows) ? [...rows] : rows.map((row) => row.filter((_, k) => k !== AUTHOR));
}

function paintsOf(rows: readonly (readonly string[])[], paint: Colours): ((text: string) => string)[] {
  const by = isSigned(rows) ? [paint.dim] : [];
  return [paint.dim, String, paint.bold, ...by, String];
}

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
  return [['', '', '', '', `  ${followers.length} follow: ${counts} (--all tells them)`]];
}

function countOf(followers: readonly Change[], kind: ChangeKind): string {
  return counted(followers.filter((follower) => follower.kind === kind).length, kind);
}

function rowOf(change: Change, indent: string): string[] {
  const cause = change.cause === undefined ? '' : ` (follows ${change.cause})`;
  const by = [change.author, change.date?.slice(0, 10)].filter((part) => part !== undefined).join(', ');
  return [indent + change.id, change.kind, citeOf(change), by, describe(change) + cause];
}

/** Edited words as they stand in their text; of anything else what happened, and to which words. */
function describe({ kind, weight, summary, excerpt }: Change): string {
  if (excerpt === undefined || excerpt.length === 0) return summary;
  const edited = excerpt.some((part) => part.kind !== 'retained');
  if (edited && weight !== 'consequential' && EDITS.has(kind)) return markedExcerpt(excerpt);
  return edited || kind === 'renumbering' ? summary : `${summary}: "${markedExcerpt(excerpt)}"`;
}

const EDITS: ReadonlySet<ChangeKind> = new Set(['insertion', 'deletion', 'substitution'] as const);

const BRACKETS = { deleted: ['[-', '-]'], inserted: ['{+', '+}'], retained: ['', ''] } as const;

/** An excerpt with deleted text as `[-so-]` and inserted text as `{+so+}`. */
function markedExcerpt(parts: readonly ExcerptPart[]): string {
  return parts
    .map(({ kind, text }) => BRACKETS[kind][0] + text + BRACKETS[kind][1])
    .join('')
    .trim();
}

function citeOf({ before, after }: Change): string {
  if (before === undefined || after === undefined) return (after ?? before)?.cite ?? '';
  return before.cite === after.cite ? after.cite : `${before.cite} → ${after.cite}`;
}
