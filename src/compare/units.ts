/**
 * Both documents laid out for pairing: a unit for each block, with a number for its content (equal on both sides just
 * where the words are) and a bag of its words for likeness.
 */

import { foldTypography, wordsOf, wordWeight } from '../align/tokens.ts';
import type { Block, Clause, Document, Node, Row, Table } from '../model/document.ts';
import { idOf } from '../model/links.ts';
import { childList, plainText } from '../model/walk.ts';

/** A block or a table row in its place. */
export interface Unit {
  readonly node: Block | Row | Document;
  readonly parent: Unit | undefined;
  readonly children: readonly Unit[];
  /** Its place in the reading order of its side. */
  readonly order: number;
  /** Its place among its parent's children. */
  readonly index: number;
  /** A number for what it says, labels and formatting set aside. */
  readonly content: number;
  /** What it says itself, typography folded; what its children say left out. */
  readonly text: string;
  /** About how many words it says, those of what it holds included. */
  readonly weight: number;
}

/** Stands between the texts of cells; no text has it. */
const BETWEEN_CELLS = '\u0002';

/** How many words of a unit go into its bag; a part of a statute is known well enough by its first pages. */
const BAG_LIMIT = 600;

/** How many UTF-16 code units a word takes, its space included. */
const WORD_LENGTH = 6;

/** Numbers for the words and the contents of two documents, and the bags of words made so far. */
export interface Vocabulary {
  readonly words: Map<string, number>;
  /** How much each word counts, by its number. */
  readonly weights: number[];
  readonly texts: Map<string, number>;
  readonly contents: Map<string, number>;
  readonly bags: Map<Unit, Int32Array>;
  /** Whether both documents are sides of one file, in which what begins at one place is the same. */
  readonly sameFile: boolean;
}

export function newVocabulary(sameFile = false): Vocabulary {
  return { words: new Map(), weights: [], texts: new Map(), contents: new Map(), bags: new Map(), sameFile };
}

function numberOf(key: string, numbers: Map<string, number>): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

/** Lays out a document. */
export function layOut(document: Document, vocabulary: Vocabulary): Unit {
  let order = 0;
  const unit = (node: Unit['node'], parent: Unit | undefined, index: number): Unit => {
    const text = foldTypography(ownText(node)).trim();
    const children: Unit[] = [];
    const made = { node, parent, children, order: order++, index, content: 0, text, weight: text.length / WORD_LENGTH };
    let key = `${node.type} ${numberOf(text, vocabulary.texts)}:`;
    for (const child of blocksOf(node)) {
      const inner = unit(child, made, children.length);
      children.push(inner);
      made.weight += inner.weight;
      key += `${inner.content},`;
    }
    made.content = numberOf(key, vocabulary.contents);
    return made;
  };
  return unit(document, undefined, 0);
}

/** Lays out the rows of a table, as units without a parent. */
export function layOutRows(table: Table, vocabulary: Vocabulary): Unit[] {
  return table.rows.map((row, order) => {
    const text = foldTypography(ownText(row)).trim();
    const content = numberOf(`row ${numberOf(text, vocabulary.texts)}`, vocabulary.contents);
    return {
      node: row,
      parent: undefined,
      children: [],
      order,
      index: order,
      content,
      text,
      weight: text.length / WORD_LENGTH,
    };
  });
}

/** Whether a unit says nothing itself; what stands between the cells of a row does not count. */
export function isBlank({ text }: Unit): boolean {
  return text.split(BETWEEN_CELLS).every((piece) => piece.trim() === '');
}

/** The words of a unit and all it holds: word numbers, sorted, each as often as it stands there, at most `BAG_LIMIT`. */
export function bagOf(unit: Unit, vocabulary: Vocabulary): Int32Array {
  const known = vocabulary.bags.get(unit);
  if (known !== undefined) return known;
  const words: number[] = [];
  const gather = (part: Unit): void => {
    for (const word of wordsOf(part.text)) {
      if (words.length >= BAG_LIMIT) return;
      const number = numberOf(word.toLowerCase(), vocabulary.words);
      vocabulary.weights[number] ??= wordWeight(word);
      words.push(number);
    }
    for (const child of part.children) if (words.length < BAG_LIMIT) gather(child);
  };
  gather(unit);
  const bag = Int32Array.from(words).sort();
  vocabulary.bags.set(unit, bag);
  return bag;
}

/** The blocks directly below a node, as pairing walks them; rows and cells of a table are a matter of its own. */
function blocksOf(node: Node): readonly Block[] {
  return HOLDS_BLOCKS.has(node.type) ? (childList(node, 'children') as readonly Block[]) : [];
}

const HOLDS_BLOCKS: ReadonlySet<string> = new Set(['document', 'clause', 'definition', 'item']);

/** What a node says itself, what its child units say left out. Footnotes belong to what they hang from. */
function ownText(node: Node): string {
  if (node.type === 'clause') return node.heading === undefined ? '' : inlineText(node.heading);
  if (node.type === 'para') return inlineText(node.children);
  if (node.type === 'table') return tableText(node);
  if (node.type === 'row') return node.cells.map((cell) => plainText(cell)).join(` ${BETWEEN_CELLS} `);
  if (node.type === 'opaque') return `${node.kind} ${node.digest}`;
  return '';
}

function tableText(table: Table): string {
  const caption = table.caption === undefined ? '' : inlineText(table.caption);
  return `${caption} ${table.rows.map(ownText).join(' \u0003 ')}`;
}

/** The text of inlines with that of their footnotes. */
function inlineText(inlines: readonly Node[]): string {
  const notes = inlines.filter((inline) => inline.type === 'note');
  const text = plainText(inlines);
  return notes.length === 0 ? text : `${text} \u0004 ${notes.map((note) => plainText(note)).join(' \u0004 ')}`;
}

/** What identifies a unit beyond its text: its anchor, or the term that it defines. */
export function identityOf(unit: Unit): string | undefined {
  const id = idOf(unit.node);
  if (id !== undefined) return `#${id}`;
  return unit.node.type === 'definition' ? `term ${foldTypography(unit.node.term).toLowerCase()}` : undefined;
}

/** Where a unit begins in the file that it was read from, with its type. */
export function placeKey({ node }: Unit): string | undefined {
  const place = node.type === 'document' ? undefined : node.place;
  return place?.start === undefined ? undefined : `${node.type} ${place.part} ${place.start}`;
}

/** Weighs more than all the words of a document. */
const FIXED = 1e9;

/** What a pair counts for standing in place: one that begins at one place of a file was never moved. */
export function placeWeight(before: Node, after: Node, weight: number, { sameFile }: Vocabulary): number {
  if (!sameFile || before.type === 'document' || after.type === 'document') return weight;
  const [x, y] = [before.place, after.place];
  return x?.start !== undefined && x.start === y?.start && x.part === y.part ? FIXED : weight;
}

export function isHeaded(node: Node): node is Clause & { heading: NonNullable<Clause['heading']> } {
  return node.type === 'clause' && node.heading !== undefined && node.heading.length > 0;
}
