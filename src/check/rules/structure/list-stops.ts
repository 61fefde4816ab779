/** A list in which some pieces end with a semicolon, and others with nothing. */
import { type ListPiece, partsOf } from '../../facts/lists.ts';
import type { ReportFound, Rule } from '../../rule.ts';

export const listStops: Rule = {
  id: 'list-stops',
  group: 'structure',
  severity: 'note',
  english: true,
  says: 'A piece of a list without the stop that the other pieces have.',
  why: 'A piece without a stop, or with another, looks as if words were lost.',
  good: 'It covers:\n\n- tests;\n- data;\n- staff; and\n- rooms.',
  bad: 'It covers:\n\n- tests;\n- data\n- staff; and\n- rooms.',
  check: (subject, report) => {
    for (const list of partsOf(subject)) {
      const inner = list.slice(0, -1);
      reportFullStop(inner, report);
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

/** One piece that ends with a full stop, where the others end with a semicolon or a comma, and none holds a sentence. */
function reportFullStop(inner: readonly ListPiece[], report: ReportFound): void {
  const [stopped, another] = inner.filter(({ text }) => /\p{Ll}{2}\.$/u.test(text));
  if (stopped === undefined || another !== undefined || inner.length < 2) return;
  if (!inner.every((piece) => piece === stopped || /[;,](?:\s*(?:and|or|and\/or))?$/i.test(piece.text))) return;
  if (inner.some(({ text }) => /[.?!]\s+\p{Lu}/u.test(text))) return;
  const { at, text } = stopped;
  const start = text.lastIndexOf(' ') + 1;
  const reason = 'a full stop ends this piece of a list, and a semicolon or a comma ends the others';
  report({ reason, at, start, end: text.length, actual: text.slice(start), expected: `${text.slice(start, -1)};` });
}
