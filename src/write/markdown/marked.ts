/** The marks around neighbouring leaves of a paragraph: bold, links and the like, outermost first. */
import type { Marks } from '../../model/document.ts';
import { GrowingLine } from './growing-line.ts';
import { address, canSign, MARKS, type Neighbours } from './marks.ts';
import type { Fate } from './state.ts';

/** A leaf as Markdown without the marks that go around it. */
export interface Leaf {
  readonly source: string;
  readonly marks: Marks;
  readonly fate: Fate;
}

/** Leaves with the marks from the `level`-th in around them; a link goes around all. */
export function writeMarked(leaves: readonly Leaf[], level: number, neighbours: Neighbours, inLink = false): string {
  const step = MARKS[level];
  if (!inLink && leaves.some((leaf) => leaf.marks.href !== undefined)) return writeLinks(leaves, neighbours);
  if (step === undefined) return leaves.map((leaf) => leaf.source).join('');
  return writeGroups(
    groupBy(leaves, (leaf) => leaf.marks[step.mark] === true),
    neighbours,
    (group, edge) =>
      group[0]?.marks[step.mark] === true
        ? writeMark(group, level, edge, inLink)
        : writeMarked(group, level + 1, edge, inLink),
  );
}

/** One mark around leaves: inside another sign, or where a sign is not certain to be read, as a tag. */
function writeMark(leaves: readonly Leaf[], level: number, neighbours: Neighbours, inLink: boolean): string {
  const { sign, tag } = MARKS[level] as (typeof MARKS)[number];
  const inner = (edge: Neighbours): string => writeMarked(leaves, level + 1, edge, inLink);
  if (sign !== undefined) {
    const content = inner({ before: sign, after: sign });
    const italic = sign === '**' && leaves.every((leaf) => leaf.marks.italic === true);
    const both = italic ? /^\*(.+)\*$/s.exec(content)?.[1] : undefined;
    if (both !== undefined && canSign('***', both, neighbours)) return `***${both}***`;
    if (canSign(sign, content, neighbours)) return sign + content + sign;
  }
  return `<${tag}>${inner({ before: '>', after: '<' })}</${tag}>`;
}

function writeLinks(leaves: readonly Leaf[], neighbours: Neighbours): string {
  return writeGroups(
    groupBy(leaves, (leaf) => leaf.marks.href),
    neighbours,
    (group, edge) => {
      const href = group[0]?.marks.href;
      if (href === undefined) return writeMarked(group, 0, edge);
      return `[${writeMarked(group, 0, { before: '[', after: ']' }, true)}](${address(href)})`;
    },
  );
}

/** Groups in a row, each told which characters touch it. */
function writeGroups(
  groups: readonly (readonly Leaf[])[],
  neighbours: Neighbours,
  write: (group: readonly Leaf[], edge: Neighbours) => string,
): string {
  const line = new GrowingLine();
  groups.forEach((group, i) => {
    const next = groups[i + 1];
    const after = next === undefined ? neighbours.after : firstCharacter(next);
    line.add(write(group, { before: line.last || neighbours.before, after }));
  });
  return line.text;
}

/** What a group will begin with, where no mark is put before it. */
function firstCharacter(group: readonly Leaf[]): string | undefined {
  const first = group[0];
  if (first === undefined || Object.keys(first.marks).length > 0) return undefined;
  return first.source.charAt(0);
}

/** Neighbours with one key together. */
export function groupBy<T>(list: readonly T[], key: (value: T) => unknown): T[][] {
  const groups: T[][] = [];
  let last: unknown;
  for (const value of list) {
    const current = key(value);
    if (groups.length > 0 && Object.is(current, last)) (groups.at(-1) as T[]).push(value);
    else groups.push([value]);
    last = current;
  }
  return groups;
}
