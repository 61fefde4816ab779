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

/**
 * Gives out ids and makes revision markup. Revisions and bookmarks draw on one series, so that none stands twice in a
 * package, whatever part it is in.
 */
export class Ledger {
  #last = 0;
  readonly authorship: Authorship;

  constructor(authorship: Authorship) {
    this.authorship = authorship;
  }

  nextId(): number {
    this.#last += 1;
    return this.#last;
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
