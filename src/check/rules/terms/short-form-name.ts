/** A numbered name that is printed in full in one place and by its first letter in another: `Release 2.0`, `R2.0`. */
import { type Use, useOf } from '../../facts/words.ts';
import { pushTo } from '../../group.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

const NUMBER = '(\\d+(?:\\.\\d+)+|\\d+)';
const FULL = new RegExp(`(?<![\\p{L}\\p{N}])(\\p{Lu})\\p{Ll}{3,} ${NUMBER}(?![\\p{L}\\p{N}.]\\d|\\p{L})`, 'gu');
const SHORT = new RegExp(`(?<![\\p{L}\\p{N}.(“"‘'/-])(\\p{Lu})${NUMBER}(?![\\p{L}\\p{N}/-]|\\.\\d)`, 'gu');
/** A provision, a question or a version has a short form of its own. */
const PROVISION =
  /^(?:Clause|Section|Paragraph|Article|Table|Figure|Annex|Appendix|Schedule|Attachment|Part|Question|Version|Chapter|Rule|Page|January|February|March|April|June|July|August|September|October|November|December) /;

export const shortFormName: Rule = {
  id: 'short-form-name',
  group: 'terms',
  severity: 'note',
  says: 'A numbered name that is given by its first letter elsewhere, such as R2.0 for Release 2.0.',
  why: 'A reader cannot be sure that both are one thing.',
  good: 'Release 2.0 is due in May. Release 2.0 is large.',
  bad: 'Release 2.0 is due in May. R2.0 is large.',
  check: (subject, report) => {
    const full = new Map<string, Use[]>();
    for (const [at, match] of matches(subject, FULL)) {
      if (PROVISION.test(match[0])) continue;
      const use = useOf(at, match);
      pushTo(full, `${match[1]}${match[2]}`, use);
    }
    const reported = new Set<string>();
    for (const [at, match] of full.size === 0 ? [] : matches(subject, SHORT)) {
      const [use] = full.get(match[0]) ?? [];
      if (use === undefined || reported.has(match[0])) continue;
      reported.add(match[0]);
      const expected = use.at.text.slice(use.start, use.end);
      if (isSpeltOut(expected, match[0], use)) continue;
      const reason = `"${expected}" is given by its first letter here, and in full elsewhere`;
      report({ reason, ...useOf(at, match), actual: match[0], expected });
    }
  },
};

/** `Release 2.0 (R2.0)` says what the short form means. */
function isSpeltOut(full: string, short: string, { at }: Use): boolean {
  return new RegExp(`\\(\\W{0,2}${short.replace(/\./g, '\\.')}\\W{0,2}\\)`).test(at.text.slice(at.text.indexOf(full)));
}
