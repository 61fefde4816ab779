/** Places that are still to be filled in. */
import { plainText } from '../../../model/walk.ts';
import { isFinal } from '../../facts/final.ts';
import type { Rule } from '../../rule.ts';
import type { Passage, Piece, Subject } from '../../subject.ts';

const DATE_PART = '(?:D{1,2}|M{1,4}|Y{2,4})';

/** Square brackets around what asks to be filled in, in any case, or around nothing but dots. */
const BRACKETED = new RegExp(
  `\\[\\s*(?:[●•…_]+|\\.{2,}|\\*+|-{1,}|–+|TB[CDA]|TODO|FIXME|to be (?:confirmed|completed|inserted|agreed|determined|provided|advised|updated)[^\\]]{0,80}|(?:please )?(?:insert|enter|add|complete|specify|fill in|state|give|delete|type|choose|select|describe|provide|include)\\b[^\\]]{0,160}|your [^\\]]{1,40}|[XYZ]{1,6}|\\?+|${DATE_PART}(?:[\\s/.-]+${DATE_PART})+|(?:drafting |drafter[’']?s? )?note(?: to (?:draft(?:er|ing)?|reader|self|client|reviewer)s?)?\\s*[:–-][^\\]]{0,300}|(?:the )?(?:full |registered |company |party |contact )?(?:date|name|names|number|amount|address|sum|price|time|place|title|signature|percentage|email|e-mail|telephone|currency|jurisdiction|country|state|county|city|court)(?: (?:of|to|for|in|and)\\b[^\\]]{1,60})?|(?:party|supplier|customer|company|client|buyer|seller|vendor|landlord|tenant|employer|employee|contractor|consultant)(?: name| [A-Z]| \\d)?)\\s*\\]`,
  'giu',
);

/** What stands for a gap without brackets. */
const BARE =
  /\bTBC\b|\bTBD\b|\b(?:TODO|FIXME)\b(?=:|\s+\p{Ll})|(?<![\p{L}(])X{3,}(?![\p{L}])|_{5,}|\blorem ipsum\b|<(?:insert|enter)\b[^<>/=]{0,60}>|<(?:date|name|amount) of [^<>/=]{1,60}>|(?<!\?)\?{3,}(?!\?)/giu;

/** What most texts have not. */
const HINT = /\[|TB[CD]|XXX|_____|TODO|FIXME|lorem|<(?:insert|enter|date|name)|\?\?\?/i;

export const openPlaceholder: Rule = {
  id: 'open-placeholder',
  group: 'structure',
  severity: 'warning',
  says: 'A place that is still to be filled in; an error in a document that is final.',
  why: 'The text is not finished. In a document that is final it is an error, in a form a note.',
  good: 'It takes effect on 31 January 2020.',
  bad: 'It takes effect on [DD MMM YYYY].',
  check: (subject, report) => {
    const { meta } = subject.document;
    const final = isFinal(meta, subject.settings);
    const weight = final ? 'error' : 'warning';
    const reason = final ? 'placeholder not filled in, in a document that is final' : 'placeholder not filled in';
    for (const at of subject.passages) {
      if (!at.pieces.some(isSuspect)) continue;
      const severity = FORM.test(meta.title) || isForm(at, subject.cites) ? 'note' : weight;
      for (const { inline, start, text } of at.pieces) {
        if (inline.type === 'blank') report({ reason, at, start, end: start + text.length, actual: text, severity });
        if (inline.type !== 'text') continue;
        for (const match of [...text.matchAll(BRACKETED), ...text.matchAll(BARE)]) {
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
