/** Paragraphs: a clause where a label opens it, a definition where a term is defined, else running text. */
import type { Paragraph } from 'mdast';
import type { Block, Clause, Para } from '../../model/document.ts';
import { isLimbLabel, paragraphLabel } from '../../model/label.ts';
import type { ClauseEntry, Entry } from '../outline/index.ts';
import { type Attributes, type Braced, kindSaid, leadingBraces } from './attributes.ts';
import { reportStrayBraces, unknownBraces } from './braces.ts';
import { type Context, complain, placeOf } from './context.ts';
import { readDefinition } from './define.ts';
import { splitDescription } from './elsewhere.ts';
import { phrasing } from './inline.ts';
import { cutPieces, inlinesOf, openingText, type Piece } from './piece.ts';

/** The entries that a paragraph outside a list stands for. */
export function paragraphEntries(node: Paragraph, context: Context): Entry[] {
  if (!context.strict) {
    const description = splitDescription(node);
    if (description !== undefined) return [descriptionEntry(description, node, context)];
  }
  const pieces = phrasing(node.children, {}, context);
  const opened = openClause(pieces, paragraphLabel, node, context);
  if (opened === undefined) return plainEntries(pieces, node, context);
  if (opened.clause.kind === 'limb' && context.strict && !opened.saidKind)
    limbOutsideList(node, context, opened.clause.label);
  const lead = leadBlock(opened.pieces, node, context);
  if (lead?.type === 'definition') return [opened.clause, { ...lead, type: 'definition', content: lead.children }];
  return [{ ...opened.clause, content: lead === undefined ? [] : [lead] }];
}

function limbOutsideList(node: Paragraph, context: Context, label = ''): void {
  complain(context, node, 'limb-outside-list', `limb ${label} is no item of a list`, {
    expected: `- ${label} …`,
    note: `write ordinary text as \\${label}`,
  });
}

/** A paragraph that opens no clause: running text, or a definition. */
export function plainEntries(pieces: readonly Piece[], node: Paragraph, context: Context): Entry[] {
  const block = textBlock(pieces, node, context);
  if (block.type === 'definition') return [{ ...block, type: 'definition', content: block.children }];
  return [{ type: 'block', block }];
}

export interface Opened {
  readonly clause: ClauseEntry;
  /** What stands behind the label and its braces. */
  readonly pieces: readonly Piece[];
  /** Whether braces said what kind of clause it is. */
  readonly saidKind: boolean;
}

/** The clause that a label, or braces that name one, open; `undefined` where neither stands there. */
export function openClause(
  pieces: readonly Piece[],
  findLabel: typeof paragraphLabel,
  node: Paragraph,
  context: Context,
): Opened | undefined {
  const braced = leadingBraces(pieces);
  if (braced !== undefined) return braced === 'unknown' ? undefined : bracedClause(braced, node, context);
  const found = findLabel(openingText(pieces, context.strict));
  return found === undefined ? undefined : labelledClause(found.label, cutPieces(pieces, found.end), node, context);
}

/** The clause with a label; `pieces` are what stands behind it, beginning with its braces. */
export function labelledClause(label: string, pieces: readonly Piece[], node: Paragraph, context: Context): Opened {
  const inner = leadingBraces(pieces);
  if (inner === undefined || inner === 'unknown') {
    return { clause: clauseEntry(label, undefined, node, context), pieces, saidKind: false };
  }
  const { attributes, pieces: rest } = inner;
  return {
    clause: clauseEntry(label, attributes, node, context),
    pieces: rest,
    saidKind: kindSaid(attributes) !== undefined,
  };
}

/** `{#id label="Rule 5"} text`: a clause whose label can't be recognised, or that has none. */
function bracedClause(braced: Braced, node: Paragraph, context: Context): Opened | undefined {
  const { label } = braced.attributes;
  if (label === undefined && kindSaid(braced.attributes) === undefined) return undefined;
  return { clause: clauseEntry(label, braced.attributes, node, context), pieces: braced.pieces, saidKind: true };
}

function clauseEntry(
  label: string | undefined,
  attributes: Attributes | undefined,
  node: Paragraph,
  context: Context,
): ClauseEntry {
  const { id, words } = attributes ?? {};
  const said = attributes === undefined ? undefined : kindSaid(attributes);
  const kind: Clause['kind'] = said ?? (label !== undefined && isLimbLabel(label) ? 'limb' : 'clause');
  return {
    type: 'clause',
    kind,
    ...(label === undefined ? {} : { label }),
    ...(id === undefined ? {} : { id }),
    ...(words?.has('fixed') ? { fixed: true } : {}),
    ...(words?.has('inside') ? { inside: true } : {}),
    content: [],
    place: placeOf(context, node),
  };
}

/** The first block of a clause: what stands behind its label, if anything does. */
export function leadBlock(pieces: readonly Piece[], node: Paragraph, context: Context): Block | undefined {
  return pieces.length === 0 ? undefined : textBlock(pieces, node, context);
}

/** A paragraph or a definition, with its own braces at the beginning. */
function textBlock(all: readonly Piece[], node: Paragraph, context: Context): Block {
  const braced = leadingBraces(all);
  if (braced === 'unknown' && context.strict) unknownBraces(node, context);
  const { attributes, pieces } =
    braced === undefined || braced === 'unknown' ? { attributes: undefined, pieces: all } : braced;
  const place = placeOf(context, node);
  const definition = readDefinition(pieces);
  const said = definition?.pieces ?? pieces;
  if (braced !== 'unknown') reportStrayBraces(said, node, context);
  const id = attributes?.id === undefined ? {} : { id: attributes.id };
  const para: Para = { type: 'para', ...id, children: inlinesOf(said), place };
  if (definition === undefined) return para;
  const { term, id: anchor } = definition;
  return { type: 'definition', ...(anchor === undefined ? {} : { id: anchor }), term, children: [para], place };
}

/** A description list, as files from elsewhere have it: the term on one line, `: text` on the next. */
function descriptionEntry(
  split: NonNullable<ReturnType<typeof splitDescription>>,
  node: Paragraph,
  context: Context,
): Entry {
  const place = placeOf(context, node);
  const term = split.term;
  const children: Para[] = [
    { type: 'para', children: [{ type: 'text', value: term, marks: { bold: true }, place }], place },
    { type: 'para', children: inlinesOf(phrasing(split.text, {}, context)), place },
  ];
  return { type: 'definition', term, content: children, closed: true, place };
}
