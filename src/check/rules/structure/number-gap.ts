/** A number that is missing between two provisions. */
import { foundAt, isCounted, numberSteps } from '../../facts/numbering.ts';
import type { Rule } from '../../rule.ts';

export const numberGap: Rule = {
  id: 'number-gap',
  group: 'structure',
  severity: 'warning',
  says: 'A number that is missing between two provisions.',
  why: 'A reader looks for the missing provision. A gap that is meant can be filled with "Not used".',
  good: '# 1 Terms\n\n# 2 Scope\n\n# 3 Time',
  bad: '# 1 Terms\n\n# 2 Scope\n\n# 4 Time',
  check: (subject, report) => {
    for (const step of numberSteps(subject)) {
      if (step.by < 2) continue;
      const limb = step.clause.kind === 'limb';
      const found = foundAt(
        step,
        `${step.label} follows ${step.before}, so that ${step.by === 2 ? 'a number is' : 'numbers are'} missing`,
      );
      // The numbers of Word are counted, so that a gap may be the reader's.
      const counted = isCounted(step, subject);
      report(limb || counted || step.by > 3 ? { ...found, severity: 'note' } : found);
    }
  },
};
