/** Provisions restated with their changes marked, or replaced by others. */
import type { Block, Inline, Table } from '../../model/document.ts';
import { same } from '../../model/equal.ts';
import { plainText } from '../../model/walk.ts';
import { departure, type Fit, fitOf, fitRows, isPartial } from '../fit.ts';
import { asTold, graft } from '../graft.ts';
import type { Instruction } from '../instruction.ts';
import { splice } from '../rows.ts';
import { excerpt } from '../targets.ts';
import { graftText } from '../work/graft-text.ts';
import { printedAll } from '../work/inlines.ts';
import type { Found } from '../work/resolve.ts';
import { blockOf, live, nodeOf, type WorkNode } from '../work/tree.ts';
import { earlierIn, note, type Refused, type Task, takeOut } from './task.ts';

const refuse = (reason: string, nearest?: string): Refused => ({
  reason,
  certain: true,
  ...(nearest === undefined ? {} : { nearest }),
});

/** How restated blocks fit the baseline's, or where they depart from them. */
function fits(restated: readonly Block[], baseline: readonly Block[]): Fit | Refused {
  const fit = fitOf(restated, baseline);
  if (fit !== undefined) return fit;
  const parted = departure(restated, baseline);
  return {
    reason: `what it restates or strikes is not what the baseline says: "${parted.restated}"`,
    nearest: parted.baseline,
  };
}

function whole(instruction: Instruction, found: readonly Found[], task: Task): Fit | Refused {
  const { before, after, quoted } = instruction;
  if (found.some(({ part }) => part === 'heading')) return headingOf(instruction, found, task);
  if (
    found.some(
      ({ part, sentence, rows, column }) =>
        part !== undefined || sentence !== undefined || rows !== undefined || column !== undefined,
    )
  ) {
    return refuse('only a whole provision can be restated: quote the words that are to change');
  }
  if (before.length + after.length === 0) return refuse('no provision stands below an instruction that needs one');
  const nodes = found.map(({ node }) => node);
  if (quoted === true || before.length === 0) return replace(instruction, nodes, task);
  if (same(before, after)) return refuse('it changes nothing: nothing in it is marked as changed');
  const [only, ...more] = nodes;
  if (only === task.root) return restateDocument(instruction, task);
  if (more.length > 0) return restateSeveral(instruction, nodes, task);
  return restateOne(before, after, only as WorkNode, task);
}

function restateOne(before: readonly Block[], after: readonly Block[], node: WorkNode, task: Task): Fit | Refused {
  const block = blockOf(node);
  const [first] = before;
  if (before.length === 1 && isPartial(first, block)) {
    const [is] = after;
    return is?.type === 'table'
      ? restateRows(first, is, node, task)
      : refuse('the table is not restated', excerpt(plainText(block)));
  }
  const fit = fits(before, [block]);
  if (typeof fit !== 'string') return fit;
  const blocks = fit === 'exact' && !task.lossy ? after : graft(after, before, [block], task.retold);
  if (same(blocks, [block])) return refuse('it changes nothing: the provision says the same before and after');
  put(node, blocks, task);
  return fit;
}

/** Puts blocks in the place of a node; the first that has its number goes on as what it was. */
function put(node: WorkNode, blocks: readonly Block[], task: Task): void {
  const parent = node.parent as WorkNode;
  const at = parent.children.indexOf(node);
  const nodes = blocks.map((block) => nodeOf(block, parent));
  const [heir] = nodes;
  takeOut(task, node);
  node.heirs = nodes;
  parent.children.splice(at, 0, ...nodes);
  for (const each of nodes) each.replacedBy = task.index;
  if (heir === undefined) {
    note(task, 'deleted', node);
    return;
  }
  for (const earlier of node.touchedBy) heir.touchedBy.add(earlier);
  const relabelled = task.relabelled.get(node);
  if (relabelled !== undefined) {
    task.relabelled.delete(node);
    task.relabelled.set(heir, relabelled);
  }
  if (node.known !== undefined && heir.block.type === node.block.type) heir.known = node.known;
  for (const each of nodes) note(task, each === heir ? 'amended' : 'inserted', each);
}

function restateRows(before: Table, after: Table, node: WorkNode, task: Task): Fit | Refused {
  const table = node.block as Table;
  const found = fitRows(before, table);
  if (found === undefined) return fits([before], [table]) as Refused;
  const complete = (restated: Table): Table | undefined => {
    const rows = splice(table.rows, found.runs, restated.rows);
    return rows === undefined ? undefined : { ...restated, rows };
  };
  const [was, is] = [complete(before), complete(after)];
  if (was === undefined || is === undefined) return refuse('the rows left out are not the same before and after');
  const blocks = graft([is], [was], [table], task.retold);
  if (same(blocks, [table])) return refuse('it changes nothing: the table says the same before and after');
  put(node, blocks, task);
  return found.fit;
}

function restateDocument({ before, after }: Instruction, task: Task): Fit | Refused {
  const blocks = live(task.root).map(blockOf);
  const fit = fits(before, blocks);
  if (typeof fit !== 'string') return fit;
  const result = fit === 'exact' && !task.lossy ? after : graft(after, before, blocks, task.retold);
  for (const child of live(task.root)) takeOut(task, child);
  task.root.children = result.map((block) => nodeOf(block, task.root));
  for (const child of task.root.children) child.replacedBy = task.index;
  note(task, 'amended', task.root);
  return fit;
}

/** Several provisions restated one after the other: each takes the blocks up to the next one's number. */
function restateSeveral({ before, after }: Instruction, nodes: readonly WorkNode[], task: Task): Fit | Refused {
  const [was, is] = [share(before, nodes), share(after, nodes)];
  if (was === undefined || is === undefined)
    return refuse('what it restates are not the provisions that it names, in their order');
  let fit: Fit = 'exact';
  for (const [i, node] of nodes.entries()) {
    const [a, b] = [was[i] as Block[], is[i] as Block[]];
    if (same(a, b)) continue;
    const result = restateOne(a, b, node, task);
    if (typeof result !== 'string') return result;
    if (result === 'words') fit = 'words';
  }
  return fit;
}

function share(blocks: readonly Block[], nodes: readonly WorkNode[]): Block[][] | undefined {
  const shares: Block[][] = nodes.map(() => []);
  let at = -1;
  for (const block of blocks) {
    const next = nodes[at + 1];
    if (next !== undefined && isOf(block, next)) at += 1;
    if (at < 0) return undefined;
    shares[at]?.push(block);
  }
  return shares.every(({ length }) => length > 0) ? shares : undefined;
}

function isOf(block: Block, { block: own, known }: WorkNode): boolean {
  if (block.type === 'definition' && own.type === 'definition') return block.term === own.term;
  return block.type === own.type && 'label' in block && block.label === known;
}

/** A provision replaced by others that are quoted as they are to read. */
function replace({ after, quoted, label }: Instruction, nodes: readonly WorkNode[], task: Task): Fit | Refused {
  const [node, ...more] = nodes;
  if (node === undefined || node === task.root) return refuse('it does not say which provision it replaces');
  if (quoted !== true)
    return refuse('the provision that it replaces is not restated: mark what goes as deleted, or quote the new text');
  const other = nodes.map((each) => earlierIn(each, task.index)).find((index) => index !== undefined);
  if (other !== undefined) return { reason: `it overlaps with instruction ${other + 1}`, certain: true };
  const wrong = wrongHeir(after, node, label);
  if (wrong !== undefined) return wrong;
  for (const block of after) asTold(block, task.retold);
  const blocks = after.map((block, i) => (i === 0 ? heirOf(block, node) : alikeNext(block, node)));
  if (same(blocks, [blockOf(node)])) return refuse('it changes nothing: the provision says the same before and after');
  for (const other of more) {
    note(task, 'deleted', other);
    takeOut(task, other);
  }
  put(node, blocks, task);
  return 'words';
}

/** What replaces a provision has its number, or defines a term as it does. */
function wrongHeir(after: readonly Block[], node: WorkNode, announced: string | undefined): Refused | undefined {
  const [first] = after;
  if (node.block.type === 'definition')
    return first?.type === 'definition' ? undefined : refuse('what replaces a definition defines no term');
  if (node.block.type === 'table')
    return first?.type === 'table' ? undefined : refuse('what replaces a table is no table');
  const own = first !== undefined && 'label' in first ? first.label : undefined;
  if (node.known === undefined) return undefined;
  const bare = (text: string): string => text.replace(/^\(|\)?[.\s]*$/g, '');
  if (
    own !== undefined &&
    (bare(own) === bare(node.known) ||
      bare(node.known).endsWith(` ${bare(own)}`) ||
      (announced !== undefined && bare(own) === bare(announced)))
  )
    return undefined;
  return refuse(
    own === undefined
      ? `the text that is to stand there has no number: it replaces ${node.known}`
      : `the text that is to stand there is numbered ${own}, and replaces ${node.known}`,
  );
}

/** The new text as what the provision was: its anchor, its kind, its number as printed; a heading goes on where none is quoted. */
function heirOf(block: Block, node: WorkNode): Block {
  const own = node.block;
  if (own.type === 'clause' && block.type === 'clause') {
    const { kind, id, label, fixed } = own;
    const headed = headedBy(block, own.heading);
    return {
      ...block,
      ...headed,
      kind,
      ...(id === undefined ? {} : { id }),
      ...(label === undefined ? {} : { label }),
      ...(fixed === undefined ? {} : { fixed }),
    };
  }
  if (own.type === block.type && 'id' in own && own.id !== undefined) return { ...block, id: own.id } as Block;
  return block;
}

/** A short first paragraph without a stop, in a provision that has a heading, is its heading. */
function headedBy(
  block: Extract<Block, { type: 'clause' }>,
  heading: readonly Inline[] | undefined,
): { heading?: readonly Inline[]; children?: readonly Block[] } {
  if (heading === undefined || block.heading !== undefined) return {};
  const [first, ...rest] = block.children;
  const text = first?.type === 'para' ? printedAll(first.children) : '';
  const isHeading = first?.type === 'para' && !/[.;:,—]$/.test(text) && text.length < 120;
  return isHeading ? { heading: first.children, children: rest } : { heading };
}

function alikeNext(block: Block, { block: own }: WorkNode): Block {
  return block.type === 'clause' && own.type === 'clause' && block.heading === undefined
    ? { ...block, kind: own.kind }
    : block;
}

/** A heading restated with its changes marked, or replaced by a quoted one. */
export function restateHeading(instruction: Instruction, found: readonly Found[], task: Task): Fit | Refused {
  return headingOf(instruction, found, task);
}

function headingOf({ before, after, quoted }: Instruction, found: readonly Found[], task: Task): Fit | Refused {
  const [only, ...more] = found;
  if (only === undefined || more.length > 0 || only.node.block.type !== 'clause')
    return refuse('no heading is restated');
  const { node } = only;
  const own = node.block as Extract<Block, { type: 'clause' }>;
  const bare = { ...own, children: [] };
  if (quoted === true) {
    const heading = quotedHeading(after);
    if (heading === undefined) return refuse('what replaces a heading is more than one line');
    return setHeading(
      node,
      heading.map((inline) => ({ ...inline })),
      task,
    );
  }
  const [was] = before;
  const [is] = after;
  if (was?.type !== 'clause' || is?.type !== 'clause' || before.length > 1 || after.length > 1)
    return refuse('no heading is restated');
  if (was.children.length + is.children.length > 0)
    return refuse(
      'more than a heading is restated',
      excerpt(plainText(is.children.length > 0 ? is.children : was.children)),
    );
  if (same(was.heading, is.heading)) return refuse('it changes nothing: the heading says the same before and after');
  const fit = fits([was], [bare]);
  if (typeof fit !== 'string') return fit;
  const heading =
    fit === 'exact' && !task.lossy
      ? (is.heading ?? [])
      : graftText(is.heading ?? [], was.heading ?? [], own.heading ?? [], task.retold);
  return setHeading(node, heading, task) === 'words' ? fit : fit;
}

function quotedHeading(blocks: readonly Block[]): readonly Inline[] | undefined {
  const [only, ...more] = blocks;
  if (more.length > 0) return undefined;
  if (only?.type === 'para') return only.children;
  return only?.type === 'clause' && only.children.length === 0 ? only.heading : undefined;
}

function setHeading(node: WorkNode, heading: readonly Inline[], task: Task): Fit {
  const { heading: _, ...rest } = node.block as Extract<Block, { type: 'clause' }>;
  node.block = heading.length === 0 ? rest : { ...rest, heading };
  note(task, 'amended', node);
  return 'words';
}

export const restate = { whole, fits };
