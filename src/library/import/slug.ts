/** Readable anchors: made of the words of what they name, short, and each once. */

/** The longest name of a bookmark that Word takes, so that an anchor goes through Word whole. */
const LONGEST = 40;

/** Words that tell one provision from another in no way. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an and any are as at be been being by each either every for from had has have if in into is it its may must no ' +
    'nor not of on or other shall should so such that the their them then there these they this those to under upon ' +
    'was were where which who will with would'
  ).split(' '),
);

/** How many words an anchor takes at first, and how many where others have the same. */
const WORDS = { few: 4, most: 8 } as const;

/** What an anchor may be made of, the best first. */
export interface Naming {
  /** The words of the thing: its heading, its term, the beginning of its text. */
  readonly words: string;
  /** The anchor of what it stands in, put before a name that is taken. */
  readonly parent?: string | undefined;
  /** What it is called where it has no words: `clause-4-1`, `table`. */
  readonly otherwise: string;
}

/** A name that is not among `taken`, and is from now on. */
export function nameFor(naming: Naming, taken: Set<string>): string {
  for (const name of candidates(naming)) {
    if (name === '' || taken.has(name)) continue;
    taken.add(name);
    return name;
  }
  throw new RangeError('names do not run out');
}

function* candidates({ words, parent, otherwise }: Naming): Generator<string> {
  const telling = tellingWords(words);
  const stem = startsWell(joined(telling.slice(0, WORDS.few)), otherwise);
  yield stem;
  if (parent !== undefined) yield joined([parent, stem]);
  for (let count = WORDS.few + 1; count <= Math.min(WORDS.most, telling.length); count++) {
    yield startsWell(joined(telling.slice(0, count)), otherwise);
  }
  for (let i = 2; ; i++) yield numbered(stem, i);
}

/** A name that is taken with a number behind it, within the length that Word takes. */
export function numbered(name: string, number: number): string {
  const ending = `-${number}`;
  return cut(name, LONGEST - ending.length) + ending;
}

/** The words in lower case; those that tell nothing are left out where others remain. */
function tellingWords(text: string): string[] {
  const plain = text.normalize('NFC').toLowerCase().replace(/['’]/g, '');
  const words = plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  return telling.length > 0 ? telling : words;
}

/** Word hides bookmarks that do not begin with a letter. */
function startsWell(name: string, otherwise: string): string {
  if (name === '') return joined(tellingWords(otherwise));
  return /^\p{L}/u.test(name) ? name : joined([...tellingWords(otherwise).slice(0, 1), name]);
}

/** Words joined while they fit; the first is cut where it alone is too long. */
function joined(words: readonly string[]): string {
  let name = '';
  for (const word of words) {
    const longer = name === '' ? cut(word, LONGEST) : `${name}-${word}`;
    if (longer.length > LONGEST) break;
    name = longer;
  }
  return name;
}

/** The beginning of a name, no character torn apart. */
function cut(name: string, length: number): string {
  let result = '';
  for (const character of name) {
    if (result.length + character.length > length) break;
    result += character;
  }
  return result.replace(/-+$/, '');
}
