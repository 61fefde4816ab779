/** A condition of success that is said the wrong way round: "successful where … exceed" against "successful where … within". */
import { sentencesOf, type Use } from '../facts/words.ts';
import type { Rule } from '../rule.ts';
import type { Passage, Subject } from '../subject.ts';

const LIMIT = /\b(threshold|limit|maximum|cap|ceiling|tolerance)s?\b/i;
const OVER =
  /\b(?:(?:to |do |does |would |will )?exceeds?|exceeding|(?:is|are|be) (?:above|over|greater than|more than))\b/gi;
const WITHIN =
  /\b(?:within|(?:do|does|is|are|would|will) not exceed|not exceeding|(?:is|are|be) (?:below|under)|no more than|at most)\b/i;
const WELL = /\b(?:successful(?:ly)?|success|succeeds?|passed|passes|met|exits?)\b/i;
const ILL = /\b(?:unsuccessful(?:ly)?|fail(?:s|ed|ure)?|not successful(?:ly)?)\b/i;

interface Said extends Use {
  readonly limit: string;
  readonly well: boolean;
  readonly over: boolean;
}

/** What each sentence says of the outcome on either side of a limit. */
function saidIn(at: Passage): Said[] {
  if (!LIMIT.test(at.text)) return [];
  return sentencesOf(at.text).flatMap(({ start, end }): Said[] => {
    const sentence = at.text.slice(start, end);
    const limit = LIMIT.exec(sentence)?.[1]?.toLowerCase();
    const outcome = WELL.test(sentence) !== ILL.test(sentence) ? !ILL.test(sentence) : undefined;
    const over = [...sentence.matchAll(OVER)].find((match) => !isDenied(sentence, match.index));
    const within = WITHIN.test(sentence);
    if (limit === undefined || outcome === undefined || !/\b(?:where|when|if|once)\b/i.test(sentence)) return [];
    if ((over !== undefined) === within) return [];
    const spot =
      over === undefined ? { start, end } : { start: start + over.index, end: start + over.index + over[0].length };
    return [{ at, ...spot, limit, well: outcome, over: over !== undefined }];
  });
}

function isDenied(sentence: string, at: number): boolean {
  return (
    /\b(?:not|never|no longer|neither|nor|without)\s+(?:\w+\s+)?$/i.test(sentence.slice(0, at)) ||
    /^(?:do|does|would|will)\b/i.test(sentence.slice(at))
  );
}

export const polarity: Rule = {
  id: 'polarity',
  group: 'packs',
  severity: 'error',
  english: true,
  says: 'A condition of success that says "exceed" where the document says "within" elsewhere, or the reverse.',
  good: 'Testing is successful where issues are within the threshold. It is unsuccessful where issues exceed the threshold.',
  bad: 'Testing is successful where issues are within the threshold. It is successful where issues exceed the threshold.',
  check: (subject: Subject, tell) => {
    const said = subject.passages.flatMap(saidIn);
    for (const one of said) {
      if (one.well !== one.over) continue;
      const against = said.find(
        (other) => other.limit === one.limit && other.well === one.well && other.over !== one.over,
      );
      const mirrored = said.find(
        (other) => other.limit === one.limit && other.well !== one.well && other.over === one.over,
      );
      const evidence = against ?? mirrored;
      if (evidence === undefined || evidence === one) continue;
      const { at, start, end } = one;
      const expected = one.well ? 'do not exceed, or are within' : 'exceed';
      const reason = `what counts as ${one.well ? 'success' : 'failure'} is said the other way round elsewhere`;
      const note = evidence.at.cite === '' ? {} : { note: `see ${evidence.at.cite}` };
      tell({ reason, at, start, end, actual: at.text.slice(Math.max(0, start - 30), end + 30), expected, ...note });
    }
  },
};
