/** A legal text as lines in reading order, each with what it stands in, and provisions made of some of them again. */
import type { Block, Clause, Document, Inline } from '../../model/document.ts';
import { plainText } from '../../model/walk.ts';
import { foldInlines, printedAll } from '../work/inlines.ts';

/** A paragraph, a heading or a table of one side of a legal text. */
export interface FlatLine {
  readonly kind: 'text' | 'heading' | 'block' | 'open';
  /** What it says on one line; of a table, all its cells. */
  readonly text: string;
  /** The numbers of the provisions that it opens, joined. */
  readonly label: string;
  readonly inlines: readonly Inline[];
  /** What it stands in, the outermost first; what it opens included. */
  readonly path: readonly Block[];
  /** What of the path it opens. */
  readonly opens: readonly Block[];
  /** The paragraph, table or opaque block itself; a heading is that of the last it opens. */
  readonly block: Block | undefined;
}

/** All lines of one side. */
export function flatten(document: Document): readonly FlatLine[] {
  const lines: FlatLine[] = [];
  addAll(document.children, [], [], lines);
  return lines;
}

/** `pending`: what was opened and has no line yet. */
function addAll(blocks: readonly Block[], path: readonly Block[], pending: readonly Block[], lines: FlatLine[]): void {
  let open = pending;
  for (const block of blocks) {
    if (block.type === 'para') lines.push(textLine(block, path, open));
    else if (block.type === 'table' || block.type === 'opaque') lines.push(blockLine(block, path, open));
    else addHolder(block, path, open, lines);
    open = [];
  }
  if (blocks.length === 0 && pending.length > 0)
    lines.push({
      kind: 'open',
      text: '',
      label: labelsOf(pending),
      inlines: [],
      path,
      opens: pending,
      block: undefined,
    });
}

function addHolder(
  block: Extract<Block, { type: 'clause' | 'definition' | 'item' }>,
  path: readonly Block[],
  pending: readonly Block[],
  lines: FlatLine[],
): void {
  const inner = [...path, block];
  if (block.type !== 'clause' || block.heading === undefined) {
    addAll(block.children, inner, [...pending, block], lines);
    return;
  }
  const inlines = foldInlines(block.heading);
  const opens = [...pending, block];
  lines.push({
    kind: 'heading',
    text: printedAll(inlines).trim(),
    label: labelsOf(opens),
    inlines,
    path: inner,
    opens,
    block: undefined,
  });
  addAll(block.children, inner, [], lines);
}

function textLine(block: Extract<Block, { type: 'para' }>, path: readonly Block[], opens: readonly Block[]): FlatLine {
  const inlines = foldInlines(block.children);
  return { kind: 'text', text: printedAll(inlines).trim(), label: labelsOf(opens), inlines, path, opens, block };
}

function blockLine(block: Block, path: readonly Block[], opens: readonly Block[]): FlatLine {
  const text = plainText(block).replace(/\s+/g, ' ').trim();
  return { kind: 'block', text, label: labelsOf(opens), inlines: [], path, opens, block };
}

function labelsOf(opens: readonly Block[]): string {
  return opens.map((block) => (block.type === 'clause' ? (block.label ?? '') : '')).join('');
}

/** The blocks that lines stand for, without what `outside` has: what they stood in that is not theirs. */
export function blocksOf(lines: readonly FlatLine[], outside: ReadonlySet<Block>): readonly Block[] {
  return build(
    lines.map((line) => ({ line, path: line.path.filter((block) => !outside.has(block)) })),
    0,
  );
}

interface Placed {
  readonly line: FlatLine;
  readonly path: readonly Block[];
}

function build(lines: readonly Placed[], depth: number): readonly Block[] {
  const result: Block[] = [];
  for (let i = 0; i < lines.length; ) {
    const { line, path } = lines[i] as Placed;
    const holder = path[depth];
    if (holder === undefined) {
      if (line.block !== undefined) result.push(line.block);
      i += 1;
      continue;
    }
    let end = i;
    while (end < lines.length && lines[end]?.path[depth] === holder) end += 1;
    const group = lines.slice(i, end);
    const children = build(group, depth + 1);
    if (group.some(({ line: each }) => each.opens.includes(holder))) result.push({ ...holder, children } as Clause);
    else result.push(...children);
    i = end;
  }
  return result;
}
