/** Arbitrary tables: captioned or bare, with header rows, key columns, alignments, spans and many-block cells. */
import fc from 'fast-check';
import type { Block, Cell, Column, Inline, Para, Row, Table } from '../../src/model/document.ts';
import { words } from './text.ts';

const NAMES = ['Severity', 'Threshold', 'Clause', 'Phase', 'User Role', 'Notes'] as const;

const column: fc.Arbitrary<Column> = fc
  .record({
    align: fc.constantFrom(undefined, undefined, 'left' as const, 'center' as const, 'right' as const),
    width: fc.constantFrom(undefined, undefined, undefined, 1440),
  })
  .map(({ align, width }) => ({
    type: 'column',
    ...(align === undefined ? {} : { align }),
    ...(width === undefined ? {} : { width }),
  }));

interface Span {
  readonly row: number;
  readonly column: number;
  readonly down: boolean;
}

const span: fc.Arbitrary<Span> = fc.record({ row: fc.nat(4), column: fc.nat(3), down: fc.boolean() });

/** A table whose grid is sound: each place is covered once, by a cell of its own or by a span. */
export function arbitraryTable(inlines: fc.Arbitrary<Inline[]>, para: fc.Arbitrary<Para>): fc.Arbitrary<Table> {
  const cell: fc.Arbitrary<Block[]> = fc.oneof(
    { weight: 1, arbitrary: fc.constant<Block[]>([]) },
    { weight: 8, arbitrary: inlines.map((children): Block[] => [{ type: 'para', children }]) },
    { weight: 1, arbitrary: fc.array<Block>(para, { minLength: 2, maxLength: 2 }) },
  );
  return fc.integer({ min: 1, max: 4 }).chain((width) =>
    fc
      .record({
        columns: fc.array(column, { minLength: width, maxLength: width }),
        names: fc.shuffledSubarray([...NAMES], { minLength: width, maxLength: width }),
        cells: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 3 }),
        header: fc.constantFrom(1, 1, 1, 0, 2),
        keys: fc.nat(2),
        spans: fc.oneof(
          { weight: 3, arbitrary: fc.constant([]) },
          { weight: 1, arbitrary: fc.array(span, { maxLength: 2 }) },
        ),
        caption: fc.option(
          fc.oneof(
            { weight: 3, arbitrary: words.map((value): Inline[] => [{ type: 'text', value }]) },
            { weight: 1, arbitrary: inlines },
          ),
          {
            nil: undefined,
          },
        ),
        named: fc.boolean(),
        numbered: fc.boolean(),
        word: fc.constantFrom(undefined, undefined, 'Figure'),
      })
      .map((parts): Table => {
        const rows = makeRows(parts.names, parts.cells, parts.header);
        return {
          type: 'table',
          ...(parts.named ? { id: '?' } : {}),
          ...(parts.numbered ? { label: '?' } : {}),
          ...(parts.numbered && parts.word !== undefined ? { word: parts.word } : {}),
          ...(parts.caption === undefined ? {} : { caption: parts.caption }),
          keyedBy: parts.header === 0 ? [] : parts.names.slice(0, parts.keys),
          columns: parts.columns,
          rows: applySpans(rows, parts.spans),
        };
      }),
  );
}

function makeRows(names: readonly string[], cells: readonly (readonly Block[][])[], header: number): Row[] {
  const title: Row = { type: 'row', header: true, cells: names.map((name) => cellOf([wordsOf(name)])) };
  const rest = cells.map((row, i): Row => {
    const made: Row = { type: 'row', cells: row.map((blocks) => cellOf(blocks)) };
    return header === 2 && i === 0 ? { ...made, header: true } : made;
  });
  return header === 0 ? (rest.length === 0 ? [{ type: 'row', cells: title.cells }] : rest) : [title, ...rest];
}

function wordsOf(value: string): Para {
  return { type: 'para', children: [{ type: 'text', value }] };
}

function cellOf(children: readonly Block[]): Cell {
  return { type: 'cell', children };
}

/** Merges each cell named with its neighbour to the right or below, where neither is part of a span yet. */
function applySpans(rows: readonly Row[], spans: readonly Span[]): Row[] {
  const grid: (Cell | undefined)[][] = rows.map((row) => [...row.cells]);
  for (const { row, column, down } of spans) {
    const cell = grid[row]?.[column];
    const [r, c] = down ? [row + 1, column] : [row, column + 1];
    const taken = grid[r]?.[c];
    if (!isPlain(cell) || !isPlain(taken)) continue;
    if (down && rows[row]?.header !== rows[r]?.header) continue;
    (grid[row] as (Cell | undefined)[])[column] = { ...cell, ...(down ? { rowSpan: 2 } : { columnSpan: 2 }) };
    (grid[r] as (Cell | undefined)[])[c] = undefined;
  }
  return rows.map((row, i) => ({ ...row, cells: (grid[i] ?? []).filter((cell) => cell !== undefined) }));
}

function isPlain(cell: Cell | undefined): cell is Cell {
  return cell !== undefined && cell.columnSpan === undefined && cell.rowSpan === undefined;
}
