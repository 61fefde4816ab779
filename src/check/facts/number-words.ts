/** Numbers that are written in words, in English: `thirty`, `five hundred thousand`, `forty-five`. */

const SMALL =
  'nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const LARGE: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1_000,
  million: 1_000_000,
  billion: 1_000_000_000,
};

const WORD = `(?:${[...SMALL, ...TENS.slice(2), ...Object.keys(LARGE), 'zero'].join('|')})`;

/** A number in words, with `and` and hyphens in it. */
export const NUMBER_IN_WORDS = `${WORD}(?:(?:\\s+and\\s+|[\\s-]+)${WORD})*`;

/** What the words say; `undefined` where they are no number. */
export function numberInWords(text: string): number | undefined {
  let [total, group] = [0, 0];
  const words = text
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word !== 'and' && word !== '');
  for (const word of words) {
    const small = word === 'zero' ? 0 : SMALL.indexOf(word);
    const tens = TENS.indexOf(word);
    const large = LARGE[word];
    if (small >= 0) group += small;
    else if (tens > 1) group += tens * 10;
    else if (large === 100) group = (group || 1) * 100;
    else if (large !== undefined) {
      total += (group || 1) * large;
      group = 0;
    } else return undefined;
  }
  return words.length === 0 ? undefined : total + group;
}
