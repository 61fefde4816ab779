/**
 * The tracked changes of a Word file with what `compare` says of them: how much each weighs and in which provisions it
 * stands. This is the one place that makes that list; `accept` and `reject` choose from it.
 */
import { compare } from '../compare/index.ts';
import type { Report } from '../message.ts';
import { dividedCitations } from '../model/cite.ts';
import type { Document, Node } from '../model/document.ts';
import { citeForms } from '../model/links.ts';
import { type ChangeId, heaviest, type Redline, type Revision, type Weight } from '../model/redline.ts';
import { CHILD_LISTS, childList, plainText } from '../model/walk.ts';
import { readDocxSides } from '../read/docx/index.ts';
import { listMarks, type MarkPlace, type TrackedChange } from '../write/in-place/index.ts';

/** A tracked change, weighed. */
export interface WeighedChange extends TrackedChange {
  readonly weight: Weight;
  /** The provision that it stands in, as after cites it, else as before does; empty outside of all. */
  readonly cite: string;
  /** All ways to cite what it stands in on either side, the provisions around included. */
  readonly within: ReadonlySet<string>;
}

/** Lists the tracked changes of a file, weighed. Throws `UnusableInput` where no document can be made of the file. */
export function weighTracked(bytes: Uint8Array, file: string, report: Report): WeighedChange[] {
  const { before, after } = readDocxSides(bytes, { file }, () => {});
  const marks = revisionsOf(compare(before, after, report));
  const holders = [holdersOf(after), holdersOf(before)];
  return [...listMarks(bytes, report)].map(([change, places]) => {
    const found = holders.flatMap((each) => places.flatMap((place) => each(place) ?? []));
    const within = new Set(found.flatMap(({ names }) => [...names]));
    const cite = found.find((holder) => holder.cite !== '')?.cite ?? '';
    return { ...change, weight: weightOf(change, places, marks), cite, within };
  });
}

/** A revision of the comparison where the file has it. */
interface FoundRevision {
  readonly kind: Revision['kind'];
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly weight: Weight;
}

/** The revisions of a redline by the part that they stand in; both sides were read from one file, so offsets agree. */
function revisionsOf(redline: Redline): Map<string, FoundRevision[]> {
  const weights = new Map<ChangeId, Weight>(redline.changes.map(({ id, weight }) => [id, weight]));
  const found = new Map<string, FoundRevision[]>();
  const visit = (node: Node<Revision>, around: MarkPlace | undefined): void => {
    const place = placeOf(node) ?? around;
    const revision = node.type === 'document' ? undefined : node.revision;
    const weight =
      revision === undefined ? undefined : heaviest(idsOf(revision).flatMap((id) => weights.get(id) ?? []));
    if (revision !== undefined && weight !== undefined && place !== undefined) {
      const list = found.get(place.part) ?? [];
      found.set(place.part, list);
      list.push({ kind: revision.kind, start: place.start, end: place.end, text: spoken(node), weight });
    }
    for (const name of CHILD_LISTS[node.type]) for (const child of childList(node, name)) visit(child, place);
  };
  visit(redline.document, undefined);
  return found;
}

function idsOf(revision: Revision): ChangeId[] {
  if (revision.kind !== 'alteration') return [revision.change];
  return Object.values(revision.before).map(({ change }) => change);
}

function placeOf(node: Node<Revision>): MarkPlace | undefined {
  const place = node.type === 'document' ? undefined : node.place;
  if (place?.part === undefined || place.start === undefined || place.end === undefined) return undefined;
  return { part: place.part, start: place.start, end: place.end };
}

const spoken = (node: Node<Revision>): string => plainText(node).replace(/\s+/g, ' ').trim();

/** What each kind of tracked change may be in a comparison. */
const MAY_BE: Readonly<Record<TrackedChange['kind'], readonly Revision['kind'][]>> = {
  insertion: ['insertion', 'boundary', 'alteration'],
  deletion: ['deletion', 'boundary', 'alteration'],
  move: ['insertion', 'deletion'],
  formatting: ['alteration'],
};

/** What the comparison finds where the marks stand; of several, those that say the words of the change. */
function weightOf(
  change: TrackedChange,
  places: readonly MarkPlace[],
  revisions: ReadonlyMap<string, readonly FoundRevision[]>,
): Weight {
  const touched = places.flatMap(({ part, start, end }) =>
    (revisions.get(part) ?? []).filter(
      (one) => one.start < end && start < one.end && MAY_BE[change.kind].includes(one.kind),
    ),
  );
  const words = change.text.replace(/…$/, '').trim();
  const same = touched.filter(
    ({ text }) => text !== '' && words !== '' && (text.includes(words) || words.includes(text)),
  );
  const weights = (same.length > 0 ? same : touched).map(({ weight }) => weight);
  return heaviest(weights) ?? unseenWeight(change);
}

/** Fields whose results Word derives from the rest: pages, lists of contents, counts. */
const DERIVED = /^(?:PAGEREF|TOC|PAGE|NUMPAGES|SECTIONPAGES|SEQ|NUMWORDS)\b/;

/** Of what the comparison does not see: a header, a list of contents, words put back as they were. */
function unseenWeight({ kind, text }: TrackedChange): Weight {
  if (kind === 'formatting') return 'formatting';
  return DERIVED.test(text) ? 'consequential' : 'substantive';
}

interface Holder {
  readonly cite: string;
  readonly names: ReadonlySet<string>;
}

interface PlacedHolder extends Holder, MarkPlace {}

/** Finds the innermost block of a document around a place, and what it is cited by. */
function holdersOf(document: Document): (place: MarkPlace) => Holder | undefined {
  const cites = dividedCitations(document);
  const byPart = new Map<string, PlacedHolder[]>();
  const visit = (node: Node, around: Holder): void => {
    const citation = cites.get(node);
    const own = citation === undefined ? around : holderOf(citation.cite, citeForms(citation), around);
    const place = placeOf(node as Node<Revision>);
    if (place !== undefined && citation !== undefined) {
      const list = byPart.get(place.part) ?? [];
      byPart.set(place.part, list);
      list.push({ ...place, ...own });
    }
    for (const name of CHILD_LISTS[node.type]) for (const child of childList(node, name)) visit(child, own);
  };
  visit(document, { cite: '', names: new Set() });
  for (const list of byPart.values()) list.sort((a, b) => a.start - b.start || b.end - a.end);
  return ({ part, start }) => innermost(byPart.get(part) ?? [], start);
}

function holderOf(cite: string, forms: readonly string[], around: Holder): Holder {
  if (cite === around.cite) return around;
  return { cite, names: new Set([...around.names, ...forms.map(nameOf)]) };
}

/** A citation as two are held against one another. */
export function nameOf(cite: string): string {
  return cite.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** The last of the holders that begin before an offset and end behind it. */
function innermost(holders: readonly PlacedHolder[], offset: number): Holder | undefined {
  let [low, high] = [0, holders.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((holders[middle] as PlacedHolder).start <= offset) low = middle + 1;
    else high = middle;
  }
  for (let i = low - 1; i >= 0; i--) if ((holders[i] as PlacedHolder).end >= offset) return holders[i];
  return undefined;
}
