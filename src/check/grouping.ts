/** Findings of one rule about one thing, taken together: "SOW", 12 times. */
import type { Place } from '../message.ts';
import type { Finding } from './finding.ts';
import { pushTo } from './group.ts';

/** A finding, and where else the same was found. */
export interface GroupedFinding extends Finding {
  /** How often it was found, where that is more than once. */
  readonly times?: number;
  /** The places of the others. */
  readonly also?: readonly Place[];
}

/** Fewer findings of one thing are listed one by one, so that each can be mended at its place. */
const MANY = 4;

/** The findings in their order; those of the same rule, weight and words become one at the place of the first. */
export function grouped(findings: readonly Finding[]): GroupedFinding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) pushTo(groups, keyOf(finding), finding);
  return findings.flatMap((finding): GroupedFinding[] => {
    const group = groups.get(keyOf(finding)) ?? [];
    if (group.length < MANY || finding.actual === undefined) return [finding];
    if (group[0] !== finding) return [];
    const also = group.slice(1).flatMap(({ place }) => (place === undefined ? [] : [place]));
    return [{ ...finding, reason: `${finding.reason} (${group.length} times)`, times: group.length, also }];
  });
}

function keyOf({ rule, severity, actual, expected, reason, place }: Finding): string {
  return [rule, severity, actual ?? reason, place?.file ?? '', reason, expected ?? ''].join('\0');
}
