/** `notifies that, with effect from today that`: a conjunction that is said again behind what stands between. */
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

const DOUBLED =
  /\b(?:\p{Ll}+s|\p{Ll}+ed|\p{Ll}+ing|notify|agree|provide|confirm|consider|state|say|ensure|find) that, ((?:with|in|on|from|under|for|by|subject|where|at|as)\b[^.,;()]{2,80}?)(,?) that (?=(?:the|it|this|each|an?|any|all|no|\p{Lu}))/gu;

export const doubledThat: Rule = {
  id: 'doubled-that',
  group: 'text',
  severity: 'warning',
  english: true,
  says: 'A "that" which is said a second time behind words put in between.',
  why: 'The sentence was lengthened, and its conjunction said twice.',
  good: 'The Panel states that, in the light of the report, the plan is approved.',
  bad: 'The Panel states that, in the light of the report that the plan is approved.',
  check: (subject, report) => {
    for (const [at, match] of matches(subject, DOUBLED)) {
      if (/\b(?:provided|proviso|so|such|condition|date|time|event)$/.test((match[1] ?? '').trim())) continue;
      const reason = '"that" is said twice before one clause';
      const end = match.index + match[0].trimEnd().length;
      report({ reason, at, start: match.index, end, actual: match[0].trimEnd(), expected: 'one "that"' });
    }
  },
};
