/** Lists whose joining words are missing, doubled or in the wrong place. */
import { type ListPiece, lists } from '../../facts/lists.ts';
import type { ReportFound, Rule } from '../../rule.ts';

const JOINED = /[;,]\s*(and|or|and\/or)[,;]?$/i;

export const listJoining: Rule = {
  id: 'list-joining',
  group: 'structure',
  severity: 'warning',
  english: true,
  says: 'A list whose "and" or "or" is doubled, missing, or not before its last piece.',
  good: 'It covers:\n\n- (a) tests;\n- (b) data; and\n- (c) staff.',
  bad: 'It covers:\n\n- (a) tests; and\n- (b) data; and\n- (c) staff.',
  check: (subject, report) => {
    for (const list of lists(subject)) {
      if (list.some(({ text }) => text === '')) continue;
      const joined = list.slice(0, -1).map(({ text }) => JOINED.exec(text)?.[1]?.toLowerCase());
      const count = joined.filter((word) => word !== undefined).length;
      if (count === joined.length && count > 2) continue;
      if (count > 1 || (count === 1 && joined.at(-1) === undefined)) reportEarly(list, joined, report);
      else if (count === 0) reportMissing(list, report);
    }
  },
};

/** A word that joins stands before the last piece alone. */
function reportEarly(list: readonly ListPiece[], joined: readonly (string | undefined)[], report: ReportFound): void {
  joined.slice(0, -1).forEach((word, i) => {
    const piece = list[i];
    if (word === undefined || piece === undefined) return;
    const start = piece.text.search(JOINED);
    const reason = `"${word}" joins a piece of a list that is not the last but one`;
    report({ reason, at: piece.at, start, end: piece.text.length, actual: piece.text.slice(start), expected: ';' });
  });
}

/** A list that ends its pieces with semicolons, and has three at least, says how they are joined. */
function reportMissing(list: readonly ListPiece[], report: ReportFound): void {
  const last = list.at(-2);
  if (last === undefined || list.length < 3) return;
  if (!list.slice(0, -1).every(({ text }) => text.endsWith(';')) || !/[.,]$/.test(list.at(-1)?.text ?? '')) return;
  const reason = 'no "and" or "or" joins the last piece of a list';
  const start = last.text.length - 1;
  report({
    reason,
    at: last.at,
    start,
    end: last.text.length,
    actual: ';',
    expected: '; and, or ; or',
    severity: 'note',
  });
}
