/**
 * Cross-references as text and fields: the part of the text that is a label becomes a REF field for each label in it,
 * so that updating the fields prints what stands there, and the words around it stay.
 */
import type { Clause, Doc, Node } from '../../model/document.ts';
import { figureName } from '../../model/picture.ts';
import type { Revision } from '../../model/redline.ts';
import { CHILD_LISTS, childList } from '../../model/walk.ts';
import type { Anchors } from './anchors.ts';
import { attribute, has, type Side, sidesJoined, sidesOf } from './sides.ts';

/** A label in a reference: the bookmark it stands at and the switches of the field that prints it. */
export interface FieldPart {
  readonly instruction: string;
  readonly text: string;
}

/** Text, or a field. */
export type ReferencePart = string | FieldPart;

/** The ids and labels of a target and of the provisions around it, the target last. */
type Chain = readonly { readonly id?: string; readonly label: string }[];

/** The labels of every identified provision and table of one side, with those around it that its citation needs. */
export function labelChains(document: Doc<Revision>, side: Side): Map<string, Chain> {
  const chains = new Map<string, Chain>();
  const visit = (node: Node<Revision>, around: Chain): void => {
    let inner = around;
    if (node.type === 'clause' && !has(sidesJoined(node, side), side)) inner = clauseChain(node, around, side);
    if (node.type === 'table') inner = tableChain(node, side);
    if (node.type === 'picture') inner = pictureChain(node);
    const id = 'id' in node ? attribute(node as Clause<Revision>, 'id', side) : undefined;
    if (id !== undefined && inner.length > 0 && !chains.has(id)) chains.set(id, inner);
    for (const name of CHILD_LISTS[node.type]) {
      for (const child of childList(node, name)) if (has(sidesOf(child, side), side)) visit(child, inner);
    }
  };
  visit(document, []);
  return chains;
}

function clauseChain(clause: Clause<Revision>, around: Chain, side: Side): Chain {
  const label = attribute(clause, 'label', side);
  if (label === undefined) return around;
  const id = attribute(clause, 'id', side);
  const own = { label: label.replace(/\.$/, ''), ...(id === undefined ? {} : { id }) };
  return label.startsWith('(') ? [...around, own] : [own];
}

function tableChain(table: Node<Revision> & { type: 'table' }, side: Side): Chain {
  const label = attribute(table, 'label', side);
  const id = attribute(table, 'id', side);
  if (label === undefined || id === undefined) return [];
  return [{ id, label: `${attribute(table, 'word', side) ?? 'Table'} ${label}` }];
}

function pictureChain(picture: Node<Revision> & { type: 'picture' }): Chain {
  const label = figureName(picture);
  return label === undefined || picture.id === undefined ? [] : [{ id: picture.id, label }];
}

/** The parts of a reference's text on one side. A text that does not cite its target's label is text alone. */
export function referenceParts(text: string, chain: Chain | undefined, anchors: Anchors, side: Side): ReferencePart[] {
  for (let from = 0; chain !== undefined && from < chain.length; from++) {
    const labels = chain.slice(from);
    const cited = labels.map(({ label }) => label).join('');
    const at = indexOfWhole(text, cited);
    if (at < 0) continue;
    const fields = labels.map((link) => fieldPart(link, anchors, side));
    return tidy([text.slice(0, at), ...fields, text.slice(at + cited.length)]);
  }
  return [text];
}

function fieldPart(link: Chain[number], anchors: Anchors, side: Side): ReferencePart {
  const anchored = link.id === undefined ? undefined : anchors.find(link.id, side);
  if (anchored === undefined || anchored.prints === 'nothing') return link.label;
  const switches = anchored.prints === 'number' ? '\\n \\h' : '\\h';
  return { instruction: `REF ${anchored.name} ${switches}`, text: link.label };
}

/** Neighbouring texts in one, and no empty ones. */
function tidy(parts: readonly ReferencePart[]): ReferencePart[] {
  const tidied: ReferencePart[] = [];
  for (const part of parts) {
    const last = tidied[tidied.length - 1];
    if (part === '') continue;
    if (typeof part === 'string' && typeof last === 'string') tidied[tidied.length - 1] = last + part;
    else tidied.push(part);
  }
  return tidied;
}

function indexOfWhole(text: string, part: string): number {
  for (let at = text.indexOf(part); at >= 0 && part !== ''; at = text.indexOf(part, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text.slice(at + part.length, at + part.length + 2);
    if (!/[\w.]/.test(before) && !/^(?:\w|\.\d)/.test(after)) return at;
  }
  return -1;
}
