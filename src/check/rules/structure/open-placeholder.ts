/** Places that are still to be filled in. */
import { plainText } from '../../../model/walk.ts';
import type { Rule } from '../../rule.ts';
import type { Passage, Piece, Subject } from '../../subject.ts';

const FINAL = /\b(?:final|in force|designated|issued|effective|published)\b/i;
const LEFT =
  /\[\s*(?:[●•…_]+|\.{3,}|TBC|tbc|to be (?:confirmed|completed|inserted)|insert[^\]]*|[XYZ]{1,4}|\?+|(?:D{1,2}|M{1,4}|Y{2,4})(?:[\s/.-]+(?:D{1,2}|M{1,4}|Y{2,4}))+|(?:the )?(?:date|name|number|amount|address)(?: (?:of|to) [^\]]{1,60})?)\s*\]|\bTBC\b|(?<![\p{L}(])X{3,}(?![\p{L})])|_{5,}/gu;

/** What most texts have not. */
const HINT = /\[|TBC|XXX|_____/;

export const openPlaceholder: Rule = {
  id: 'open-placeholder',
  group: 'structure',
  severity: 'warning',
  says: 'A place that is still to be filled in; an error in a document that is final.',
  good: 'It takes effect on 31 January 2020.',
  bad: 'It takes effect on [DD MMM YYYY].',
  check: (subject, report) => {
    const { meta } = subject.document;
    const final = subject.settings.final ?? FINAL.test(meta.status ?? '');
    const weight = final ? 'error' : 'warning';
    const reason = final ? 'a place is left open in a final document' : 'a place is still to be filled in';
    for (const at of subject.passages) {
      if (!at.pieces.some(isSuspect)) continue;
      const severity = FORM.test(meta.title) || isForm(at, subject.cites) ? 'note' : weight;
      for (const { inline, start, text } of at.pieces) {
        if (inline.type === 'blank') report({ reason, at, start, end: start + text.length, actual: text, severity });
        if (inline.type !== 'text') continue;
        for (const match of text.matchAll(LEFT)) {
          const from = start + match.index;
          report({ reason, at, start: from, end: from + match[0].length, actual: match[0], severity });
        }
      }
    }
  },
};

function isSuspect({ inline, text }: Piece): boolean {
  return inline.type === 'blank' || (inline.type === 'text' && HINT.test(text));
}

/** What a form, or the part of a document that is one, is called. */
const FORM = /\b(?:forms?|template|pro ?forma|specimen|notice|particulars|response)\b/i;

/** What is left open in a form is for others to fill in. */
function isForm(at: Passage, cites: Subject['cites']): boolean {
  return at.ancestors.some((node) => {
    const title = node.type === 'clause' ? node.heading : node.type === 'table' ? node.caption : undefined;
    const text = title === undefined ? '' : plainText(title);
    return FORM.test(`${text} ${cites.get(node) ?? ''}`);
  });
}
