/** Tracked changes that the two files of a redline carry already. */
import type { Report } from '../../message.ts';
import { type Document, openDocument } from './document.ts';
import { carriesTracked, listTracked, settleTracked } from './settle/index.ts';

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

/** What is told twice need be heard once. */
function ignore(): void {}
