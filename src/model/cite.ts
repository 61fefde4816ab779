/**
 * How a provision is cited: `Clause 20.18(a)(ii)`, `Schedule 1, paragraph 2.1`, `Table 9.3, row 2A`, `footnote 7`.
 * A citation names one provision and no other: where numbering restarts it names the division too, and where one
 * number stands twice in one division it says which of them is meant.
 */
import { type DocumentNumbering, isNamedLabel, numberingOf } from './divisions.ts';
import type { Clause, Doc, Meta, Node, Picture, Row, Table } from './document.ts';
import { figureName } from './picture.ts';
import { CHILD_LISTS, childList, plainText, walk } from './walk.ts';

/** A citation taken apart. */
export interface Citation {
  /** In full, as `Schedule 1, paragraph 2.1 (occurrence 2)`. */
  readonly cite: string;
  /** As a text within the division says it: `paragraph 2.1`. */
  readonly own: string;
  /** The division at its head where the number restarts in that: `Schedule 1`. */
  readonly division?: string;
}

/** The citation of what has none: the document itself. */
export const NO_CITE: Citation = { cite: '', own: '' };

/** The citation of every node that holds others, and of every opaque one, in that document's own numbering. */
export function citations<R>(document: Doc<R>): Map<Node<R>, string> {
  const cites = new Map<Node<R>, string>();
  for (const [node, { cite }] of dividedCitations(document)) cites.set(node, cite);
  return cites;
}

/** The same, with the divisions at their heads. */
export function dividedCitations<R>(document: Doc<R>): Map<Node<R>, Citation> {
  const cites = new Map<Node<R>, Citation>();
  const state: CiteState<R> = {
    cites,
    meta: document.meta,
    numbering: numberingOf(document),
    names: countNames(document),
    claimed: new Map(),
    notes: 0,
    loose: 0,
  };
  const visit = (node: Node<R>, around: Citation, place: CitedPlace): void => {
    const citation = citeOne(node, around, place, state);
    cites.set(node, citation);
    const inner = node.type === 'table' ? rowPlaces(node) : NO_ROWS;
    let unnumbered = 0;
    for (const name of CHILD_LISTS[node.type]) {
      for (const child of childList(node, name)) {
        if (CHILD_LISTS[child.type].length === 0 && child.type !== 'opaque' && child.type !== 'picture') continue;
        if (isUnnumbered(child)) unnumbered += 1;
        visit(child, citation, { row: inner.get(child), unnumbered });
      }
    }
  };
  visit(document, NO_CITE, { row: undefined, unnumbered: 0 });
  return cites;
}

interface CiteState<R> {
  readonly cites: Map<Node<R>, Citation>;
  readonly meta: Meta;
  readonly numbering: DocumentNumbering<R>;
  /** How often each name of what has no number stands in the document. */
  readonly names: ReadonlyMap<string, number>;
  /** The citations given, each with how many provisions asked for it. */
  readonly claimed: Map<string, number>;
  notes: number;
  loose: number;
}

/** What a node is among those around it. */
interface CitedPlace {
  readonly row: RowPlace | undefined;
  /** How many provisions without number and heading stand in front of it in its list, itself included. */
  readonly unnumbered: number;
}

const NO_ROWS: ReadonlyMap<unknown, RowPlace> = new Map();

function citeOne<R>(node: Node<R>, around: Citation, place: CitedPlace, state: CiteState<R>): Citation {
  if (node.type === 'clause') return claim(citeClause(node, around, place, state), state);
  if (node.type === 'table') return citeTable(node, around, state);
  if (node.type === 'picture') return citePicture(node, around, state);
  if (node.type === 'row') return citeRow(node, around, place.row, state);
  if (node.type === 'definition') return claim(named(`definition of "${oneLine(node.term)}"`, around, state), state);
  if (node.type === 'note') return claim(alone(`${node.kind} ${++state.notes}`), state);
  if (around.cite === '' && (node.type === 'para' || node.type === 'item')) {
    return claim(alone(`paragraph ${++state.loose}`), state);
  }
  return around;
}

/** A picture that is a figure by its number; any other by what it stands in. */
function citePicture<R>(picture: Picture<R>, around: Citation, state: CiteState<R>): Citation {
  const name = figureName(picture);
  return name === undefined ? around : claim(alone(name), state);
}

/** A citation that no other provision has: where one asks for it again, which of them it is. */
function claim(citation: Citation, { claimed }: Pick<CiteState<never>, 'claimed'>, again = occurrence): Citation {
  const { cite } = citation;
  let count = (claimed.get(cite) ?? 0) + 1;
  while (count > 1 && claimed.has(again(cite, count))) count += 1;
  claimed.set(cite, count);
  if (count === 1) return citation;
  const text = again(cite, count);
  claimed.set(text, 1);
  return { ...citation, cite: text };
}

const occurrence = (cite: string, count: number): string => `${cite} (occurrence ${count})`;
const counted = (cite: string, count: number): string => `${cite} ${count}`;

function citeClause<R>(clause: Clause<R>, around: Citation, { unnumbered }: CitedPlace, state: CiteState<R>): Citation {
  const label = labelOf(clause);
  if (label === undefined) {
    const heading = clause.heading === undefined ? '' : plainText(clause.heading).trim();
    if (heading !== '') return named(`"${shorten(heading)}"`, around, state);
    return below(around, `unnumbered provision ${unnumbered}`);
  }
  if (clause.kind === 'limb') return limbCite(around, label);
  return numbered(clause, isNamedLabel(label) ? '' : state.meta.provision, label, state);
}

function isUnnumbered(node: Node<unknown>): boolean {
  return node.type === 'clause' && node.label === undefined && node.heading === undefined;
}

function labelOf(node: Clause<unknown> | Table<unknown>): string | undefined {
  return node.label === undefined ? undefined : oneLine(node.label).replace(/\.$/, '');
}

/** What has a number: with the division in which that restarts, and there by the word for provisions in it. */
function numbered<R>(node: Clause<R> | Table<R>, word: string, label: string, state: CiteState<R>): Citation {
  const division = state.numbering.division(node);
  const around = division === undefined ? '' : (state.cites.get(division)?.cite ?? '');
  if (division === undefined || around === '') return alone(`${word} ${label}`.trim());
  const isProvision = node.type === 'clause' && word !== '';
  if (isProvision && state.numbering.isAttached(division)) return inDivision(around, `paragraph ${label}`);
  // The word of the provision stands in a citation once: `Clause B, 3`.
  const plain = isProvision && around.startsWith(`${word} `);
  return inDivision(around, plain ? label : `${word} ${label}`.trim());
}

function inDivision(division: string, own: string): Citation {
  return { cite: `${division}, ${own}`, own, division };
}

/** What has a name: with what it stands in where the name stands in the document twice. */
function named<R>(name: string, around: Citation, { names }: CiteState<R>): Citation {
  return (names.get(name) ?? 0) > 1 && around.cite !== '' ? inDivision(around.cite, name) : alone(name);
}

function alone(own: string): Citation {
  return { cite: own, own };
}

/** The citation of what is around with more behind it. */
function below(around: Citation, own: string, between = ', '): Citation {
  if (around.cite === '') return alone(own);
  return { ...around, cite: around.cite + between + own, own: around.own + between + own };
}

/** `(a)` is appended; a limb labelled `1` or `a)` needs parting from what stands before. */
function limbCite(around: Citation, label: string): Citation {
  if (around.cite === '') return alone(`paragraph ${label}`);
  return below(around, label, label.startsWith('(') && /[\w)]$/.test(around.cite) ? '' : ', ');
}

function citeTable<R>(table: Table<R>, around: Citation, state: CiteState<R>): Citation {
  const label = labelOf(table);
  if (label !== undefined) return claim(numbered(table, table.word ?? 'Table', label, state), state);
  const caption = captionOf(table);
  if (caption !== '') return claim(named(caption, around, state), state);
  return claim(below(around, 'table'), state, counted);
}

function captionOf(table: Table<unknown>): string {
  const caption = table.caption === undefined ? '' : plainText(table.caption).trim();
  return caption === '' ? '' : `table "${shorten(caption)}"`;
}

/** How often each name stands in the document: headings without number, captions, defined terms. */
function countNames<R>(document: Doc<R>): Map<string, number> {
  const names = new Map<string, number>();
  walk(document, (node) => {
    const name = nameOf(node);
    if (name !== undefined) names.set(name, (names.get(name) ?? 0) + 1);
  });
  return names;
}

function nameOf(node: Node<unknown>): string | undefined {
  if (node.type === 'definition') return `definition of "${oneLine(node.term)}"`;
  if (node.type === 'table') return node.label === undefined ? captionOf(node) : undefined;
  if (node.type !== 'clause' || node.label !== undefined || node.heading === undefined) return undefined;
  return `"${shorten(plainText(node.heading).trim())}"`;
}

/** Where a row stands in its table: its number among the rows that are no heading, and its key. */
interface RowPlace {
  readonly number: number;
  readonly key: string;
}

function rowPlaces<R>(table: Table<R>): Map<Node<R>, RowPlace> {
  const keys = rowKeys(table);
  const places = new Map<Node<R>, RowPlace>();
  let number = 0;
  for (const row of table.rows) {
    if (row.header !== true) number += 1;
    places.set(row, { number, key: (keys.get(row) ?? []).join(', ') });
  }
  return places;
}

function citeRow<R>(row: Row<R>, around: Citation, place: RowPlace | undefined, state: CiteState<R>): Citation {
  if (row.header === true) return claim(below(around, 'heading row'), state, counted);
  const key = place?.key ?? '';
  if (key === '') return claim(below(around, `row ${place?.number ?? 0}`), state);
  return claim(below(around, /^[\d.]*[A-Z]?$/.test(key) ? `row ${key}` : `"${shorten(key)}"`), state);
}

/**
 * The texts of the key cells of each row, in the order of `keyedBy`; an empty string where a key column is missing,
 * an empty list where the table has no keys.
 */
export function rowKeys<R>(table: Table<R>): Map<Row<R>, string[]> {
  const header = table.rows.find((candidate) => candidate.header === true);
  if (header === undefined || table.keyedBy.length === 0) return new Map();
  const names = gridTexts(header);
  const columns = table.keyedBy.map((name) => names.indexOf(name));
  return new Map(
    table.rows.map((row) => {
      const values = gridTexts(row);
      return [row, columns.map((column) => values[column] ?? '')];
    }),
  );
}

/** The text of each grid column of a row; a cell that spans columns answers for its first. */
export function gridTexts<R>(row: Row<R>): string[] {
  const texts: string[] = [];
  for (const cell of row.cells) {
    texts.push(plainText(cell).replace(/\s+/g, ' ').trim());
    for (let i = 1; i < (cell.columnSpan ?? 1); i++) texts.push('');
  }
  return texts;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79).replace(/[\ud800-\udbff]$/, '')}…` : line;
}
