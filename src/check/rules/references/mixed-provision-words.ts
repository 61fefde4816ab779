/** Two words for the document's own provisions. */

import { typedReferences } from '../../facts/references.ts';
import { pushTo } from '../../group.ts';
import type { Rule } from '../../rule.ts';
import { once, type Passage, type Subject } from '../../subject.ts';

const WORDS: ReadonlySet<string> = new Set(['Clause', 'Section', 'Paragraph', 'Article']);

/** The numbers of the document's own headed provisions, and those above and below them. */
const ownNumbers = once((subject: Subject): ReadonlySet<string> => {
  const numbers = new Set<string>();
  for (const { node } of subject.passages) {
    if (node.type !== 'clause' || node.label === undefined || node.kind !== 'clause') continue;
    const parts = node.label.replace(/\.$/, '').split('.');
    for (let i = 1; i <= parts.length; i++) numbers.add(parts.slice(0, i).join('.'));
  }
  return numbers;
});

export const mixedProvisionWords: Rule = {
  id: 'mixed-provision-words',
  group: 'references',
  severity: 'note',
  says: 'The document cites its own provisions by two words, such as Clause and Section.',
  why: 'Two words for one kind of provision let a reader look for two kinds.',
  good: '# 1 Terms\n\nClause 2 applies.\n\n# 2 Scope\n\nClause 1 applies.',
  bad: '# 1 Terms\n\nClause 2 applies.\n\n# 2 Scope\n\nSection 1 applies.',
  check: (subject, report) => {
    const own = ownNumbers(subject);
    const uses = new Map<string, { at: Passage; start: number; end: number }[]>();
    for (const { at, start, end, word, number, qualified } of typedReferences(subject)) {
      if (!WORDS.has(word) || qualified !== undefined || !own.has(number)) continue;
      pushTo(uses, word, { at, start, end });
    }
    if (uses.size < 2) return;
    const counted = [...uses].map(([word, list]) => `${word} (${list.length})`).join(', ');
    for (const [word, list] of uses) {
      if (word === subject.document.meta.provision && uses.size < 3) continue;
      // More than a handful is a habit: the first of them says it.
      for (const { at, start, end } of list.slice(0, list.length > 6 ? 1 : 6)) {
        const reason = `the document calls its own provisions by more than one word: ${counted}`;
        report({ reason, at, start, end, actual: at.text.slice(start, end) });
      }
    }
  },
};
