/** The matrices of a document or workbook, found by their headings, also where one runs over several tables. */
import { citations } from '../../model/cite.ts';
import type { Block, Clause, Document, Table } from '../../model/document.ts';
import { plainText } from '../../model/walk.ts';
import type { Shape } from '../shape/shape.ts';
import { recognise } from './headings.ts';
import { textRows } from './read.ts';
import type { TextRow } from './rows.ts';

/** A matrix that was found: its rows as text, and where they come from. */
export interface FoundMatrix {
  /** The number of its table, or of the provision in which it stands; empty where neither has one. */
  readonly number: string;
  /** Such as `Section 8.1.8 User Role ED`. */
  readonly where: string;
  readonly shape: Shape;
  readonly rows: readonly TextRow[];
  /** How many tables it was put together from. */
  readonly parts: number;
}

/** What was found, and how many tables are no matrices. */
export interface FoundMatrices {
  readonly matrices: readonly FoundMatrix[];
  readonly others: number;
}

interface Candidate {
  readonly table: Table;
  readonly clause: Clause | undefined;
}

/** Headings stand among so many rows at the head of a table. */
const MOST_HEAD = 10;

/**
 * The matrices of a document. A table without a number of its own that follows a matrix in the same provision, with the
 * same headings or none and as many columns, is its next part.
 */
export function findMatrices(document: Document, shapes: readonly Shape[]): FoundMatrices {
  const cites = citations(document);
  const found: {
    number: string;
    where: string;
    shape: Shape;
    rows: TextRow[];
    parts: number;
    clause: Clause | undefined;
  }[] = [];
  let others = 0;
  for (const { table, clause } of candidates(document.children, undefined)) {
    const rows = textRows(table);
    const shape = shapeOf(rows, shapes);
    const last = found.at(-1);
    if (last !== undefined && last.clause === clause && isNextPart(table, rows, shape, last)) {
      last.rows.push(...withoutHead(rows, last.rows));
      last.parts += 1;
    } else if (shape !== undefined) {
      const heading = clause?.heading === undefined ? '' : ` ${plainText(clause.heading)}`;
      const where = clause === undefined ? 'the text' : `${cites.get(clause) ?? ''}${heading}`.trim();
      found.push({ number: table.label ?? clause?.label ?? '', where, shape, rows: [...rows], parts: 1, clause });
    } else others += 1;
  }
  return { matrices: found, others };
}

function candidates(blocks: readonly Block[], clause: Clause | undefined): Candidate[] {
  return blocks.flatMap((block): Candidate[] => {
    if (block.type === 'table') return [{ table: block, clause }];
    if (block.type === 'clause') return candidates(block.children, block);
    return block.type === 'item' ? candidates(block.children, clause) : [];
  });
}

function shapeOf(rows: readonly TextRow[], shapes: readonly Shape[]): Shape | undefined {
  for (const { texts } of rows.slice(0, MOST_HEAD)) {
    const shape = recognise(texts, shapes);
    if (shape !== undefined) return shape;
  }
  return undefined;
}

function isNextPart(
  table: Table,
  rows: readonly TextRow[],
  shape: Shape | undefined,
  last: { readonly number: string; readonly shape: Shape; readonly rows: readonly TextRow[] },
): boolean {
  if (table.label !== undefined && table.label !== last.number) return false;
  const width = rows[0]?.texts.length;
  return width === last.rows[0]?.texts.length && (shape === undefined || shape === last.shape);
}

/** Rows without headings that stand in the first part too. */
function withoutHead(rows: readonly TextRow[], before: readonly TextRow[]): readonly TextRow[] {
  const known = new Set(before.slice(0, MOST_HEAD).map(textOf));
  const first = rows.findIndex((row) => !known.has(textOf(row)));
  return first < 0 ? [] : rows.slice(first);
}

function textOf({ texts }: TextRow): string {
  return texts.join('\u0000').toLowerCase();
}

/** The sheets of a workbook that are matrices. */
export function findInSheets(
  sheets: readonly { readonly name: string; readonly rows: readonly TextRow[] }[],
  shapes: readonly Shape[],
): FoundMatrices {
  const matrices = sheets.flatMap(({ name, rows: all }): FoundMatrix[] => {
    const rows = trimmed(all);
    const shape = shapeOf(rows, shapes);
    const number = /\d+(?:\.\d+)*[A-Z]?/.exec(name)?.[0] ?? '';
    return shape === undefined ? [] : [{ number, where: `the sheet "${name}"`, shape, rows, parts: 1 }];
  });
  return { matrices, others: sheets.length - matrices.length };
}

/** Without the empty rows and columns behind the last text, and every row as wide as the widest. */
function trimmed(rows: readonly TextRow[]): TextRow[] {
  const width = rows.reduce(
    (most, { texts }) => Math.max(most, texts.findLastIndex((text) => text.trim() !== '') + 1),
    0,
  );
  const last = rows.findLastIndex(({ texts }) => texts.some((text) => text.trim() !== ''));
  return rows
    .slice(0, last + 1)
    .map((row) => ({ ...row, texts: Array.from({ length: width }, (_, i) => row.texts[i] ?? '') }));
}
