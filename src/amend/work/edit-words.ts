/** Words of a provision substituted, left out or inserted: all of it, or why not. */
import type { Inline } from '../../model/document.ts';
import type { WordEdit } from '../instruction.ts';
import { printedAll } from './inlines.ts';
import type { Found } from './resolve.ts';
import { firstSlot, lastSlot, type Slot, slotsOf } from './slots.ts';
import {
  asThere,
  carriesNote,
  endOffset,
  placesOfWords,
  replaceSpan,
  type Span,
  spacedBefore,
  spacedBehind,
  withSpace,
} from './words.ts';

/** A place where words stand: in which text, and where in it. */
interface Spot extends Span {
  readonly slot: Slot;
}

/** What was done: the texts that it was done in, or the reason why it was not. */
export type WordsDone = { readonly slots: readonly Slot[] } | { readonly reason: string; readonly nearest?: string };

/** Edits the words of a provision. `words` is the text that comes, with its references; nothing is done where a reason comes back. */
export function editWords(found: Found, edit: WordEdit, words: readonly Inline[]): WordsDone {
  if (edit.kind === 'end' || edit.kind === 'start') return atEdge(found, edit, words);
  const spots = spotsOf(found, edit);
  if ('reason' in spots) return spots;
  const noted = spots.find(
    ({ slot, ...span }) => edit.kind !== 'after' && edit.kind !== 'before' && carriesNote(slot.inlines, span),
  );
  if (noted !== undefined) return { reason: 'the words carry a footnote, which would be lost: restate the provision' };
  const byText = new Map<Slot, Spot[]>();
  for (const spot of spots) byText.set(spot.slot, [...(byText.get(spot.slot) ?? []), spot]);
  for (const [slot, own] of byText)
    slot.write(
      own.reduceRight<readonly Inline[]>((inlines, spot) => editOne(inlines, spot, edit, words), slot.inlines),
    );
  return { slots: [...byText.keys()] };
}

function editOne(inlines: readonly Inline[], span: Span, { kind }: WordEdit, words: readonly Inline[]): Inline[] {
  const text = printedAll(inlines);
  const own = asThere(words, inlines, kind === 'after' ? span.end - 1 : span.start);
  if (kind === 'omit') return replaceSpan(inlines, withSpace(text, span), []);
  if (kind === 'after')
    return replaceSpan(inlines, { start: span.end, end: span.end }, spacedBehind(own, text.slice(0, span.end)));
  if (kind === 'before')
    return replaceSpan(inlines, { start: span.start, end: span.start }, spacedBefore(own, text.slice(span.start)));
  return replaceSpan(inlines, span, own);
}

/** The places that an edit means, or why they are not certain. */
function spotsOf(
  found: Found,
  edit: WordEdit,
): readonly Spot[] | { readonly reason: string; readonly nearest?: string } {
  const { find = '', which } = edit;
  const slots = slotsOf(found);
  const all = slots.flatMap((slot) =>
    inSentence(slot, found).flatMap(({ text, shift }) =>
      placesOfWords(text, find).map(({ start, end }) => ({ slot, start: start + shift, end: end + shift })),
    ),
  );
  if (all.length === 0) return { reason: `the words "${find}" do not stand there`, ...nearestText(slots) };
  const chosen =
    which === 'all'
      ? all
      : which === 'only'
        ? all
        : all.slice(which < 0 ? which : which - 1, which < 0 ? undefined : which);
  if (chosen.length === 0)
    return { reason: `the words "${find}" stand there only ${all.length === 1 ? 'once' : `${all.length} times`}` };
  if (which === 'only' && all.length > 1) {
    return { reason: `the words "${find}" stand there ${all.length} times: say which, or "in each place"` };
  }
  return edit.to === undefined
    ? chosen
    : chosen.map((spot) => runOn(spot, edit)).filter((spot) => spot !== undefined).length < chosen.length
      ? {
          reason: `the words up to "${typeof edit.to === 'string' ? edit.to : 'the end'}" are not found in one paragraph`,
        }
      : chosen.map((spot) => runOn(spot, edit) as Spot);
}

/** The words from the place up to others, or to the end of the text: a closing full stop stays if the new text brings none. */
function runOn(spot: Spot, { to, behind, text = '', kind }: WordEdit): Spot | undefined {
  const whole = printedAll(spot.slot.inlines);
  const start = behind === true ? spot.end : spot.start;
  if (typeof to !== 'string') {
    const stop = /[.;:]\s*$/.test(whole) && !/[.;:]$/.test(text) && kind !== 'start';
    const end = stop ? whole.trimEnd().length - 1 : whole.length;
    const from = behind === true && /^\s/.test(whole.slice(start)) && kind === 'substitute' ? start + 1 : start;
    return end > from ? { ...spot, start: from, end } : undefined;
  }
  const last = placesOfWords(whole, to).find((place) => place.start >= spot.end);
  return last === undefined ? undefined : { ...spot, start, end: last.end };
}

function nearestText(slots: readonly Slot[]): { readonly nearest?: string } {
  const text = slots
    .map(({ inlines }) => printedAll(inlines))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? {} : { nearest: text.length > 80 ? `${text.slice(0, 79)}…` : text };
}

/** The text of a slot, or the one sentence of it that is meant. */
function inSentence(slot: Slot, { sentence }: Found): readonly { readonly text: string; readonly shift: number }[] {
  const text = printedAll(slot.inlines);
  if (sentence === undefined) return [{ text, shift: 0 }];
  const ends = [...text.matchAll(/[.?!](?=\s+\p{Lu}|\s*$)/gu)].map((match) => (match.index as number) + 1);
  const starts = [0, ...ends.slice(0, -1)];
  const at = sentence < 0 ? starts.length + sentence : sentence - 1;
  const [start, end] = [starts[at], ends[at]];
  return start === undefined || end === undefined ? [] : [{ text: text.slice(start, end), shift: start }];
}

function atEdge(found: Found, { kind }: WordEdit, words: readonly Inline[]): WordsDone {
  const slot = kind === 'end' ? lastSlot(found) : firstSlot(found);
  if (slot === undefined) return { reason: 'it has no text' };
  const text = printedAll(slot.inlines);
  const at = kind === 'end' ? endOffset(text, printedAll(words)) : 0;
  if (at === undefined)
    return {
      reason: 'what stands at its end leaves no room for these words: say which words they replace',
      nearest: text.slice(-80),
    };
  const own = asThere(words, slot.inlines, Math.max(0, at - 1));
  const spaced = kind === 'end' ? spacedBehind(own, text.slice(0, at)) : spacedBefore(own, text);
  slot.write(replaceSpan(slot.inlines, { start: at, end: at }, spaced));
  return { slots: [slot] };
}
