/** What a schema has against plain data, as messages at the places of a file. */
import type * as z from 'zod';
import type { Place, Report } from '../message.ts';

type PlaceOf = (path: readonly PropertyKey[], key?: string) => Place;

/** Reports each issue at its place, an unknown key at the key itself. */
export function reportIssues(
  issues: readonly z.core.$ZodIssue[],
  rule: string,
  placeOf: PlaceOf,
  report: Report,
): void {
  for (const issue of issues) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
    for (const key of keys) {
      const reason = key === undefined ? reasonOf(issue) : `there is no key "${key}" here`;
      const path = issue.path.map(String).join('.');
      const place = placeOf(issue.path, key);
      report({ severity: 'error', rule, reason: path === '' ? reason : `${path}: ${reason}`, place });
    }
  }
}

function reasonOf(issue: z.core.$ZodIssue): string {
  const isMissing =
    issue.code === 'invalid_type' && issue.input === undefined && /received undefined/.test(issue.message);
  if (isMissing) return 'this is missing';
  if (issue.code === 'invalid_key') return issue.issues.map(reasonOf).join('; ');
  return issue.message;
}
