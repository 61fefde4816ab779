/** The abbreviations of a document: where each is first used, and where it is spelt out. */

import { plainText } from '../../model/walk.ts';
import { pushTo } from '../group.ts';
import { once, type Passage, pieceAt, type Subject } from '../subject.ts';
import { definedTerms } from './terms.ts';
import type { Use } from './words.ts';

export interface Acronym {
  readonly text: string;
  readonly uses: readonly Use[];
  readonly expansions: readonly Expansion[];
}

export interface Expansion extends Use {
  /** What it stands for, as printed before or in the brackets. */
  readonly words: string;
  /** Set where nothing but the abbreviation stands in the brackets. */
  readonly alone?: true;
}

/** Two capitals at least; digits may follow, as in `SMETS1`, and a small s. */
const ACRONYM = /(?<![\p{L}\p{N}_/.&@-])(\p{Lu}{2,}(?:\p{Lu}|\d(?!\d\d))*)(?:s|’s|'s)?(?![\p{L}\p{N}_@]|[-/.&]\p{L})/gu;

/** What takes capitals without being short for anything. */
const NUMERAL = /^(?:[IVXLC]+|[A-Z]{1,2}\d*)$/;
const BEFORE_LABEL =
  /(?:Appendix|Appendices|Annex|Schedule|Section|Part|Clause|Table|Figure|Version|Form|Category|Class)\s+$/;

/** Every abbreviation of a document by its text. */
export const acronyms = once((subject: Subject): ReadonlyMap<string, Acronym> => {
  const uses = new Map<string, Use[]>();
  const expansions = new Map<string, Expansion[]>();
  for (const passage of subject.passages) {
    if (isShouted(passage.text)) continue;
    for (const use of usesIn(passage)) pushTo(uses, use.text, use);
    for (const expansion of expansionsIn(passage)) pushTo(expansions, expansion.text, expansion);
  }
  for (const term of definedTerms(subject)) {
    for (const match of term.term.matchAll(ACRONYM)) {
      const words = plainText(term.node).slice(0, 80);
      pushTo(expansions, match[1] as string, { words, ...term.use });
    }
  }
  const all = [...uses].map(([text, list]) => [text, { text, uses: list, expansions: expansions.get(text) ?? [] }]);
  return new Map(all as [string, Acronym][]);
});

/** In a passage mostly of capitals, they say nothing. */
function isShouted(text: string): boolean {
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  return small < (text.match(/\p{Lu}/gu)?.length ?? 0);
}

function usesIn(passage: Passage): (Use & { readonly text: string })[] {
  const found = [];
  for (const match of passage.text.matchAll(ACRONYM)) {
    const text = match[1] as string;
    if (isLabel(text, passage.text.slice(0, match.index))) continue;
    if (pieceAt(passage, match.index)?.inline.type === 'blank') continue;
    found.push({ text, at: passage, start: match.index, end: match.index + text.length });
  }
  return found;
}

function isLabel(text: string, before: string): boolean {
  return NUMERAL.test(text) && (BEFORE_LABEL.test(before) || /^[IVXLC]+$/.test(text));
}

/** White space is counted, so that much of it behind a bracket takes no longer than other text. */
const BRACKETS = /\(\s{0,3}(?:the\s{1,3})?['‘“"]?(?:the\s{1,3})?([^()]{2,50}?)['’”"]?\s{0,3}\)/g;

/** `Smart Energy Code (SEC)`, and `SEC (Smart Energy Code)`. */
function expansionsIn(passage: Passage): (Expansion & { readonly text: string })[] {
  const found = [];
  for (const match of passage.text.matchAll(BRACKETS)) {
    const inside = match[1] as string;
    const end = match.index + match[0].length;
    for (const short of inside.matchAll(ACRONYM)) {
      const text = short[1] as string;
      const words = spelt(text, passage.text.slice(Math.max(0, match.index - 160), match.index));
      if (words !== undefined && !words.includes(text)) {
        const alone = inside === text ? { alone: true as const } : {};
        found.push({ text, words, at: passage, start: match.index - words.length - 1, end, ...alone });
      }
    }
    const before = /(?<![\p{L}\p{N}])(\p{Lu}{2,}\d?)s?\s+$/u.exec(passage.text.slice(0, match.index))?.[1];
    if (before !== undefined && spelt(before, inside) !== undefined) {
      found.push({ text: before, words: inside, at: passage, start: match.index, end });
    }
  }
  return found;
}

const SMALL: ReadonlySet<string> = new Set(['of', 'and', 'the', 'for', 'to', 'in', 'on', 'a', 'an', '&', 'with', 'by']);

/** The words at the end of a text whose initials, read backwards, give the letters of an abbreviation. */
function spelt(acronym: string, before: string): string | undefined {
  const letters = acronym.replace(/\d/g, '').toLowerCase();
  const words = [...before.trimEnd().matchAll(/[\p{L}\p{N}&][\p{L}\p{N}'’]*/gu)];
  const first = letters[0] as string;
  for (let count = 2; count <= Math.min(words.length, letters.length + 5); count++) {
    const start = words.at(-count) as RegExpExecArray;
    const chosen = words.slice(-count).map((word) => word[0]);
    if (chosen[0]?.toLowerCase().startsWith(first) !== true || SMALL.has(chosen[0].toLowerCase())) continue;
    if (spells(letters, chosen)) return before.slice(start.index).trim();
  }
  return undefined;
}

/** Whether the letters follow one another at the beginnings of the words, or behind a letter that did. */
function spells(letters: string, words: readonly string[]): boolean {
  let at = 0;
  let missed = 0;
  const capitals = words.every((word) => SMALL.has(word.toLowerCase()) || /^[\p{Lu}\d&]/u.test(word));
  for (const word of words) {
    const lower = word.toLowerCase();
    if (lower[0] === letters[at]) {
      at += 1;
      for (const inner of word.slice(1)) if (/\p{Lu}/u.test(inner) && inner.toLowerCase() === letters[at]) at += 1;
    } else if (!SMALL.has(lower)) missed += 1;
  }
  return at >= letters.length - (letters.length > 3 ? 1 : 0) && at > 1 && missed <= (capitals ? 2 : 0);
}
