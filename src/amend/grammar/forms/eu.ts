/** Forms of regulations and directives of the European Union. */
import { type FormRow, formsOf } from '../form.ts';

const { row, words } = formsOf('EU');

export const EU_FORMS: readonly FormRow[] = [
  row(
    'replace',
    '{T} <is> (?:hereby )?replaced by the following(?: (?:text|paragraph|point|article|definition|sentence)s?)?(?:,?:? ?{text})?',
    'In Article 5.2, point (b) is replaced by the following:',
  ),
  row(
    'insert-end',
    '(?:in {T},? )?(?:the )?following (?:text )?{thing} <is> (?:hereby )?added(?: at the end)?(?:,?:? ?{text})?',
    'In Article 5.2, the following point is added:',
  ),
  row(
    'insert-in-order',
    '(?:in {T},? )?(?:the )?following {thing} <is> (?:hereby )?inserted<orderly>(?:,?:? ?{text})?',
    'The following Article 5.1A is inserted:',
  ),
  row(
    'insert-after',
    '(?:the )?following {thing} <is> (?:hereby )?<inserted> (?:immediately )?after {T}(?:,?:? ?{text})?',
    'The following Article is inserted after Article 5.1:',
  ),
  row(
    'insert-before',
    '(?:the )?following {thing} <is> (?:hereby )?<inserted> (?:immediately )?before {T}(?:,?:? ?{text})?',
    'The following Article is inserted before Article 5.2:',
  ),
  row(
    'insert-after',
    'after {T},? (?:the )?following {thing} <is> (?:hereby )?<inserted>(?:,?:? ?{text})?',
    'After Article 5.1, the following Article is inserted:',
  ),
  row(
    'insert-end',
    '(?:the )?following {thing} <is> (?:hereby )?added (?:to|at the end of) {T}(?:,?:? ?{text})?',
    'The following point is added to Article 5.2:',
  ),
  words(
    'substitute',
    '<the>{find}<which> <is> (?:replaced|substituted) (?:by|with) <words>{text}',
    'In Article 5.3, the words ‘of a Report’ are replaced by the words ‘of it’.',
  ),
  words(
    'after',
    '<words>{text} <is> <inserted> after <the>{find}<which>',
    'In Article 5.1, the words ‘and each User’ are inserted after ‘Party’.',
  ),
  words(
    'before',
    '<words>{text} <is> <inserted> before <the>{find}<which>',
    'In Article 5.1, the word ‘registered’ is inserted before ‘Party’.',
  ),
  words(
    'end',
    '<words>{text} <is> <inserted> at the end',
    'In Article 5.1, the words ‘and each User’ are added at the end.',
  ),
];
