/** Things that are counted in a text: `10 Working Days`, `two-part thresholds`, `5 %`. */
import { singular } from './words.ts';

export interface Counted {
  readonly number: number;
  /** What is counted, in small letters and the singular: `working day`. */
  readonly of: string;
  /** As printed. */
  readonly words: string;
}

const WORDS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const COUNTED = new RegExp(
  `(?<![\\p{L}\\d.,:/-])(\\d{1,5}|${WORDS.slice(1).join('|')})(?:[ -](?=\\p{L})|\\s?(?=%))(%|\\p{L}+)(?:[ -](\\p{L}{3,}))?`,
  'giu',
);
const CITED =
  /(?:\b(?:Clauses?|Sections?|Tables?|Annex|Paragraphs?|Parts?|Schedule|Attachment|version|Release|Figure|No\.?)|\bto|\band|[–-])\s*$/i;
/** No noun: what follows is another clause of the sentence, or a month. */
const SMALL =
  /^(?:of|in|on|or|and|to|the|a|an|for|from|at|by|is|are|was|were|has|have|be|which|that|with|within|until|after|before|under|as|if|not|its|other|others|more|new|such|each|January|February|March|April|May|June|July|August|September|October|November|December)$/i;

/** Every number with the noun behind it; that of a provision or a version is none. */
export function countedIn(text: string): Counted[] {
  return [...text.matchAll(COUNTED)].flatMap((match): Counted[] => {
    const [words, figure = '', first = '', second] = match;
    if (SMALL.test(first) || CITED.test(text.slice(Math.max(0, match.index - 14), match.index))) return [];
    const named = second === undefined || SMALL.test(second) || first === '%' ? [first] : [first, second];
    return [
      {
        number: numberOf(figure),
        of: named.map((word) => singular(word.toLowerCase())).join(' '),
        words: words.trim(),
      },
    ];
  });
}

function numberOf(text: string): number {
  const index = WORDS.indexOf(text.toLowerCase());
  return index < 0 ? Number(text) : index + 1;
}
