/** Brackets and quotation marks without their partner. */
import { isEnglish } from '../../facts/language.ts';
import type { Rule } from '../../rule.ts';
import type { Passage } from '../../subject.ts';

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
  why: 'What belongs into the brackets or the quotation is open.',
  good: 'The “Code” (the law) applies.',
  bad: 'The “Code” (the law applies.',
  check: (subject, report) => {
    for (const at of subject.passages) {
      for (const [open, close] of PAIRS) {
        const stray = strayIn(at.text, open, close) ?? (open === '“' ? leftOpen(at) : undefined);
        if (stray === undefined || (open === '“' && !isEnglish(subject))) continue;
        const actual = at.text.slice(Math.max(0, stray - 15), stray + 15);
        const reason = `a ${at.text[stray]} has no partner`;
        // An optional passage in square brackets may run over several paragraphs.
        const quotes = open === '“' && LEFT_OPEN.test(at.text);
        const severity =
          (open === '(' || quotes) && at.kind === 'text' && isEnglish(subject) && at.text[stray] === open
            ? 'warning'
            : 'note';
        report({ reason, at, start: stray, end: stray + 1, actual: `"${actual}"`, severity });
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

/** A term that opens a definition in quotation marks which nothing closes. */
const LEFT_OPEN = /^\s*[“"](?:[^“”"]{2,60}?)\s(?:means?|includes?|has the meaning|shall mean|refers to)\b[^“”"]*$/;

function leftOpen({ text }: Passage): number | undefined {
  return LEFT_OPEN.test(text) ? text.search(/[“"]/) : undefined;
}
