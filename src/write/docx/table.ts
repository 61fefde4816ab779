/** Tables: grid, borders, repeated header rows, rows that do not break across pages, and tracked rows. */

import { answerControl } from './form/controls.ts';
import type { Surroundings } from './inline.ts';
import type { Palette } from './palette.ts';
import { paragraph } from './paragraph.ts';
import type { Setting } from './setting.ts';
import type { SettledCell, SettledPara, SettledRow, SettledStory, SettledTable } from './settle.ts';
import type { TableSlot } from './slot.ts';
import type { TableType } from './widths.ts';
import { Element, valued } from './xml.ts';

/** The blocks of a story. */
export function blocks(story: SettledStory, around: Surroundings): Element[] {
  return story.map((block) => (block.type === 'para' ? paragraphOrAnswer(block, around) : table(block, around)));
}

/** A paragraph; one that is an open place for an answer of a form is a control as a whole. */
function paragraphOrAnswer(para: SettledPara, around: Surroundings): Element {
  const [piece, ...more] = para.pieces.filter(({ type }) => type !== 'anchor');
  const blank = piece?.type === 'text' && more.length === 0 ? piece.blank : undefined;
  const tag = blank === undefined || para.look.style !== 'Answer' ? undefined : around.controls.get(blank);
  if (tag === undefined || blank === undefined) return paragraph(para, around) as unknown as Element;
  const open = { ...around, controls: new Map() };
  return answerControl(tag, paragraph(para, open) as unknown as Element, around.ledger);
}

function table(block: SettledTable, around: Surroundings): Element {
  const { widths } = block.table;
  const total = widths.reduce((a, b) => a + b, 0);
  return new Element('w:tbl', {}, [
    tableProperties(block, total, around.setting),
    new Element(
      'w:tblGrid',
      {},
      widths.map((width) => new Element('w:gridCol', { 'w:w': width })),
    ),
    ...block.rows.map((row) => tableRow(row, block, around)),
  ]);
}

/** In the order of CT_TblPr (17.4.60). */
function tableProperties({ table: slot }: SettledTable, total: number, setting: Setting): Element {
  return new Element('w:tblPr', {}, [
    new Element('w:tblW', { 'w:w': total, 'w:type': 'dxa' }),
    ...(slot.left === 0 ? [] : [new Element('w:tblInd', { 'w:w': slot.left, 'w:type': 'dxa' })]),
    tableBorders(slot.style, setting.palette),
    new Element('w:tblLayout', { 'w:type': 'fixed' }),
    new Element('w:tblCellMar', {}, [margin('left', slot, setting.table), margin('right', slot, setting.table)]),
    new Element('w:tblLook', { 'w:val': slot.rows.some((row) => row.header) ? '0020' : '0000' }),
  ]);
}

function margin(edge: 'left' | 'right', { dense }: TableSlot, type: TableType): Element {
  return new Element(`w:${edge}`, { 'w:w': type[dense ? 'dense' : 'regular'].margin, 'w:type': 'dxa' });
}

function tableBorders(style: 'grid' | 'facts', palette: Palette): Element {
  const line = (edge: string, size: number, color: string): Element =>
    new Element(`w:${edge}`, { 'w:val': 'single', 'w:sz': size, 'w:space': 0, 'w:color': color });
  const none = (edge: string): Element => new Element(`w:${edge}`, { 'w:val': 'nil' });
  const upright = style === 'facts' ? none : (edge: string) => line(edge, 4, palette.rule);
  return new Element('w:tblBorders', {}, [
    line('top', style === 'facts' ? 4 : 8, style === 'facts' ? palette.rule : palette.heading),
    upright('left'),
    line('bottom', style === 'facts' ? 4 : 8, style === 'facts' ? palette.rule : palette.heading),
    upright('right'),
    line('insideH', 4, palette.rule),
    upright('insideV'),
  ]);
}

function tableRow(row: SettledRow, block: SettledTable, around: Surroundings): Element {
  const properties = new Element('w:trPr', {}, [
    new Element('w:cantSplit'),
    ...(row.header ? [new Element('w:tblHeader')] : []),
    ...around.ledger.flag(row.sides),
  ]);
  let column = 0;
  const cells = row.cells.map((cell) => {
    const { columnSpan } = cell.slot;
    const width = block.table.widths.slice(column, column + columnSpan).reduce((a, b) => a + b, 0);
    column += columnSpan;
    return tableCell(cell, row, width, around);
  });
  return new Element('w:tr', {}, [properties, ...cells]);
}

/** In the order of CT_TcPr (17.4.70). */
function tableCell(cell: SettledCell, row: SettledRow, width: number, around: Surroundings): Element {
  const { columnSpan, merge } = cell.slot;
  const properties = new Element('w:tcPr', {}, [
    new Element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
    ...(columnSpan > 1 ? [valued('w:gridSpan', columnSpan)] : []),
    ...(merge === undefined ? [] : [valued('w:vMerge', merge)]),
    ...(row.header
      ? [new Element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': around.setting.palette.tint })]
      : []),
  ]);
  return new Element('w:tc', {}, [properties, ...blocks(cell.blocks, around)]);
}
