/** Blocks as Markdown: a handler for each type, and what stands between neighbours. */
import type { Block, Clause, Definition, Item, Opaque, Para } from '../../model/document.ts';
import { paragraphLabel } from '../../model/label.ts';
import type { Revision } from '../../model/redline.ts';
import { writeAttributes, writeBraces } from './braces.ts';
import { isPlainDefinition, looksDefined } from './define.ts';
import { escapeText, MIDDLE } from './escape.ts';
import { headingLine } from './heading.ts';
import { LOOSE, type Setting, writeInlines } from './inline.ts';
import { itemLabel, labelAt, openingOf } from './label.ts';
import { type Around, formOf, nestingOf, rankOf } from './nesting.ts';
import { isPanelStart, writePanel } from './panel.ts';
import { boundarySign, type Fate, fateOf, moveRemark, type State } from './state.ts';
import { writeTable } from './table.ts';

/** Where a list of blocks stands. */
export interface Place {
  readonly around: Around | undefined;
  readonly fate: Fate;
  /** Whether the first of them begins a list item without label, where `(a)` would become one. */
  readonly inItem?: boolean;
}

/** A piece of Markdown with no line break at either end, and how it joins its neighbours. */
interface Chunk {
  readonly text: string;
  /** The kind of list it is an item of. */
  readonly list?: string;
}

/** Blocks as Markdown. */
export function writeBlocks(blocks: readonly Block<Revision>[], place: Place, state: State): string {
  return join(chunksOf(blocks, place, state));
}

function chunksOf(blocks: readonly Block<Revision>[], place: Place, state: State): Chunk[] {
  const chunks: Chunk[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block<Revision>;
    const { ends, inside } = nestingOf(block, blocks[i - 1], place.around);
    for (let end = 0; end < ends; end++) chunks.push({ text: '::end' });
    const panel = isPanelStart(block) ? panelAt(blocks, i, place) : [block];
    if (isPanelStart(block)) chunks.push({ text: writePanel(panel as Para<Revision>[], place.fate, state) });
    else chunks.push(...writeBlock(block, blocks[i + 1], inside, i === 0 ? place : { ...place, inItem: false }, state));
    i += panel.length - 1;
  }
  return chunks;
}

/** The paragraphs of one panel: neighbours of one style. */
function panelAt(blocks: readonly Block<Revision>[], start: number, place: Place): Block<Revision>[] {
  const first = blocks[start] as Para<Revision>;
  let end = start + 1;
  const joins = (block: Block<Revision> | undefined): boolean =>
    block?.type === 'para' && block.style === first.style && fateOf(block, place.fate) === fateOf(first, place.fate);
  while (first.style !== 'code' && joins(blocks[end])) end += 1;
  return blocks.slice(start, end);
}

function writeBlock(
  block: Block<Revision>,
  next: Block<Revision> | undefined,
  inside: boolean,
  place: Place,
  state: State,
): Chunk[] {
  if (block.type === 'clause') return writeClause(block, inside, place, state);
  if (block.type === 'definition') return writeDefinition(block, next, '', place, state);
  return [WRITE[block.type](block as never, place, state)];
}

/** How blocks that nest nothing are written. */
const WRITE = {
  para: (para, place, state) => ({ text: writePara(para, place, state) }),
  item: (item, place, state) => writeItem(item, place, state),
  table: (table, place, state) => ({ text: writeTable(table, place.fate, state) }),
  opaque: (opaque, place, state) => ({ text: writeOpaqueBlock(opaque, fateOf(opaque, place.fate), state) }),
} satisfies {
  [T in 'para' | 'item' | 'table' | 'opaque']: (
    block: Extract<Block<Revision>, { type: T }>,
    place: Place,
    state: State,
  ) => Chunk;
};

/** What is put between neighbours: items of one list follow at once while each is one line, all else after a blank. */
function join(chunks: readonly Chunk[]): string {
  let result = '';
  chunks.forEach((chunk, i) => {
    const before = chunks[i - 1];
    const tight = before?.list !== undefined && before.list === chunk.list && !/\n/.test(before.text + chunk.text);
    result += (before === undefined ? '' : tight ? '\n' : '\n\n') + chunk.text;
  });
  return result;
}

/** A remark on a move, and the sign of a boundary, as they stand in front of a text. */
function remarks(node: Block<Revision>, state: State): string {
  const moved = moveRemark(node, state);
  const boundary = node.type === 'para' ? boundarySign(node) : '';
  return [boundary, moved === '' ? '' : `*\\[${escapeText(moved, MIDDLE)}\\]*`].filter((text) => text !== '').join(' ');
}

/** A paragraph at the beginning of a line, kept from reading as a clause or a definition. */
export function writePara(para: Para<Revision>, place: Place, state: State): string {
  if (isPageBreak(para) && fateOf(para, place.fate) === undefined) return '::page-break';
  return paraText(
    para,
    '',
    { opensBlock: true, find: place.inItem === true ? itemLabel : paragraphLabel },
    place.fate,
    state,
  );
}

function isPageBreak({ id, style, revision, children: [first, ...rest] }: Para<Revision>): boolean {
  const plain = id === undefined && style === undefined && revision === undefined;
  return plain && first?.type === 'break' && first.kind === 'page' && first.revision === undefined && rest.length === 0;
}

interface Start {
  readonly opensBlock: boolean;
  /** The labels that would be found there. */
  readonly find?: (text: string) => unknown;
  /** Set where it is the paragraph of a definition: the braces behind its term, '' where there are none. */
  readonly defines?: string;
}

/** The text of a paragraph behind `lead` (a label with its braces and a space, or nothing). */
function paraText(para: Para<Revision>, lead: string, start: Start, around: Fate, state: State): string {
  const fate = fateOf(para, around);
  const braces = para.id === undefined ? '' : `${writeBraces({ id: para.id, words: [] })} `;
  const remark = remarks(para, state);
  const before = `${lead}${braces}${remark === '' ? '' : `${remark} `}`;
  const looks = looksDefined(para.children);
  const setting: Setting = {
    ...LOOSE,
    fate,
    before: before === '' ? '' : ' ',
    opensBlock: start.opensBlock && before === '',
    labelAt: before === '' && start.find !== undefined ? labelAt(start.find) : undefined,
    verb: looks === undefined ? undefined : { at: looks.verb, braces: start.defines },
  };
  return withoutEndSpace(before + writeInlines(para.children, setting, state)) || '{}';
}

/** A bullet: its blocks behind the marker, the lines below it indented. */
function writeItem(item: Item<Revision>, place: Place, state: State): Chunk {
  const fate = fateOf(item, place.fate);
  const remark = remarks(item, state);
  return listItem('-', remark, item.children, fate, state);
}

/** An item of a list; `head` is what stands before its first paragraph. */
function listItem(marker: string, head: string, children: readonly Block<Revision>[], fate: Fate, state: State): Chunk {
  const place: Place = { around: undefined, fate, inItem: head === '' };
  const [first, ...rest] = children;
  const lead = head === '' ? '' : `${head} `;
  const joined = head !== '' && first?.type === 'para' && first.style === undefined && !isPageBreak(first);
  const chunks = joined
    ? [{ text: paraText(first, lead, { opensBlock: false }, fate, state) }, ...chunksOf(rest, place, state)]
    : [...(head === '' ? [] : [{ text: head }]), ...chunksOf(children, place, state)];
  const list = marker === '-' ? '-' : marker.slice(-1);
  return { text: withoutEndSpace(`${marker} ${indent(joinItem(chunks), marker.length + 1)}`), list };
}

/** Within an item a list of bullets or limbs follows its paragraph at once. */
function joinItem(chunks: readonly Chunk[]): string {
  const [first, second] = chunks;
  if (first === undefined || second?.list !== '-' || first.list !== undefined || first.text.includes('\n'))
    return join(chunks);
  return `${first.text}\n${join(chunks.slice(1))}`;
}

/** Space behind a label with nothing after it; any other space at the end is written as a reference. */
export function withoutEndSpace(text: string): string {
  return text.replace(/ $/, '');
}

export function indent(text: string, by: number): string {
  return text.replace(/\n(?!\n|$)/g, `\n${' '.repeat(by)}`);
}

function writeClause(clause: Clause<Revision>, inside: boolean, place: Place, state: State): Chunk[] {
  const form = formOf(clause);
  const fate = fateOf(clause, place.fate);
  const level = form === 'heading' ? (place.around?.level ?? 0) + 1 : 0;
  const opening = openingOf(clause, form, { inside, level }, fate);
  const head = [opening.label, opening.braces, remarks(clause, state)].filter((text) => text !== '').join(' ');
  if (form === 'item') return [limbItem(clause, opening.marker, head, fate, state)];
  const around: Around = {
    form,
    level,
    rank: form === 'heading' ? 0 : rankOf(clause, place.around),
    label: clause.label,
  };
  const inner: Place = { around, fate };
  if (form === 'heading') {
    const line = headingLine(clause, opening, remarks(clause, state), level, fate, state);
    return [{ text: line }, ...chunksOf(clause.children, inner, state)];
  }
  return paragraphClause(clause, opening.braces === '', head, inner, state);
}

function limbItem(clause: Clause<Revision>, marker: string, head: string, fate: Fate, state: State): Chunk {
  const [first, ...rest] = clause.children;
  if (marker !== '-' && head === '' && first?.type === 'para' && first.style === undefined && !isPageBreak(first)) {
    const lead = needsOwnBraces(first) ? '{} ' : '';
    const text = paraText(first, lead, { opensBlock: lead === '' }, fate, state);
    const place: Place = { around: undefined, fate };
    const chunks = [{ text }, ...chunksOf(rest, place, state)];
    return { text: `${marker} ${indent(joinItem(chunks), marker.length + 1)}`, list: marker.slice(-1) };
  }
  const lead = first?.type === 'para' && needsOwnBraces(first) && !head.includes('{') ? `${head} {}`.trim() : head;
  return listItem(marker, lead, clause.children, fate, state);
}

/** A paragraph that begins with braces of its own needs those of its clause in front of them, if empty. */
function needsOwnBraces(para: Para<Revision>): boolean {
  return para.id !== undefined || para.children.length === 0;
}

/** A clause as a paragraph: label, braces, and its first paragraph or definition on the same line. */
function paragraphClause(clause: Clause<Revision>, bare: boolean, head: string, inner: Place, state: State): Chunk[] {
  const [first, ...rest] = clause.children;
  const joined = first?.type === 'para' && first.style === undefined && !isPageBreak(first) ? first : undefined;
  if (joined !== undefined) {
    const lead = bare && needsOwnBraces(joined) ? `${head} {} ` : `${head} `;
    const text = paraText(joined, lead, { opensBlock: false }, inner.fate, state);
    return [{ text }, ...chunksOf(rest, inner, state)];
  }
  if (first?.type === 'definition' && isPlainDefinition(first, rest[0])) {
    const lead =
      bare && first.children[0]?.type === 'para' && first.children[0].id !== undefined ? `${head} {} ` : `${head} `;
    return [...writeDefinition(first, rest[0], lead, inner, state), ...chunksOf(rest, inner, state)];
  }
  return [{ text: head }, ...chunksOf(clause.children, inner, state)];
}

/** A definition as a paragraph and what follows it by itself; in a container where it holds more. */
function writeDefinition(
  definition: Definition<Revision>,
  next: Block<Revision> | undefined,
  lead: string,
  place: Place,
  state: State,
): Chunk[] {
  const fate = fateOf(definition, place.fate);
  const [first, ...rest] = definition.children;
  const remark = remarks(definition, state);
  if (first?.type === 'para' && isPlainDefinition(definition, next)) {
    const before = remark === '' ? lead : `${lead}${remark} `;
    const text = paraText(
      first,
      before,
      { opensBlock: lead === '', defines: writeBraces({ id: definition.id, words: [] }) },
      fate,
      state,
    );
    return [{ text }, ...chunksOf(rest, { around: undefined, fate }, state)];
  }
  const looks = first?.type === 'para' ? looksDefined(first.children) : undefined;
  const term = looks?.term === definition.term ? undefined : definition.term;
  const attributes = writeAttributes({ id: definition.id, term });
  const content = definitionContent(definition, fate, state);
  return [{ text: container(`definition${attributes}`, [...(remark === '' ? [] : [remark]), content].join('\n\n')) }];
}

/** In a container the first paragraph may look like a definition: it is that of the container. */
function definitionContent(definition: Definition<Revision>, fate: Fate, state: State): string {
  const [first, ...rest] = definition.children;
  const place: Place = { around: undefined, fate };
  if (first?.type !== 'para' || first.style !== undefined || looksDefined(first.children) === undefined) {
    return writeBlocks(definition.children, place, state);
  }
  const text = paraText(first, '', { opensBlock: true, find: paragraphLabel, defines: '' }, fate, state);
  return join([{ text }, ...chunksOf(rest, place, state)]);
}

/** A container directive, its fence longer than any in it. */
export function container(head: string, content: string): string {
  const longest = Math.max(2, ...[...content.matchAll(/^[ >]*(:{3,})/gm)].map(([, colons = '']) => colons.length));
  const fence = ':'.repeat(longest + 1);
  return [fence + head, ...(content === '' ? [] : [content]), fence].join('\n');
}

/** A comment as it is; anything else as a directive, or in a redline as the image that a paragraph may hold. */
function writeOpaqueBlock(opaque: Opaque<Revision>, fate: Fate, state: State): string {
  if (fate !== undefined) {
    const { revision: _, ...plain } = opaque;
    return writeInlines(
      [{ type: 'text', value: '' }, plain],
      { ...LOOSE, fate, opensBlock: true, inBrackets: true },
      state,
    );
  }
  const { kind, digest, source, text } = opaque;
  if (kind === 'comment' && digest === source && text === undefined && isCommentBlock(source)) return source;
  return `::opaque${writeAttributes({ kind, digest: digest === source ? undefined : digest, text, source })}`;
}

/** A comment that stands on lines of its own and reads back to the letter. */
function isCommentBlock(source: string): boolean {
  return /^<!--(?:(?!-->)[^\r\t])*-->$/.test(source) && !/\n[ ]|[ ]\n/.test(source);
}
