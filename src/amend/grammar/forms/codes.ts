/** Forms of industry codes: the Smart Energy Code, the Balancing and Settlement Code, the Uniform Network Code. */
import { type FormRow, formsOf } from '../form.ts';

const { row, words } = formsOf('codes');

export const CODE_FORMS: readonly FormRow[] = [
  row(
    'amend',
    '(?:amend|change|revise|modify|update) {T} (?:as follows|as set out below|as shown below|as marked|as marked below|to read as follows|to read|so that it reads(?: as follows)?|so as to read(?: as follows)?)',
    'Amend Section 5.1 as follows:',
  ),
  row('amend', '(?:amend|modify) {T}', 'Amend Section 5.1:'),
  row(
    'amend',
    '{T} <is> (?:amended|changed|revised|modified) (?:as follows|as set out below|as shown below|to read as follows|to read|so as to read(?: as follows)?|so that it reads(?: as follows)?)',
    'Section 5.1 shall be amended as follows:',
  ),
  row('amend', '{T} (?:to|shall|should|will|is to) (?:now )?read as follows', 'Section 5.1 shall read as follows:'),
  row(
    'amend',
    '(?:make )?the following (?:amendments?|changes?|modifications?)(?: (?:is|are|shall be) made)? to {T}',
    'Make the following changes to Section 5.1:',
  ),
  row(
    'replace',
    '(?:replace|replacing|substitute) {T}<entirely> (?:with|by)(?: the following)?(?: (?:text|wording|definition|table|row|heading))?(?:,?:? ?{text})?',
    'Replace Section 5.3 with the following:',
  ),
  row(
    'replace',
    '<delete> {T}<entirely>,? and (?:replace|substitute|insert)(?: (?:it|them))?(?: (?:with|by))?(?: (?:the following|the following in its place|in its place))?(?:,?:? ?{text})?',
    'Delete Section 5.3 and replace with:',
  ),
  row(
    'replace',
    '(?:substitute|insert) the following (?:for|in place of|instead of) {T}',
    'Substitute the following for Section 5.3:',
  ),
  row(
    'replace',
    '{T} <is> (?:replaced|substituted|deleted and replaced)(?: (?:by|with))?(?: the following| as follows)?(?:,?:? ?{text})?',
    'Section 5.3 shall be replaced with the following:',
  ),
  row('delete', '<delete> {T}<entirely>', 'Delete Section 5.3 in its entirety.'),
  row('delete', '{T} <is> <deleted><entirely>', 'Section 5.3 shall be deleted.'),
  row(
    'insert-after',
    '(?:insert|add|include) {thing}<follows> (?:immediately |directly )?(?:after|below|(?<!the )following) {T}<follows>(?:,?:? ?{text})?',
    'Insert new Section 5.1A after Section 5.1:',
  ),
  row(
    'insert-before',
    '(?:insert|add|include) {thing}<follows> (?:immediately |directly )?(?:before|above|in front of) {T}<follows>(?:,?:? ?{text})?',
    'Insert the following new Section before Section 5.2:',
  ),
  row(
    'insert-after',
    '(?:immediately |directly )?(?:after|following|below) {T},? (?:insert|add|include)(?: {thing})?<follows>(?:,?:? ?{text})?',
    'After Section 5.1 insert:',
  ),
  row(
    'insert-before',
    '(?:immediately |directly )?(?:before|above) {T},? (?:insert|add|include)(?: {thing})?<follows>(?:,?:? ?{text})?',
    'Before Section 5.2 insert:',
  ),
  row(
    'insert-end',
    '(?:insert|add|include) {thing}<follows> (?:at|to) the end of {T}<follows>(?:,?:? ?{text})?',
    'Add a new Section 5.6 at the end of Section 5:',
  ),
  row(
    'insert-start',
    '(?:insert|add|include) {thing}<follows> at the (?:beginning|start) of {T}<follows>(?:,?:? ?{text})?',
    'Insert the following at the beginning of Section 5.2:',
  ),
  row(
    'insert-in-order',
    '(?:insert|add|include) {thing}<orderly><follows> (?:in|to|into|within) {T}<orderly><follows>(?:,?:? ?{text})?',
    'Add the following definition to Section 1.1:',
  ),
  row(
    'insert-in-order',
    '(?:insert|add|include)(?: {thing})?<orderly><follows>(?:,?:? ?{text})?',
    'Insert new Section 5.6 as follows:',
  ),
  row('renumber', '<renumber> {T} as {new}', 'Renumber Section 5.3 as Section 5.6', false),
  row('renumber', '<renumber> {T} to (?:become |read |be )?{new}', 'Renumber Section 5.3 to Section 5.6', false),
  row(
    'renumber',
    '{T} <is> <renumbered> (?:as |to |to become )?{new}',
    'Section 5.3 shall be renumbered as Section 5.6.',
    false,
  ),
  row('renumber', '{T} (?:becomes?|shall become|to become) {new}', 'Section 5.3 becomes Section 5.6.', false),
  row(
    'insert-rows',
    '(?:in|to) {T},? (?:insert|add) (?:the )?(?:following )?(?:new )?rows?(?: (?:marked|shown|shown below|as follows|as marked|below))?',
    'In Table 6.1 insert the rows marked:',
  ),
  row(
    'insert-rows',
    '(?:insert|add) (?:the )?(?:following )?(?:new )?rows?(?: (?:marked|shown|below|as marked))? (?:in|to|into) {T}(?: as follows)?',
    'Add the following rows to Table 6.1:',
  ),
  row(
    'delete-rows',
    '(?:in|from) {T},? <delete> (?:the )?(?:following )?rows?(?: (?:marked|shown|shown below|as marked|below))?',
    'In Table 6.1 delete the rows marked:',
  ),
  row(
    'delete-rows',
    '<delete> (?:the )?(?:following )?rows?(?: (?:marked|shown|below|as marked))? (?:in|from|of) {T}',
    'Delete the following rows from Table 6.1:',
  ),
  words(
    'substitute',
    '(?:delete|remove|replace|change|amend) <the>{find}<which> (?:and (?:insert|replace (?:it |them )?with|replace|substitute|add)|with|to|by|to read)(?: (?:in its place|instead|with))? <words>{text}(?:,? (?:in (?:its|their) place|instead))?',
    'In Section 5.3 delete “£20” and insert “£25”.',
  ),
  words(
    'substitute',
    '(?:insert|substitute|use) <words>{text} (?:in place of|instead of|for|in substitution for) <the>{find}<which>',
    'In Section 5.3 insert “£25” in place of “£20”.',
  ),
  words('omit', '(?:delete|remove) <the>{find}<which>', 'In Section 5.3 delete “of a Report”.'),
  words(
    'after',
    '(?:insert|add) <words>{text} (?:immediately |directly )?(?:after|following|behind) <the>{find}<which>',
    'In Section 5.1 insert “and each User” after “Party”.',
  ),
  words(
    'before',
    '(?:insert|add) <words>{text} (?:immediately |directly )?(?:before|in front of) <the>{find}<which>',
    'In Section 5.1 insert “registered” before “Party”.',
  ),
  words('end', '(?:insert|add) <words>{text} (?:at|to) the end', 'In Section 5.1 insert “and each User” at the end.'),
  words(
    'start',
    '(?:insert|add) <words>{text} at the (?:beginning|start)',
    'In Section 5.1 insert “Subject to Section 6,” at the beginning.',
  ),
];
