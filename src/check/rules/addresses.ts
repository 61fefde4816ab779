/** Web and e-mail addresses: hosts a letter off another, and links that lead elsewhere than they say. */

import { distance } from 'fastest-levenshtein';
import type { Use } from '../facts/words.ts';
import { pushTo } from '../group.ts';
import type { Rule } from '../rule.ts';
import { once, type Subject } from '../subject.ts';

interface Address extends Use {
  /** Without `www.`, in small letters. */
  readonly host: string;
}

const ADDRESS =
  /(?:https?:\/\/(?:[^\s/@<>"]{1,64}@)?|(?<![\w.])www\.|(?<![\w.+-])[\w.+-]{1,64}@)((?:[a-z0-9][a-z0-9-]{0,62}\.){1,8}[a-z]{2,24})(?![\w-])/gi;

/** Every address in the text and behind its links. */
const addresses = once((subject: Subject): readonly Address[] => {
  const found: Address[] = [];
  for (const at of subject.passages) {
    for (const { inline, start, text } of at.pieces) {
      if (text.includes('.')) {
        for (const match of text.matchAll(ADDRESS)) {
          const from = start + match.index;
          found.push({ at, start: from, end: from + match[0].length, host: hostOf(match[1] ?? '') });
        }
      }
      if (inline.type !== 'text' || inline.marks?.href === undefined) continue;
      for (const match of inline.marks.href.matchAll(ADDRESS)) {
        found.push({ at, start, end: start + text.length, host: hostOf(match[1] ?? '') });
      }
    }
  }
  return found;
});

function hostOf(host: string): string {
  return host.toLowerCase().replace(/^www\./, '');
}

export const nearMissHost: Rule = {
  id: 'near-miss-host',
  group: 'names',
  severity: 'error',
  says: 'A web or e-mail address whose host is one or two letters off another of the document or the settings.',
  good: 'Write to info@example.co.uk or see www.example.co.uk.',
  bad: 'Write to info@example.co.uk or see www.exampel.co.uk or www.example.co.uk.',
  check: (subject, tell) => {
    const byHost = new Map<string, Use[]>();
    for (const { host, ...use } of addresses(subject)) pushTo(byHost, host, use);
    const known = subject.settings.addresses.map(hostOf);
    for (const [host, uses] of byHost) {
      if (known.includes(host)) continue;
      const right = [...known, ...[...byHost.keys()].filter((other) => weight(byHost, other) > uses.length)].find(
        (other) => isNear(host, other),
      );
      if (right === undefined) continue;
      const use = uses[0] as Use;
      const reason = `the host "${host}" is a letter or two off "${right}"`;
      tell({ reason, ...use, actual: host, expected: right });
    }
  },
};

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

export const misleadingLink: Rule = {
  id: 'misleading-link',
  group: 'names',
  severity: 'warning',
  says: 'A link whose text is one address and which leads to another.',
  good: 'See [www.example.co.uk](https://www.example.co.uk/start).',
  bad: 'See [www.example.co.uk](https://www.elsewhere.co.uk/start).',
  check: (subject, tell) => {
    for (const at of subject.passages) {
      for (const { inline, start, text } of at.pieces) {
        if (inline.type !== 'text' || inline.marks?.href === undefined) continue;
        const shown = hostIn(text);
        const target = hostIn(inline.marks.href);
        if (shown === undefined || target === undefined || shown === target || target.endsWith(`.${shown}`)) continue;
        const reason = 'a link leads to another address than it says';
        tell({ reason, at, start, end: start + text.length, actual: target, expected: shown });
      }
    }
  },
};

function hostIn(text: string): string | undefined {
  const host = new RegExp(ADDRESS.source, 'i').exec(text)?.[1];
  return host === undefined ? undefined : hostOf(host);
}
