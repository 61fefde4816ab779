/** Words that legal and technical texts use for one another by slip; each in small letters and in the singular. */
export const SYNONYMS: readonly (readonly string[])[] = [
  ['issue', 'defect', 'fault', 'problem', 'bug'],
  ['agreement', 'contract'],
  ['customer', 'consumer', 'client'],
  ['supplier', 'provider', 'vendor'],
  ['clause', 'section', 'paragraph', 'article'],
  ['notice', 'notification'],
  ['fee', 'charge', 'payment'],
  ['period', 'term', 'duration'],
  ['document', 'paper'],
  ['amendment', 'modification', 'variation'],
  ['response', 'reply', 'answer'],
  ['respondent', 'consultee'],
  ['condition', 'requirement'],
  ['threshold', 'limit', 'ceiling'],
];
