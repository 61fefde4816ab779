/** What stands in a container (the body, a cell, a note, a text box): lines and tables in reading order. */

import type { Document } from '../../../word/document.ts';
import { digest } from '../../../word/document-fingerprint.ts';
import { type CellLayout, cellLayouts, shapeOf } from '../../../word/grid.ts';
import { insertedMarks, isInsertedRow, nextParagraph, saysFormerly } from '../../../word/tracked/before-change.ts';
import type { Element, Part } from '../../../word/tree.ts';
import { type Line, type LineRules, lineOf } from './lines.ts';

export interface LineBlock {
  readonly kind: 'line';
  readonly key: string;
  readonly line: Line;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly key: string;
  readonly part: Part;
  readonly element: Element;
  readonly rows: readonly RowBlock[];
}

export interface RowBlock {
  readonly element: Element;
  readonly key: string;
  /** How its cells lie in the grid; rows of one shape can be compared cell by cell. */
  readonly shape: string;
  readonly cells: readonly CellBlock[];
}

export interface CellBlock extends CellLayout {
  readonly element: Element;
  /** Equal just where two cells say the same. */
  readonly key: string;
  readonly blocks: readonly Block[];
}

export type Block = LineBlock | TableBlock;

/** Elements around blocks that are passed through. */
const AROUND = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'mc:AlternateContent', 'mc:Choice']);

/**
 * The blocks of a container, as they are once tracked changes are rejected: what was inserted is none of them. A table of
 * which no row stands is there all the same, since nothing can be joined across it.
 */
export function blocksOf(document: Document, part: Part, container: Element, rules: LineRules): Block[] {
  const blocks: Block[] = [];
  let parted: Element[] = [];
  for (const child of within(container, 'w:p', 'w:tbl')) {
    if (child.name === 'w:tbl') {
      blocks.push(tableOf(document, part, child, rules));
    } else if (insertedMarks(child).length > 0) {
      if (nextParagraph(child) === undefined) parted = [];
      else if (parted.length > 0 || saysFormerly(child)) parted.push(child);
    } else {
      const line = lineOf(document, part, [...parted, child], rules);
      blocks.push({ kind: 'line', key: line.key, line });
      parted = [];
    }
  }
  return blocks;
}

/** The children of some names, those in content controls and the like included. */
function* within(container: Element, ...names: readonly string[]): Generator<Element> {
  for (const child of container.children) {
    if (names.includes(child.name)) yield child;
    else if (AROUND.has(child.name)) yield* within(child, ...names);
  }
}

function tableOf(document: Document, part: Part, element: Element, rules: LineRules): TableBlock {
  const standing = [...within(element, 'w:tr')].filter((row) => !isInsertedRow(row));
  const rows = standing.map((row) => rowOf(document, part, row, rules));
  const key = rows.length === 0 ? `${element.start}` : rows.map((row) => row.key).join('');
  return { kind: 'table', key: `\u0011${key}`, part, element, rows };
}

function rowOf(document: Document, part: Part, element: Element, rules: LineRules): RowBlock {
  const elements = [...within(element, 'w:tc')];
  const layouts = cellLayouts(part, element, elements);
  const cells = elements.map((cell, k) => {
    const blocks = blocksOf(document, part, cell, rules);
    const key = blocks.map((block) => block.key).join('\u0012');
    return { element: cell, key, blocks, ...(layouts[k] as CellLayout) };
  });
  const shape = shapeOf(part, element, layouts);
  const text = cells.map((cell) => cell.key).join('\u0013');
  return { element, key: `\u0014${shape}\u0015${text}`, shape, cells };
}

/** A string that is equal just where the formatting of two tables, rows or cells is. */
export function formatKey(document: Document, part: Part, properties: Element | undefined): string {
  return properties === undefined ? '' : digest(document, part, properties);
}

/** The lines of blocks, those in tables included. */
export function* linesOf(blocks: readonly Block[]): Generator<Line> {
  for (const block of blocks) {
    if (block.kind === 'line') yield block.line;
    else for (const row of block.rows) for (const cell of row.cells) yield* linesOf(cell.blocks);
  }
}
