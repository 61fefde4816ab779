/** The law of a list of changes: taking some in the file and taking them in the model give the same text. */

import { type MarkedFile, readMarked, resolveMarked } from '../../../src/library/marked/index.ts';
import { acceptAll, decide, rejectAll } from '../../../src/model/decide.ts';
import type { ChangeId, Redline } from '../../../src/model/redline.ts';
import { walk } from '../../../src/model/walk.ts';

const quiet = (): void => undefined;

/** Which changes are taken; one that stands within the marks of another, or follows without any, goes with it. */
export function choiceOf({ redline, marks, within }: MarkedFile, takes: (id: ChangeId) => boolean): Set<ChangeId> {
  const taken = new Set<ChangeId>();
  for (const { id, cause } of redline.changes) {
    const owner = (marks.get(id)?.length ?? 0) > 0 ? id : (within.get(id) ?? cause ?? id);
    if (takes(owner)) taken.add(id);
  }
  return taken;
}

/** The text of a document without the labels that Word works out, one line a run of text between boundaries. */
export function wordsOf(document: Redline['document']): string {
  const texts: string[] = [];
  walk(document, (node) => {
    if (node.type === 'text') texts.push(node.value);
    else if (node.type === 'crossReference' || node.type === 'blank') texts.push(node.text);
    else if (node.type === 'para' || node.type === 'row') texts.push('\n');
  });
  return texts.join('').replace(/\s+/g, ' ').trim();
}

/** What the file says with the taken changes accepted and the others rejected, and what the model says of the same. */
export function bothWays(bytes: Uint8Array, marked: MarkedFile, taken: ReadonlySet<ChangeId>): [string, string] {
  const resolved = resolveMarked(bytes, marked, (id) => (taken.has(id) ? 'accept' : 'reject'), quiet);
  const decided = decide(marked.redline, ({ id }) => (taken.has(id) ? 'accept' : 'reject'));
  return [wordsOf(acceptAll(readMarked(resolved, {}, quiet).redline)), wordsOf(decided.document)];
}

/** What is left of a file's changes once all are decided; and both sides of it, for the ends of the law. */
export function ends(marked: MarkedFile): [string, string] {
  return [wordsOf(rejectAll(marked.redline)), wordsOf(acceptAll(marked.redline))];
}
