/** References to one or more provisions of a document: `Example AD Clause 20.28 to Clause 20.29`. */
import { parseLabel } from '../model/label.ts';

/** What a reference needs to know of an anchor: how it is cited, and its label alone where it has one. */
export interface Cited {
  readonly cite: string;
  readonly label?: string;
  /** What the citation opens with where it names the division: `Schedule 1`. */
  readonly division?: string;
}

/** The word between two neighbouring provisions. Longer runs are always told from first `to` last. */
export type Join = 'to' | 'and';

/** The citations as one phrase: neighbours as a run, the rest as a list, `Clause 1.1 to Clause 1.3 and Clause 1.7`. */
export function citeAll(targets: readonly Cited[], join: Join = 'to'): string {
  const words = runs(targets).flatMap((run) => citeRun(run, join));
  // In a list, a citation that has a comma of its own is parted from the next by more than a comma.
  if (words.length < 3 || !words.some((word) => word.includes(', '))) return listed(words);
  return `${words.slice(0, -1).join('; ')}; and ${words[words.length - 1]}`;
}

/** Words as a list: `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

function citeRun(run: readonly Cited[], join: Join): string[] {
  const first = run[0] as Cited;
  const last = run[run.length - 1] as Cited;
  if (run.length === 1) return [first.cite];
  if (run.length === 2 && join === 'and') return [first.cite, last.cite];
  return [`${first.cite} to ${withinDivision(last)}`];
}

/** The last of a run, whose division stands at the head of the first already. */
function withinDivision({ cite, division }: Cited): string {
  return division === undefined ? cite : cite.slice(division.length + 2);
}

/** The targets cut where one does not number on from the one before it. */
function runs(targets: readonly Cited[]): Cited[][] {
  const result: Cited[][] = [];
  for (const target of targets) {
    const run = result[result.length - 1];
    if (run !== undefined && follows(run[run.length - 1] as Cited, target)) run.push(target);
    else result.push([target]);
  }
  return result;
}

/** Whether `b` is the next number after `a` in one series, cited by the same word. */
function follows(a: Cited, b: Cited): boolean {
  if (a.label === undefined || b.label === undefined || stem(a) !== stem(b)) return false;
  const before = parseLabel(a.label);
  const after = parseLabel(b.label);
  if (before === undefined || after === undefined) return false;
  const series = before.prefix === after.prefix && before.counter === after.counter && before.suffix === after.suffix;
  return series && after.ordinal === before.ordinal + 1;
}

/** What stands before the label in a citation: `Clause `, `Clause 20.18`. */
function stem(target: Cited): string {
  return target.cite.slice(0, target.cite.length - (target.label ?? '').length);
}
