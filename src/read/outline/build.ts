/** Builds the tree of clauses from entries in one pass, with a stack of what is open. */
import type { Message, Report } from '../../message.ts';
import { closingWords } from '../../model/define.ts';
import type { Block, Clause, Definition, Item } from '../../model/document.ts';
import { labelDepth } from '../../model/label.ts';
import type { BlockEntry, ClauseEntry, DefinitionEntry, Entry, ItemEntry } from './entry.ts';
import { limbLevel } from './limb.ts';

/** Ranks begin here; within a group, deeper things have higher ranks. */
const RANK = { clause: 1_000, definition: 1_000_000, limb: 2_000_000, item: 3_000_000 } as const;

/** How many provisions may stand inside one another. */
const DEEPEST = 100;

/** What is open: an entry whose children are still coming in. */
interface Frame {
  readonly entry: ClauseEntry | DefinitionEntry | ItemEntry | undefined;
  readonly rank: number;
  readonly children: Block[];
}

/** The blocks that a flat list of entries stands for. Reports an `end` where no clause is open. */
export function outline(entries: readonly Entry[], report: Report): Block[] {
  const root: Frame = { entry: undefined, rank: -1, children: [] };
  const stack: Frame[] = [root];
  for (const entry of entries) ADD[entry.type](stack, entry as never, report);
  closeTo(stack, 0);
  return root.children;
}

/** How each type of entry is taken in. */
const ADD = {
  clause: addClause,
  definition: (stack: Frame[], entry: DefinitionEntry) => {
    closeTo(stack, RANK.definition);
    open(stack, entry, RANK.definition);
  },
  item: (stack: Frame[], entry: ItemEntry) => {
    const rank = RANK.item + (entry.level ?? 0);
    closeTo(stack, entry.closed === true ? RANK.item : rank);
    open(stack, entry, rank);
  },
  block: addBlock,
  end: (stack: Frame[], entry: Entry & { type: 'end' }, report: Report) => {
    closeTo(stack, RANK.definition);
    if (stack.length > 1) closeLast(stack);
    else report(nothingToEnd(entry));
  },
} satisfies Record<Entry['type'], (stack: Frame[], entry: never, report: Report) => void>;

function nothingToEnd(entry: Pick<ClauseEntry, 'place'>): Message {
  return {
    severity: 'error',
    rule: 'read/nothing-to-end',
    reason: 'no clause is open that could end here',
    ...(entry.place === undefined ? {} : { place: entry.place }),
  };
}

function addClause(stack: Frame[], entry: ClauseEntry, report: Report): void {
  if (entry.closed === true) {
    addClosed(stack, entry);
    return;
  }
  const rank = rankOf(stack, entry);
  const inside = entry.inside === true && staysShallow(stack, entry, report);
  closeTo(stack, inside ? RANK.definition : rank);
  if (rank >= RANK.clause && rank < RANK.definition && !inside) closeSiblingHeadings(stack, entry);
  open(stack, entry, Math.max(rank, top(stack).rank + 1));
}

/** A limb of a list stands in whatever clause, definition or numbered paragraph is open. */
function addClosed(stack: Frame[], entry: ClauseEntry): void {
  closeTo(stack, RANK.item);
  open(stack, entry, RANK.limb);
}

/** Whether there is room for one more level: every walk over a document recurses, so that depth has a bound. */
function staysShallow(stack: readonly Frame[], entry: ClauseEntry, report: Report): boolean {
  if (stack.length <= DEEPEST) return true;
  report({
    severity: 'error',
    rule: 'read/too-deep',
    reason: `provisions are nested more than ${DEEPEST} deep`,
    ...(entry.place === undefined ? {} : { place: entry.place }),
  });
  return false;
}

function rankOf(stack: readonly Frame[], entry: ClauseEntry): number {
  if (entry.headingLevel !== undefined) return Math.min(entry.headingLevel, RANK.clause - 1);
  if (entry.kind === 'limb') return RANK.limb + (entry.level ?? levelAmongLimbs(stack, entry));
  return RANK.clause + (entry.level === undefined ? labelDepth(entry.label ?? '') : entry.level + 1);
}

function levelAmongLimbs(stack: readonly Frame[], entry: ClauseEntry): number {
  const limbs = stack.filter((frame) => isLimb(frame));
  const labels = limbs.map((frame) => (frame.entry as ClauseEntry).label);
  return limbLevel(
    entry.label ?? '',
    labels,
    limbs.map((frame) => frame.rank - RANK.limb),
  );
}

/** An unheaded 4.2 stands beside a headed 4.1, not in it. */
function closeSiblingHeadings(stack: Frame[], entry: ClauseEntry): void {
  const label = entry.label;
  if (label === undefined) return;
  const stem = label.replace(/\.$/, '').replace(/[^.]*$/, '');
  while (stem !== '' && isBeside(top(stack), stem, labelDepth(label))) closeLast(stack);
}

function isBeside(frame: Frame, stem: string, depth: number): boolean {
  const label = frame.entry?.type === 'clause' ? frame.entry.label : undefined;
  return label?.startsWith(stem) === true && labelDepth(label) >= depth;
}

function addBlock(stack: Frame[], entry: BlockEntry): void {
  if (entry.level !== undefined) closeLevelsBelow(stack, entry.level);
  else closeForBlock(stack, entry.block);
  top(stack).children.push(entry.block);
}

/** Limbs and bullets deeper than `level` end; the one at that level goes on. */
function closeLevelsBelow(stack: Frame[], level: number): void {
  for (let frame = top(stack); isLimb(frame) || frame.rank >= RANK.item; frame = top(stack)) {
    const start = isLimb(frame) ? RANK.limb : RANK.item;
    if (frame.rank - start <= level) return;
    closeLast(stack);
  }
}

/** Closing words end the bullets and limbs before them; a paragraph numbered (1) may hold more than one. */
function closeForBlock(stack: Frame[], block: Block): void {
  closeTo(stack, RANK.item);
  while (isLimb(top(stack)) && !/^\(\d/.test((top(stack).entry as ClauseEntry).label ?? '')) closeLast(stack);
  const frame = top(stack);
  if (frame.entry?.type === 'definition' && !(isListPiece(frame.children.at(-1)) && closingWords(block))) {
    closeLast(stack);
  }
}

function isListPiece(block: Block | undefined): boolean {
  return block?.type === 'item' || (block?.type === 'clause' && block.kind === 'limb');
}

function isLimb(frame: Frame): boolean {
  return frame.rank >= RANK.limb && frame.rank < RANK.item;
}

function top(stack: readonly Frame[]): Frame {
  return stack[stack.length - 1] as Frame;
}

function open(stack: Frame[], entry: ClauseEntry | DefinitionEntry | ItemEntry, rank: number): void {
  stack.push({ entry, rank, children: [...entry.content] });
  if (entry.closed === true) closeLast(stack);
}

/** Closes everything of `rank` or deeper. */
function closeTo(stack: Frame[], rank: number): void {
  while (stack.length > 1 && top(stack).rank >= rank) closeLast(stack);
}

function closeLast(stack: Frame[]): void {
  const { entry, children } = stack.pop() as Frame;
  if (entry !== undefined) top(stack).children.push(MAKE[entry.type](entry as never, children));
}

/** The node that an entry becomes once its children are complete. */
const MAKE = {
  clause: (entry: ClauseEntry, children: readonly Block[]): Clause => ({
    type: 'clause',
    kind: entry.kind,
    ...common(entry),
    ...(entry.label === undefined ? {} : { label: entry.label }),
    ...(entry.fixed === true ? { fixed: true } : {}),
    ...(entry.heading === undefined || entry.heading.length === 0 ? {} : { heading: entry.heading }),
    children,
  }),
  definition: (entry: DefinitionEntry, children: readonly Block[]): Definition => ({
    type: 'definition',
    ...common(entry),
    term: entry.term,
    children,
  }),
  item: (entry: ItemEntry, children: readonly Block[]): Item => ({ type: 'item', ...common(entry), children }),
};

function common(entry: Pick<ClauseEntry, 'place'> & { readonly id?: string }): Pick<ClauseEntry, 'place' | 'id'> {
  return {
    ...(entry.place === undefined ? {} : { place: entry.place }),
    ...(entry.id === undefined ? {} : { id: entry.id }),
  };
}
