/** Slips that come again and again in English legal drafting, each with what is meant. */

export interface WrongForm {
  /** With the `g` flag. */
  readonly find: RegExp;
  readonly expected: string;
  /** Set where the form is a matter of style, or may be meant. */
  readonly note?: true;
  readonly reason?: string;
}

export const WRONG_FORMS: readonly WrongForm[] = [
  { find: /\bchanged[ -]marked\b/gi, expected: 'change-marked' },
  {
    find: /\b(?:current(?:ly)?|present|the) enforce(?:d)? (?:version|text|document)\b/gi,
    expected: 'version in force',
  },
  { find: /\bcomes? in to (?:force|effect)\b/gi, expected: 'comes into force' },
  { find: /\bwith regards to\b/gi, expected: 'with regard to' },
  { find: /\bin regards to\b/gi, expected: 'with regard to' },
  { find: /\bin (?:accordance|compliance|conformity) to\b/gi, expected: 'in accordance with' },
  { find: /\bpursuant with\b/gi, expected: 'pursuant to' },
  { find: /\bprior of\b/gi, expected: 'prior to' },
  {
    find: /\bthe follow (?=(?:sub-?)?(?:sections?|paragraphs?|clauses?|tables?|documents?|provisions?|terms?|pages?)\b)/gi,
    expected: 'the following',
  },
  {
    find: /\b(?:and|or|the|a|its|our) rational(?=\s*(?:[.,;:)\]]|$|(?:for|of|behind)\b))/gi,
    expected: 'rationale',
    reason: '"rational" is an adjective; the noun is meant',
  },
  { find: /\b(?:the|a|its) principal(?= (?:of|that)\b)/gi, expected: 'principle' },
  { find: /\bin principal\b/gi, expected: 'in principle' },
  {
    find: /\b(?:will|shall|would|may|can|could|to|not) effect(?= (?:the (?:validity|rights?|liabilit\w+|obligations?|ability)|any (?:rights?|liabilit\w+)|its|their)\b)/gi,
    expected: 'affect',
  },
  { find: /\b(?:the|an|any|no|adverse) affect(?= (?:of|on)\b)/gi, expected: 'effect' },
  { find: /\bcomplimentary (?=(?:to|provisions?|documents?|measures?)\b)/gi, expected: 'complementary' },
  { find: /\bdiscrete(?= (?:enquir|inquir)\w+)/gi, expected: 'discreet' },
  { find: /\bloose(?= (?:its|their|the) (?:rights?|licen[cs]es?|status|effect))/gi, expected: 'lose' },
  { find: /\b(?:could|should|would|must) of\b(?! course)/gi, expected: 'have' },
  { find: /\b(?:more|less|greater|fewer|other|rather|higher|lower) then\b/gi, expected: 'than' },
  { find: /\bits self\b/gi, expected: 'itself' },
  { find: /\bit's (?=(?:own|terms|obligations?|rights?|powers?|duties|functions|provisions)\b)/gi, expected: 'its' },
  { find: /\bthe role and responsibilities\b/gi, expected: 'the roles and responsibilities', note: true },
  { find: /\bas per the\b(?= (?:terms|provisions))/gi, expected: 'under the', note: true },
  { find: /\bcomprised of\b/gi, expected: 'composed of', note: true },
  {
    find: /\b(?:all|some|any|part) or (?:all|any|some)(?: part)?, of\b/gi,
    expected: 'a comma on both sides, or none',
    reason: 'one comma of a pair is missing',
  },
  {
    find: /\b(?:in|on|at|of|to|by|for|from|with|under) (?:within|under|upon|into)(?= (?:the|a|an|this|that|its|Clause|Section|Table|Annex)\b)/g,
    expected: 'one preposition',
    reason: 'two prepositions stand side by side',
    note: true,
  },
  {
    find: /(?<![,(–—:;]\s?)(?<=\S )\b(?!(\p{L}+) \1 )(?:each|every|the|a|an|our|their|your) (?:a|an|the)(?= \p{L})/gu,
    expected: 'one of the two words',
    reason: 'two determiners stand side by side',
  },
  { find: /\bprior to having\b(?= \w+ed\b)/gi, expected: 'before', note: true },
];
