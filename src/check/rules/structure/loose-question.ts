/** Questions that stand in no section. */
import { questions } from '../../facts/questions.ts';
import type { Rule } from '../../rule.ts';
import type { Passage } from '../../subject.ts';

export const looseQuestion: Rule = {
  id: 'loose-question',
  group: 'structure',
  severity: 'warning',
  says: 'A question that stands in no section of a document that has sections.',
  why: 'A question outside every section has no text to explain it.',
  good: '# 1 Views\n\n:::question\nQ1 Why?\n:::',
  bad: ':::question\nQ1 Why?\n:::\n\n# 1 Views\n\nThis is why it is asked.',
  check: (subject, report) => {
    if (!subject.passages.some(({ kind }) => kind === 'heading')) return;
    for (const { at, start, end } of questions(subject)) {
      if (at.kind === 'heading' || isInSection(at)) continue;
      report({ reason: 'a question stands in no section', at, start, end, actual: at.text.slice(0, 80) });
    }
  },
};

function isInSection({ ancestors }: Passage): boolean {
  return ancestors.some((node) => node.type === 'clause' && node.heading !== undefined);
}
