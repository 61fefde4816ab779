/** Numbers typed where a cross-reference belongs. */
import { typedReferences } from '../../facts/references.ts';
import type { Rule } from '../../rule.ts';
import { anchorsOf } from '../../subject.ts';

export const typedReference: Rule = {
  id: 'typed-reference',
  group: 'references',
  severity: 'note',
  says: 'A number that was typed where other references to the document are cross-references.',
  why: 'A typed number does not follow when provisions are renumbered, where the cross-references around it do.',
  good: '# 1 Terms {#terms}\n\nSee [Clause 1](#terms), and again [Clause 1](#terms).',
  bad: '# 1 Terms {#terms}\n\nSee [Clause 1](#terms), and again Clause 1.',
  check: (subject, report) => {
    const references = typedReferences(subject);
    if (!references.some((reference) => reference.linked)) return;
    const anchored = new Map([...anchorsOf(subject)].map(([id, anchor]) => [anchor.cite, id]));
    for (const { at, start, end, word, number, qualified, linked } of references) {
      const id = anchored.get(`${word} ${number}`);
      if (linked || qualified !== undefined || id === undefined) continue;
      const reason = 'a number is typed, so it will not follow when provisions are renumbered';
      report({ reason, at, start, end, actual: at.text.slice(start, end), expected: `[${word} ${number}](#${id})` });
    }
  },
};
