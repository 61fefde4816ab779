/** Numbers of versions that are written in more than one form: `version 1.2`, `v1.2`, `V1.2`. */
import type { Use } from '../../facts/words.ts';
import { pushTo } from '../../group.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

const VERSION = /(?<![\p{L}\p{N}/_-])(?:([Vv])(ersion )?|([Vv]er\.? ?))(\d+\.\d+(?:\.\d+)*)(?![\p{L}\p{N}/_])/gu;

export const versionFormat: Rule = {
  id: 'version-format',
  group: 'terms',
  severity: 'note',
  says: 'Numbers of versions that are written in more than one form.',
  why: 'A search for the one form does not find the other.',
  good: 'Version 1.2 replaces version 1.1.',
  bad: 'Version 1.2 replaces v1.1.',
  check: (subject, report) => {
    const forms = new Map<string, Use[]>();
    for (const [at, match] of matches(subject, VERSION)) {
      const [text, letter = '', word, short] = match;
      const form = word !== undefined ? 'version 1.0' : short !== undefined ? 'ver. 1.0' : `${letter}1.0`;
      pushTo(forms, form, { at, start: match.index, end: match.index + text.length });
    }
    const [common, ...rest] = [...forms].sort((a, b) => b[1].length - a[1].length);
    for (const [form, [use]] of rest) {
      if (use === undefined) continue;
      const reason = `versions are written in more than one form: here as ${form}`;
      report({ reason, ...use, actual: use.at.text.slice(use.start, use.end), expected: `the form of ${common?.[0]}` });
    }
  },
};
