/** Sentences in a table or in running text that lack the full stop which those around them have. */
import type { Node } from '../../../model/document.ts';
import { pushTo } from '../../group.ts';
import type { ReportFound, Rule } from '../../rule.ts';
import type { Passage, Subject } from '../../subject.ts';

export const missingStop: Rule = {
  id: 'missing-stop',
  group: 'text',
  severity: 'note',
  english: true,
  says: 'A sentence without the full stop that the others of its column, or of the document, have.',
  why: 'The other sentences end with a full stop, so that words may be lost here.',
  good: '| Row | Reason |\n| --- | --- |\n| 1 | It was late. |\n| 2 | It was long. |\n| 3 | It was lost. |\n| 4 | It was left. |',
  bad: '| Row | Reason |\n| --- | --- |\n| 1 | It was late. |\n| 2 | It was long. |\n| 3 | It was lost. |\n| 4 | It was left |',
  check: (subject, report) => {
    for (const cells of columnsOf(subject)) reportColumn(cells, report);
    reportText(subject, report);
  },
};

/** The cells of three words and more of each column, but for its heading. */
function columnsOf(subject: Subject): Iterable<readonly Passage[]> {
  const columns = new Map<Node, Map<number, Passage[]>>();
  for (const at of subject.passages) {
    if (at.kind !== 'cell' || at.text.trim().split(/\s+/).length < 3) continue;
    const [cell, row, table] = [...at.ancestors].reverse();
    if (cell?.type !== 'cell' || row?.type !== 'row' || table?.type !== 'table' || row.header === true) continue;
    const column = row.cells.indexOf(cell);
    const known = columns.get(table) ?? new Map<number, Passage[]>();
    pushTo(known, column, at);
    columns.set(table, known);
  }
  return [...columns.values()].flatMap((known) => [...known.values()]);
}

const ENDS = /[.!?:;…]['’”")\]]*$/;
const OPEN = /[\p{L}\p{N}'’”"]\)?$/u;
/** What leads into the next paragraph, or is an address. */
const LEADS_ON =
  /\b(?:and|or|from|to|that|by|of|for|with|the|an?|if|where|when|which|in|on|as|who|be|is|are|will|shall|may|must|its|than)$|:\/\/\S*$|@\S*$/i;

function reportColumn(cells: readonly Passage[], report: ReportFound): void {
  const open = cells.filter(({ text }) => OPEN.test(text.trimEnd()) && !ENDS.test(text.trimEnd()));
  const closed = cells.filter(({ text }) => /\.['’”")\]]*$/.test(text.trimEnd()));
  if (closed.length < 3 || open.length * 2 > closed.length) return;
  const many = `${closed.length} of ${cells.length}`;
  for (const at of open) reportOpen(at, `no full stop ends this cell, and ${many} of its column have one`, report);
}

/** Most paragraphs of the document have to end as sentences do. */
function reportText(subject: Subject, report: ReportFound): void {
  const numbered = subject.passages.findIndex(isInClause);
  const first = numbered < 0 ? subject.passages.findIndex(({ kind }) => kind === 'heading') : numbered;
  // What stands before the first provision is titles and facts.
  const paragraphs = subject.passages.slice(Math.max(0, first)).filter(isSentence);
  const open = paragraphs.filter(({ text }) => !ENDS.test(text.trimEnd()));
  if (paragraphs.length < 10 || open.length * 10 > paragraphs.length) return;
  for (const at of open) {
    if (/\p{Ll}$/u.test(at.text.trimEnd()) && !LEADS_ON.test(at.text.trimEnd()))
      reportOpen(at, 'no full stop ends this sentence', report);
  }
}

/** Whether it stands in a numbered provision. */
function isInClause({ ancestors }: Passage): boolean {
  return ancestors.some((node) => node.type === 'clause' && node.label !== undefined);
}

/** A paragraph of running text that begins as a sentence does and is as long as one. */
function isSentence(at: Passage): boolean {
  return (
    at.kind === 'text' &&
    at.style === undefined &&
    at.text.trim().split(/\s+/).length >= 12 &&
    /^\s*["“‘']?\p{Lu}/u.test(at.text) &&
    !at.ancestors.some((node) => node.type === 'item' || (node.type === 'clause' && node.kind === 'limb'))
  );
}

function reportOpen(at: Passage, reason: string, report: ReportFound): void {
  const end = at.text.trimEnd().length;
  const start = Math.max(0, at.text.trimEnd().lastIndexOf(' ') + 1);
  report({ reason, at, start, end, actual: at.text.slice(start, end), expected: `${at.text.slice(start, end)}.` });
}
