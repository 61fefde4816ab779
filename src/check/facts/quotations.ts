/** What a document quotes, and where it amends other texts: words that are not its own, and that no rule may judge or mend. */
import { once, type Passage, type Subject } from '../subject.ts';

/** UTF-16 offsets in the text of a passage, half-open, quotation marks included. */
export interface Quotation {
  readonly start: number;
  readonly end: number;
}

/** Words of an instruction that amends another text. */
const AMENDING =
  /\b(?:substitut(?:e|es|ed|ing)|insert(?:s|ed|ing)?|omit(?:s|ted|ting)?|str(?:ike|ikes|iking|icken|uck)|repeal(?:s|ed|ing)?|delet(?:e|es|ed|ing)|replac(?:e|es|ed|ing)|amend(?:s|ed|ing)?|revoke[sd]?|add(?:s|ed|ing)?|adding the words|read as follows|for the words?|after the words?|the phrase)\b/i;

/** Whether a passage speaks of what another text is to say. */
export function isAmending(at: Passage): boolean {
  return AMENDING.test(at.text);
}

/** So many paragraphs a quotation may run over. */
const LONGEST = 80;

/** The quotations of each passage that has any. */
const quotations = once((subject: Subject): ReadonlyMap<Passage, readonly Quotation[]> => {
  const found = new Map<Passage, readonly Quotation[]>();
  const { passages } = subject;
  for (let i = 0; i < passages.length; i++) {
    const at = passages[i] as Passage;
    const within = quotationsIn(at.text);
    if (within.ranges.length > 0 && !found.has(at)) found.set(at, within.ranges);
    if (within.open === undefined) continue;
    const last = closingPassage(passages, i);
    if (last === undefined) continue;
    for (let j = i; j <= last; j++) {
      const inner = passages[j] as Passage;
      found.set(inner, [{ start: j === i ? within.open : 0, end: inner.text.length }, ...(found.get(inner) ?? [])]);
    }
  }
  return found;
});

/** Pairs of marks, and where a last one is left open. Straight marks open and close by turns; an odd one opens to the end. */
function quotationsIn(text: string): { readonly ranges: readonly Quotation[]; readonly open?: number } {
  const ranges: Quotation[] = [];
  if (!/["“”‘«]/.test(text)) return { ranges };
  const waiting: number[] = [];
  let straight: number | undefined;
  for (const { 0: mark, index } of text.matchAll(
    /["“”«»]|(?<![\p{L}\p{N}])‘|(?<=[\p{L}\p{N}.,;:!?…)])’(?![\p{L}\p{N}])/gu,
  )) {
    if (mark === '"') {
      if (straight === undefined) straight = index;
      else {
        ranges.push({ start: straight, end: index + 1 });
        straight = undefined;
      }
    } else if (mark === '“' || mark === '«' || mark === '‘') waiting.push(index);
    else {
      const start = waiting.pop();
      if (start !== undefined) ranges.push({ start, end: index + 1 });
      else if (mark !== '’') ranges.push({ start: 0, end: index + 1 });
    }
  }
  if (straight !== undefined) ranges.push({ start: straight, end: text.length });
  const open = waiting.find((index) => text[index] === '“');
  return open === undefined ? { ranges } : { ranges, open };
}

/** The passage that closes a quotation which another leaves open, where one does. */
function closingPassage(passages: readonly Passage[], from: number): number | undefined {
  for (let i = from + 1; i < Math.min(passages.length, from + LONGEST); i++) {
    const text = passages[i]?.text ?? '';
    const closes = text.match(/”/g)?.length ?? 0;
    const opens = text.match(/“/g)?.length ?? 0;
    if (
      closes > opens ||
      (closes > 0 && closes >= opens && /^\s*“/.test(text) && /”[.,;:]?(?:\s*(?:and|or))?\s*$/.test(text))
    )
      return i;
  }
  return undefined;
}

/** Whether a stretch of a passage lies in words that are quoted, or touches them. */
export function isQuoted(subject: Subject, at: Passage, start: number, end: number): boolean {
  if (at.style === 'quote') return true;
  return (
    quotations(subject)
      .get(at)
      ?.some((range) => range.start < end && start < range.end) === true
  );
}

/** What stands for code in a passage. */
const CODE = '\uFFFC';

/**
 * Whether a stretch may be mended: no quotation is near it, the paragraph amends no other text in quoted words, and it
 * holds no code, so that nothing but the author's own prose is touched.
 */
export function isOwnProse(subject: Subject, at: Passage, start: number, end: number): boolean {
  if (at.style !== undefined || at.text.includes(CODE) || isQuoted(subject, at, start - 2, end + 2)) return false;
  return !isAmending(at) || !/["“”«»‘]/.test(at.text);
}
