/** Cross-references that print another number than the provision that they lead to has. */
import { citesTarget } from '../../../model/links.ts';
import { linkedAnchors } from '../../facts/anchors.ts';
import type { Rule } from '../../rule.ts';
import { anchorsOf } from '../../subject.ts';

export const staleReference: Rule = {
  id: 'stale-reference',
  group: 'references',
  severity: 'error',
  says: 'A cross-reference that prints a number which its target no longer has.',
  why: 'The number was right before provisions were moved. `keeling renumber` rewrites such numbers in one stroke.',
  good: '# 1 Terms {#terms}\n\nSee [Clause 1](#terms).',
  bad: '# 1 Terms {#terms}\n\nSee [Clause 4](#terms).',
  check: (subject, report) => {
    const known = anchorsOf(subject);
    const { isLegalMarkdown } = linkedAnchors(subject);
    for (const at of subject.passages) {
      for (const { inline, start, text } of at.pieces) {
        if (inline.type !== 'crossReference' || !/\d/.test(text)) continue;
        const target = known.get(inline.target);
        if (target?.label === undefined || citesTarget(text, target)) continue;
        if (text.includes(target.label.replace(/[.)]$/, ''))) continue;
        const reason = 'a cross-reference prints a number that what it leads to does not have';
        // Word prints what it counted last, and may count otherwise than we do.
        // Other Markdown may number its headings in a way of its own.
        const severity = inline.place?.part !== undefined ? 'note' : isLegalMarkdown ? 'error' : 'warning';
        report({ reason, severity, at, start, end: start + text.length, actual: text, expected: target.cite });
      }
    }
  },
};
