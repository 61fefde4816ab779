/** Headings and paragraphs that are counted by the same numbers. */
import type { Clause } from '../../../model/document.ts';
import { walk } from '../../../model/walk.ts';
import type { Rule } from '../../rule.ts';

export const sharedNumbers: Rule = {
  id: 'shared-numbers',
  group: 'structure',
  severity: 'note',
  says: 'Headings and paragraphs with the same numbers, so that a citation can mean either.',
  why: 'A citation of such a number can mean the heading or the paragraph.',
  good: '# 1 Terms\n\n1.1 A term is a word.',
  bad: '# 1.1 Terms\n\n1.1 A term is a word.\n\n# 1.2 Scope\n\n1.2 It applies.',
  check: (subject, report) => {
    const headings = new Map<string, Clause>();
    const paragraphs = new Map<string, Clause>();
    walk(subject.document, (node) => {
      if (node.type !== 'clause' || node.kind !== 'clause' || node.label === undefined) return;
      const into = node.heading === undefined ? paragraphs : headings;
      const label = node.label.replace(/\.$/, '');
      if (!into.has(label)) into.set(label, node);
    });
    const shared = [...headings.keys()].filter((label) => paragraphs.has(label));
    const [first] = shared;
    if (first === undefined || shared.length < 2) return;
    const reason = `headings and paragraphs share the numbers ${shared.slice(0, 8).join(', ')}`;
    report({ reason, node: paragraphs.get(first) as Clause, actual: first });
  },
};
