/** The one list of changes of a change-marked Word file: `compare` decides what changed, the file's marks say who did it. */
import { compare } from '../../compare/index.ts';
import { classifyCounts } from '../../matrix/index.ts';
import type { Report } from '../../message.ts';
import { normalise } from '../../model/equal.ts';
import { withExcerpts } from '../../model/excerpt.ts';
import type { ChangeId, Redline } from '../../model/redline.ts';
import { relabel } from '../../model/relabel.ts';
import { type DocxSides, readDocxSides } from '../../read/docx/index.ts';
import { type Decision, listMarks, resolveMarks, type TrackedMark } from '../../write/in-place/index.ts';
import { shippedShapes } from '../matrix-shapes.ts';
import { type Attribution, attribute } from './attribute.ts';
import { type Listed, partedByAuthor, signed } from './authors.ts';
import { markedAsInFile } from './inlines.ts';
import { jointly } from './joint.ts';
import { type CiteAt, citesOf, type ListedChange, ownChanges } from './own.ts';
import { Homes, RevisedPlaces } from './places.ts';
import { renamed, withoutUntracked } from './untracked.ts';

export { withoutUntracked } from './untracked.ts';

/** A change-marked Word file: what it says as a redline, and the marks of each of its changes. */
export interface MarkedFile {
  /**
   * Both sides in one document, and the list. Changes that the model has no place for (headers and footers, formatting, a
   * deletion and an insertion of the same words) stand in the list alone.
   */
  readonly redline: Redline;
  readonly marks: ReadonlyMap<ChangeId, readonly TrackedMark[]>;
  /** For a change that has no mark of its own and stands within those of another: that other one. */
  readonly within: ReadonlyMap<ChangeId, ChangeId>;
}

/** Reads a change-marked file. Throws `UnusableInput` where the bytes are no Word file. */
export function readMarked(bytes: Uint8Array, options: { readonly file?: string }, report: Report): MarkedFile {
  return markedFile(bytes, readDocxSides(bytes, { ...options, keepsRuns: true }, report), report);
}

/** The same for a file of which both sides were read already, their runs kept apart. */
export function markedFile(bytes: Uint8Array, { before, after }: DocxSides, report: Report): MarkedFile {
  const homes = new Homes();
  const compared = withoutUntracked(
    classifyCounts(compare(before, after, report, { sameFile: true, paired: homes.pair }), shippedShapes()),
  );
  const marks = listMarks(bytes, () => undefined);
  const places = new RevisedPlaces(compared);
  const found = attribute(marks, places, compared.changes, homes);
  const attribution = jointly(found, marks, places.all, compared.changes);
  const listed = partedByAuthor(compared, places.all, attribution, marks);
  const own = marks.filter(({ unit }) => !attribution.changes.has(unit));
  const list = inOrder(listed.list, places, ownListed(own, citesOf(before, after), homes));
  const document = markedAsInFile(listed.redline.document, homes, list);
  return numbered({ redline: { ...listed.redline, document }, list }, places, attribution);
}

function ownListed(marks: readonly TrackedMark[], citeAt: CiteAt, homes: Homes): ListedChange[] {
  return ownChanges(marks, citeAt, homes).map(({ change, marks: theirs }, k) => {
    return { change: signed({ ...change, id: `own ${k}` }, theirs), marks: theirs };
  });
}

/** The changes of the comparison in their order, with the others where they stand in the body, or behind it. */
function inOrder(
  list: readonly ListedChange[],
  places: RevisedPlaces,
  own: readonly ListedChange[],
): readonly ListedChange[] {
  const body = own.filter(({ marks: [mark] }) => mark?.root === 'w:document');
  const others = own.filter(({ marks: [mark] }) => mark?.root !== 'w:document');
  const ordered: ListedChange[] = [];
  const offsets = firstOffsets(places, list);
  let next = 0;
  for (const listed of list) {
    const at = offsets.get(listed.change.id) ?? -1;
    while (next < body.length && (body[next]?.marks[0]?.start ?? 0) < at) ordered.push(body[next++] as ListedChange);
    ordered.push(listed);
  }
  return [...ordered, ...body.slice(next), ...others.sort((a, b) => rankOf(a) - rankOf(b))];
}

/** Notes, then headers and footers, then the rest. */
const RANKS: Readonly<Record<string, number>> = { 'w:footnotes': 0, 'w:endnotes': 1, 'w:hdr': 2, 'w:ftr': 2 };

function rankOf({ marks: [mark] }: ListedChange): number {
  return RANKS[mark?.root ?? ''] ?? 3;
}

/** Where the changes of a comparison begin in the body, by their ids before they are counted. */
function firstOffsets(places: RevisedPlaces, list: readonly ListedChange[]): Map<ChangeId, number> {
  const offsets = new Map<ChangeId, number>();
  for (const { change, marks } of list) {
    const mark = marks.find(({ root }) => root === 'w:document');
    if (mark !== undefined) offsets.set(change.id, mark.start);
  }
  for (const { change, start, part } of places.all) {
    if (!offsets.has(change) && /document\d*\.xml$/i.test(part)) offsets.set(change, start);
  }
  return offsets;
}

/** The list under ids `c1`, `c2`, … */
function numbered({ redline, list }: Listed, places: RevisedPlaces, attribution: Attribution): MarkedFile {
  const ids = new Map(list.map(({ change }, k) => [change.id, `c${k + 1}`]));
  const idOf = (id: ChangeId) => ids.get(id) ?? ids.get(`${id}/0`);
  const document = normalise(relabel(redline.document, idOf));
  const changes = list.map(({ change }) => renamed(change, idOf));
  const marks = new Map(list.map(({ marks: own }, k) => [`c${k + 1}`, own]));
  const owners = new Map([...marks].flatMap(([id, own]) => own.map(({ unit }) => [unit, id] as const)));
  const within = new Map<ChangeId, ChangeId>();
  for (const place of places.all) {
    const [id, unit] = [idOf(place.change), attribution.marks.get(place)?.unit];
    const owner = unit === undefined ? undefined : owners.get(unit);
    if (id === undefined || owner === undefined || within.has(id) || (marks.get(id)?.length ?? 0) > 0) continue;
    within.set(id, owner);
  }
  return { redline: withExcerpts({ ...redline, document, changes }), marks, within };
}

/**
 * The file with the marks of each change accepted, rejected or left; a change without marks is decided by nothing. What
 * holds no such mark stays byte for byte. Throws `UnusableInput` where the bytes are no Word file.
 */
export function resolveMarked(
  bytes: Uint8Array,
  { marks }: MarkedFile,
  choose: (change: ChangeId) => Decision,
  report: Report,
): Uint8Array {
  const decisions = new Map<string, Decision>();
  for (const [id, own] of marks) {
    const decision = choose(id);
    for (const { part, start } of own) decisions.set(`${part} ${start}`, decision);
  }
  return resolveMarks(bytes, (part, start) => decisions.get(`${part} ${start}`) ?? 'leave', report);
}
