/** Provisions whose numbers run backwards. */
import { foundAt, isCounted, numberSteps } from '../../facts/numbering.ts';
import type { Rule } from '../../rule.ts';

export const numberOrder: Rule = {
  id: 'number-order',
  group: 'structure',
  severity: 'warning',
  says: 'Provisions whose numbers run backwards.',
  why: 'Whoever looks a number up takes it for missing.',
  good: '# 1 Terms\n\n# 2 Scope',
  bad: '# 2 Terms\n\n# 1 Scope',
  check: (subject, report) => {
    for (const step of numberSteps(subject)) {
      if (step.by >= 0) continue;
      const found = foundAt(step, `${step.label} follows ${step.before}`);
      // The numbers of Word are counted, so that a list may have begun again.
      const counted = isCounted(step, subject);
      report(step.clause.kind === 'limb' || counted ? { ...found, severity: 'note' } : found);
    }
  },
};
