/** What a row of the tables of forms says, and the pieces of wording that many forms share. */
import type { Form, WordEdit } from '../instruction.ts';
import { QUOTE_TOKEN } from './quotes.ts';

/** Where a form is at home. */
export type Family = 'codes' | 'UK' | 'EU' | 'US';

/**
 * One form of an instruction. The pattern is a regular expression in which `{T}` stands for names of provisions, `{find}`,
 * `{to}` and `{text}` for quotations, `{new}` for new numbers, `{thing}` for what is inserted (`new Section 5.6`), and the
 * words in angle brackets for the pieces of PIECES.
 */
export interface FormRow {
  readonly family: Family;
  readonly form: Form | 'open';
  /** What an edit of words does. */
  readonly edit?: WordEdit['kind'];
  /** Which of several places, where the form itself says so. */
  readonly which?: WordEdit['which'];
  /** Set where the words run on: from the quotation, or from behind it, up to another or to the end. */
  readonly span?: 'from' | 'behind';
  /** What comes behind the words: the text of a provision, or nothing. */
  readonly content: boolean;
  readonly pattern: string;
  readonly example: string;
}

/** Makes the rows of one family: forms of provisions, which say whether text comes behind them, and forms of words, behind which none does. */
export function formsOf(family: Family) {
  return {
    row: (form: FormRow['form'], pattern: string, example: string, content = true): FormRow => ({
      family,
      form,
      pattern,
      example,
      content,
    }),
    words: (edit: WordEdit['kind'], pattern: string, example: string, more: Partial<FormRow> = {}): FormRow => ({
      family,
      form: 'words',
      edit,
      pattern,
      example,
      content: false,
      ...more,
    }),
  };
}

const ORD = 'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final';
const NOUNS =
  '(?:existing |current |said |following )?(?:words?(?: and (?:figures?|commas?|numbers?))?|phrases?|expressions?|figures?|numbers?|dates?|amounts?|terms?|references?|sums?|percentages?|letters?|abbreviations?|text|period|punctuation)(?: (?:to|of))?';
const OCCURS = '(?:occurs?|appears?|is used|are used|occurring|appearing)';
const IT = '(?:it|they|those words|that word|the words?|the expression|that expression|the reference)';

const WHICH = [
  `in (?:each|every) (?:place|case|instance)(?: (?:(?:where|in which|at which|that) )?${IT} ${OCCURS})?`,
  `in (?:both|all|each of the|all the|the (?:two|three)) (?:places|cases|instances)(?: (?:(?:where|in which|at which|that) )?${IT} ${OCCURS})?`,
  `(?:wherever|whenever) (?:${IT} )?${OCCURS}`,
  `(?:each|every|both) (?:place|places|time|times|instance|occurrence)(?: (?:(?:where|that) )?${IT} ${OCCURS})?`,
  `where ${IT} (?:${ORD}|firstly|secondly|thirdly|lastly) ${OCCURS}`,
  `where ${IT} ${OCCURS} (?:for )?the (?:${ORD}) time`,
  `the (?:${ORD}) (?:time|place)(?: (?:(?:where|that) )?${IT} ${OCCURS})?`,
  `in the (?:${ORD}) (?:place|instance|case)(?: (?:(?:where|in which|that) )?${IT} ${OCCURS})?`,
  `throughout`,
  `at the end`,
  `at the beginning`,
].join('|');

/** Pieces of wording, by the name that a pattern gives in angle brackets. */
const PIECES: Readonly<Record<string, string>> = {
  /** In front of words that are looked for: `the second`, `each occurrence of`, `the words`. */
  the: `(?:(?<each>(?:each|every|all|both)(?: of the)? (?:occurrences?|instances?|references?|mentions?)(?: of| to) )|(?:the )?(?:(?<ord>${ORD}) )?(?:(?:occurrence|instance|mention) of )?)(?:the )?(?:${NOUNS} )?`,
  /** In front of the words that come. */
  words: `(?:the |a |an )?(?:(?:new|following) )?(?:${NOUNS},? ?)?`,
  /** Which of several places. */
  which: `(?:,? (?<which>${WHICH}))?,?`,
  /** The same behind all other words. */
  end: `(?:,? (?<end>${WHICH}))?`,
  /** The verb of a passive sentence. */
  is: '(?:is|are|be|shall be|should be|will be|is hereby|are hereby|is to be|are to be|shall hereby be)',
  /** Verbs of insertion and deletion. */
  insert: '(?:insert|inserting|add|adding|there (?:is|are|shall be) (?:inserted|added)|include)',
  inserted: '(?:inserted|added|included)',
  delete:
    '(?:delete|deleting|omit|omitting|remove|removing|strike|striking|strike out|striking out|repeal|repealing|revoke|revoking|leave out|cancel)',
  deleted: '(?:deleted|omitted|removed|struck|struck out|stricken|repealed|revoked|cancelled|left out)',
  /** All of it. */
  entirely: '(?:,? (?:in (?:its|their) entirety|entirely|in full|completely|as a whole))?',
  /** As a definition or a number has it. */
  orderly:
    '(?:,? ?(?:(?:in|at) (?:the|its|their) (?:appropriate|correct|relevant|proper|right|alphabetical)(?: alphabetical| numerical)? (?:places?|positions?|order)|in alphabetical order|alphabetically))?,?',
  follows:
    '(?:,? ?(?:as follows|to read as follows|which reads as follows|reading as follows|to read|the following|as set out below|as shown below|marked(?: below)?))?',
  renumber: '(?:renumber|re-number|renumbering|redesignate|redesignating|re-letter|reletter|re-designate)',
  renumbered: '(?:renumbered|re-numbered|redesignated|re-lettered|relettered|re-designated)',
};

/** What a row's pattern matches: the whole of an instruction without its provisions around it. */
export function compile({ pattern }: FormRow): RegExp {
  const pieces = pattern.replace(/<(\w+)>/g, (whole, name: string) => PIECES[name] ?? whole);
  const source = pieces.replace(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${HOLES[name] as string})`);
  return new RegExp(`^(?:${source})$`, 'i');
}

const HOLES: Readonly<Record<string, string>> = {
  T: '.+?',
  U: '.+?',
  find: QUOTE_TOKEN,
  finds: `${QUOTE_TOKEN}(?:(?:, | and |, and )${QUOTE_TOKEN})*`,
  to: QUOTE_TOKEN,
  text: QUOTE_TOKEN,
  new: '.+?',
  thing: '(?:[^\ue000]+?|[^\ue000]*?definitions? (?:of|for) [^.]+?)',
};
