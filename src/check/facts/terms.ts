/** The terms that a document defines: by a definition, in a table of terms, or in brackets behind what they stand for. */
import { definitionRows } from '../../model/define-table.ts';
import type { Node, Table } from '../../model/document.ts';
import { walk } from '../../model/walk.ts';
import { once, type Passage, type Subject } from '../subject.ts';
import type { Use } from './words.ts';

export interface DefinedTerm {
  readonly term: string;
  /** The definition, or the row of the table. */
  readonly node: Node;
  readonly use: Use;
  readonly by: 'definition' | 'table' | 'brackets';
}

/** All of them, in reading order within each kind. */
export const definedTerms = once((subject: Subject): readonly DefinedTerm[] => {
  const passages = new Map<Node, Passage>();
  for (const passage of subject.passages) if (!passages.has(passage.node)) passages.set(passage.node, passage);
  const found: DefinedTerm[] = [];
  walk(subject.document, (node) => {
    if (node.type === 'definition') {
      const at = passageIn(node, passages);
      if (at !== undefined) found.push(entry(node.term, node, at, 'definition'));
    } else if (node.type === 'table') found.push(...rowsOf(node, passages));
  });
  return [...found, ...bracketed(subject)];
});

/** The words that make a definition of a paragraph; without them it is a list of another kind. */
export const MEANS =
  /\b(?:means?|shall mean|will mean|includes?|shall include|has the (?:same )?meanings?|have the (?:same )?meanings?|refers? to|is defined|are defined|is any|is an?|is the|in relation to)\b|:\s/i;

/** Whether words can be a term: not a year, a date or the name of an Act. */
export function isTerm(term: string): boolean {
  return (
    /\p{L}{2}/u.test(term) &&
    term.length <= 80 &&
    !/^(?:amended|repealed|inserted|added|history|note|source|see)\b/i.test(term)
  );
}

function entry(term: string, node: Node, at: Passage, by: DefinedTerm['by']): DefinedTerm {
  const start = Math.max(0, at.text.indexOf(term));
  return { term, node, use: { at, start, end: Math.min(at.text.length, start + term.length) }, by };
}

function passageIn(node: Node, passages: ReadonlyMap<Node, Passage>): Passage | undefined {
  let found: Passage | undefined;
  walk(node, (inner) => {
    found ??= passages.get(inner);
  });
  return found;
}

/** `Device Model Combination or DMC` in the first cell defines both. */
function rowsOf(table: Table, passages: ReadonlyMap<Node, Passage>): DefinedTerm[] {
  return definitionRows(table).flatMap((row): DefinedTerm[] => {
    const cell = row.cells[0];
    const at = cell === undefined ? undefined : passageIn(cell, passages);
    if (at === undefined) return [];
    return at.text
      .split(/\s+or\s+|\n/)
      .map((term) => term.replace(/^[“"‘']+|[”"’']+$/g, '').trim())
      .filter((term) => term !== '')
      .map((term) => entry(term, row, at, 'table'));
  });
}

/** `the Smart Energy Code (the "Code")`: a term in quotation marks within brackets. */
const BRACKETED = /\((?:the|each,?|an?|together,?|collectively,?)?\s*[“"‘']([^“”"‘’'()]{2,60})[”"’']\)/g;

function bracketed(subject: Subject): DefinedTerm[] {
  const found: DefinedTerm[] = [];
  for (const at of subject.passages) {
    if (!at.text.includes('(')) continue;
    for (const match of at.text.matchAll(BRACKETED)) {
      const term = (match[1] as string).trim();
      if (!/^\p{Lu}/u.test(term)) continue;
      const start = match.index + match[0].indexOf(term);
      found.push({ term, node: at.node, use: { at, start, end: start + term.length }, by: 'brackets' });
    }
  }
  return found;
}

const ELSEWHERE =
  /\b(?:terms?|words?|expressions?)\b[^.]{0,120}\bmeanings?\b[^.]{0,60}\b(?:given|gives?|in|under|as)\b|\b(?:words|expressions|terms) (?:and expressions )?(?:used|defined) in\b[^.]{0,120}\b(?:interpreted|same meaning)\b/i;

/** Whether the text leaves the meaning of terms to another document: `Another term has the meaning that the Code gives to it`. */
export const leavesToOthers = once((subject: Subject): boolean =>
  subject.passages.some(({ text }) => ELSEWHERE.test(text)),
);
