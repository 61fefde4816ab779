/** Lines whose cells are parted by tabs, as a table with the caption of the line before it. */
import type { Place, Report } from '../../message.ts';
import type { Cell, Row, Table } from '../../model/document.ts';
import { type FindNote, inlinesOf } from './inlines.ts';
import type { Piece } from './pieces.ts';

const CAPTION = /^(Table|Figure)\s+(\d+(?:\.\d+)*[A-Z]?)\s*[-–:.]?\s*(.*)$/;

/** The table of some rows. A heading row that comes again on the next page is left out, and told. */
export function tableOf(
  rows: readonly Piece[],
  before: Piece | undefined,
  placeOf: (piece: Piece) => Place,
  findNote: FindNote,
  report: Report,
): Table {
  const head = rows[0]?.text;
  const kept = rows.filter((row, i) => i === 0 || row.text !== head);
  for (const row of rows) if (!kept.includes(row)) tellRepeated(placeOf(row), report);
  const width = Math.max(...kept.map((row) => row.text.split('\t').length));
  const caption = before === undefined || before.shape !== undefined ? null : CAPTION.exec(before.text);
  return {
    type: 'table',
    place: placeOf(rows[0] as Piece),
    ...(caption === null || before === undefined ? {} : captionOf(caption, placeOf(before), findNote)),
    keyedBy: [],
    columns: Array.from({ length: width }, () => ({ type: 'column' as const })),
    rows: kept.map((row, i) => rowOf(row, i === 0, width, placeOf(row), findNote)),
  };
}

function captionOf(match: RegExpExecArray, place: Place, findNote: FindNote): Partial<Table> {
  const [, word = 'Table', label = '', text = ''] = match;
  const caption = text === '' ? [] : inlinesOf(text, place, findNote);
  return { label, ...(word === 'Table' ? {} : { word }), caption };
}

function tellRepeated(place: Place, report: Report): void {
  const reason = 'a heading row that comes again behind a page break is left out';
  report({ severity: 'note', rule: 'read/repeated-heading-row', reason, place });
}

function rowOf(row: Piece, header: boolean, width: number, place: Place, findNote: FindNote): Row {
  const texts = row.text.split('\t').map((text) => text.trim());
  const fillers = Array.from({ length: width - texts.length }, (): Cell => ({ type: 'cell', children: [] }));
  const cells = texts.map((text): Cell => {
    const children = text === '' ? [] : [{ type: 'para' as const, children: inlinesOf(text, place, findNote), place }];
    return { type: 'cell', children, place };
  });
  return { type: 'row', ...(header ? { header: true } : {}), cells: [...cells, ...fillers], place };
}
