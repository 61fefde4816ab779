/** Forms of Acts and statutory instruments of the United Kingdom. */
import { type FormRow, formsOf } from '../form.ts';

const { row, words } = formsOf('UK');

export const UK_FORMS: readonly FormRow[] = [
  row('open', '(?:in|at|within) {T}', 'In section 5—'),
  row(
    'open',
    '{T} <is> (?:further )?amended(?: as follows| in accordance with this (?:section|paragraph|regulation|article|rule))?',
    'Section 5 is amended as follows.',
  ),
  words(
    'substitute',
    '(?:for|in place of) <the>{find}<which> (?:there (?:is|are|shall be) )?substituted? <words>{text}<end>',
    'In section 5.3, for “£20” substitute “£25”.',
  ),
  words('omit', '<delete> <the>{finds}<which>', 'In section 5.1, omit “Section”.'),
  words('omit', '<the>{finds}<which> <is> <deleted>', 'In section 5.4, the words “R2.0” are omitted.'),
  words(
    'after',
    '(?:immediately )?(?:after|following) <the>{find}<which> <insert> <words>{text}',
    'In section 5.1, after “Party” insert “and each User”.',
  ),
  words(
    'before',
    '(?:immediately )?before <the>{find}<which> <insert> <words>{text}',
    'In section 5.1, before “Party” insert “registered”.',
  ),
  words('end', 'at the end,? <insert> <words>{text}', 'In section 5.1 at the end insert “and each User”.'),
  words('end', 'at the end of {T},? <insert> <words>{text}', 'At the end of section 5.1 insert “and each User”.'),
  words(
    'start',
    'at the (?:beginning|start),? <insert> <words>{text}',
    'In section 5.1, at the beginning insert “Subject to Section 6,”.',
  ),
  words(
    'start',
    'at the (?:beginning|start) of {T},? <insert> <words>{text}',
    'At the beginning of section 5.1 insert “Subject to Section 6,”.',
  ),
  words(
    'substitute',
    '(?:for|replace|in place of) (?:the )?(?:words |text )?from {find} to (?:(?:and including )?{to}|the end)(?: of (?:the|that) (?:paragraph|subsection|sentence|provision|definition|section|sub-paragraph))?,? (?:there (?:is|are|shall be) )?(?:substituted?|with) <words>{text}',
    'In section 5.4, for the words from “may choose” to the end substitute “shall do as the operator says”.',
    { span: 'from' },
  ),
  words(
    'omit',
    '<delete> (?:the )?(?:words |text )?from {find} to (?:(?:and including )?{to}|the end)(?: of (?:the|that) (?:paragraph|subsection|sentence|provision|definition|section|sub-paragraph))?',
    'In section 5.2, omit the words from “within ten” to “its end”.',
    { span: 'from' },
  ),
  words(
    'omit',
    '(?:the )?words from {find} to (?:{to}|the end) <is> <deleted>',
    'In section 5.4, the words from “may choose” to the end are repealed.',
    { span: 'from' },
  ),
  words(
    'substitute',
    '(?:for )(?:the )?words (?:after|following) {find},? (?:there (?:is|are|shall be) )?substituted? <words>{text}',
    'In section 5.4, for the words after “complete” substitute “shall report”.',
    { span: 'behind' },
  ),
  words(
    'omit',
    '<delete> (?:the )?words (?:after|following) {find}',
    'In section 5.4, omit the words after “complete”.',
    { span: 'behind' },
  ),
  row(
    'replace',
    '(?:for|in place of) {T},? (?:there (?:is|are|shall be) )?substituted?(?: the following)?(?:,?:? ?{text})?',
    'In section 5.2, for paragraph (b) substitute—',
  ),
  row(
    'insert-after',
    '(?:immediately )?after {T},? <insert>(?: {thing})?(?: the following)?(?:,?:? ?{text})?',
    'After section 5.1 insert—',
  ),
  row(
    'insert-before',
    '(?:immediately )?before {T},? <insert>(?: {thing})?(?: the following)?(?:,?:? ?{text})?',
    'Before section 5.2 insert—',
  ),
  row(
    'insert-end',
    'at the end(?: of {T})?,? <insert>(?: {thing})?(?: the following)?(?:,?:? ?{text})?',
    'In section 5.2, at the end insert—',
  ),
  row(
    'insert-start',
    'at the (?:beginning|start)(?: of {T})?,? <insert>(?: {thing})?(?: the following)?(?:,?:? ?{text})?',
    'At the beginning of section 5.2 insert—',
  ),
  row(
    'insert-in-order',
    '(?:(?:at|in) the appropriate (?:alphabetical )?places?|in alphabetical order)(?: in {T})?,? <insert>(?: {thing})?(?: the following)?(?:,?:? ?{text})?',
    'In section 1.1, at the appropriate place insert—',
  ),
  row('delete', '{T} (?:shall )?cease(?:s)? to have effect', 'Section 5.3 ceases to have effect.'),
  words(
    'omit',
    '<the>{finds} at the end(?: of {T})? <is> <deleted>',
    'In section 5.2, the “and” at the end of paragraph (b) is omitted.',
    { which: -1 },
  ),
];
