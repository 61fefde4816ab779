/** Tables that both sides have: rows paired, cells compared; rows whose cells lie otherwise are replaced. */

import { Numbers } from './aligning.ts';
import { type Bag, bagOf, likeness } from './bags.ts';
import type { Block, CellBlock, RowBlock, TableBlock } from './blocks.ts';
import { goneRow } from './bring.ts';
import { changesOf, formerly } from './carried.ts';
import { type Copying, copyInner, declared } from './copy.ts';
import { digest } from './digest.ts';
import { bestPairs } from './pairing.ts';
import type { Session } from './session.ts';
import { comeBlocks, compareBlocks } from './story.ts';
import { childOf, type Element, isEmptyTag } from './tree.ts';

/** Rows less alike than this are not the same row. */
const ALIKE = 0.35;

/** Writes what changed from one table to the other into after's. */
export function pairTables(copying: Copying, before: TableBlock, after: TableBlock): void {
  const { session } = copying;
  changeProperties(copying, before.element, after.element, 'w:tblPr', 'tblPrChange');
  const edits = session.output.edits(after.part);
  let [i, j] = [0, 0];
  const gone = (to: number, at: number): void => {
    for (; i < to; i++) edits.insert(at, goneRow(copying, before.rows[i] as RowBlock), -1);
  };
  for (const [x, y] of pairRows(session, before, after)) {
    const next = after.rows[j] as RowBlock;
    gone(x, next.element.start);
    for (; j < y; j++) comeRow(session, after, after.rows[j] as RowBlock);
    pairRow(copying, before.rows[x] as RowBlock, after, after.rows[y] as RowBlock);
    [i, j] = [x + 1, y + 1];
  }
  gone(before.rows.length, after.rows[j]?.element.start ?? after.element.closeStart);
  for (; j < after.rows.length; j++) comeRow(session, after, after.rows[j] as RowBlock);
}

/** Rows that are the same row, in order: equal ones, then like ones of one shape between them. */
function pairRows({ aligning }: Session, before: TableBlock, after: TableBlock): [number, number][] {
  const numbers = new Numbers();
  const keys = (rows: readonly RowBlock[]) => rows.map((row) => numbers.of(row.key));
  const pairs: [number, number][] = [];
  const words = new Numbers();
  const bags = (rows: readonly RowBlock[]): Bag[] => rows.map((row) => rowBag(row, words, aligning));
  let [i, j] = [0, 0];
  const ends = { a: before.rows.length, b: after.rows.length };
  for (const { a, b } of [...aligning.alignSequence(keys(before.rows), keys(after.rows)), ends]) {
    const [xs, ys] = [before.rows.slice(i, a), after.rows.slice(j, b)];
    if (xs.length > 0 && ys.length > 0) {
      const [left, right] = [bags(xs), bags(ys)];
      const alone = xs.length === ys.length;
      const score = (k: number, l: number): number => {
        if (xs[k]?.shape !== ys[l]?.shape) return 0;
        const alike = likeness(left[k] as Bag, right[l] as Bag);
        if (alike >= ALIKE) return 0.05 + alike * alike;
        return alone && k === l ? 0.01 : 0;
      };
      for (const [k, l] of bestPairs(xs.length, ys.length, score)) pairs.push([i + k, j + l]);
    }
    if (a < before.rows.length) pairs.push([a, b]);
    [i, j] = [a + 1, b + 1];
  }
  return pairs;
}

function rowBag(row: RowBlock, words: Numbers, aligning: Session['aligning']): Bag {
  const bag = new Map<number, number>();
  const blocks: Block[] = row.cells.flatMap((cell) => cell.blocks);
  for (const block of blocks) {
    for (const [word, count] of bagOf(block, words, aligning)) bag.set(word, (bag.get(word) ?? 0) + count);
  }
  return bag;
}

function pairRow(copying: Copying, before: RowBlock, table: TableBlock, after: RowBlock): void {
  changeProperties(copying, before.element, after.element, 'w:trPr', 'trPrChange');
  after.cells.forEach((cell, k) => {
    const former = before.cells[k] as CellBlock;
    changeProperties(copying, former.element, cell.element, 'w:tcPr', 'tcPrChange');
    compareBlocks(copying.session, {
      from: copying.from,
      former: former.blocks,
      into: { part: table.part, element: cell.element },
      blocks: cell.blocks,
    });
  });
}

/** What of the properties of tables, rows and cells is worked out by Word, or tracked apart. */
const WORKED_OUT = new Set([
  'w:tblPrChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:cnfStyle',
  'w:tblLook',
  'w:ins',
  'w:del',
  'w:cellIns',
  'w:cellDel',
  'w:cellMerge',
  'w:tcW',
  'w:tblW',
  'w:divId',
]);

/** Tracks the change of properties where both sides have some. */
function changeProperties(copying: Copying, before: Element, after: Element, name: string, change: string): void {
  const { session, from, into } = copying;
  const [x, y] = [childOf(before, name), childOf(after, name)];
  if (x === undefined || y === undefined || isEmptyTag(into, y)) return;
  const told = (document: Session['before'], part: Copying['from'], element: Element | undefined): string =>
    (element?.children ?? [])
      .map((child) => digest(document, part, child, { without: WORKED_OUT }))
      .sort()
      .join('');
  if (told(session.before, from, x) === told(session.after, into, formerly(y))) return;
  session.unkept(into, changesOf(y));
  const inner = copyInner(copying, x, (child) => (TRACKED.has(child.name) ? '' : undefined));
  if (inner.trim() === '' && name === 'w:trPr') return;
  const { w } = into;
  const xml = `<${w}${change}${session.marker.attributes(w)}><${w}${name.slice(2)}>${inner}</${w}${name.slice(2)}></${w}${change}>`;
  session.output.edits(into).insert(y.closeStart, declared(copying, xml));
}

const TRACKED = new Set(['w:ins', 'w:del']);

/** Marks a table that only after has: each of its rows has come. */
export function comeTable(session: Session, table: TableBlock): void {
  for (const row of table.rows) comeRow(session, table, row);
}

function comeRow(session: Session, { part }: TableBlock, { element, cells }: RowBlock): void {
  const { w } = part;
  const edits = session.output.edits(part);
  const mark = `<${w}ins${session.marker.attributes(w)}/>`;
  const properties = childOf(element, 'w:trPr');
  if (properties === undefined) {
    const behind = childOf(element, 'w:tblPrEx')?.end ?? element.openEnd;
    edits.insert(behind, `<${w}trPr>${mark}</${w}trPr>`);
  } else if (isEmptyTag(part, properties))
    edits.replace(properties.start, properties.end, `<${w}trPr>${mark}</${w}trPr>`);
  else {
    const behind = childOf(properties, 'w:del') ?? childOf(properties, 'w:trPrChange');
    edits.insert(behind?.start ?? properties.closeStart, mark);
  }
  for (const cell of cells) comeBlocks(session, cell.blocks);
}
