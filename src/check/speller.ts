/** The words of English, British or American, from Hunspell dictionaries. */

/** Whose English a text is written in; `any` takes what either of the two knows. */
export type English = 'british' | 'american' | 'any';

export interface Speller {
  /** Whether the word is spelt as the dictionary has it; -ize for -ise is as right in Britain. */
  readonly knows: (word: string) => boolean;
  /** Words that it may be meant for, the nearest first. */
  readonly suggest: (word: string) => readonly string[];
}

const loaded = new Map<English, Promise<Speller>>();

/** A dictionary, which takes a fifth of a second to load, is loaded once. */
export function loadSpeller(english: English = 'british'): Promise<Speller> {
  const known = loaded.get(english) ?? load(english);
  loaded.set(english, known);
  return known;
}

async function load(english: English): Promise<Speller> {
  const { default: nspell } = await import('nspell');
  const spells: { readonly correct: (word: string) => boolean; readonly suggest: (word: string) => string[] }[] = [];
  if (english !== 'american') spells.push(nspell((await import('dictionary-en-gb')).default));
  if (english !== 'british') spells.push(nspell((await import('dictionary-en')).default));
  const known = new Map<string, boolean>();
  return {
    knows: (word) => {
      let answer = known.get(word);
      if (answer === undefined) {
        answer = spells.some((spell) => knows((form) => spell.correct(form), word));
        known.set(word, answer);
      }
      return answer;
    },
    suggest: (word) => spells[0]?.suggest(word) ?? [],
  };
}

function knows(correct: (word: string) => boolean, word: string): boolean {
  const plain = word.replace(/’/g, "'");
  if (correct(plain) || correct(plain.toLowerCase())) return true;
  const british = plain.replace(/iz(?=e|ing|ation|able)/g, 'is');
  return british !== plain && correct(british.toLowerCase());
}
