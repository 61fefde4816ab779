/**
 * The account of Word packages: a canonical form of everything that means something, and what differs between two. It
 * judges redlines without the code that writes them: accepted they must be after, rejected before.
 */
import type { Message, Place } from '../../message.ts';
import { DEFAULT_LIMITS, type Limits } from '../limits.ts';
import { openPackage, type Package } from '../package.ts';
import { tallyFor } from '../tally.ts';
import { compareAccounts } from './compare.ts';
import type { AccountDifference, SideNames } from './difference.ts';
import { readAccount } from './read.ts';
import type { FieldResults } from './reading.ts';
import { accountPool } from './source.ts';
import type { Resolution } from './tracked.ts';

export { type AccountDifference, DIFFERENCE_KINDS, type DifferenceKind, type DifferenceName } from './difference.ts';
export { NO_MEANING, type NoMeaning } from './no-meaning.ts';
export type { Resolution } from './tracked.ts';
export type { PackageAccount } from './types.ts';

/** What is compared. */
export interface AccountOptions {
  /** How the tracked changes that the two files carry themselves are resolved first; accepted where absent. */
  readonly before?: Resolution;
  readonly after?: Resolution;
  /** Whether the results of fields that Word renews are compared; `keep` where absent. */
  readonly results?: FieldResults;
}

/** What a redline does not give back. */
export interface RedlineAccount {
  /** In what the redline, all changes accepted, differs from after. */
  readonly accepted: readonly AccountDifference[];
  /** In what the redline, all changes rejected, differs from before. */
  readonly rejected: readonly AccountDifference[];
}

const CLEAN: SideNames = { wanted: 'before', found: 'after' };
const ACCEPTED: SideNames = { wanted: 'after', found: 'the redline with all changes accepted' };
const REJECTED: SideNames = { wanted: 'before', found: 'the redline with all changes rejected' };

/** Everything in which two Word files differ. Throws `UnusableInput` where one is none. */
export function differences(
  before: Uint8Array,
  after: Uint8Array,
  options: AccountOptions = {},
  limits: Limits = DEFAULT_LIMITS,
): readonly AccountDifference[] {
  return differencesOfPackages(opened(before, limits), opened(after, limits), options);
}

/** The same, of packages that are open already. */
export function differencesOfPackages(
  before: Package,
  after: Package,
  options: AccountOptions = {},
): readonly AccountDifference[] {
  const pool = accountPool();
  const [ours, theirs] = [
    readAccount(before, options.before ?? 'accept', pool, options.results),
    readAccount(after, options.after ?? 'accept', pool, options.results),
  ];
  return compareAccounts(ours, theirs, CLEAN);
}

/** What a redline does not give back of the two files that it was made of. Throws `UnusableInput` where one is no Word file. */
export function accountOf(
  before: Uint8Array,
  after: Uint8Array,
  redline: Uint8Array,
  options: AccountOptions = {},
  limits: Limits = DEFAULT_LIMITS,
): RedlineAccount {
  return accountOfPackages(opened(before, limits), opened(after, limits), opened(redline, limits), options);
}

/** The same, of packages that are open already. Parts that are the same in two of them are read once. */
export function accountOfPackages(
  before: Package,
  after: Package,
  redline: Package,
  options: AccountOptions = {},
): RedlineAccount {
  const pool = accountPool();
  const compared = (wanted: Package, side: Resolution, resolution: Resolution, names: SideNames) =>
    compareAccounts(
      readAccount(wanted, side, pool, options.results),
      readAccount(redline, resolution, pool, options.results),
      names,
    );
  return {
    accepted: compared(after, options.after ?? 'accept', 'accept', ACCEPTED),
    rejected: compared(before, options.before ?? 'accept', 'reject', REJECTED),
  };
}

/** A difference as a message: an error where words or numbers differ, else a warning. */
export function differenceMessage(difference: AccountDifference, rule: string, file?: string): Message {
  const { weight, reason, part, paragraph, near, wanted, found, count } = difference;
  const place: Place = {
    ...(file === undefined ? {} : { file }),
    part,
    ...(paragraph === undefined ? {} : { paragraph }),
  };
  const notes = [near === undefined ? '' : `at “${near}”`, count === 1 ? '' : `${count} times`].filter(
    (note) => note !== '',
  );
  return {
    severity: weight === 'text' ? 'error' : 'warning',
    rule,
    reason,
    place,
    ...(weight === 'text' && wanted !== undefined ? { expected: wanted } : {}),
    ...(weight === 'text' && found !== undefined ? { actual: found } : {}),
    ...(notes.length === 0 ? {} : { note: notes.join(', ') }),
  };
}

function opened(bytes: Uint8Array, limits: Limits): Package {
  return openPackage(
    bytes,
    undefined,
    limits,
    tallyFor(() => undefined),
  );
}
