/** Tags of tracked changes, each with an id of its own. */

import { escapeXml } from '../../../word/tree.ts';
import type { Move } from '../pairing/moves.ts';

/** Who made the changes, and when. */
export interface Signature {
  readonly author: string;
  /** ISO 8601, an instant in UTC. */
  readonly date: string;
}

/** How much later whole paragraphs are dated where they must be told from what ends the paragraph before them. */
const LATER = 2 * 60_000;

/** Gives out the attributes of tracked changes, and ids for what is brought in. */
export class Marker {
  readonly #author: string;
  readonly #date: string;
  readonly #later: string;
  #last: number;
  /**
   * Whether changes are dated two minutes later. LibreOffice joins neighbouring changes of one author and minute, the mark
   * that stays between them included, where a paragraph ends with one and the next is wholly another.
   */
  late = false;

  /** `last` is the highest id that is taken. */
  constructor({ author, date }: Signature, last: number) {
    const time = Date.parse(date);
    this.#author = escapeXml(author);
    this.#date = escapeXml(date);
    this.#later = Number.isNaN(time) ? this.#date : `${new Date(time + LATER).toISOString().slice(0, 19)}Z`;
    this.#last = last;
  }

  id(): number {
    return ++this.#last;
  }

  /** The attributes of one tracked change; `w` is the file's prefix with its colon. */
  attributes(w: string): string {
    return this.attributesFor(this.id(), w);
  }

  /** The same with an id that was given out before. */
  attributesFor(id: number, w: string): string {
    const date = this.late ? this.#later : this.#date;
    return ` ${w}id="${id}" ${w}author="${this.#author}" ${w}date="${date}"`;
  }

  /** A move with a name and ids of its own. */
  move(): Move {
    const [from, to] = [this.id(), this.id()];
    return { name: `move${from}`, from, to };
  }
}

/** The highest number that stands as an id in a text, at most what Word takes. */
export function highestId(source: string): number {
  let highest = 0;
  for (const match of source.matchAll(/:id\s*=\s*["'](\d{1,9})["']/g)) highest = Math.max(highest, Number(match[1]));
  return highest;
}
