/** What the work on a draft leaves in a Word file: comments, tracked changes, highlighting. */
import type { Rule } from '../../rule.ts';

export const leftInDraft: Rule = {
  id: 'left-in-draft',
  group: 'structure',
  severity: 'warning',
  says: 'A comment, a tracked change or highlighting that is left in a Word file.',
  why: 'In a draft it is a note, since it belongs there. In a document that is final (set `final: true`, or by its status) it is a warning: whoever opens the file sees it.',
  good: 'It ends in May.',
  // Markdown has none of these: its examples are Word files, in test/check/formats.test.ts.
  bad: 'It ends in May.',
  passesOn: ['read/docx-left-comment', 'read/docx-left-change', 'read/docx-left-highlight'],
  weigh: (_, final) => (final ? 'warning' : 'note'),
  check: () => undefined,
};
