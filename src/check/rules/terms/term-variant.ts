/** One thing by two forms of its name: `Test Report` and `Testing Report`. */
import { rarerUses } from '../../facts/rarer-terms.ts';
import { singular } from '../../facts/words.ts';
import type { Rule } from '../../rule.ts';

export const termVariant: Rule = {
  id: 'term-variant',
  group: 'terms',
  severity: 'warning',
  english: true,
  says: 'A term in capitals that has another form elsewhere, such as Test Report for Testing Report.',
  why: 'A second form of a name may be read as the name of a second thing.',
  good: 'The Final Testing Report is sent out. A Final Testing Report names the tests.',
  bad: 'The Final Testing Report is sent out. A Final Testing Report names the tests. The Final Test Report is kept.',
  check: (subject, report) => {
    for (const { use, rare, common } of rarerUses(subject, isForm)) {
      const reason = 'a name has another form elsewhere in the document';
      // A verb and a noun of one stem may be two things: `Process`, `Processing`.
      const severity = rare.words.length > 2 ? 'warning' : 'note';
      report({ reason, ...use, actual: rare.text, expected: common.text, severity });
    }
  },
};

/** `Test` and `Testing`, `Report` and `Reporting`; not a plural. */
function isForm(rare: string, common: string): boolean {
  const [a, b] = [singular(rare).toLowerCase(), singular(common).toLowerCase()];
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 4 && long === `${short.replace(/e$/, '')}ing`;
}
