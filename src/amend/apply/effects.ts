/** What has followed from instructions: references that lost their target or its number, numbers that stand twice, terms without a definition. */
import type { Message } from '../../message.ts';
import { citations } from '../../model/cite.ts';
import type { Block, Document, Node } from '../../model/document.ts';
import { type Anchor, anchors, citesTarget, renumberedText } from '../../model/links.ts';
import { mapChildLists, plainText, walk } from '../../model/walk.ts';
import type { Provenance } from '../apply.ts';
import { type Amendment, headOf, type Instruction } from '../instruction.ts';
import { excerpt } from '../targets.ts';
import { below, blockOf, documentOf, holds, labelOf, live, type WorkNode } from '../work/tree.ts';
import type { Task } from './task.ts';

/** The conformed version with its references put right, what is wrong with it, and what each instruction did. */
export interface Effects {
  readonly document: Document;
  readonly effects: readonly Message[];
  readonly provenance: readonly Provenance[];
}

/** Checks the effects of instructions on the result. `force`: what is wished of references. */
export function effectsOf(after: Document, before: Document, task: Task, amendment: Amendment, wish: Wish): Effects {
  const effects: Message[] = [];
  const cites = citesOfNodes(task);
  const saidBy = (index: number): string =>
    `instruction ${index + 1} ("${excerpt(headOf(amendment.instructions[index] as Instruction))}")`;
  const referenced = settleReferences(after, before, task, wish, effects);
  effects.push(
    ...doubledNumbers(task, saidBy),
    ...strayNumbers(task, cites, saidBy),
    ...lostTerms(referenced, task, saidBy),
    ...openQuotations(task, cites),
    ...typedReferences(referenced, before, task, saidBy),
  );
  return { document: referenced, effects, provenance: provenanceOf(task, cites) };
}

/** Whether dangling references become words, and whether references follow the numbers of their targets. */
interface Wish {
  readonly force: boolean;
  readonly follow: boolean;
}

/** How each provision of the result is cited. */
function citesOfNodes(task: Task): ReadonlyMap<WorkNode, string> {
  const document = documentOf(task.root);
  const cites = citations(document);
  const found = new Map<WorkNode, string>();
  const pair = (node: WorkNode, block: Block | Document): void => {
    found.set(node, (cites.get(block as Node) ?? '').replace(/\s+/g, ' ').trim());
    if (!holds(block)) return;
    for (const [i, child] of live(node).entries()) pair(child, block.children[i] as Block);
  };
  pair(task.root, document);
  return found;
}

function provenanceOf(task: Task, cites: ReadonlyMap<WorkNode, string>): readonly Provenance[] {
  const original = new Map([...task.nodes].map(([block, node]) => [node, block]));
  return task.deeds.map(({ index, what, node }) => {
    const block = original.get(node);
    const old =
      block === undefined
        ? (node.known ?? '')
        : (task.places.byNode.get(block)?.target.cite ?? nearestCite(node, cites));
    const now = cites.get(node) ?? (old === '' ? nearestCite(node, cites) : old);
    return {
      index,
      what,
      cite: what === 'deleted' ? old : now || nearestCite(node, cites),
      ...(what === 'renumbered' ? { from: node.known ?? old } : {}),
    };
  });
}

function nearestCite(node: WorkNode, cites: ReadonlyMap<WorkNode, string>): string {
  for (let up = node.parent; up !== undefined; up = up.parent) {
    const cite = cites.get(up);
    if (cite !== undefined && cite !== '') return cite;
  }
  return 'the document';
}

/** References follow the numbers of their targets; one whose target was deleted is an error. */
function settleReferences(after: Document, before: Document, task: Task, wish: Wish, effects: Message[]): Document {
  const [old, now] = [anchors(before), anchors(after)];
  const cites = citations(after);
  const renumbered = renumberedIds(task);
  const visit = (node: Node, around: string): Node => {
    const cite = cites.get(node) ?? around;
    if (node.type !== 'crossReference')
      return mapChildLists<never, never, Node>(node, (children) => children.map((child) => visit(child, cite)));
    const [was, is] = [old.get(node.target), now.get(node.target)];
    if (is === undefined) {
      if (was === undefined && isIn(before, node.target)) return node;
      effects.push(dangling(node.text, node.target, cite, was));
      return wish.force
        ? { type: 'text', value: node.text, ...(node.marks === undefined ? {} : { marks: node.marks }) }
        : node;
    }
    if (was === undefined || !wish.follow || !renumbered.has(node.target) || citesTarget(node.text, is)) return node;
    return updated(node, was, is, cite, effects);
  };
  return visit(after, '') as Document;
}

/** Whether the baseline itself refers to something that is not there. */
function isIn(document: Document, target: string): boolean {
  let found = false;
  walk(document, (node) => {
    if (node.type === 'crossReference' && node.target === target) found = true;
  });
  return found;
}

function dangling(text: string, target: string, cite: string, was: Anchor | undefined): Message {
  const what = was === undefined ? `#${target}, which does not exist` : `${was.cite || `#${target}`}, which is deleted`;
  return {
    severity: 'error',
    rule: 'amend/dangling-reference',
    reason: `the cross-reference "${text}" leads to ${what}`,
    ...(cite === '' ? {} : { cite }),
    note: 'amend the reference in the same legal text; --force keeps its words without the link',
  };
}

function updated(
  node: Extract<Node, { type: 'crossReference' }>,
  was: Anchor,
  is: Anchor,
  cite: string,
  effects: Message[],
): Node {
  const text = renumberedText(node.text, was, is);
  if (text === node.text) return node;
  effects.push({
    severity: 'note',
    rule: 'amend/reference-updated',
    reason: `the cross-reference "${node.text}" now reads "${text}", as its target is renumbered`,
    ...(cite === '' ? {} : { cite }),
  });
  return { ...node, text };
}

/** Anchors of provisions whose number, or that of what they stand in, instructions changed. */
function renumberedIds(task: Task): ReadonlySet<string> {
  const ids = new Set<string>();
  const nodes = new Set([...task.relabelled.keys()].flatMap((node) => [node, ...below(node)]));
  for (const node of nodes) {
    walk(blockOf(node) as Node, (inner) => {
      if ('id' in inner && inner.id !== undefined) ids.add(inner.id);
    });
  }
  return ids;
}

/** Two provisions with one number in one list, of which an instruction made or numbered at least one. */
function doubledNumbers(task: Task, saidBy: (index: number) => string): readonly Message[] {
  const messages: Message[] = [];
  for (const parent of [task.root, ...below(task.root)]) {
    const seen = new Map<string, WorkNode>();
    for (const node of live(parent)) {
      const label = node.block.type === 'clause' ? labelOf(node) : undefined;
      if (label === undefined) continue;
      const other = seen.get(label);
      if (other === undefined) seen.set(label, node);
      else if (numberedBy(node, task) !== undefined || numberedBy(other, task) !== undefined)
        messages.push(doubled(label, node, other, task, saidBy));
    }
  }
  return messages;
}

/** The instruction that a provision has its number from. */
function numberedBy(node: WorkNode, task: Task): number | undefined {
  return (
    task.relabelled.get(node)?.index ??
    node.insertedBy ??
    (node.replacedBy !== undefined && node.known !== labelOf(node) ? node.replacedBy : undefined)
  );
}

function doubled(
  label: string,
  node: WorkNode,
  other: WorkNode,
  task: Task,
  saidBy: (index: number) => string,
): Message {
  const index = numberedBy(node, task) ?? numberedBy(other, task) ?? 0;
  return {
    severity: 'error',
    rule: 'amend/doubled-number',
    reason: `the number ${label} is in use, and no instruction of this text renumbers or deletes the provision that has it`,
    cite: saidBy(index),
    note: 'give the provision another number, or say how the others are renumbered',
  };
}

/** New numbers that do not begin with the number of what they stand in, or skip a level. */
function strayNumbers(
  task: Task,
  cites: ReadonlyMap<WorkNode, string>,
  saidBy: (index: number) => string,
): readonly Message[] {
  return below(task.root).flatMap((node): Message[] => {
    const index = node.block.type === 'clause' ? numberedBy(node, task) : undefined;
    const [label, around] = [labelOf(node), node.parent === undefined ? undefined : labelOf(node.parent)];
    if (index === undefined || label === undefined || around === undefined) return [];
    if (!/^[A-Z]?\d[\w.]*$/.test(label) || !/^[A-Z]?\d[\w.]*$/.test(around) || !label.includes('.')) return [];
    const stem = `${around.replace(/\.$/, '')}.`;
    const stray = !label.startsWith(stem);
    if (!stray && !label.slice(stem.length).replace(/\.$/, '').includes('.')) return [];
    const reason = stray
      ? `the number ${label} does not belong in ${cites.get(node.parent as WorkNode)}`
      : `the number ${label} skips a level in ${cites.get(node.parent as WorkNode)}`;
    return [{ severity: 'warning', rule: 'amend/stray-number', reason, cite: saidBy(index) }];
  });
}

/** Terms whose definition was deleted, and that the result still uses. */
function lostTerms(after: Document, task: Task, saidBy: (index: number) => string): readonly Message[] {
  const kept = new Set(below(task.root).flatMap(({ block }) => (block.type === 'definition' ? [block.term] : [])));
  const text = plainText(after);
  return [...task.gone].flatMap(([{ block }, index]): Message[] => {
    if (block.type !== 'definition' || kept.has(block.term)) return [];
    const found = new RegExp(
      `(?<![\\p{L}\\p{N}])${block.term.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
      'u',
    ).test(text);
    return found
      ? [
          {
            severity: 'warning',
            rule: 'amend/undefined-term',
            reason: `the definition of "${block.term}" is deleted, and the term is still used`,
            cite: saidBy(index),
          },
        ]
      : [];
  });
}

/** Quotations that amended text opens and does not close. */
function openQuotations(task: Task, cites: ReadonlyMap<WorkNode, string>): readonly Message[] {
  const opens = (text: string): number => (text.match(/“/g)?.length ?? 0) - (text.match(/”/g)?.length ?? 0);
  const nodes = new Set(
    task.deeds.filter(({ what }) => what !== 'deleted' && what !== 'renumbered').map(({ node }) => node),
  );
  return [...nodes].flatMap((node): Message[] => {
    if (!cites.has(node) || (node.insertedBy === undefined && node.replacedBy !== undefined)) return [];
    const text = plainText(blockOf(node));
    if (opens(text) <= 0) return [];
    return [
      {
        severity: 'warning',
        rule: 'amend/open-quotation',
        reason: 'a quotation is opened and never closed',
        cite: cites.get(node) ?? '',
        actual: `"${excerpt(text)}"`,
      },
    ];
  });
}

/** Words that cite a provision which was deleted, without being a cross-reference. */
function typedReferences(
  after: Document,
  before: Document,
  task: Task,
  saidBy: (index: number) => string,
): readonly Message[] {
  const cites = citations(before);
  const text = plainText(after);
  const now = new Set(citations(after).values());
  return [...task.nodes].flatMap(([block, node]): Message[] => {
    const index = task.gone.get(node);
    const cite = (cites.get(block as Node) ?? '').trim();
    if (index === undefined || block.type !== 'clause' || block.kind === 'limb' || now.has(cite) || !/\d/.test(cite))
      return [];
    const used = new RegExp(`(?<![\\w.])${cite.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?![\\w(]|\\.\\d)`).test(text);
    return used
      ? [
          {
            severity: 'warning',
            rule: 'amend/typed-reference',
            reason: `${cite} is deleted, and the words "${cite}" still stand in the text`,
            cite: saidBy(index),
          },
        ]
      : [];
  });
}
