/** A list whose last piece goes on with a sentence that belongs behind the list. */
import { lists } from '../../facts/lists.ts';
import type { Rule } from '../../rule.ts';

export const listRunOn: Rule = {
  id: 'list-run-on',
  group: 'structure',
  severity: 'note',
  english: true,
  says: 'A list whose last piece goes on with a sentence that belongs behind the list.',
  why: 'The sentence belongs to all pieces, and stands in the last.',
  good: 'It binds:\n\n- suppliers;\n- users; and\n- others.\n\nPlease write if you are none of these.',
  bad: 'It binds:\n\n- suppliers;\n- users; and\n- others. Please write if you are none of these.',
  check: (subject, report) => {
    for (const list of lists(subject)) {
      const last = list.at(-1);
      const inner = list.slice(0, -1);
      if (last === undefined || inner.length < 2 || !inner.every(({ text }) => /[;,]\s*(?:and|or)?$/.test(text)))
        continue;
      if (inner.some(({ text }) => SENTENCE.test(text))) continue;
      const match = SENTENCE.exec(last.text);
      if (match === null) continue;
      const start = match.index + match[0].length;
      const reason = 'the last piece of a list goes on with a sentence of its own';
      report({ reason, at: last.at, start, end: last.text.length, actual: last.text.slice(start) });
    }
  },
};

/** The end of a first sentence, with another behind it. */
const SENTENCE = /(?<=\p{Ll}{2})\.\s*(?=\p{Lu}\p{Ll}+ \p{Ll}+ )/u;
