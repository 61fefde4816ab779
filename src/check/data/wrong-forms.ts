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
    reason: 'two prepositions stand side by side: one is too many',
    note: true,
  },
  {
    find: /(?<![,(–—:;]\s?)(?<=\S )\b(?!(\p{L}+) \1 )(?:each|every|the|a|an|our|their|your) (?:a|an|the)(?= \p{L})/gu,
    expected: 'one of the two words',
    reason: 'two of "a", "the", "each" and "our" stand side by side: one is too many',
  },
  { find: /\bprior to having\b(?= \w+ed\b)/gi, expected: 'before', note: true },
  {
    find: /\b(?:comments|concerns|objections) (?:raised|made) to the (?:[A-Za-z-]+ ){0,3}(?:changes|proposals?|drafting|document|consultation|amendments?)\b/g,
    expected: 'raised on, or made about',
    note: true,
  },
  { find: /\byour consultation(?= (?:to be|is|be|as|are)\b)/gi, expected: 'your response', note: true },
  {
    find: /\bin accordance with the provision of(?= (?:the|this|that|any|each)\b)/gi,
    expected: 'in accordance with the provisions of',
    note: true,
  },
  {
    find: /\b(?:has|have) (?:not )?[a-z]+ed [^.,;:()]{3,60}, and (?:therefore|thus|hence|so) (?:not )?(?:on|in|at|within|under|available|subject|eligible|able|part)\b/g,
    expected: 'a verb, such as "are", before what follows',
    reason: 'a verb is missing behind "and therefore"',
    note: true,
  },
  {
    find: /\bcompl(?:y|ies|ied|ying) to (?=(?:the|this|that|these|any|all|its|their|such)\b)/gi,
    expected: 'comply with',
  },
  { find: /\bcompliant to\b/gi, expected: 'compliant with' },
  { find: /\badher(?:e|es|ed|ing) with\b/gi, expected: 'adhere to' },
  { find: /\bas follow(?=:)/gi, expected: 'as follows' },
  { find: /\bdespite of\b/gi, expected: 'despite' },
  { find: /\bnotwithstanding to\b/gi, expected: 'notwithstanding' },
  { find: /\binline with\b/gi, expected: 'in line with' },
  { find: /\bin accordance of\b/gi, expected: 'in accordance with' },
  { find: /\birregardless\b/gi, expected: 'regardless' },
  { find: /\binforce\b/gi, expected: 'in force' },
  { find: /\bsubject of (?=(?:Clause|Section|Paragraph|Article)s? \d)/g, expected: 'subject to' },
  { find: /\bon behalf by\b/gi, expected: 'on behalf of' },
  {
    find: /(?<!\b(?:the|a|last|at|free|good|own|his|her|their) )\b(?:shall|will|must) (?:includes|means|applies|provides|requires|has|ensures|gives|takes|makes|submits|complies|contains|remains|becomes)\b/g,
    expected: 'the verb without an ending',
    reason: 'a verb behind "shall", "will" or "must" has an ending',
  },
  {
    find: /\b(?:shall will|will shall|shall must|must shall|will must|must will|can will|will can|may shall|shall may|is are|are is|was were|were was|has have|have has|is was|was is)\b/g,
    expected: 'one of the two',
    reason: 'two verbs stand side by side',
  },
  {
    find: /\b(?:a|an|this|each|every|single|another) (?:(?!the\b|of\b)[a-z]+ )?criteria\b/g,
    expected: 'criterion',
    reason: '"criteria" is a plural',
  },
  {
    find: /\bcriteria (?:is|was|has)\b/gi,
    expected: 'criteria are, or criterion is',
    reason: '"criteria" is a plural',
    note: true,
  },
  {
    find: /\bthis (?:amendments|clauses|sections|paragraphs|proposals|provisions|requirements|obligations|definitions|parties|arrangements|regulations|agreements)\b/gi,
    expected: 'these',
    reason: 'a plural follows "this"',
  },
  {
    find: /\b(?:these|those) (?:amendment|clause|section|paragraph|proposal|provision|requirement|obligation|definition|party|arrangement|criterion|regulation|agreement|document|change)(?= (?:is|are|was|were|shall|will|may|must|of|and|or)\b|[.,;])/gi,
    expected: 'the plural',
    reason: 'a singular follows "these" or "those"',
  },
  {
    find: /\b(?:each|every|another) (?:amendments|clauses|sections|paragraphs|proposals|provisions|requirements|obligations|definitions|parties|documents|persons|suppliers|users|members|questions|responses)\b/gi,
    expected: 'the singular',
    reason: 'a plural follows "each" or "every"',
  },
  {
    find: /\b(?:a (?:limited |large |small )?number of|several|many|various) (?:amendment|clause|section|paragraph|proposal|provision|requirement|obligation|definition|party|question|response|change|document)(?= (?:to|is|are|was|were|has|have|in|of|that|which|and)\b|[.,;])/gi,
    expected: 'the plural',
    reason: 'a singular follows a word for several things',
  },
];
