/** Quotation marks in more than one style, doubled, or without their partner. */
import { isEnglish } from '../facts/language.ts';
import { PROSE } from '../prose.ts';
import type { Rule, Tell } from '../rule.ts';
import { once, type Passage, type Subject } from '../subject.ts';

const SMART = /[“”‘’]/;
const STRAIGHT = /["']/;

/** The style of most quotation marks of the document. */
const style = once((subject: Subject): 'smart' | 'straight' => {
  let smart = 0;
  let straight = 0;
  for (const { text } of subject.passages) {
    smart += text.match(/[“”‘]/g)?.length ?? 0;
    straight += text.match(/"|(?<=^|[\s(])'(?=\p{L})/gu)?.length ?? 0;
  }
  return straight > smart ? 'straight' : 'smart';
});

export const quotationMarks: Rule = {
  id: 'quotation-marks',
  group: 'text',
  severity: 'note',
  english: true,
  says: 'Quotation marks in another style than the rest, or doubled.',
  good: 'The “Code” and the “Act” apply.',
  bad: 'The “Code” and the "Act" apply. The “Rules” too.',
  check: (subject, tell) => {
    const main = style(subject);
    for (const at of subject.passages) {
      doubled(at, tell);
      const mixed = main === 'smart' ? /"|(?<=^|[\s(])'(?=\p{L})/u.test(at.text) : SMART.test(at.text);
      if (mixed && (SMART.test(at.text) || STRAIGHT.test(at.text))) otherStyle(at, main, tell);
    }
  },
};

/** Two single marks side by side: one too many, or a quotation within one in the same marks. */
function doubled(at: Passage, tell: Tell): void {
  for (const match of at.text.matchAll(/[‘’']{2,}/g)) {
    const reason = 'two single quotation marks stand side by side';
    const note = 'where one quotation stands in another, the inner one has the other kind of mark';
    tell({ reason, at, start: match.index, end: match.index + match[0].length, actual: match[0], note });
  }
}

/** retext finds marks of the other style; those at the same nesting are told once a passage. */
function otherStyle(at: Passage, main: 'smart' | 'straight', tell: Tell): void {
  const found = main === 'smart' ? PROSE.smartQuotes(at.text) : PROSE.straightQuotes(at.text);
  for (const { start, end, actual, expected } of found) {
    const isOther = main === 'smart' ? STRAIGHT.test(actual) : SMART.test(actual);
    if (!isOther || (main === 'smart' && actual === "'" && /\p{L}/u.test(at.text[start - 1] ?? ''))) continue;
    const reason = 'a quotation mark is of another style than most';
    tell(
      expected === undefined
        ? { reason, at, start, end, actual }
        : { reason, at, start, end, actual, expected, fix: expected },
    );
  }
}

/** Which sign closes a quotation, by the one that opens it, for quotations of double marks alone: an apostrophe is no mark. */
const PAIRS = [
  ['“', '”'],
  ['(', ')'],
  ['[', ']'],
] as const;

export const unmatchedPair: Rule = {
  id: 'unmatched-pair',
  group: 'text',
  severity: 'warning',
  says: 'A bracket or quotation mark that is opened and not closed, or the reverse.',
  good: 'The “Code” (the law) applies.',
  bad: 'The “Code” (the law applies.',
  check: (subject, tell) => {
    for (const at of subject.passages) {
      for (const [open, close] of PAIRS) {
        const stray = strayIn(at.text, open, close);
        if (stray === undefined || (open === '“' && !isEnglish(subject))) continue;
        const actual = at.text.slice(Math.max(0, stray - 15), stray + 15);
        const reason = `a ${at.text[stray]} has no partner`;
        // An optional passage in square brackets may run over several paragraphs.
        const severity = open === '(' && at.kind !== 'cell' && isEnglish(subject) ? 'warning' : 'note';
        tell({ reason, at, start: stray, end: stray + 1, actual: `"${actual}"`, severity });
      }
    }
  },
};

/** The offset of the first sign without partner; the bracket of a label such as `a)` needs none. */
function strayIn(text: string, open: string, close: string): number | undefined {
  const waiting: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === open) waiting.push(at);
    else if (text[at] === close && waiting.pop() === undefined) {
      if (
        close === ')' &&
        /(?:^|[\s;,])(?:\p{Ll}{1,4}|\d{1,3}|\p{Lu}|:|;|:-)$/u.test(text.slice(Math.max(0, at - 5), at))
      )
        continue;
      return at;
    }
  }
  // A quotation of several paragraphs opens each and closes the last.
  return open === '“' ? undefined : waiting[0];
}
