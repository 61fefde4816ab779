/** What a text says of a limit: that something exceeds it or is within it, and how that ends. */
import { sentencesOf } from './words.ts';

const LIMIT = /\b(threshold|limit|maximum|cap|ceiling|tolerance)s?\b/i;
const OVER =
  /\b(?:(?:to |do |does |would |will )?exceeds?|exceeding|(?:is|are|be) (?:above|over|greater than|more than))\b/gi;
const WITHIN =
  /\b(?:within|(?:do|does|is|are|would|will) not exceed|not exceeding|(?:is|are|be) (?:below|under)|no more than|at most)\b/i;
const WELL = /\b(?:successful(?:ly)?|success|succeeds?|passed|passes|met|exits?)\b/i;
const ILL = /\b(?:unsuccessful(?:ly)?|fail(?:s|ed|ure)?|not successful(?:ly)?)\b/i;

/** What a sentence says of a limit. */
export interface Direction {
  /** UTF-16 offsets in the text: of the words that say so, or of the sentence. */
  readonly start: number;
  readonly end: number;
  /** The sentence. */
  readonly words: string;
  /** `threshold`, `limit` … */
  readonly limit: string;
  readonly over: boolean;
  /** Whether it is said to be a success; absent where the sentence tells neither. */
  readonly well?: boolean;
  /** Whether it is a condition: `where`, `if`. */
  readonly conditional: boolean;
}

/** The sentences of a text that say on which side of a limit something is, and not both. */
export function directionsIn(text: string): Direction[] {
  if (!LIMIT.test(text)) return [];
  return sentencesOf(text).flatMap(({ start, end }): Direction[] => {
    const words = text.slice(start, end);
    const limit = LIMIT.exec(words)?.[1]?.toLowerCase();
    const over = [...words.matchAll(OVER)].find((match) => !isDenied(words, match.index));
    if (limit === undefined || (over !== undefined) === WITHIN.test(words)) return [];
    const spot =
      over === undefined ? { start, end } : { start: start + over.index, end: start + over.index + over[0].length };
    const outcome = WELL.test(words) === ILL.test(words) ? {} : { well: !ILL.test(words) };
    const conditional = /\b(?:where|when|if|once)\b/i.test(words);
    return [{ ...spot, words: words.trim(), limit, over: over !== undefined, conditional, ...outcome }];
  });
}

function isDenied(sentence: string, at: number): boolean {
  return (
    /\b(?:not|never|no longer|neither|nor|without)\s+(?:\w+\s+)?$/i.test(sentence.slice(0, at)) ||
    /^(?:do|does|would|will)\b/i.test(sentence.slice(at))
  );
}
