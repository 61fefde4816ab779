/** Links that lead elsewhere than they say. */
import { hostIn } from '../../facts/addresses.ts';
import type { Rule } from '../../rule.ts';

export const misleadingLink: Rule = {
  id: 'misleading-link',
  group: 'names',
  severity: 'warning',
  says: 'A link whose text is one address and which leads to another.',
  why: 'A reader who clicks lands elsewhere than the text says.',
  good: 'See [www.example.co.uk](https://www.example.co.uk/start).',
  bad: 'See [www.example.co.uk](https://www.elsewhere.co.uk/start).',
  check: (subject, report) => {
    for (const at of subject.passages) {
      for (const { inline, start, text } of at.pieces) {
        if (inline.type !== 'text' || inline.marks?.href === undefined) continue;
        const shown = hostIn(text);
        const target = hostIn(inline.marks.href);
        if (shown === undefined || target === undefined || shown === target || target.endsWith(`.${shown}`)) continue;
        const reason = 'a link leads to another address than it says';
        report({ reason, at, start, end: start + text.length, actual: target, expected: shown });
      }
    }
  },
};
