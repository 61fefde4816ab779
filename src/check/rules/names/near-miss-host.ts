/** Addresses whose host is a letter or two off another. */
import { distance } from 'fastest-levenshtein';
import { addresses, hostOf } from '../../facts/addresses.ts';
import type { Use } from '../../facts/words.ts';
import { pushTo } from '../../group.ts';
import type { Rule } from '../../rule.ts';

export const nearMissHost: Rule = {
  id: 'near-miss-host',
  group: 'names',
  severity: 'warning',
  says: 'A web or e-mail address whose host is one or two letters off another of the document or the settings.',
  why: 'Mail and visitors go to an address that is a letter off the right one.',
  good: 'Write to info@example.co.uk or see www.example.co.uk.',
  bad: 'Write to info@example.co.uk or see www.exampel.co.uk or www.example.co.uk.',
  check: (subject, report) => {
    const byHost = new Map<string, Use[]>();
    for (const { host, ...use } of addresses(subject)) pushTo(byHost, host, use);
    const known = new Set(subject.settings.addresses.map(hostOf));
    const common = mostUsed(byHost);
    for (const [host, uses] of byHost) {
      if (known.has(host)) continue;
      const used = common.filter((other) => weight(byHost, other) > uses.length);
      const right = [...known, ...used].find((other) => isNear(host, other));
      if (right === undefined) continue;
      const use = uses[0] as Use;
      const reason = `the host "${host}" is a letter or two off "${right}"`;
      report({ reason, ...use, actual: host, expected: right });
    }
  },
};

/** So many hosts, those that are used most, may be the right form of another. */
const MOST = 100;

function mostUsed(byHost: ReadonlyMap<string, readonly Use[]>): string[] {
  const repeated = [...byHost].filter(([, uses]) => uses.length > 1).sort(([, a], [, b]) => b.length - a.length);
  return repeated.slice(0, MOST).map(([host]) => host);
}

function weight(byHost: ReadonlyMap<string, readonly Use[]>, host: string): number {
  return byHost.get(host)?.length ?? 0;
}

/** The name before the ending differs by one or two letters; numbered hosts are meant to differ. */
function isNear(a: string, b: string): boolean {
  const even = (host: string): string => host.replace(/\d+/g, '#');
  if (a === b || even(a) === even(b) || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)) return false;
  const longest = Math.max(a.length, b.length);
  return longest >= 10 && distance(a, b) <= (longest >= 12 ? 2 : 1) && a.split('.').length === b.split('.').length;
}
