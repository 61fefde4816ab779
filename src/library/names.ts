/** Names of documents and versions: their form, their order, and the names that are near to a mistyped one. */

/** The file in the root of a library that keeps its settings. */
export const CONFIG_FILE = 'keeling.config.yaml';

/** A document's folder: letters, digits, dots, dashes and underscores, so that no name is a path. */
const DOCUMENT_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** A version has any name of that form, as `1.5`, `2.0-draft` or `draft`, but for those of files that explain a folder. */
const EXPLAINS = /^(?:readme|changelog|license|licence|contributing|index)$/i;

export function isDocumentName(name: string): boolean {
  return DOCUMENT_NAME.test(name) && !name.includes('..');
}

export function isVersionName(name: string): boolean {
  return isDocumentName(name) && !EXPLAINS.test(name);
}

/** What a reference to a version looks like, as the note of a message. */
export const VERSION_FORM = 'write document@version, as code@1.5 or code@draft: letters, digits, dots and dashes';

/** A reference to a version of the library, `svtad@1.5`, taken apart; `undefined` where it is not of that form. */
export function parseReference(reference: string): { readonly document: string; readonly version: string } | undefined {
  const at = reference.indexOf('@');
  if (at <= 0) return undefined;
  const document = reference.slice(0, at);
  const version = reference.slice(at + 1);
  return isDocumentName(document) && isVersionName(version) ? { document, version } : undefined;
}

/**
 * Orders versions by number, those that begin with none (`draft`) last: 1.9 before 1.10, 2019-05-01 before 2019-12-01, `2.0-draft` before 2.0 and 2.0 before
 * `2.0A`. Negative where `a` comes first.
 */
export function compareVersions(a: string, b: string): number {
  const unnumbered = Number(!/^\d/.test(a)) - Number(!/^\d/.test(b));
  if (unnumbered !== 0) return unnumbered;
  const left = versionPieces(a);
  const right = versionPieces(b);
  for (let i = 0; i <= Math.min(left.length, right.length); i++) {
    const difference = comparePieces(left[i] ?? END, right[i] ?? END);
    if (difference !== 0) return difference;
  }
  return byText(a, b);
}

/** A piece of a version: what kind it is orders first, then what it says. */
interface Piece {
  readonly rank: number;
  readonly text: string;
}

/** A word behind a dash comes before the end (`-draft`), a letter on a number behind it, a further number last. */
const RANK = { word: 0, end: 1, letter: 2, number: 3 } as const;
const END: Piece = { rank: RANK.end, text: '' };

function versionPieces(version: string): Piece[] {
  return [...version.matchAll(/\d+|[A-Za-z]+/g)].map((match) => {
    if (/^\d/.test(match[0])) return { rank: RANK.number, text: match[0] };
    const onNumber = /\d/.test(version[match.index - 1] ?? '');
    return { rank: onNumber ? RANK.letter : RANK.word, text: match[0] };
  });
}

function comparePieces(a: Piece, b: Piece): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  return a.rank === RANK.number ? Number(a.text) - Number(b.text) : byText(a.text, b.text);
}

/** By code unit, so that the order is the same on every machine. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** At most three of the names that someone who typed `typed` may have meant, the nearest first. */
export function nearNames(typed: string, names: readonly string[]): string[] {
  const wanted = typed.toLowerCase();
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  return names
    .map((name) => ({ name, distance: editDistance(wanted, name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= limit || (wanted.length > 2 && name.toLowerCase().startsWith(wanted)))
    .sort((a, b) => a.distance - b.distance || byText(a.name, b.name))
    .slice(0, 3)
    .map(({ name }) => name);
}

/** How many letters must be added, taken away or changed (Levenshtein). Names are short: quadratic is fine. */
function editDistance(a: string, b: string): number {
  if (a.length > 100 || b.length > 100) return Number.POSITIVE_INFINITY;
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(changed, (previous[j] as number) + 1, (current[j - 1] as number) + 1));
    }
    previous = current;
  }
  return previous[b.length] as number;
}

/** "; did you mean a or b?", or nothing where no name is near. */
export function didYouMean(typed: string, names: readonly string[]): string | undefined {
  const near = nearNames(typed, names);
  return near.length === 0 ? undefined : `did you mean ${near.join(' or ')}?`;
}
