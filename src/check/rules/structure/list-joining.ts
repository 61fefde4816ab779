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
  why: 'Without one "and" or "or" before the last piece it is open whether all pieces or any of them count. The style of the document is learnt first.',
  good: 'It covers:\n\n- (a) tests;\n- (b) data; and\n- (c) staff.',
  bad: 'It covers:\n\n- (a) tests; and\n- (b) data; and\n- (c) staff.',
  check: (subject, report) => {
    const all = lists(subject).filter((list) => list.length > 1 && list.every(({ text }) => text !== ''));
    const style = styleOf(all);
    for (const list of all) {
      const joined = list.slice(0, -1).map(({ text }) => JOINED.exec(text)?.[1]?.toLowerCase());
      const count = joined.filter((word) => word !== undefined).length;
      if (count === joined.length && (style === 'every' || count > 2)) continue;
      if (style === 'every') reportUnjoined(list, joined, count, report);
      else if (count > 1 || (count === 1 && joined.at(-1) === undefined))
        reportEarly(list, joined, style === 'last', report);
      else if (count === 0) reportMissing(list, report);
    }
  },
};

/** Whether the document joins every piece of its lists, or the last alone; `undefined` where it has no style. */
function styleOf(all: readonly (readonly ListPiece[])[]): 'every' | 'last' | undefined {
  let [every, last, other] = [0, 0, 0];
  for (const list of all) {
    if (list.length < 3) continue;
    const joined = list.slice(0, -1).map(({ text }) => JOINED.test(text));
    const count = joined.filter(Boolean).length;
    if (count === joined.length) every += 1;
    else if (count === 1 && joined.at(-1) === true) last += 1;
    else if (count > 0) other += 1;
  }
  if (every > 1 && every > last) return 'every';
  return last > 2 && every === 0 && other <= last ? 'last' : undefined;
}

/** One piece without the word that all the others have. */
function reportUnjoined(
  list: readonly ListPiece[],
  joined: readonly (string | undefined)[],
  count: number,
  report: ReportFound,
): void {
  const i = joined.indexOf(undefined);
  const piece = list[i];
  if (piece === undefined || count < 2 || count !== joined.length - 1 || !/[;,]$/.test(piece.text)) return;
  const word = joined.find((one) => one !== undefined);
  const start = piece.text.length - 1;
  const reason = `the other pieces of this list end with "${word}", as those of the document do`;
  report({
    reason,
    at: piece.at,
    start,
    end: piece.text.length,
    actual: piece.text.slice(start),
    expected: `; ${word}`,
    severity: 'note',
  });
}

/** A word that joins stands before the last piece alone. */
function reportEarly(
  list: readonly ListPiece[],
  joined: readonly (string | undefined)[],
  certain: boolean,
  report: ReportFound,
): void {
  const severity = certain && joined.at(-1) !== undefined ? 'warning' : 'note';
  joined.slice(0, -1).forEach((word, i) => {
    const piece = list[i];
    if (word === undefined || piece === undefined) return;
    const start = piece.text.search(JOINED);
    const reason = `"${word}" joins a piece of a list that is not the last but one`;
    report({
      reason,
      at: piece.at,
      start,
      end: piece.text.length,
      actual: piece.text.slice(start),
      expected: ';',
      severity,
    });
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
