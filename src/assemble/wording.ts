/** Words that depend on others: singular or plural, "a" or "an", a capital at the start of a sentence. */

/** The one of the forms that suits a count: for one, for two, for more; the last form stands for what has none. */
export function choose(count: number, forms: readonly string[]): string {
  return forms[Math.min(Math.max(count, 1), forms.length) - 1] ?? '';
}

/** Letters whose names begin with a vowel sound, as in "an SPA". */
const VOWEL_LETTERS = /^[AEFHILMNORSX]/;
/** Words that are written with a vowel and spoken with a consonant, and the other way round. */
const CONSONANT_SOUND = /^(?:uni(?![nm])|use|usual|usurp|utili[sz]|euro|ewe|one\b|once\b|ubiq|unanim)/i;
const VOWEL_SOUND = /^(?:hour|honest|honou?r|heir|8|11\b|18\b)/i;

/** `a Notice`, `an Approach Document`, `an SVTAD`: a text behind its indefinite article. */
export function withArticle(text: string): string {
  return `${takesAn(text) ? 'an' : 'a'} ${text}`;
}

function takesAn(text: string): boolean {
  const word = /[\p{L}\p{N}]+/u.exec(text)?.[0] ?? '';
  if (VOWEL_SOUND.test(word)) return true;
  if (CONSONANT_SOUND.test(word)) return false;
  const letters = /^\p{Lu}{2,}/u.test(word) && !/^[A-Z][AEIOU][A-Z]/.test(word);
  return letters ? VOWEL_LETTERS.test(word) : /^[aeiou]/i.test(word);
}

/** The text with a capital at its start. */
export function capitalised(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
  return text === '' ? '' : first.toUpperCase() + text.slice(first.length);
}
