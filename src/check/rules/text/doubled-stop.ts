/** Stops that stand twice, or beside another that they do not go with. */
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

/** An abbreviation may end in a full stop before a comma; nothing else goes with another stop. */
const DOUBLED =
  /(?<=[\p{L}\p{N})’”'"])(?:\.\.|,,|;;|::|,\.|;\.|:\.|,;|;,|:;|;:|,:|,\s\.|;\s\.)(?=\s|$)|(?<=\p{Ll}{5,})\.[;:,](?=\s|$)/gu;

/** Words that are cut short by a full stop. */
const SHORT =
  /\b(?:incl|approx|encl|dept|govt|assoc|subsec|subdiv|paras?|sched|append|regs?|sects?|comms?|admin|prov|corp|intl|natl|univ|vols?|chaps?|arts?|figs?)$/i;

export const doubledStop: Rule = {
  id: 'doubled-stop',
  group: 'text',
  severity: 'warning',
  says: 'A stop that stands twice, or beside another that it does not go with.',
  why: 'One of the two stops is left from an edit.',
  good: 'The Panel meets in May, etc. It reports… in June.',
  bad: 'The Panel meets in May.. It reports in June,.',
  check: (subject, report) => {
    for (const [at, match] of matches(subject, DOUBLED)) {
      const end = match.index + match[0].length;
      const actual = `"${at.text.slice(Math.max(0, match.index - 12), end)}"`;
      const known = /\/|\b(?:cd|ls|\w+\.\w+)\s?$/.test(at.text.slice(Math.max(0, match.index - 6), match.index));
      if (
        known ||
        /(?:Error|Fehler|Erreur)\s?![^.]*$/.test(at.text.slice(0, match.index)) ||
        SHORT.test(at.text.slice(0, match.index))
      )
        continue;
      report({ reason: 'two stops stand side by side', at, start: match.index, end, actual });
    }
  },
};
