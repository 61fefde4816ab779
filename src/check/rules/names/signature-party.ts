/** Signature blocks against the parties: a company that signs and is no party, or a party that does not sign. */
import type { Use } from '../../facts/words.ts';
import type { Rule } from '../../rule.ts';
import { matches, type Subject } from '../../subject.ts';

const NAME =
  "((?:\\p{Lu}[\\p{L}\\d&.'’-]*|&|of|and)(?:\\s(?:\\p{Lu}[\\p{L}\\d&.'’-]*|&|of|and|plc|the)){0,7}?\\s(?:Limited|Ltd\\.?|plc|PLC|LLP|LLC|Inc\\.?|Corporation|Corp\\.?|GmbH|AG|SA|BV|NV|Company))";
const SIGNS = new RegExp(
  `\\b(?:[Ss]igned|SIGNED|[Ee]xecuted|EXECUTED)\\b[^.]{0,60}?\\b(?:by|for and on behalf of|on behalf of|for)\\s+(?:the\\s+)?${NAME}(?![\\p{L}])`,
  'gu',
);
const PARTY = new RegExp(
  `(?:^|\\(\\d\\)\\s*|\\bbetween:?\\s+|\\band:?\\s+)${NAME}(?=[^.;]{0,300}?\\((?:the |each )?[“"‘']|\\s*,? a company\\b|\\s*\\(?(?:registered|company) (?:number|no))`,
  'gu',
);

export const signatureParty: Rule = {
  id: 'signature-party',
  group: 'names',
  severity: 'warning',
  english: true,
  says: 'A company in a signature block that is no party, or a party without a signature block where the others have one.',
  why: 'Signature blocks are copied from other agreements. Whoever signs has to be bound, and whoever is bound has to sign.',
  good: 'Made between Acme Limited (the “Seller”) and Bolt Limited (the “Buyer”).\n\nSigned by Acme Limited\n\nSigned by Bolt Limited',
  bad: 'Made between Acme Limited (the “Seller”) and Bolt Limited (the “Buyer”).\n\nSigned by Acme Limited\n\nSigned by Crane Limited',
  check: (subject, report) => {
    const parties = namesOf(subject, PARTY);
    const signing = namesOf(subject, SIGNS);
    if (parties.size < 2 || signing.size === 0) return;
    for (const [key, use] of signing) {
      if (parties.has(key)) continue;
      const actual = use.at.text.slice(use.start, use.end);
      report({ reason: `${actual} signs, and is no party`, ...use, actual, expected: shown(parties) });
    }
    for (const [key, use] of parties) {
      if (signing.has(key)) continue;
      const actual = use.at.text.slice(use.start, use.end);
      report({ reason: `${actual} is a party, and has no signature block`, ...use, actual, severity: 'note' });
    }
  },
};

function namesOf(subject: Subject, expression: RegExp): Map<string, Use> {
  const found = new Map<string, Use>();
  for (const [at, match] of matches(subject, expression)) {
    const name = match[1] as string;
    const start = match.index + match[0].indexOf(name);
    const key = name
      .toLowerCase()
      .replace(/\bltd\.?/, 'limited')
      .replace(/[^\p{L}\d]+/gu, ' ')
      .trim();
    if (!found.has(key)) found.set(key, { at, start, end: start + name.length });
  }
  return found;
}

function shown(names: ReadonlyMap<string, Use>): string {
  return [...names.values()].map(({ at, start, end }) => at.text.slice(start, end)).join(' or ');
}
