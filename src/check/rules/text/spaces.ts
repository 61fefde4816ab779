/** White space that stands where none belongs, or is missing where it does. */
import type { ReportFound, Rule } from '../../rule.ts';
import { matches, once, type Subject } from '../../subject.ts';

interface Fault {
  readonly find: RegExp;
  readonly reason: string;
  readonly fix?: (text: string) => string;
}

/** What a paragraph with such a slip has. */
const SUSPECT = /\s[ ,.;)’”]|[(‘“] |[.;,]\p{L}|- \p{Lu}/u;

const FAULTS: readonly Fault[] = [
  {
    find: /(?<=\S)(?<!^\(?\w{1,3}[.)]) {2,3}(?=\S)/g,
    reason: 'there are two spaces where one belongs',
    fix: () => ' ',
  },
  { find: /(?<=\p{L}{2})[ \u00a0]+(?=\.(?:\s+\p{Lu}|\s*$))/gu, reason: 'a space stands before a stop', fix: () => '' },
  { find: /(?<=[\p{L}\p{N})])[ \u00a0]+(?=[,;](?:\s|$))/gu, reason: 'a space stands before a stop', fix: () => '' },
  {
    find: /(?<=[\p{L}\p{N}]) (?=[’”](?:[\s.,;:)]|$))/gu,
    reason: 'a space stands before a closing quotation mark',
    fix: () => '',
  },
  {
    find: /(?<=(?:^|[\s(])[‘“]) (?=\p{L})/gu,
    reason: 'a space stands behind an opening quotation mark',
    fix: () => '',
  },
  { find: /(?<=\() +(?=\p{L})|(?<=[\p{L}\p{N}.]) +(?=\))/gu, reason: 'a space stands inside a bracket', fix: () => '' },
  { find: /(?<=\p{Ll}{2})[.;](?=\p{Lu}\p{Ll})/gu, reason: 'no space stands behind a stop' },
  { find: /(?<=\p{Ll}),(?=\p{Ll}{2})/gu, reason: 'no space stands behind a comma' },
  { find: /(?<=\p{Ll})- (?=\p{Lu}\p{Ll})/gu, reason: 'a dash has a space on one side alone' },
];

export const spaces: Rule = {
  id: 'spaces',
  group: 'text',
  severity: 'note',
  says: 'White space that is doubled, missing, or on the wrong side of a stop.',
  why: 'A stray or missing space is a trace of an edit. Where nothing is quoted, --fix mends it.',
  good: 'It is sent to the Parties. They ‘agree’ to it.',
  bad: 'It is sent to the Parties.They ‘agree ’ to it.',
  check: (subject, report) => {
    for (const fault of FAULTS) reportFault(fault, subject, report);
  },
};

function reportFault({ find, reason, fix }: Fault, subject: Subject, report: ReportFound): void {
  const habit = typesTwoSpaces(subject);
  for (const [at, match] of matches(subject, find, SUSPECT)) {
    const start = match.index;
    const end = start + match[0].length;
    // Two spaces behind a full stop are a habit of typists, where they come again and again.
    if (fix !== undefined && /^ {2,3}$/.test(match[0]) && /[.?!:]['’”")]*$/.test(at.text.slice(0, start)) && habit)
      continue;
    const around = at.text.slice(Math.max(0, start - 20), end + 20);
    if (/:\/\/|www\.|@|\.(?:co|com|org|uk|net|html?|pdf|docx?)\b/.test(around)) continue;
    const shared = { reason, at, start, end, actual: `"${at.text.slice(Math.max(0, start - 12), end + 12)}"` };
    report(fix === undefined ? shared : { ...shared, fix: fix(match[0]) });
  }
}

/** So many times show a habit. */
const HABIT = 5;

const typesTwoSpaces = once(
  (subject: Subject): boolean => matches(subject, /[.?!:]['’”")]* {2,3}(?=\S)/g, / {2}/).length > HABIT,
);
