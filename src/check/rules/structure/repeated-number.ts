/** Two provisions of one list with the same number. */
import { foundAt, isCounted, numberSteps } from '../../facts/numbering.ts';
import type { Rule } from '../../rule.ts';

export const repeatedNumber: Rule = {
  id: 'repeated-number',
  group: 'structure',
  severity: 'warning',
  says: 'Two provisions of one list with the same number.',
  why: 'A citation of the number can mean either provision.',
  good: '# 1 Terms\n\n# 2 Scope',
  bad: '# 1 Terms\n\n# 1 Scope',
  check: (subject, report) => {
    for (const step of numberSteps(subject)) {
      if (step.by !== 0) continue;
      const found = foundAt(step, `two provisions are numbered ${step.label}`);
      // Word counts its numbers itself: two that are alike may be of two lists.
      report(!isCounted(step, subject) && step.regular ? found : { ...found, severity: 'note' });
    }
  },
};
