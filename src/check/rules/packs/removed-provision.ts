/** A provision that a change table calls removed, and cites by its number in the very text that no longer has it. */
import type { Row } from '../../../model/document.ts';
import { pushTo } from '../../group.ts';
import type { Rule } from '../../rule.ts';
import type { Passage } from '../../subject.ts';

/** `The references are to the proposed drafting.` */
const OF_NEW =
  /\breferences? (?:\p{L}+ )?(?:relates?|refers?|are|is) (?:\p{L}+ )?to the (?:\p{L}+ )?(?:new|proposed|amended|revised) (?:\p{L}+ )?(?:drafting|text|version|numbering|numbers)\b/iu;
const REMOVED = /\b(?:removed|deleted|omitted)\b\s*\.?\s*$/iu;
const CITED = /\b(?:Clause|Section|Paragraph|Article)\s+\d[\d.]*/;
const HEAD = 'The references are to the proposed drafting.\n\n| Reference | Change |\n| --- | --- |\n';

export const removedProvision: Rule = {
  id: 'removed-provision',
  group: 'packs',
  severity: 'note',
  english: true,
  says: 'A row of a change table about something removed, cited by the numbers of the text that no longer has it.',
  why: 'The text that is cited does not have the provision any more.',
  good: `${HEAD}| Clause 7.4 | Statement on fees added. |`,
  bad: `${HEAD}| Clause 7.4 | Statement on fees removed. |`,
  check: (subject, report) => {
    if (!subject.passages.some(({ text }) => text.includes('reference') && OF_NEW.test(text))) return;
    const rows = new Map<Row, Passage[]>();
    for (const at of subject.passages) {
      const row = at.ancestors.find((node) => node.type === 'row');
      if (row?.type === 'row') pushTo(rows, row, at);
    }
    for (const cells of rows.values()) {
      const cited = cells.find(({ text }) => CITED.test(text));
      const removed = cells.find(({ text }) => REMOVED.test(text));
      if (cited === undefined || removed === undefined || cited === removed) continue;
      const match = CITED.exec(cited.text) as RegExpExecArray;
      const reason = 'what is removed is cited by the numbers of the text proposed, in which it may not be';
      report({
        reason,
        at: cited,
        start: match.index,
        end: match.index + match[0].length,
        actual: `${match[0]}: ${removed.text}`,
        expected: 'the version in which it stood',
      });
    }
  },
};
