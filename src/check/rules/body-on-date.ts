/** Bodies that did not exist on the date of the document, and bodies whose names are not quite right. */
import { dayOf } from '../calendar.ts';
import { type Body, GOVERNMENT_BODIES } from '../data/government-bodies.ts';
import { issueDay, printDay } from '../facts/dates.ts';
import type { Use } from '../facts/words.ts';
import { escapeExpression } from '../locate.ts';
import type { Rule } from '../rule.ts';
import { matches, type Subject } from '../subject.ts';

/** A name in any of the ways in which it is written: of or for, and or &, with and without the comma before it. */
function nameExpression(name: string): string {
  return escapeExpression(name)
    .replace(/ (?:of|for) /, ' (?:of|for) ')
    .replace(/,? and /g, ',? (?:and|&) ')
    .replace(/, /g, ',? ');
}

/** One expression for the full names and short names of all bodies. */
const NAMED = GOVERNMENT_BODIES.map((body) => ({
  body,
  full: new RegExp(`\\b${nameExpression(body.name)}\\b`, 'g'),
  short: body.short === undefined ? undefined : new RegExp(`(?<![\\p{L}\\p{N}])${body.short}(?![\\p{L}\\p{N}])`, 'gu'),
}));

const ANY =
  /\b(?:Department|Ministry|Foreign)\b|\bBEIS\b|\bDECC\b|\bBERR\b|\bDCLG\b|\bDLUHC\b|\bDFID\b|\bDESNZ\b|\bDSIT\b|\bDBT\b|\bFCDO\b|\bDExEU\b/;

function usesOf(subject: Subject, { full, short }: (typeof NAMED)[number]): Use[] {
  const uses: Use[] = [];
  for (const expression of [full, ...(short === undefined ? [] : [short])]) {
    for (const [at, match] of matches(subject, expression)) {
      uses.push({ at, start: match.index, end: match.index + match[0].length });
    }
  }
  return uses.sort((a, b) => a.at.index - b.at.index || a.start - b.start);
}

function mentionsAny(subject: Subject): boolean {
  return subject.passages.some((at) => ANY.test(at.text));
}

export const bodyOnDate: Rule = {
  id: 'body-on-date',
  group: 'names',
  severity: 'warning',
  english: true,
  says: 'A government department that did not exist on the date of the document.',
  good: 'Date: 14 April 2022\n\nResponses go to the Department for Business, Energy and Industrial Strategy.',
  bad: 'Date: 14 April 2023\n\nResponses go to the Department for Business, Energy and Industrial Strategy.',
  check: (subject, tell) => {
    const day = issueDay(subject) ?? effectiveDay(subject);
    if (day === undefined || !mentionsAny(subject)) return;
    for (const named of NAMED) {
      const [first] = usesOf(subject, named);
      if (first === undefined || existed(named.body, day)) continue;
      if (/\b(?:then|former|formerly|predecessor)\b/i.test(first.at.text.slice(0, first.start))) continue;
      const { name, until, successors } = named.body;
      const ended = until !== undefined && day >= dayOf(until);
      const reason = ended ? `${name} ended on ${printDay(dayOf(until))}` : `${name} did not exist yet`;
      const shared = { reason: `${reason}; the document is of ${printDay(day)}`, ...first };
      const actual = first.at.text.slice(first.start, first.end);
      tell(successors === undefined ? { ...shared, actual } : { ...shared, actual, expected: successors });
    }
  },
};

function effectiveDay(subject: Subject): number | undefined {
  const { effective } = subject.document.meta;
  return effective !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(effective) ? dayOf(effective) : undefined;
}

function existed({ from, until }: Body, day: number): boolean {
  return (from === undefined || day >= dayOf(from)) && (until === undefined || day < dayOf(until));
}

export const bodyName: Rule = {
  id: 'body-name',
  group: 'names',
  severity: 'warning',
  english: true,
  says: 'A government department whose name is not quite right, such as Department of for Department for.',
  good: 'Responses go to the Department for Work and Pensions.',
  bad: 'Responses go to the Department of Work and Pensions.',
  check: (subject, tell) => {
    if (!mentionsAny(subject)) return;
    for (const { body, full } of NAMED) {
      for (const [at, match] of matches(subject, full)) {
        const [actual] = match;
        const start = match.index;
        if (even(actual) === even(body.name)) continue;
        tell({
          reason: 'the name of the body is not quite right',
          at,
          start,
          end: start + actual.length,
          actual,
          expected: body.name,
        });
      }
    }
  },
};

/** An ampersand and a comma before `and` are matters of style. */
function even(name: string): string {
  return name.replace(/&/g, 'and').replace(/,/g, '');
}
