/** A company whose name ends in two ways: `Acme Limited`, `Acme Ltd`. */
import type { Use } from '../../facts/words.ts';
import { pushTo } from '../../group.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

const COMPANY =
  /(?<![\p{L}\p{N}])((?:\p{Lu}[\p{L}\p{N}&'’.-]*[,]? (?:(?:of|and|&) )?){1,5})(Limited|Ltd\.?|LLP|plc|PLC|Plc|Inc\.?|Incorporated|LLC|L\.L\.C\.|L\.P\.|LP|GmbH|Corp\.?|Corporation|Company|Co\.)(?![\p{L}\p{N}])/gu;

export const companyForm: Rule = {
  id: 'company-form',
  group: 'names',
  severity: 'warning',
  says: 'A company whose name ends in two ways, such as Limited and Ltd.',
  why: 'Limited and Ltd may be two companies; a party has one name.',
  good: 'Acme Widgets Limited sells. Acme Widgets Limited buys.',
  bad: 'Acme Widgets Limited sells. Acme Widgets Ltd buys.',
  check: (subject, report) => {
    const companies = new Map<string, Map<string, Use[]>>();
    for (const [at, match] of matches(subject, COMPANY)) {
      const [text, name = '', form = ''] = match;
      const words = name
        .replace(/^(?:The|This|By|And|Between|If|Where)\s+/i, '')
        .trim()
        .replace(/,$/, '');
      if (words.length < 3 || /^\p{Lu}[\p{Lu}\s&.,'-]*$/u.test(text)) continue;
      const forms = companies.get(words.toLowerCase()) ?? new Map<string, Use[]>();
      pushTo(forms, form.replace(/\.$/, ''), {
        at,
        start: match.index + text.indexOf(words),
        end: match.index + text.length,
      });
      companies.set(words.toLowerCase(), forms);
    }
    for (const forms of companies.values()) {
      const [common, ...rare] = [...forms].sort((a, b) => b[1].length - a[1].length);
      for (const [, [first]] of rare) {
        if (first === undefined) continue;
        const actual = first.at.text.slice(first.start, first.end);
        const reason = 'the name of a company ends in another way elsewhere';
        report({ reason, ...first, actual, expected: `… ${common?.[0]}` });
      }
    }
  },
};
