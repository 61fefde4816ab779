/** One number that cites two provisions: that of the version in force, and that of the one proposed. */
import { typedReferences } from '../../facts/references.ts';
import type { Rule } from '../../rule.ts';

const IN_FORCE = /^(?:existing|current|designated|former|previous|present)/i;

export const unversionedReference: Rule = {
  id: 'unversioned-reference',
  group: 'references',
  severity: 'warning',
  says: 'A number cited both in the version in force and in the proposed one, where no version is given.',
  why: 'The same number may be two provisions, one in the version in force and one in the version proposed. Say which.',
  good: 'See Clause 4.2 of the existing Code. Version 2 proposes a new Clause 5.1.',
  bad: 'See Clause 4.2 of the existing Code. | Clause 4.2 is widened.',
  check: (subject, report) => {
    const references = typedReferences(subject);
    const bare = references.filter(({ qualified }) => qualified === undefined || !IN_FORCE.test(qualified));
    for (const { at, start, end, word, number, qualified } of references) {
      if (qualified === undefined || !IN_FORCE.test(qualified) || saysVersion(at.text.slice(start, end + 60))) continue;
      const other = bare.find((reference) => reference.word === word && covers(reference.number, number));
      if (other === undefined) continue;
      const expected = `${word} ${number} of version … (and a version where it is cited as proposed)`;
      const reason = `${word} ${number} is cited of the text in force and of the text proposed, which may be two provisions`;
      report({ reason, at, start, end, actual: at.text.slice(start, end), expected });
    }
  },
};

function saysVersion(text: string): boolean {
  return /\bv(?:ersion)?\s*\d/i.test(text);
}

function covers(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}(`);
}
