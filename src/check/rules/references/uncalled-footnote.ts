/** Footnotes that nothing calls. */
import type { Rule } from '../../rule.ts';

export const uncalledFootnote: Rule = {
  id: 'uncalled-footnote',
  group: 'references',
  severity: 'warning',
  says: 'A footnote that is called nowhere.',
  why: 'Nobody is led to a footnote that no sign calls: the sign was deleted, or the note should be.',
  good: 'A party pays.[^1]\n\n[^1]: As agreed.',
  bad: 'A party pays.[^1]\n\n[^1]: As agreed.\n\n[^2]: Or not.',
  passesOn: ['read/footnote-without-call', 'read/uncalled-footnote', 'read/docx-uncalled-note'],
  // A document holds no such footnote: what the reader left out is all there is to say.
  check: () => undefined,
};
