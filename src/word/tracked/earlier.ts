/** Tracked changes that the two files of a redline carry already: they are settled first, or those of after are kept. */
import type { Message, Report } from '../../message.ts';
import { type Document, openDocument } from '../document.ts';
import type { Element, Part } from '../tree.ts';
import {
  acceptMarks,
  carriesTracked,
  changesAt,
  listTracked,
  type Marks,
  settleTracked,
  type TrackedChange,
  textParts,
} from './index.ts';
import { unkeepable, withMoves } from './unkeepable.ts';

/** A file that is compared: its package, and the bytes of that. */
export interface Opened {
  readonly document: Document;
  readonly bytes: Uint8Array;
}

/** A file without tracked changes of its own; a message tells what became of them. */
export function settledFirst(bytes: Uint8Array, which: string, decision: 'accept' | 'reject', report: Report): Opened {
  const document = openDocument(bytes, report);
  if (!carriesTracked(document)) return { document, bytes };
  report({
    severity: 'warning',
    rule: 'write/in-place-tracked',
    reason: `the file ${which} carries tracked changes, which are ${decision}ed first`,
    actual: `${listTracked(bytes, ignore).length} changes`,
  });
  const settled = settleTracked(bytes, () => decision, ignore);
  return { document: openDocument(settled, ignore), bytes: settled };
}

/** Makes a redline of after as it is; `unkept` takes up the marks that cannot stay beside what is written. */
export type Make = (after: Opened, unkept: Unkept['add'], report: Report) => Uint8Array;

/**
 * The redline of a file that keeps its tracked changes. Those that cannot stand beside the new ones are accepted, and the
 * redline is made again of what is then left, until none is in the way; a message names them. Marks where none may stand
 * cannot be accepted, and are left as they are.
 */
export function keepingEarlier(bytes: Uint8Array, make: Make, report: Report): Uint8Array {
  const settled: TrackedChange[] = [];
  let after: Opened = { document: openDocument(bytes, report), bytes };
  const settles = (unkept: Unkept): boolean => {
    const rest = unkept.size === 0 ? after.bytes : acceptMarks(after.bytes, unkept.marks);
    if (rest === after.bytes) return false;
    settled.push(...changesAt(after.document, unkept.marks));
    after = { document: openDocument(rest, ignore), bytes: rest };
    return true;
  };
  for (;;) {
    while (settles(unkeepableIn(after)));
    const unkept = new Unkept();
    const heard: Message[] = [];
    const made = make(after, unkept.add, (message) => heard.push(message));
    if (settles(unkept)) continue;
    for (const message of heard) report(message);
    tellSettled(settled, report);
    return made;
  }
}

function unkeepableIn({ document }: Opened): Unkept {
  const unkept = new Unkept();
  for (const part of textParts(document)) unkept.add(part, unkeepable(part));
  return unkept;
}

/** Marks that cannot be kept, with the other halves of their moves. */
class Unkept {
  readonly #marks = new Map<string, Set<number>>();

  readonly add = (part: Part, marks: readonly Element[]): void => {
    if (marks.length === 0) return;
    const known = this.#marks.get(part.name) ?? new Set();
    for (const { start } of withMoves(part, marks)) known.add(start);
    this.#marks.set(part.name, known);
  };

  get marks(): Marks {
    return this.#marks;
  }

  get size(): number {
    return this.#marks.size;
  }
}

/** How many changes a message names. */
const NAMED = 5;

function tellSettled(changes: readonly TrackedChange[], report: Report): void {
  if (changes.length === 0) return;
  const named = changes
    .slice(0, NAMED)
    .map(({ kind, author, text }) => `${kind}${text === '' ? '' : ` “${text}”`} by ${author}`);
  const more = changes.length > NAMED ? [`${changes.length - NAMED} more`] : [];
  report({
    severity: 'warning',
    rule: 'write/in-place-unkept',
    reason: 'tracked changes of the file after that cannot stand beside the new ones are accepted first',
    actual: [...named, ...more].join('; '),
  });
}

/** What is told twice need be heard once. */
function ignore(): void {}
