/** Quotation marks in more than one style, or doubled. */
import { useOf } from '../../facts/words.ts';
import { PROSE } from '../../prose.ts';
import type { ReportFound, Rule } from '../../rule.ts';
import { once, type Passage, type Subject } from '../../subject.ts';

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
  why: 'Marks of two kinds are a trace of pasting.',
  good: 'The “Code” and the “Act” apply.',
  bad: 'The “Code” and the "Act" apply. The “Rules” too.',
  check: (subject, report) => {
    const main = style(subject);
    for (const at of subject.passages) {
      doubled(at, report);
      const mixed = main === 'smart' ? /"|(?<=^|[\s(])'(?=\p{L})/u.test(at.text) : SMART.test(at.text);
      if (mixed && (SMART.test(at.text) || STRAIGHT.test(at.text))) otherStyle(at, main, report);
    }
  },
};

/** Two single marks side by side: one too many, or a quotation within one in the same marks. */
function doubled(at: Passage, report: ReportFound): void {
  for (const match of at.text.matchAll(/[‘’']{2,}/g)) {
    const reason = 'two single quotation marks stand side by side';
    const note = 'where one quotation stands in another, the inner one has the other kind of mark';
    report({ reason, ...useOf(at, match), actual: match[0], note });
  }
}

/** retext finds marks of the other style; those at the same nesting are told once a passage. */
function otherStyle(at: Passage, main: 'smart' | 'straight', report: ReportFound): void {
  const found = main === 'smart' ? PROSE.smartQuotes(at.text) : PROSE.straightQuotes(at.text);
  for (const { start, end, actual } of found) {
    const expected =
      main === 'smart' ? markAt(at.text, start, actual) : actual.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
    const isOther = main === 'smart' ? STRAIGHT.test(actual) : SMART.test(actual);
    if (!isOther || (main === 'smart' && actual === "'" && /\p{L}/u.test(at.text[start - 1] ?? ''))) continue;
    const reason = 'a quotation mark is of another style than most';
    report(expected === undefined ? { reason, at, start, end, actual } : { reason, at, start, end, actual, expected });
  }
}

/** The mark that belongs at an offset: one that opens behind a space or a bracket, and one that closes behind a word. */
function markAt(text: string, at: number, actual: string): string | undefined {
  const opens = /(?:^|[\s([—–-])$/.test(text.slice(0, at)) && /^[\p{L}\p{N}(]/u.test(text.slice(at + 1));
  const closes = /[\p{L}\p{N}.,;:!?)…]$/u.test(text.slice(0, at)) && /^(?:[\s.,;:!?)\]—–-]|$)/.test(text.slice(at + 1));
  if (opens === closes) return undefined;
  if (actual === '"') return opens ? '“' : '”';
  return opens ? '‘' : '’';
}
