/** Names of Service Requests that are not those of the DCC User Interface Specification. */
import { SERVICE_REQUESTS } from '../../data/service-requests.ts';
import { countBlocks } from '../../facts/counts.ts';
import { isAboutDuis } from '../../facts/subject-matter.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

const LISTED = /\bService Requests? (?:for )?(\p{Lu}[^–—:;.]{4,80}?)\s*[–—-]\s*(\d+(?:\.\d+)+)(?!\s*(?:,|and|\.?\d))/gu;

/** Two requests under one name, which is what their names have in common. */
const LISTED_TWO =
  /\bService Requests? (?:for )?(\p{Lu}[^–—:;.]{4,80}?)\s*[–—-]\s*(\d+(?:\.\d+)+)\s+and\s+(\d+(?:\.\d+)+)/gu;

export const serviceRequestName: Rule = {
  id: 'service-request-name',
  group: 'names',
  severity: 'warning',
  english: true,
  says: 'A Service Request with another name than its reference has in DUIS.',
  why: 'The DCC User Interface Specification gives each Service Request one name. The rule speaks only of texts about it.',
  good: 'It is the Service Request for Read Supply Status – 7.4.',
  bad: 'It is the Service Request for Read Supply Control Status – 7.4.',
  check: (subject, report) => {
    if (!isAboutDuis(subject)) return;
    for (const [at, match] of matches(subject, LISTED)) {
      const [, name = '', number = ''] = match;
      const expected = SERVICE_REQUESTS[number];
      if (expected === undefined || even(name) === even(expected)) continue;
      const start = match.index + match[0].indexOf(name);
      report({ reason: reasonOf(number), at, start, end: start + name.length, actual: name, expected });
    }
    for (const [at, match] of matches(subject, LISTED_TWO)) {
      const [, name = '', first = '', second = ''] = match;
      const expected = sharedName(SERVICE_REQUESTS[first], SERVICE_REQUESTS[second]);
      if (expected === undefined || even(name) === even(expected)) continue;
      const start = match.index + match[0].indexOf(name);
      const reason = `Service Requests ${first} and ${second} have another name in DUIS`;
      report({ reason, at, start, end: start + name.length, actual: name, expected });
    }
    for (const { key, rest, at, node } of countBlocks(subject).flatMap(({ rows }) => rows)) {
      const expected = SERVICE_REQUESTS[key];
      if (expected === undefined || even(rest).startsWith(even(expected))) continue;
      const words = rest.split(' ').length > 8 ? nameOf(rest) : rest;
      const start = at.text.indexOf(words);
      const other = Object.entries(SERVICE_REQUESTS).find(([, name]) => even(rest).startsWith(even(name)))?.[0];
      const spot = start < 0 ? { at, node } : { at, start, end: start + words.length };
      // The name is that of another request: it is the number that is wrong.
      if (other !== undefined)
        report({ reason: `this is the name of ${other}`, ...spot, actual: key, expected: other });
      else report({ reason: reasonOf(key), ...spot, actual: words, expected });
    }
  },
};

/** What stands before the dash in the names of both. */
function sharedName(a: string | undefined, b: string | undefined): string | undefined {
  const [left, right] = [a?.split(' - ')[0], b?.split(' - ')[0]];
  return left !== undefined && left === right && left !== a ? left : undefined;
}

function reasonOf(number: string): string {
  return `Service Request ${number} has another name in DUIS`;
}

function even(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** What stands before the values of a row. */
function nameOf(rest: string): string {
  return rest
    .replace(/\s+(?:[YN]\s+)?(?:(?:N\/A|Mandatory|Optional)(?:\s+SMETS ?\d)?(?:\s+|$)){2}[\s\S]*$/, '')
    .replace(/\s+[YN]$/, '');
}
