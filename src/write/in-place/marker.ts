/** Tags of tracked changes, each with an id of its own. */
import { escapeXml } from './tree.ts';

/** Who made the changes, and when. */
export interface Signature {
  readonly author: string;
  /** ISO 8601, an instant in UTC. */
  readonly date: string;
}

/** Gives out the attributes of tracked changes, and ids for what is brought in. */
export class Marker {
  readonly #signature: string;
  #last: number;

  /** `last` is the highest id that is taken. */
  constructor({ author, date }: Signature, last: number) {
    this.#signature = `w:author="${escapeXml(author)}" w:date="${escapeXml(date)}"`;
    this.#last = last;
  }

  id(): number {
    return ++this.#last;
  }

  /** The attributes of one tracked change; `w` is the file's prefix with its colon. */
  attributes(w: string): string {
    return ` ${w}id="${this.id()}" ${w === 'w:' ? this.#signature : this.#signature.replaceAll('w:', w)}`;
  }
}

/** The highest number that stands as an id in a text, at most what Word takes. */
export function highestId(source: string): number {
  let highest = 0;
  for (const match of source.matchAll(/:id\s*=\s*["'](\d{1,9})["']/g)) highest = Math.max(highest, Number(match[1]));
  return highest;
}
