/** Sentences in which a body speaks of itself both by its name and as `we` or `our`. */
import { sentencesOf } from '../../facts/words.ts';
import type { Rule } from '../../rule.ts';
import { matches } from '../../subject.ts';

/** A body as the subject of what it does, or of what is its own. */
const SUBJECT =
  /(?<![\p{L}\p{N}])(?:[Tt]he )?(\p{Lu}{3,})(?:['’]s (?:view|opinion|intention|position) |(?: (?:now|also|then))? (?:has|is|was|will|ran|considers?|believes?|proposes?|supports?|expects?|intends?|concluded|developed|plans?|seeks?) )/gu;
/** Whoever does one of these is a body, and no document. */
const MIND =
  /(?<![\p{L}\p{N}])(\p{Lu}{3,}) (?:has (?:now )?(?:published|decided|concluded|considered)|considers?|believes?|proposes?|supports?|expects?|intends?|concluded|notes|seeks|invites|is (?:proposing|consulting|seeking))\b/gu;
const OWN = /\b(?:our|ours|we|us)\b(?!\/)/giu;

export const mixedPerson: Rule = {
  id: 'mixed-person',
  group: 'names',
  severity: 'note',
  english: true,
  says: 'A sentence in which a body is named, and then speaks of itself as "we" or "our".',
  why: 'A sentence about a body goes on as if the body spoke itself.',
  good: 'ABC has published its plans.',
  bad: 'ABC has published our plans.',
  check: (subject, report) => {
    const bodies = new Set(matches(subject, MIND).map(([, match]) => match[1]));
    for (const at of subject.passages) {
      if (!/\b(?:our|ours|we|us)\b/i.test(at.text)) continue;
      for (const { start, end } of sentencesOf(at.text)) {
        const sentence = at.text.slice(start, end);
        const body = [...sentence.matchAll(SUBJECT)][0];
        if (body === undefined || !bodies.has(body[1])) continue;
        const own = [...sentence.matchAll(OWN)].find((match) => match.index > body.index && match[0] !== 'US');
        if (own === undefined || /[“"]/.test(sentence.slice(body.index, own.index))) continue;
        const reason = `a sentence about ${body[1]} goes on with "${own[0]}"`;
        const from = start + own.index;
        report({ reason, at, start: from, end: from + own[0].length, actual: own[0], expected: 'its, or the name' });
      }
    }
  },
};
