/** A name in capitals that is joined by one small word here and by another there: `Code of Conduct`, `Code for Conduct`. */
import type { Use } from '../../facts/words.ts';
import { pushTo } from '../../group.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

const WORD = "\\p{Lu}[\\p{L}'’]{2,}";
const NAME = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<!\\p{Lu}[\\p{L}]* )(${WORD}(?: ${WORD}){0,3}) (of|for|on|and|&) ((?:the )?${WORD}(?: ${WORD}){0,3})(?! \\p{Lu}|[\\p{L}\\p{N}])`,
  'gu',
);

export const nameConnector: Rule = {
  id: 'name-connector',
  group: 'names',
  severity: 'note',
  english: true,
  says: 'A name whose parts are joined by another small word elsewhere, such as "of" for "for".',
  why: 'A proper name has one form.',
  good: 'The Code of Conduct applies. See the Code of Conduct.',
  bad: 'The Code of Conduct applies. Read the Code of Conduct. It is in the Code for Conduct.',
  check: (subject, report) => {
    const names = new Map<string, Map<string, Use[]>>();
    for (const [at, match] of matches(subject, NAME)) {
      const [text, first = '', joint = '', right] = match;
      const left = first.replace(/^(?:The|This|Each|See|In|Under|A|An) /, '');
      const forms = names.get(`${left} ${right}`) ?? new Map<string, Use[]>();
      pushTo(forms, joint, { at, start: match.index, end: match.index + text.length });
      names.set(`${left} ${right}`, forms);
    }
    for (const forms of names.values()) {
      if (forms.size !== 2 || forms.has('and') !== forms.has('&')) continue;
      const [common, rare] = [...forms].sort((a, b) => b[1].length - a[1].length);
      const first = rare?.[1][0];
      if (first === undefined || common === undefined || common[1].length < 2) continue;
      const [as] = common[1];
      const actual = first.at.text.slice(first.start, first.end);
      const reason = 'the parts of a name are joined by another word elsewhere';
      report({ reason, ...first, actual, expected: as?.at.text.slice(as.start, as.end) ?? '' });
    }
  },
};
