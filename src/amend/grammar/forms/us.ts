/** Forms of acts of the United States, its states and the District of Columbia. */
import { type FormRow, formsOf } from '../form.ts';

const { row, words } = formsOf('US');

export const US_FORMS: readonly FormRow[] = [
  words(
    'substitute',
    '(?:strike|striking|strike out|striking out) <the>{find}<which> and (?:insert|inserting|substitute|substituting)(?: in lieu thereof)? <words>{text}<end>(?:,? (?:in (?:its|their) place|in lieu thereof|instead))?',
    'Section 5.1 is amended by striking the phrase "Party" and inserting the phrase "User" in its place.',
  ),
  words(
    'after',
    '(?:insert|inserting|add|adding) <words>{text} (?:immediately )?(?:after|following) <the>{find}<which>',
    'Section 5.1 is amended by inserting "and each User" after "Party".',
  ),
  words(
    'before',
    '(?:insert|inserting|add|adding) <words>{text} (?:immediately )?before <the>{find}<which>',
    'Section 5.1 is amended by inserting "registered" before "Party".',
  ),
  words(
    'end',
    '(?:insert|inserting|add|adding) <words>{text} at the end(?: thereof)?',
    'Section 5.1 is amended by adding "and each User" at the end.',
  ),
  row(
    'replace',
    '{T} <is> (?:hereby )?amended to read(?: as follows)?(?:,?:? ?{text})?',
    'Section 5.3 is amended to read as follows:',
  ),
  row(
    'replace',
    '(?:amending|striking) {T} (?:to read(?: as follows)?|and inserting(?: in lieu thereof)? the following)(?:,?:? ?{text})?',
    'Section 5.2 is amended by amending paragraph (b) to read as follows:',
  ),
  row('replace', 'to read(?: as follows)?(?:,?:? ?{text})?', 'Section 5.2(b) is amended to read as follows:'),
  row(
    'insert-in-order',
    '(?:a |an )?(?:new )?{thing} <is> (?:hereby )?<inserted>(?: to (?!read){T})?(?: to read)?(?: as follows)?(?:,?:? ?{text})?',
    'A new Section 5.6 is added to read as follows:',
  ),
  row(
    'insert-end',
    '(?:insert|inserting|add|adding)(?: at the end(?: thereof)?(?: of {T})?)?(?: the following)(?: {thing})?(?: at the end(?: thereof)?)?(?:,?:? ?{text})?',
    'Section 5.2 is amended by adding at the end the following:',
  ),
  row(
    'insert-after',
    '(?:insert|inserting|add|adding) (?:immediately )?after {T}(?: the following(?: {thing})?)?(?:,?:? ?{text})?',
    'Section 5.2 is amended by inserting after paragraph (b) the following:',
  ),
  row(
    'insert-before',
    '(?:insert|inserting|add|adding) (?:immediately )?before {T}(?: the following(?: {thing})?)?(?:,?:? ?{text})?',
    'Section 5.2 is amended by inserting before paragraph (b) the following:',
  ),
];
