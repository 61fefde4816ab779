/** Contents that do not agree with the headings. */
import type { Rule } from '../../rule.ts';
import { once, type Passage, type Subject } from '../../subject.ts';

interface Line {
  readonly at: Passage;
  readonly label: string;
  readonly title: string;
}

const CONTENTS = /^(?:table of )?contents$/i;
const LINE = /^\s*((?:\d+\.)*\d+\.?|Annex \w+|Appendix \w+)?\s*(.*?)[\s.…·]*\d{1,4}\W*$/;

/** The lines below a heading `Contents`. */
const printedContents = once((subject: Subject): readonly Line[] => {
  const lines: Line[] = [];
  const isContents = ({ kind, text }: Passage): boolean => kind === 'heading' && CONTENTS.test(text.trim());
  const listing = new Set<unknown>(subject.passages.filter(isContents).map(({ node }) => node));
  if (listing.size === 0) return lines;
  for (const at of subject.passages) {
    const around = at.ancestors.some((node) => listing.has(node));
    const match = around && at.kind === 'text' ? LINE.exec(at.text) : null;
    if (match !== null && (match[2] ?? '') !== '') lines.push({ at, label: match[1] ?? '', title: match[2] ?? '' });
  }
  return lines;
});

export const contents: Rule = {
  id: 'contents',
  group: 'structure',
  severity: 'warning',
  says: 'A line of the contents that is no heading of the document, or a heading that they lack.',
  why: 'The contents were made before the headings were changed.',
  good: '# Contents\n\n- 1 Terms 2\n- 2 Scope 3\n\n# 1 Terms\n\n# 2 Scope',
  bad: '# Contents\n\n- 1 Terms 2\n- 2 Scope 3\n\n# 1 Terms\n\n# 2 Range',
  check: (subject, report) => {
    if (!subject.passages.some((at) => at.kind === 'heading' && CONTENTS.test(at.text.trim()))) return;
    const lines = printedContents(subject);
    const headings = subject.passages.filter((at) => at.kind === 'heading' && !CONTENTS.test(at.text.trim()));
    const titles = new Set(headings.map((at) => even(at.text)));
    const listed = new Set(lines.map(({ title }) => even(title)));
    for (const { at, label, title } of lines) {
      if (titles.has(even(title))) continue;
      const same = headings.find(({ node }) => 'label' in node && label !== '' && node.label === label);
      const expected = same === undefined ? {} : { expected: same.text };
      if (/^(?:part|chapter|section|schedule|page)$/i.test(title)) continue;
      report({
        reason: 'a line of the contents is no heading of the document',
        at,
        start: 0,
        end: at.text.length,
        actual: title,
        ...expected,
      });
    }
    for (const at of lines.length < 2 ? [] : headings) {
      const depth =
        'label' in at.node && at.node.label !== undefined ? at.node.label.split('.').filter(Boolean).length : 9;
      if (depth > 1 || listed.has(even(at.text))) continue;
      report({ reason: 'a heading is missing from the contents', at, start: 0, end: at.text.length, actual: at.text });
    }
  },
};

function even(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
