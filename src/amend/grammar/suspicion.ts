/** Sentences that read like instructions: whether one is, and the known form that comes nearest. */
import { takeQuotes } from './quotes.ts';
import { FORM_ROWS } from './tables.ts';

const VERB =
  '(?:insert|inserted|inserting|substitute|substituted|omit|omitted|delete|deleted|replace|replaced|replacing|renumber|renumbered|re-number|redesignate|redesignated|amend|amended|add|added|strike|striking|struck|repeal|repealed|revoke|revoked|remove|removed|leave out|ceases? to have effect|becomes?|make the following (?:changes|amendments)|reads? as follows|relettered|re-lettered|move|moved|swap|transpose|transposed|correct|change|changed)';
const THING =
  '(?:sections?|clauses?|articles?|paragraphs?|sub-?paragraphs?|sub-?sections?|sub-?clauses?|rules?|regulations?|points?|limbs?|conditions?|schedules?|annex|annexes|appendix|parts?|chapters?|definitions?|tables?|rows?|entry|entries|words?|headings?|figures?|footnotes?|provisions?|sentences?|columns?|terms?|numbering|remaining|following|\\ue000\\d+\\ue001|[A-Z]?\\d+(?:\\.\\d+)+|\\([a-z0-9]{1,4}\\))';

/** In the imperative: the verb opens the sentence, or stands behind `In Section 5,`. */
const IMPERATIVE = new RegExp(
  `^(?:please |then |and |also |next,? |finally,? |consequentially,? )?(?:(?:in|at|after|before|for|from|to|within|following|immediately after|throughout|wherever|where|by) .{1,400}?[\\s,—–:-]+)?(?:by )?(?:there (?:is|are|shall be) )?${VERB}\\b`,
  'i',
);
/** In the passive: a provision is amended. */
const PASSIVE =
  /\b(?:is|are|shall be|be|to be|should be|will be|shall|become|becomes|has been)(?: hereby| further| also)? ?(?:amended|deleted|omitted|replaced|substituted|inserted|added|renumbered|redesignated|repealed|revoked|struck|removed|relettered|cease to have effect|read as follows|renumber)\b/i;
/** Behind the name of a provision: `Section 5.1: delete …`. */
const BEHIND_NAME = new RegExp(`^.{1,60}?(?:[:—–]| -) ?(?:by )?${VERB}\\b`, 'i');
const CONTAINS = new RegExp(`(?<![\\p{L}\\p{N}])${THING}(?![\\p{L}\\p{N}])`, 'iu');
/** Behind a condition, a duty or a power the verb is law: `Each Party shall delete …`. */
const ACTOR = /^(?:each|every|any|no|all|a|an|where|if|when|unless|subject to|nothing|such)\b/i;

/** Whether a text reads like an instruction. `short` names like `Section 5` do not. */
export function readsLikeInstruction(source: string): boolean {
  const { text } = takeQuotes(source.replace(/\s+/g, ' ').trim());
  if (/^please\b/i.test(text)) return true;
  if (text === '' || !CONTAINS.test(text)) return false;
  const first = text.split(/(?<=[.;])\s/)[0] as string;
  if (ACTOR.test(first) && !/^(?:a|an|all) (?:new|further|following|references?)/i.test(first)) return false;
  if (IMPERATIVE.test(first)) return true;
  if (BEHIND_NAME.test(first)) return true;
  return PASSIVE.test(first) && startsWithThing(first);
}

/** The subject of a passive sentence is a provision or words, and stands near its beginning. */
function startsWithThing(text: string): boolean {
  return new RegExp(
    `^(?:in .{1,120}?, )?(?:the |a |an |all |both |each )?(?:(?:new|following|remaining|further|additional|existing|second|first|heading of|references? to) )*${THING}(?![\\p{L}\\p{N}])`,
    'iu',
  ).test(text);
}

/** The example of the form that shares most words with a text. */
export function nearestForm(source: string): string {
  const wordsOf = (text: string): Set<string> =>
    new Set(
      takeQuotes(text)
        .text.toLowerCase()
        .match(/[a-z]+|\ue000/g) ?? [],
    );
  const own = wordsOf(source);
  let best = { example: FORM_ROWS[0]?.example ?? '', score: -1 };
  for (const { example } of FORM_ROWS) {
    const other = wordsOf(example);
    const shared = [...other].filter((word) => own.has(word)).length;
    const score = shared / Math.sqrt(other.size * Math.max(own.size, 1));
    if (score > best.score) best = { example, score };
  }
  return best.example;
}
