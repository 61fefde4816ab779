/**
 * Paragraphs that repeat, on the other side, what an earlier one said. LibreOffice takes such a pair for moved text,
 * and when the later of the two goes, gives its look to the paragraph behind it; so the later one must not go as a
 * whole paragraph.
 */
import { AFTER, BEFORE, BOTH, type Sides } from './sides.ts';
import type { Slot } from './slot.ts';

/** Shorter texts, and texts of one word, LibreOffice does not compare. */
const SHORTEST = 6;

export class Echoes {
  readonly #said: { readonly [BEFORE]: Set<string>; readonly [AFTER]: Set<string> } = { 1: new Set(), 2: new Set() };

  /** For each slot of a segment, whether it repeats an earlier slot of the other side. */
  find(slots: readonly Slot[]): boolean[] {
    const said = { 1: new Set<string>(), 2: new Set<string>() };
    return slots.map((slot) => {
      const { sides } = slot;
      const text = sides === BOTH || sides === 0 ? undefined : comparable(slot, sides);
      if (text === undefined) return false;
      const other = sides === BEFORE ? AFTER : BEFORE;
      said[sides as 1 | 2].add(text);
      return said[other].has(text) || this.#said[other].has(text);
    });
  }

  /** Takes note of what a segment said, for those that follow it. */
  remember(slots: readonly Slot[]): void {
    for (const slot of slots) {
      if (slot.sides === BOTH || slot.sides === 0) continue;
      const text = comparable(slot, slot.sides);
      if (text !== undefined) this.#said[slot.sides].add(text);
    }
  }
}

function comparable(slot: Slot, sides: Sides): string | undefined {
  const text = slot.pieces
    .map((piece) => ((piece.sides & sides) !== 0 && 'text' in piece ? piece.text : ''))
    .join('')
    .trim();
  return text.length >= SHORTEST && /\s/.test(text) ? text : undefined;
}
