/** Which function writes which type of node. A new node type fails to compile here. */
import type { NodeType } from '../../model/document.ts';
import { writeBlocks, writeClause, writeDefinition, writeItem, writePara } from './blocks.ts';
import type { Html } from './escape.ts';
import { writeBlank, writeBreak, writeCrossReference, writeNote, writeOpaque, writeText } from './inlines.ts';
import type { Context, Tracked } from './page.ts';
import { writePicture } from './pictures.ts';
import { writeCell, writeColumn, writeRow, writeTable } from './tables.ts';

type Handler<T extends NodeType> = (node: Extract<Tracked, { type: T }>, context: Context) => Html;

const HANDLERS = {
  document: (document, context) => writeBlocks(document.children, context),
  clause: writeClause,
  definition: writeDefinition,
  para: writePara,
  item: writeItem,
  table: writeTable,
  column: writeColumn,
  row: (row, context) => writeRow(row, context),
  cell: (cell, context) => writeCell(cell, context),
  text: writeText,
  crossReference: writeCrossReference,
  note: writeNote,
  blank: writeBlank,
  break: writeBreak,
  picture: writePicture,
  opaque: writeOpaque,
} as const satisfies { readonly [T in NodeType]: Handler<T> };

/** A node as markup. Inlines are marked by the line that holds them, so that neighbours share a mark. */
export function writeNode(node: Tracked, context: Context): Html {
  const handler = HANDLERS[node.type] as (node: Tracked, context: Context) => Html;
  return handler(node, context);
}
