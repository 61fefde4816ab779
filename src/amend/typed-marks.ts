/** Changes that are marked in type alone, read back: struck text was deleted, underlined text was inserted. */
import type { Block, Clause, Document, Inline, Node, Row, Table } from '../model/document.ts';
import { normalise } from '../model/equal.ts';
import { CHILD_LISTS, childList, mapChildLists } from '../model/walk.ts';

type Side = 'before' | 'after';

/** Whether any text of a document is struck through or underlined. */
export function hasTypedMarks(document: Document): boolean {
  const look = (node: Node): boolean =>
    isMarked(node) || CHILD_LISTS[node.type].some((name) => childList(node, name).some(look));
  return look(document);
}

function isMarked(node: Node): boolean {
  return 'marks' in node && (node.marks?.strike === true || node.marks?.underline === true);
}

/** The text before and after changes that are marked in type. */
export function sidesOfTypedMarks(document: Document): { readonly before: Document; readonly after: Document } {
  return { before: sideOf(document, 'before'), after: sideOf(document, 'after') };
}

function sideOf(document: Document, side: Side): Document {
  return normalise({ ...document, children: document.children.flatMap((block) => blockOn(block, side)) });
}

/** Of what is neither struck nor underlined nothing is said: it stands on both sides. */
function fateOf(node: Node): Side | undefined {
  if (!('marks' in node)) return undefined;
  if (node.marks?.strike === true) return 'before';
  return node.marks?.underline === true ? 'after' : undefined;
}

/** Whether all that a node prints has one fate: then the node itself shares it. */
function wholeFate(node: Node): Side | undefined {
  const fates = new Set<Side | undefined>();
  const look = (each: Node): void => {
    if (each.type === 'text' && each.value.trim() === '') return;
    if (each.type === 'text' || each.type === 'crossReference' || each.type === 'blank') fates.add(fateOf(each));
    for (const name of CHILD_LISTS[each.type]) for (const child of childList(each, name)) look(child);
  };
  look(node);
  const [only] = fates;
  return fates.size === 1 ? only : undefined;
}

function blockOn(block: Block, side: Side): Block[] {
  const fate = wholeFate(block);
  if (fate !== undefined && fate !== side) return [];
  if (block.type === 'para') return [{ ...block, children: inlinesOn(block.children, side) }];
  if (block.type === 'clause') return [clauseOn(block, side)];
  if (block.type === 'table') return [tableOn(block, side)];
  if (block.type === 'opaque') return [block];
  return [{ ...block, children: block.children.flatMap((child) => blockOn(child, side)) } as Block];
}

function tableOn(table: Table, side: Side): Table {
  const caption = table.caption === undefined ? {} : { caption: inlinesOn(table.caption, side) };
  const rows = table.rows.flatMap((row): Row[] => {
    const fate = wholeFate(row);
    return fate !== undefined && fate !== side ? [] : [rowOn(row, side)];
  });
  return { ...table, ...caption, rows };
}

function rowOn(row: Row, side: Side): Row {
  return {
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, children: cell.children.flatMap((block) => blockOn(block, side)) })),
  };
}

/** A number that changed is struck in front of the text; before had that one. */
function clauseOn(clause: Clause, side: Side): Clause {
  const struck = struckLabel(clause);
  const heading =
    clause.heading === undefined
      ? undefined
      : inlinesOn(struck?.in === 'heading' ? clause.heading.slice(1) : clause.heading, side);
  const children = (struck?.in === 'text' ? withoutFirst(clause.children) : clause.children).flatMap((child) =>
    blockOn(child, side),
  );
  const { heading: _, ...rest } = clause;
  return {
    ...rest,
    ...(heading === undefined || heading.length === 0 ? {} : { heading }),
    ...(struck === undefined || side === 'after' ? {} : { label: struck.label }),
    children,
  };
}

function struckLabel({
  label,
  heading,
  children,
}: Clause): { readonly label: string; readonly in: 'heading' | 'text' } | undefined {
  if (label === undefined) return undefined;
  const [first] = children;
  const inlines = heading ?? (first?.type === 'para' ? first.children : []);
  const [lead, next] = inlines;
  if (lead?.type !== 'text' || lead.marks?.strike !== true || !/^\S+(?: [A-Z0-9]+)? $/.test(lead.value))
    return undefined;
  if (next === undefined || fateOf(next) === 'before') return undefined;
  return { label: lead.value.trim(), in: heading === undefined ? 'text' : 'heading' };
}

function withoutFirst([first, ...rest]: readonly Block[]): readonly Block[] {
  return first?.type === 'para' ? [{ ...first, children: first.children.slice(1) }, ...rest] : rest;
}

function inlinesOn(inlines: readonly Inline[], side: Side): Inline[] {
  return inlines.flatMap((inline): Inline[] => {
    const fate = fateOf(inline);
    if (fate !== undefined && fate !== side) return [];
    if (inline.type === 'note')
      return [
        mapChildLists<never, never, Inline>(inline, (children) =>
          (children as readonly Block[]).flatMap((block) => blockOn(block, side)),
        ) as Inline,
      ];
    return [fate === undefined ? inline : unmarked(inline)];
  });
}

function unmarked(inline: Inline): Inline {
  if (!('marks' in inline) || inline.marks === undefined) return inline;
  const { strike: _, underline: __, ...marks } = inline.marks;
  const { marks: ___, ...rest } = inline;
  return (Object.keys(marks).length === 0 ? rest : { ...rest, marks }) as Inline;
}
