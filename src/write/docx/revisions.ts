/** Who made the tracked changes and when, and the ids of revisions and bookmarks, given out in one place. */

import { AFTER, BEFORE, BOTH, type Sides } from './sides.ts';
import { type AttributeValues, type Child, Element } from './xml.ts';

/** Author and, where there is one, instant (ISO 8601, UTC) of every tracked change of a file. */
export interface Authorship {
  readonly author: string;
  readonly date?: string | undefined;
}

/** The sides of a piece of text as Word marks them; what stands on both is not marked. */
const MARKUP = { [BEFORE]: 'w:del', [AFTER]: 'w:ins' } as const;

/** How far whole paragraphs are dated apart from words within one, in milliseconds. */
const APART = 2 * 60_000;

/**
 * Gives out ids and makes revision markup. Revisions and bookmarks draw on one series, so that none stands twice in a
 * package, whatever part it is in.
 */
export class Ledger {
  readonly #ids: { last: number };
  readonly authorship: Authorship;

  constructor(authorship: Authorship, ids = { last: 0 }) {
    this.authorship = authorship;
    this.#ids = ids;
  }

  nextId(): number {
    this.#ids.last += 1;
    return this.#ids.last;
  }

  /**
   * The same ledger, two minutes later: for paragraphs that one side alone has. LibreOffice takes neighbouring changes
   * of one author within a minute for one, across the end of a paragraph too: where a paragraph ends with inserted
   * words and inserted paragraphs follow, rejecting them would take the end of the first paragraph along.
   */
  apart(): Ledger {
    const { author, date } = this.authorship;
    const instant = date === undefined ? Number.NaN : Date.parse(date);
    if (Number.isNaN(instant)) return this;
    const later = new Date(instant + APART).toISOString().replace(/\.\d+Z$/, 'Z');
    return new Ledger({ author, date: later }, this.#ids);
  }

  /** `w:id`, `w:author` and `w:date` of one revision (ISO/IEC 29500-1, 17.13.5). */
  attributes(): AttributeValues {
    const { author, date } = this.authorship;
    return { 'w:id': this.nextId(), 'w:author': author, ...(date === undefined ? {} : { 'w:date': date }) };
  }

  /** Runs within `w:ins` or `w:del`, as they are where they stand on both sides. */
  mark(sides: Sides, runs: readonly Child[]): readonly Child[] {
    const name = sides === BEFORE || sides === AFTER ? MARKUP[sides] : undefined;
    return name === undefined || runs.length === 0 ? runs : [new Element(name, this.attributes(), runs)];
  }

  /** The empty `w:ins` or `w:del` of a paragraph mark or a table row, if it is on one side only. */
  flag(sides: Sides): readonly Child[] {
    return sides === BOTH || sides === 0 ? [] : [new Element(MARKUP[sides], this.attributes())];
  }
}
