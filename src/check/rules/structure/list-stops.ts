/** A list in which some pieces end with a semicolon, and others with nothing. */
import { partsOf } from '../../facts/lists.ts';
import type { Rule } from '../../rule.ts';

export const listStops: Rule = {
  id: 'list-stops',
  group: 'structure',
  severity: 'note',
  english: true,
  says: 'A piece of a list without the stop that the other pieces have.',
  good: 'It covers:\n\n- tests;\n- data;\n- staff; and\n- rooms.',
  bad: 'It covers:\n\n- tests;\n- data\n- staff; and\n- rooms.',
  check: (subject, report) => {
    for (const list of partsOf(subject)) {
      const inner = list.slice(0, -1);
      const open = inner.filter(({ text }) => /[\p{L}\p{N})’”]$/u.test(text) && !JOINED.test(text));
      const last = list.at(-1);
      const closed = inner.length - open.length;
      if (closed < 2 || open.length > closed / 2 || last === undefined) continue;
      if (inner.some(({ text }) => /[.?!:]$/.test(text))) continue;
      const wanting = /[\p{L}\p{N})’”]$/u.test(last.text) ? [...open, last] : open;
      for (const { at, text } of wanting) {
        const reason = 'no stop ends this piece of a list, and one ends the others';
        const start = text.lastIndexOf(' ') + 1;
        const expected = `${text.slice(start)}${at === last.at ? '.' : ';'}`;
        report({ reason, at, start, end: text.length, actual: text.slice(start), expected });
      }
    }
  },
};

const JOINED = /\b(?:and|or)$/i;
