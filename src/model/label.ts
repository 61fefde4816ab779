/** Labels: how a number is read, what follows it, and which label the numbering gives each provision. */
import type { Block, Clause, Doc, Table } from './document.ts';

/** The counters that legal numbering uses. */
export type Counter = 'decimal' | 'lowerLetter' | 'upperLetter' | 'lowerRoman' | 'upperRoman';

/** A label taken apart: `20.18` is `20.` + 18, `(a)` is `(` + 1 + `)`, `Annex B` is `Annex ` + 2. */
export interface LabelParts {
  readonly prefix: string;
  readonly counter: Counter;
  /** From 1. */
  readonly ordinal: number;
  /** What stands behind the counter: `)`, or the letters of an inserted provision, `A` in `4A`, `a)` in `(za)`. */
  readonly suffix: string;
}

const DIVISION = 'Annex|Appendix|Schedule|Part|Chapter|Article|Art\\.?|Section|Clause|Paragraph|Title|Book';
const NUMBER = '[A-Z]?\\d+[A-Z]{0,2}(?:\\.\\d+[A-Z]{0,2})*';

/** Labels that may open a heading, before its text. */
const HEADING_LABEL = new RegExp(
  `^((?:(?:${DIVISION})\\s+(?:${NUMBER}|[A-Z]|[IVXLC]+)(?=[\\s:.–-]|$))|(?:§§?\\s*\\d+[a-z]{0,2}(?=\\s|$))|(?:${NUMBER}\\.?(?=\\s|$))|(?:[A-Z]\\.(?=\\s)))(?:\\s*[:–]\\s*|\\s+-\\s+|\\s+|$)`,
);

/**
 * What stands in the brackets of a limb's label: `a`, `ii`, `1`, and those of limbs that were inserted between others:
 * `2A`, `za`, `zza`, `a-1`, `A-ii`, `12A-i`.
 */
const LIMB =
  '(?:[ivxlcdm]{2,8}[a-z]|[a-z]{1,2}|z{1,2}[a-z]{1,2}|[ivxlcdm]+|[A-Z]{1,2}|[IVXLCDM]+|\\d{1,3}(?:[a-z]|[A-Z]{1,2})?)(?:-(?:\\d{1,3}|[a-z]{1,4}|[A-Z]{1,4}))?';

/** Labels that may open a paragraph of running text; a bare number is not one, or "12 months" would be a clause. */
const PARAGRAPH_LABEL = new RegExp(`^([A-Z]?\\d+[A-Z]{0,2}(?:\\.\\d+[A-Z]{0,2})+\\.?|\\(${LIMB}\\))(?=\\s|$)\\s*`);

/** A label found at the beginning of a text, and where the text behind it begins (a UTF-16 offset). */
export interface FoundLabel {
  readonly label: string;
  readonly end: number;
}

/** The label that opens a heading, as `4`, `13.2`, `Annex A`, `§ 5`. */
export function headingLabel(text: string): FoundLabel | undefined {
  return found(HEADING_LABEL.exec(text));
}

/** The label that opens a paragraph, as `4.1` or `(a)`. A bare `4` is none. */
export function paragraphLabel(text: string): FoundLabel | undefined {
  return found(PARAGRAPH_LABEL.exec(text));
}

function found(match: RegExpExecArray | null): FoundLabel | undefined {
  return match?.[1] === undefined ? undefined : { label: match[1].replace(/\s+/g, ' '), end: match[0].length };
}

const LIMB_LABEL = new RegExp(`^\\(${LIMB}\\)$`);

/** Whether a label is a limb's: `(a)`, `(ii)`, `a)`, `(1)`, and inserted ones: `(2A)`, `(za)`, `(iia)`. */
export function isLimbLabel(label: string): boolean {
  if (/^\(?[A-Za-z]{1,5}\)$/.test(label) || LIMB_LABEL.test(label)) return true;
  const roman = /^\(?([ivxlcdm]+)([a-z]?)\)$/i.exec(label);
  return roman !== null && readRoman(roman[1] as string) > 0;
}

/** Whether a label is that of a provision that was put between others: `4A`, `(2A)`, `(za)`, `(iia)`. */
export function isInsertedLabel(label: string): boolean {
  return /\d[A-Z]{1,2}\.?$/.test(label) || insertedLimb(label) !== undefined;
}

/** `(za)` behind `(z)`, `(ba)` behind `(b)`, `(iia)` behind `(ii)`, `(2A)` behind `(2)`: what it follows, and its own letters. */
function insertedLimb(label: string): { readonly value: string; readonly letters: string } | undefined {
  const numbered = /^\((\d{1,3})([A-Z]{1,2})\)$/.exec(label);
  if (numbered !== null) return { value: numbered[1] as string, letters: numbered[2] as string };
  const [, value = '', letters = ''] = /^\(([a-z]+)([a-z])\)$/.exec(label) ?? [];
  if (value === '' || readRoman(value + letters) > 0) return undefined;
  const follows = value.length === 1 ? value !== letters : readRoman(value) > 0;
  return follows ? { value, letters } : undefined;
}

/** How deep a dotted number stands: `4` is 1, `4.2` is 2, `4.2.1` is 3. Anything else is 1. */
export function labelDepth(label: string): number {
  return /^[A-Z]?\d/.test(label) ? label.replace(/\.$/, '').split('.').length : 1;
}

const LAST_COUNTER =
  /^(.*?)(\d+|[ivxlcdm]+|[IVXLCDM]+|[a-z]{1,2}|[A-Z]{1,2})([^A-Za-z0-9]*|(?<=\d)[A-Z]{1,2}[^A-Za-z0-9]*)$/s;

/**
 * Takes a label apart. Letters are read as letters unless they can only be a Roman numeral or `roman` says so:
 * `(i)` is the ninth letter after `(h)` and the first numeral elsewhere, which only its neighbours can tell.
 */
export function parseLabel(label: string, roman = false): LabelParts | undefined {
  const inserted = insertedLimb(label);
  const match = LAST_COUNTER.exec(label);
  if (match === null && inserted === undefined) return undefined;
  const [, prefix = '', value = '', suffix = ''] =
    inserted === undefined ? (match as RegExpExecArray) : [label, '(', inserted.value, `${inserted.letters})`];
  if (/[A-Za-z]$/.test(prefix) && !/^[A-Z]$/.test(prefix)) return undefined;
  const counter = counterOf(value, roman);
  const ordinal = counter === undefined ? 0 : READ[counter](value);
  return counter === undefined || ordinal === 0 ? undefined : { prefix, counter, ordinal, suffix };
}

function counterOf(value: string, roman: boolean): Counter | undefined {
  if (/^\d+$/.test(value)) return 'decimal';
  const lower = value === value.toLowerCase();
  const isRoman = readRoman(value) > 0;
  if (isRoman && (roman || value.length > 1)) return lower ? 'lowerRoman' : 'upperRoman';
  if (value.length === 1 || value[0] === value[1]) return lower ? 'lowerLetter' : 'upperLetter';
  return undefined;
}

/** A label put together again. */
export function printLabel(parts: LabelParts): string {
  return parts.prefix + PRINT[parts.counter](parts.ordinal) + parts.suffix;
}

const READ = {
  decimal: Number,
  lowerLetter: readLetters,
  upperLetter: readLetters,
  lowerRoman: readRoman,
  upperRoman: readRoman,
} satisfies Record<Counter, (value: string) => number>;

const PRINT = {
  decimal: String,
  lowerLetter: (n) => printLetters(n),
  upperLetter: (n) => printLetters(n).toUpperCase(),
  lowerRoman: (n) => printRoman(n),
  upperRoman: (n) => printRoman(n).toUpperCase(),
} satisfies Record<Counter, (ordinal: number) => string>;

/** `a` to `z`, then `aa` to `zz`, as Word counts (ISO/IEC 29500-1, 17.18.59). */
function printLetters(ordinal: number): string {
  const letter = String.fromCharCode(97 + ((ordinal - 1) % 26));
  return letter.repeat(Math.floor((ordinal - 1) / 26) + 1);
}

function readLetters(value: string): number {
  const letter = value.toLowerCase().charCodeAt(0) - 96;
  return (value.length - 1) * 26 + letter;
}

const ROMAN: readonly (readonly [string, number])[] = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
];

function printRoman(ordinal: number): string {
  let rest = ordinal;
  let text = '';
  for (const [numeral, value] of ROMAN) {
    while (rest >= value) {
      text += numeral;
      rest -= value;
    }
  }
  return text;
}

/** 0 where the value is no well-formed Roman numeral. */
function readRoman(value: string): number {
  const text = value.toLowerCase();
  let total = 0;
  let at = 0;
  for (const [numeral, worth] of ROMAN) {
    while (text.startsWith(numeral, at)) {
      total += worth;
      at += numeral.length;
    }
  }
  return at === text.length && printRoman(total) === text ? total : 0;
}

/** A node that carries a label. */
export type LabelledNode<R = never> = Clause<R> | Table<R>;

/**
 * The label that numbering gives each labelled provision and table, in document order: siblings of one kind count up
 * from 1 in the manner of the first of them, through sub-headings without a number, a sub-clause takes its parent's label as prefix, a table numbered
 * `9.3` counts within the outermost clause around it. A fixed label keeps what is typed: where it holds a place of its
 * own ("Not used" under a number in sequence) the count goes on behind it, and where it is an inserted number (`4A`) the
 * count does not see it.
 */
export function deriveLabels<R>(document: Doc<R>): Map<LabelledNode<R>, string> {
  const labels = new Map<LabelledNode<R>, string>();
  deriveSiblings(document.children, undefined, labels);
  deriveTables(document, labels);
  return labels;
}

function deriveSiblings<R>(
  blocks: readonly Block<R>[],
  parent: { readonly typed: string; readonly derived: string } | undefined,
  labels: Map<LabelledNode<R>, string>,
  counts: Map<string, number> = new Map(),
): void {
  const clauses = clausesOf(blocks);
  const roman = countsInRoman(clauses.map((clause) => clause.label));
  for (const clause of clauses) {
    const label = deriveOne(clause, parent, counts, roman);
    if (label !== undefined) labels.set(clause, label);
    if (label === undefined) deriveSiblings(clause.children, parent, labels, counts);
    else deriveSiblings(clause.children, { typed: clause.label as string, derived: label }, labels);
  }
}

/** The clauses directly below, those within bullets, cells and definitions left out: they count apart. */
function clausesOf<R>(blocks: readonly Block<R>[]): Clause<R>[] {
  return blocks.filter((block) => block.type === 'clause');
}

function deriveOne<R>(
  clause: Clause<R>,
  parent: { readonly typed: string; readonly derived: string } | undefined,
  counts: Map<string, number>,
  roman: boolean,
): string | undefined {
  if (clause.label === undefined) return undefined;
  const parts = parseLabel(clause.label, roman && isLettered(clause.label));
  if (parts === undefined) return clause.label;
  const stem = parent === undefined ? undefined : `${parent.typed.replace(/\.$/, '')}.`;
  const follows = stem !== undefined && parent !== undefined && parts.prefix === stem;
  const prefix = follows ? `${parent.derived.replace(/\.$/, '')}.` : parts.prefix;
  const inserted = /[A-Za-z]/.test(parts.suffix);
  const series = `${clause.kind} ${follows ? '' : siblingPrefix(parts.prefix)} ${parts.counter} ${parts.suffix}`;
  if (clause.fixed === true) {
    if (!inserted) counts.set(series, parts.ordinal);
    return clause.label;
  }
  const ordinal = (counts.get(series) ?? 0) + 1;
  counts.set(series, ordinal);
  return printLabel({ ...parts, prefix, ordinal });
}

/** Dotted numbers whose parent is not in the tree count by their own prefix. */
function siblingPrefix(prefix: string): string {
  return prefix.replace(/\s+/g, ' ');
}

/** Whether limbs of a list count i, ii, iii: the first of them is `(i)`, or one can be nothing but a numeral. */
function countsInRoman(labels: readonly (string | undefined)[]): boolean {
  const values = labels.map((label) => /^\(?([ivxlcdm]+)[.)]$/i.exec(label ?? '')?.[1]?.toLowerCase());
  const first = values.find((_, i) => isLettered(labels[i]));
  if (first === undefined) return false;
  if (first === 'i' || readRoman(first) > 1) return first.length > 1 || first === 'i' || secondFollows(values, first);
  return false;
}

/** Whether a label is counted in letters or numerals: a limb's, or `B.` of a heading. */
function isLettered(label: string | undefined): boolean {
  return label !== undefined && (isLimbLabel(label) || /^[A-Za-z]{1,5}\.$/.test(label));
}

function secondFollows(values: readonly (string | undefined)[], first: string): boolean {
  const second = values[values.indexOf(first) + 1];
  return second !== undefined && readRoman(second) === readRoman(first) + 1;
}

function deriveTables<R>(document: Doc<R>, labels: Map<LabelledNode<R>, string>): void {
  const counts = new Map<string, number>();
  const visit = (blocks: readonly Block<R>[], outer: Clause<R> | undefined): void => {
    for (const block of blocks) {
      if (block.type === 'table') deriveTable(block, outer, labels, counts);
      else if ('children' in block && block.type !== 'para') {
        visit(block.children, outer ?? (block.type === 'clause' && block.label !== undefined ? block : undefined));
      }
    }
  };
  visit(document.children, undefined);
}

function deriveTable<R>(
  table: Table<R>,
  outer: Clause<R> | undefined,
  labels: Map<LabelledNode<R>, string>,
  counts: Map<string, number>,
): void {
  if (table.label === undefined) return;
  const parts = parseLabel(table.label);
  const within = outer === undefined ? undefined : `${(outer.label as string).replace(/\.$/, '')}.`;
  const counted = parts !== undefined && parts.suffix === '' && (parts.prefix === '' || parts.prefix === within);
  if (!counted || table.fixed === true) {
    labels.set(table, table.label);
    return;
  }
  const stem = parts.prefix === '' ? '' : `${(labels.get(outer as Clause<R>) as string).replace(/\.$/, '')}.`;
  const series = `${table.word ?? 'Table'} ${stem}`;
  const ordinal = (counts.get(series) ?? 0) + 1;
  counts.set(series, ordinal);
  labels.set(table, printLabel({ ...parts, prefix: stem, ordinal }));
}
