/** Calls of footnotes that are not there. */
import type { Note } from '../../../model/document.ts';
import { walk } from '../../../model/walk.ts';
import type { ReportFound, Rule } from '../../rule.ts';
import { once, type Passage, type Subject } from '../../subject.ts';

export const missingFootnote: Rule = {
  id: 'missing-footnote',
  group: 'references',
  severity: 'warning',
  says: 'A call of a footnote that is not there.',
  why: 'The sign leads to nothing: the note was deleted, or has another number.',
  good: 'A party pays.[^1]\n\n[^1]: As agreed.',
  bad: 'A party pays.[^1] It agrees.[^2]\n\n[^1]: As agreed.',
  passesOn: ['read/docx-note'],
  check: (subject, report) => {
    for (const at of subject.passages) {
      if (at.text.includes('[^')) reportSigns(at, report);
      if (at.kind !== 'cell' && at.pieces.length > 1) reportNumbers(at, subject, report);
    }
  },
};

/** The sign of a call that Markdown left as it is. */
function reportSigns(at: Passage, report: ReportFound): void {
  for (const match of at.text.matchAll(/\[\^([^\]\s^]{1,40})\]/g)) {
    const end = match.index + match[0].length;
    report({ reason: `there is no footnote ${match[1]}`, at, start: match.index, end, actual: match[0] });
  }
}

/** A raised number behind a word, higher than there are footnotes, in a text that has some. */
function reportNumbers(at: Passage, subject: Subject, report: ReportFound): void {
  for (const { inline, start, text } of at.pieces) {
    if (inline.type !== 'text' || inline.marks?.superscript !== true || !/^\d{1,3}$/.test(text)) continue;
    const count = notes(subject);
    if (count === 0 || Number(text) <= count || !/(?:\p{L}{3}|[.,;:)”’"'])$/u.test(at.text.slice(0, start))) continue;
    const severity = inline.place?.part === undefined ? 'warning' : 'note';
    report({ reason: `there is no footnote ${text}`, at, start, end: start + text.length, actual: text, severity });
  }
}

/** How many footnotes the document has. */
const notes = once((subject: Subject): number => {
  const found: Note[] = [];
  walk(subject.document, (node) => {
    if (node.type === 'note') found.push(node);
  });
  return found.length;
});
