/** Differences between two accounts: what each is, whether Word can track it, how much it weighs. */

/** A kind of difference: whether Word has a mark for it, and how much it weighs. */
export interface DifferenceKind {
  /**
   * `text`: words or numbers that a reader takes for the law. `content`: what else a reader sees or uses. `look`: how it
   * looks. `setting`: what is set up for the file.
   */
  readonly weight: 'text' | 'content' | 'look' | 'setting';
  /** Whether Word has a tracked change for it (ISO/IEC 29500-1, 17.13.5), if only as deleted and inserted. */
  readonly trackable: boolean;
  /** How Word tracks it, or why it can't. */
  readonly how: string;
}

/** Every kind of difference. The table of docs/word-redline.md is tested against it. */
export const DIFFERENCE_KINDS = {
  text: { weight: 'text', trackable: true, how: 'inserted and deleted text' },
  paragraph: { weight: 'text', trackable: true, how: 'inserted and deleted paragraph marks' },
  'empty paragraph': { weight: 'content', trackable: true, how: 'inserted and deleted paragraph marks' },
  number: {
    weight: 'text',
    trackable: true,
    how: 'the list of the paragraph as it was, in a change of its formatting',
  },
  table: { weight: 'text', trackable: true, how: 'its rows, inserted or deleted' },
  row: { weight: 'text', trackable: true, how: 'inserted and deleted rows' },
  cell: { weight: 'text', trackable: true, how: 'inserted, deleted and merged cells' },
  note: { weight: 'text', trackable: true, how: 'the call of the note, inserted or deleted' },
  field: { weight: 'content', trackable: true, how: 'the field deleted and inserted whole, its code included' },
  'form field': { weight: 'content', trackable: true, how: 'the field deleted and inserted whole, with its state' },
  link: { weight: 'content', trackable: true, how: 'the code of the link as a field, deleted and inserted' },
  drawing: { weight: 'content', trackable: true, how: 'deleted and inserted whole' },
  'drawing set-up': { weight: 'look', trackable: true, how: 'deleted and inserted whole, where it is marked at all' },
  object: { weight: 'content', trackable: true, how: 'deleted and inserted whole' },
  break: { weight: 'content', trackable: true, how: 'deleted and inserted' },
  'content control': {
    weight: 'content',
    trackable: true,
    how: 'ranges around the tags of a control that was inserted or deleted; not its set-up',
  },
  'imported file': {
    weight: 'content',
    trackable: false,
    how: 'Word has no mark for a file that is taken in when the document is opened',
  },
  'section break': { weight: 'content', trackable: true, how: 'the mark of the paragraph that ends the section' },
  section: { weight: 'look', trackable: true, how: 'page set-up as it was, in a change of the section' },
  header: {
    weight: 'text',
    trackable: false,
    how: 'Word marks changes in a header or footer, not which of them a section has',
  },
  format: { weight: 'look', trackable: true, how: 'formatting as it was' },
  'paragraph mark': { weight: 'look', trackable: true, how: 'formatting of the mark as it was' },
  style: { weight: 'look', trackable: false, how: 'Word does not track what a style says' },
  'style name': { weight: 'look', trackable: true, how: 'another style of the paragraph, which looks the same' },
  width: { weight: 'look', trackable: true, how: 'the grid as it was; Word works widths out anew' },
  comment: { weight: 'content', trackable: false, how: 'Word does not track comments' },
  bookmark: { weight: 'setting', trackable: false, how: 'Word does not track bookmarks' },
  setting: { weight: 'setting', trackable: false, how: 'Word does not track settings' },
  property: { weight: 'setting', trackable: false, how: 'Word does not track the properties of a file' },
  part: { weight: 'setting', trackable: false, how: 'Word does not track parts of a file beside its text' },
} as const satisfies Readonly<Record<string, DifferenceKind>>;

export type DifferenceName = keyof typeof DIFFERENCE_KINDS;

/** One difference, or several that are the same. */
export interface AccountDifference {
  readonly kind: DifferenceName;
  /** A sentence without a full stop that a lawyer understands. */
  readonly reason: string;
  readonly weight: DifferenceKind['weight'];
  readonly trackable: boolean;
  /** What text it is in: `the text`, `footnote`. */
  readonly story: string;
  readonly part: string;
  /** The number of the paragraph in the part, from 1, where there is one. */
  readonly paragraph?: number;
  /** A few words of the place. */
  readonly near?: string;
  /** What the first account says, and the second. */
  readonly wanted?: string;
  readonly found?: string;
  /** How often the same difference was found; this is the first. */
  readonly count: number;
}

/** What the two accounts are called in sentences. */
export interface SideNames {
  readonly wanted: string;
  readonly found: string;
}

/** Where a difference is. */
export interface DifferencePlace {
  readonly story: string;
  readonly part: string;
  readonly paragraph?: number;
  readonly near?: string;
}

/** Collects differences; those of looks and settings that say the same are counted as one. */
export interface DifferenceList {
  readonly names: SideNames;
  add(kind: DifferenceName, place: DifferencePlace, reason: string, wanted?: string, found?: string): void;
  finish(): readonly AccountDifference[];
}

/** Beyond so many differences the rest are counted, not listed. */
const MOST = 2000;

export function differenceList(names: SideNames): DifferenceList {
  const found = new Map<string, { difference: AccountDifference; count: number }>();
  return {
    names,
    add(kind, place, reason, wanted, seen) {
      const { weight, trackable } = DIFFERENCE_KINDS[kind];
      const apart = weight === 'text' && found.size < MOST ? `${place.part} ${place.paragraph} ${wanted} ${seen}` : '';
      const key = found.size < MOST ? `${kind} ${reason} ${apart}` : kind;
      const known = found.get(key);
      if (known !== undefined) known.count += 1;
      else {
        const texts = { ...(wanted === undefined ? {} : { wanted }), ...(seen === undefined ? {} : { found: seen }) };
        found.set(key, { difference: { kind, reason, weight, trackable, ...place, ...texts, count: 1 }, count: 1 });
      }
    },
    finish: () => [...found.values()].map(({ difference, count }) => ({ ...difference, count })),
  };
}

/** A few words of a text, for a place. */
export function fewWords(text: string): string {
  const words = text
    .replace(/\ufffc/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return words.length <= 48
    ? words
    : `${words.slice(0, words.lastIndexOf(' ', 48) < 24 ? 48 : words.lastIndexOf(' ', 48))}…`;
}
