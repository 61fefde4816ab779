/** What a redline in a Word file leaves unmarked, told by the account of the packages: which differences, where, and why. */
import type { Message, Report } from '../message.ts';
import { type AccountDifference, type AccountOptions, accountOf, differenceMessage } from '../word/account/index.ts';

/** The rule of messages about differences that have no mark. */
export const UNMARKED = 'write/in-place-unmarked';

/** How many differences of one kind are reported one by one. */
const FEW = 3;

/** What the redline, accepted and rejected, does not give back. */
export function unmarkedIn(
  before: Uint8Array,
  after: Uint8Array,
  redline: Uint8Array,
  options: AccountOptions & { readonly results: 'keep' | 'omit' },
): readonly AccountDifference[] {
  const { accepted, rejected } = accountOf(before, after, redline, options);
  return [...accepted, ...rejected];
}

/**
 * Reports what is unmarked: words and numbers that could have been tracked as an error, what else a reader sees as a warning,
 * what is set up for the file as a note.
 */
export function reportUnmarked(differences: readonly AccountDifference[], report: Report): void {
  const byKind = new Map<string, AccountDifference[]>();
  for (const one of differences) byKind.set(one.kind, [...(byKind.get(one.kind) ?? []), one]);
  for (const [kind, list] of byKind) {
    for (const one of list.slice(0, FEW)) report(messageOf(one));
    if (list.length > FEW) report(moreOf(kind, list));
  }
}

function messageOf(difference: AccountDifference): Message {
  const message = differenceMessage(difference, UNMARKED);
  return { ...message, severity: severityOf(difference) };
}

function severityOf({ weight, trackable }: AccountDifference): Message['severity'] {
  if (weight === 'text' && trackable) return 'error';
  return weight === 'setting' ? 'note' : 'warning';
}

function moreOf(kind: string, list: readonly AccountDifference[]): Message {
  return {
    severity: severityOf(list[0] as AccountDifference),
    rule: UNMARKED,
    reason: `more differences of this kind (${kind}) are not marked`,
    actual: `${list.length - FEW} more`,
  };
}
