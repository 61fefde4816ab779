/** Which changes of a list `accept` and `reject` are about: by id, author, weight and provision. */
import type { MarkedFile } from '../library/marked/index.ts';
import { type Change, type ChangeId, WEIGHTS } from '../model/redline.ts';
import { usage } from './context.ts';

/** What `--only`, `--author`, `--weight` and `--clause` say. */
export interface SelectionOptions {
  readonly only?: string;
  readonly author?: string;
  readonly weight?: string;
  readonly clause?: string;
}

/**
 * The changes that fit all of the options. What follows from a change that `--only` names, and has tracked changes of its
 * own, goes with it. Throws `UnusableInput` where an option names nothing that is there.
 */
export function selectChanges(marked: MarkedFile, options: SelectionOptions): Change[] {
  const { changes } = marked.redline;
  const tests = [
    byId(marked, options.only),
    byAuthor(changes, options.author),
    byWeight(options.weight),
    byClause(changes, options.clause),
  ];
  return changes.filter((change) => tests.every((fits) => fits(change)));
}

type Fits = (change: Change) => boolean;

const ALL: Fits = () => true;

function byId(marked: MarkedFile, only: string | undefined): Fits {
  if (only === undefined) return ALL;
  const { changes } = marked.redline;
  const ids = listed(only);
  if (ids.length === 0) throw usage('--only names no change', `the changes are ${rangeOf(changes)}`);
  const byName = new Map(changes.map((change) => [change.id, change]));
  for (const id of ids) {
    if (!byName.has(id)) throw usage(`there is no change ${id}`, `the changes are ${rangeOf(changes)}`);
    refuseUnmarked(marked, byName.get(id) as Change);
  }
  const named = new Set(ids);
  for (const { id, cause } of changes) {
    if (cause !== undefined && named.has(cause) && hasMarks(marked, id)) named.add(id);
  }
  return ({ id }) => named.has(id);
}

/** A change without tracked changes of its own cannot be decided by itself. */
function refuseUnmarked(marked: MarkedFile, { id, cause, kind }: Change): void {
  if (hasMarks(marked, id)) return;
  const owner = marked.within.get(id) ?? cause;
  const why = kind === 'renumbering' ? 'Word renumbers by itself' : undefined;
  const note = owner === undefined ? why : `it goes with ${owner}`;
  throw usage(`${id} has no tracked change of its own in the file`, note);
}

export function hasMarks({ marks }: MarkedFile, id: ChangeId): boolean {
  return (marks.get(id)?.length ?? 0) > 0;
}

function byAuthor(changes: readonly Change[], author: string | undefined): Fits {
  if (author === undefined) return ALL;
  if (changes.every((change) => change.author !== author)) {
    const authors = [...new Set(changes.flatMap((change) => change.author ?? []))].join(', ');
    throw usage(
      `no change is by ${author}`,
      authors === '' ? 'no change names its author' : `the authors are ${authors}`,
    );
  }
  return (change) => change.author === author;
}

function byWeight(weight: string | undefined): Fits {
  if (weight === undefined) return ALL;
  const wanted = listed(weight);
  const unknown = wanted.find((one) => !WEIGHTS.some((known) => known === one));
  if (unknown !== undefined || wanted.length === 0) {
    throw usage(`--weight ${unknown ?? weight} is no weight`, `the weights are ${WEIGHTS.join(', ')}`);
  }
  return (change) => wanted.includes(change.weight);
}

/** A provision with all below it: `Clause 5` is `Clause 5(a)` and `Clause 5.1`, too, and not `Clause 50`. */
function byClause(changes: readonly Change[], clause: string | undefined): Fits {
  if (clause === undefined) return ALL;
  const wanted = clause.trim().toLowerCase();
  const fits: Fits = ({ before, after }) => [before, after].some((locus) => isWithin(locus?.cite ?? '', wanted));
  if (wanted === '' || !changes.some(fits)) throw usage(`no change stands in ${clause}`, citesOf(changes));
  return fits;
}

function isWithin(cite: string, wanted: string): boolean {
  const known = cite.toLowerCase();
  return known.startsWith(wanted) && !/^[\p{L}\p{N}]/u.test(known.slice(wanted.length));
}

/** How many provisions a message names. */
const NAMED = 8;

function citesOf(changes: readonly Change[]): string {
  const cites = [...new Set(changes.map(({ before, after }) => (after ?? before)?.cite ?? ''))].filter(Boolean);
  const more = cites.length > NAMED ? ` and ${cites.length - NAMED} more` : '';
  return cites.length === 0 ? 'there are no changes' : `changes stand in ${cites.slice(0, NAMED).join('; ')}${more}`;
}

function listed(option: string): string[] {
  return option
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function rangeOf(changes: readonly Change[]): string {
  const [first, last] = [changes[0], changes.at(-1)];
  return first === undefined || last === undefined ? 'none' : `${first.id} to ${last.id}`;
}
