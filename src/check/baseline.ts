/** Findings of a version held against those of its baseline: what is new, what was there already, what is mended. */

import type { Finding } from './finding.ts';
import { pushTo } from './group.ts';

export type Standing = 'introduced' | 'already there' | 'fixed';

export interface Standings {
  readonly introduced: readonly Finding[];
  readonly alreadyThere: readonly Finding[];
  /** Findings of the baseline that are no more. */
  readonly fixed: readonly Finding[];
}

/**
 * Pairs findings of one rule: first those of the same provision and the same words, then those of the same words
 * wherever they stand, since a provision may have been renumbered or moved.
 */
export function standings(before: readonly Finding[], after: readonly Finding[]): Standings {
  const matched = new Set<Finding>();
  let open: readonly Finding[] = after;
  for (const key of [exactKey, looseKey]) {
    const earlier = new Map<string, Finding[]>();
    for (const finding of before) if (!matched.has(finding)) pushTo(earlier, key(finding), finding);
    open = open.filter((finding) => {
      const twin = earlier.get(key(finding))?.shift();
      if (twin === undefined) return true;
      matched.add(twin);
      return false;
    });
  }
  const introduced = new Set(open);
  return {
    introduced: open,
    alreadyThere: after.filter((finding) => !introduced.has(finding)),
    fixed: before.filter((finding) => !matched.has(finding)),
  };
}

function exactKey(finding: Finding): string {
  return [looseKey(finding), finding.cite ?? ''].join('\0');
}

/** Reasons may name provisions and counts; the rule and the words found are what stays. */
function looseKey(finding: Finding): string {
  return [finding.rule, finding.actual ?? finding.reason].join('\0');
}
