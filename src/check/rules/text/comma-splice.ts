/** Two sentences with nothing but a comma between them. */
import { sentencesOf } from '../../facts/words.ts';
import type { Rule } from '../../rule.ts';

/** `…, however the …`: a second sentence begins, where `however` has no comma behind it. */
const HOWEVER =
  /, however (?=(?:the|a|an|this|that|these|those|it|they|we|he|she|there|in|if|where|when|as|for|no|not|each|any|all)\b)/gu;

/** `It was a mistake, the form is …`: a whole statement on each side of the comma. */
const PAIR =
  /\b(?:this|that|it|there|these|those|they) (?:is|was|are|were) (?:not )?(?:an?|the|no) (?:\p{Ll}[\p{L}-]+ ){0,2}\p{Ll}[\p{L}-]+(, )(?:(?:the|this|these|those|it|they|we|he|she) )?(?:\p{Ll}[\p{L}-]+ ){0,4}?(?:is|are|was|were|will|shall|must|has|have)\b/giu;

/** What a first statement has, of which few paragraphs have any. */
const STATED = /\b(?:is|was|are|were) (?:not )?(?:an?|the|no) [\p{L} -]+, /u;

/** With one of these before or behind the comma, a side of it is no sentence of its own. */
const SUBORDINATE =
  /\b(?:if|when|where|while|whilst|as|since|because|although|though|unless|until|once|whether|after|before|whenever|wherever)\b/iu;
const BEHIND =
  /, (?:\p{L}+ ){0,6}?(?:which|who|that|and|or|but|so|as|if|when|where|because|including|then|nor|yet|whose|whom|what|to)\b/iu;

export const commaSplice: Rule = {
  id: 'comma-splice',
  group: 'text',
  severity: 'note',
  english: true,
  says: 'Two sentences that are joined by a comma alone.',
  why: 'Two sentences with a comma between them are read as one that makes no sense.',
  good: 'The notice was late; however, the Panel heard the appeal.',
  bad: 'The notice was late, however the Panel heard the appeal.',
  check: (subject, report) => {
    for (const at of subject.passages) {
      if (at.kind === 'heading' || at.kind === 'caption' || !at.text.includes(', ')) continue;
      for (const match of at.text.includes(', however ') ? at.text.matchAll(HOWEVER) : []) {
        const end = match.index + match[0].length - 1;
        const reason = 'a comma joins two sentences before "however"';
        report({ reason, at, start: match.index, end, actual: match[0].trim(), expected: '; however,' });
      }
      if (!STATED.test(at.text)) continue;
      for (const { start, end } of sentencesOf(at.text)) {
        for (const match of at.text.slice(start, end).matchAll(PAIR)) {
          const before = at.text.slice(start, start + match.index);
          if (SUBORDINATE.test(before) || BEHIND.test(match[0])) continue;
          const from = start + match.index;
          const reason = 'a comma joins two sentences';
          report({
            reason,
            at,
            start: from,
            end: from + match[0].length,
            actual: match[0],
            expected: 'a semicolon or a full stop',
          });
        }
      }
    }
  },
};
