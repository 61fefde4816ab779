/** What each form of an instruction does to the provisions that it is about. */
import type { Block } from '../../model/document.ts';
import { plainText } from '../../model/walk.ts';
import type { Fit } from '../fit.ts';
import { asTold } from '../graft.ts';
import type { Form, Instruction } from '../instruction.ts';
import { excerpt } from '../targets.ts';
import { editWords } from '../work/edit-words.ts';
import { textRun } from '../work/inlines.ts';
import {
  insertAtEnd,
  insertAtStart,
  insertBehind,
  insertDefinitions,
  insertInFront,
  insertInOrder,
} from '../work/place.ts';
import type { Found } from '../work/resolve.ts';
import { blockOf, live, type WorkNode } from '../work/tree.ts';
import { numbersOf } from './new-numbers.ts';
import { restate, restateHeading } from './restate.ts';
import { deleteRows, insertRowsBeside } from './rows.ts';
import { earlierIn, note, type Refused, type Task, takeOut } from './task.ts';

type Apply = (instruction: Instruction, found: readonly Found[], task: Task) => Fit | Refused;

const refuse = (reason: string, nearest?: string): Refused => ({
  reason,
  certain: true,
  ...(nearest === undefined ? {} : { nearest }),
});

const remove: Apply = (instruction, found, task) => {
  if (found.some(({ rows }) => rows !== undefined)) return deleteRows(found, task);
  if (instruction.after.length > 0)
    return refuse('words are left standing that are to be deleted', excerpt(plainText(instruction.after)));
  const nodes = found.map(({ node }) => node);
  if (nodes.includes(task.root)) return refuse('the whole document is not deleted by an instruction');
  if (found.some(({ part, sentence }) => part !== undefined || sentence !== undefined))
    return removePart(instruction, found, task);
  const other = nodes.map((node) => earlierIn(node, task.index)).find((index) => index !== undefined);
  if (other !== undefined) return { reason: `it overlaps with instruction ${other + 1}`, certain: true };
  if (instruction.before.length > 0) {
    const fit = restate.fits(instruction.before, nodes.map(blockOf));
    if (typeof fit !== 'string') return fit;
  }
  for (const node of nodes) {
    note(task, 'deleted', node);
    if (instruction.cascade === true) shift(behind(node), -1, task);
    takeOut(task, node);
  }
  return 'words';
};

/** The node behind one, from which numbers shift. */
function behind(node: WorkNode): WorkNode | undefined {
  const list = node.parent?.children ?? [];
  return list.slice(list.indexOf(node) + 1).find(({ ghost }) => ghost !== true);
}

function shift(node: WorkNode | undefined, by: number, task: Task): void {
  if (node !== undefined) task.shifts.push({ node, by, index: task.index });
}

function removePart(_: Instruction, found: readonly Found[], task: Task): Fit | Refused {
  for (const { node, part } of found) {
    if (part !== 'heading' || node.block.type !== 'clause' || node.known === undefined)
      return refuse('only a whole provision, or the heading of a numbered one, can be deleted: quote the words');
    const { heading: _heading, ...rest } = node.block;
    node.block = rest;
    note(task, 'amended', node);
  }
  return 'words';
}

const words: Apply = ({ words: edit, form }, found, task) => {
  if (edit === undefined) return refuse(`"${form}" names no words`);
  const text = edit.inlines ?? (edit.text === undefined ? [] : [textRun(edit.text)]);
  if (edit.kind === 'substitute' && edit.find !== undefined && edit.find === edit.text && edit.to === undefined)
    return refuse('it changes nothing: the words are the same before and after');
  for (const each of found) {
    if (each.node === task.root && found.length === 1 && edit.which !== 'all')
      return refuse('it does not say in which provision');
    const copies = text.map((inline) => ({ ...inline }));
    const done = editWords(each, edit, copies);
    if ('reason' in done) return done;
    for (const copy of copies) task.retold.add(copy);
    note(task, 'amended', each.node);
  }
  return 'words';
};

/** What is to be inserted: marked as inserted, or quoted. */
function newBlocks({ before, after, quoted }: Instruction, task: Task): readonly Block[] | Refused {
  if (before.length > 0 && quoted !== true)
    return refuse('what is to be inserted is not marked as inserted', excerpt(plainText(before)));
  if (after.length === 0) return refuse('nothing is marked as inserted');
  for (const block of after) asTold(block, task.retold);
  return after;
}

type Put = (
  node: WorkNode,
  blocks: readonly Block[],
  index: number,
  instruction: Instruction,
) => readonly WorkNode[] | Refused;

const insert =
  (put: Put): Apply =>
  (instruction, found, task) => {
    const blocks = newBlocks(instruction, task);
    if ('reason' in blocks) return blocks;
    const [only, ...more] = found;
    if (only === undefined || more.length > 0) return refuse('it names several places to insert at');
    if (only.rows !== undefined) return insertRowsBeside(instruction, only, blocks, task);
    if (only.part !== undefined || only.sentence !== undefined)
      return refuse('a provision can be inserted beside a provision, not inside a part of one');
    const wrong = wrongLabel(instruction, blocks);
    if (wrong !== undefined) return wrong;
    const nodes = put(only.node, blocks, task.index, instruction);
    if ('reason' in nodes) return nodes;
    for (const node of nodes) note(task, 'inserted', node);
    if (instruction.cascade === true) shiftBehind(nodes, task);
    return 'exact';
  };

function shiftBehind(nodes: readonly WorkNode[], task: Task): void {
  const last = nodes.at(-1) as WorkNode;
  shift(behind(last), nodes.filter(({ known }) => known !== undefined).length, task);
}

/** The number that the instruction announces is the one that its text has. */
function wrongLabel({ label }: Instruction, blocks: readonly Block[]): Refused | undefined {
  const [first] = blocks;
  const own = first !== undefined && 'label' in first ? first.label : undefined;
  if (label === undefined || own === undefined) return undefined;
  const bare = (text: string): string => text.replace(/[.\s]+$/, '').toLowerCase();
  if (bare(label) === bare(own) || bare(label).endsWith(bare(own)) || bare(own).endsWith(` ${bare(label)}`))
    return undefined;
  return refuse(`it announces ${label}, and its text is numbered ${own}`);
}

const isRoot = (node: WorkNode): boolean => node.parent === undefined;
const atWhole: Refused = { reason: 'the document is not empty: say after which provision', certain: true };

const putInOrder: Put = (node, blocks, index) => {
  const [first] = blocks;
  if (first?.type === 'definition' && blocks.every(({ type }) => type === 'definition')) {
    const homes = isRoot(node) ? definitionHomes(node) : [node];
    const [home] = homes;
    if (homes.length > 1 || home === undefined) return refuse('it does not say in which provision the definition goes');
    return insertDefinitions(home, blocks, index) ?? insertAtEnd(home, blocks, index);
  }
  const placed = insertInOrder(node, blocks, index);
  return 'reason' in placed ? refuse(placed.reason) : placed.nodes;
};

function definitionHomes(root: WorkNode): readonly WorkNode[] {
  const homes: WorkNode[] = [];
  const look = (node: WorkNode): void => {
    if (live(node).some(({ block }) => block.type === 'definition')) homes.push(node);
    live(node).forEach(look);
  };
  look(root);
  return homes;
}

const holdsBlocks = ({ block }: WorkNode): boolean =>
  block.type === 'clause' || block.type === 'document' || block.type === 'definition';

const renumber: Apply = (instruction, found, task) => {
  const nodes = found.map(({ node }) => node);
  if (nodes.some(({ block }) => block.type !== 'clause' && block.type !== 'table')) return refuse('it has no number');
  if ((instruction.label ?? '') === '') return refuse('the new number is missing');
  const labels = numbersOf(instruction, nodes);
  if ('reason' in labels) return labels;
  for (const [i, node] of nodes.entries()) {
    const label = labels.labels[i] as string;
    if (node.known === label) return refuse(`it changes nothing: the number is ${label} already`);
    const known = task.relabelled.get(node);
    if (known !== undefined) return { reason: `it overlaps with instruction ${known.index + 1}`, certain: true };
    task.relabelled.set(node, { label, index: task.index });
    note(task, 'renumbered', node);
  }
  if (instruction.cascade === true) shift(behind(nodes.at(-1) as WorkNode), labels.step, task);
  return 'exact';
};

/** What each form does. */
export const APPLY = {
  amend: restate.whole,
  definition: restate.whole,
  replace: restate.whole,
  'insert-rows': restate.whole,
  'delete-rows': restate.whole,
  heading: restateHeading,
  delete: remove,
  renumber,
  words,
  'insert-after': insert((node, blocks, index) => (isRoot(node) ? atWhole : insertBehind(node, blocks, index))),
  'insert-before': insert((node, blocks, index) => (isRoot(node) ? atWhole : insertInFront(node, blocks, index))),
  'insert-start': insert((node, blocks, index) => {
    if (isRoot(node) && live(node).length > 0) return atWhole;
    return holdsBlocks(node) ? insertAtStart(node, blocks, index) : refuse('nothing can stand in it');
  }),
  'insert-end': insert((node, blocks, index, instruction) => {
    if (isRoot(node)) return putInOrder(node, blocks, index, instruction);
    return holdsBlocks(node) ? insertAtEnd(node, blocks, index) : refuse('nothing can stand in it');
  }),
  'insert-in-order': insert(putInOrder),
} satisfies Record<Form, Apply>;
