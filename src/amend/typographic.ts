/** A redline marked in type alone: what was deleted is struck through, what was inserted is underlined. */
import { revisionOf } from '../model/decide.ts';
import type { Block, Document, Inline, Marks, Node } from '../model/document.ts';
import { cleanRedline, type Redline, type Revision } from '../model/redline.ts';
import { CHILD_LISTS, mapChildLists } from '../model/walk.ts';

type Fate = 'insertion' | 'deletion' | undefined;

/**
 * A redline in which nothing is tracked: changes are type. Labels and references that changed show both; a block that
 * was only split from another, or joined to it, stands as it is after.
 */
export function typographic(redline: Redline): Redline {
  const document = plainNode(redline.document, undefined) as Document;
  return cleanRedline({ ...document, meta: redline.document.meta });
}

const MARK: Readonly<Record<'insertion' | 'deletion', Marks>> = {
  insertion: { underline: true },
  deletion: { strike: true },
};

function plainNode(node: Node<Revision>, around: Fate): Node {
  const revision = revisionOf(node);
  const fate = revision?.kind === 'insertion' || revision?.kind === 'deletion' ? (around ?? revision.kind) : around;
  const inner = mapChildLists<Revision, never, Node<Revision>>(node, (children, list) => {
    const plain = children.flatMap((child) => plainChild(child, fate));
    return list === 'heading' && node.type === 'clause' ? [...labelBefore(node), ...(plain as Inline[])] : plain;
  });
  if (inner.type === 'document') return inner;
  const { revision: _, ...rest } = inner as Exclude<Node<Revision>, { type: 'document' }>;
  return markText(leadWithLabel(node, rest as Node), fate);
}

/** A reference that changed stands twice. */
function plainChild(child: Node<Revision>, fate: Fate): Node[] {
  const plain = plainNode(child, fate);
  const text = child.type === 'crossReference' ? valueBefore(child, 'text') : undefined;
  if (text === undefined || plain.type !== 'crossReference' || fate !== undefined) return [plain];
  const before: Inline = { type: 'text', value: text, marks: { ...plain.marks, ...MARK.deletion } };
  return [before, { ...plain, marks: { ...plain.marks, ...MARK.insertion } }];
}

function markText(node: Node, fate: Fate): Node {
  if (fate === undefined || CHILD_LISTS[node.type].length > 0) return node;
  if (node.type !== 'text' && node.type !== 'crossReference' && node.type !== 'blank') return node;
  return { ...node, marks: { ...node.marks, ...MARK[fate] } };
}

/** The number before, struck, in front of the text of a clause that has no heading to hold it. */
function leadWithLabel(node: Node<Revision>, plain: Node): Node {
  if (plain.type !== 'clause' || plain.heading !== undefined || node.type !== 'clause') return plain;
  const label = labelBefore(node);
  if (label.length === 0) return plain;
  const [first, ...rest] = plain.children;
  const lead: Block =
    first?.type === 'para' ? { ...first, children: [...label, ...first.children] } : { type: 'para', children: label };
  return { ...plain, children: first?.type === 'para' ? [lead, ...rest] : [lead, ...plain.children] };
}

function labelBefore(node: Node<Revision>): Inline[] {
  const label = valueBefore(node, 'label');
  return label === undefined ? [] : [{ type: 'text', value: `${label} `, marks: MARK.deletion }];
}

function valueBefore(node: Node<Revision>, name: string): string | undefined {
  const revision = revisionOf(node);
  const value = revision?.kind === 'alteration' ? revision.before[name]?.value : undefined;
  return typeof value === 'string' ? value : undefined;
}
