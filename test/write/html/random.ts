/** Redlines of arbitrary documents: some blocks, rows and inlines inserted or deleted, wherever chance has it. */
import fc from 'fast-check';
import type { Doc, Document, Node } from '../../../src/model/document.ts';
import type { Change, Redline, Revision, Weight } from '../../../src/model/redline.ts';
import { WEIGHTS } from '../../../src/model/redline.ts';
import { mapChildLists } from '../../../src/model/walk.ts';
import { arbitraryDocument } from '../../arbitrary/document.ts';

/** Nodes that stay as they are: a cell without its neighbours would leave a hole. */
const UNMARKED = new Set(['document', 'cell', 'column']);

export const arbitraryRedline: fc.Arbitrary<Redline> = fc
  .tuple(arbitraryDocument, fc.array(fc.nat(23), { minLength: 1, maxLength: 80 }))
  .map(([document, chances]) => markSome(document, chances));

/** A chance below 8 marks a node: even numbers insert, odd ones delete, and `chance / 2` picks the weight. */
function markSome(document: Document, chances: readonly number[]): Redline {
  const changes: Change[] = [];
  let drawn = 0;
  const mark = (node: Node<Revision>): Node<Revision> => {
    const chance = UNMARKED.has(node.type) ? 23 : (chances[drawn++ % chances.length] as number);
    if (chance >= 8) return mapChildLists<Revision, Revision, Node<Revision>>(node, (children) => children.map(mark));
    const kind = chance % 2 === 0 ? 'insertion' : 'deletion';
    const id = `c${changes.length + 1}`;
    const locus = { cite: 'somewhere', within: [], text: '' };
    const side = kind === 'insertion' ? { after: locus } : { before: locus };
    changes.push({ id, kind, weight: WEIGHTS[chance >> 1] as Weight, summary: `${kind} "here"`, ...side });
    return { ...node, revision: { kind, change: id } } as Node<Revision>;
  };
  return { before: document.meta, document: mark(document) as Doc<Revision>, changes };
}
