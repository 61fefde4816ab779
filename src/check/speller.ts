/** The words of British English, from a Hunspell dictionary. */

export interface Speller {
  /** Whether the word is spelt as the dictionary has it; -ize for -ise is as right. */
  readonly knows: (word: string) => boolean;
  /** Words that it may be meant for, the nearest first. */
  readonly suggest: (word: string) => readonly string[];
}

let loaded: Promise<Speller> | undefined;

/** The dictionary, which takes a fifth of a second to load, is loaded once. */
export function loadSpeller(): Promise<Speller> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Speller> {
  const [{ default: dictionary }, { default: nspell }] = await Promise.all([
    import('dictionary-en-gb'),
    import('nspell'),
  ]);
  const spell = nspell(dictionary);
  const known = new Map<string, boolean>();
  return {
    knows: (word) => {
      let answer = known.get(word);
      if (answer === undefined) {
        answer = knows((form) => spell.correct(form), word);
        known.set(word, answer);
      }
      return answer;
    },
    suggest: (word) => spell.suggest(word),
  };
}

function knows(correct: (word: string) => boolean, word: string): boolean {
  const plain = word.replace(/’/g, "'");
  if (correct(plain) || correct(plain.toLowerCase())) return true;
  const british = plain.replace(/iz(?=e|ing|ation|able)/g, 'is');
  return british !== plain && correct(british.toLowerCase());
}
