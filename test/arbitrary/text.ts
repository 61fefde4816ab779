/** Arbitrary words, marks and inlines for property tests: plain legal prose, salted with what breaks writers. */
import fc from 'fast-check';
import type { Inline, Marks, Text } from '../../src/model/document.ts';

/** Pieces that mean something in Markdown, HTML, XML, Handlebars or in the grammar of labels. */
export const NASTY = [
  '*',
  '**',
  '_',
  '__',
  '`',
  '``',
  '~~',
  '#',
  '# ',
  '## x',
  '+ ',
  '- ',
  '1. ',
  '1) ',
  '> ',
  '|',
  '||',
  '\\',
  '\\\\',
  '<',
  '>',
  '</w:t>',
  '<b>',
  '</b>',
  '<!--',
  '-->',
  '<br>',
  ']]>',
  '&',
  '&amp;',
  '&#32;',
  '&nbsp',
  '"',
  "'",
  '“x”',
  '[',
  ']',
  '[x]',
  '[x](y)',
  '[^1]',
  '(',
  ')',
  '{',
  '}',
  '{#a}',
  '{{x}}',
  '{{{x}}}',
  ':',
  ':x',
  '::',
  ':::',
  ':::x',
  '4.1 ',
  '4.1',
  '(a) ',
  '(i) ',
  'Annex A ',
  '§ 5 ',
  '4 ',
  '4A ',
  '1819',
  '£1,250.00',
  '31 January 2020',
  '16:00',
  'Note:see',
  'www.example.org',
  'https://example.org/a_b',
  'a@example.org',
  '---',
  '===',
  '***',
  '!',
  '![x](y)',
  '$x$',
  'means',
  ' means ',
  '\u00a0',
  '\u202f',
  '\u200b',
  '\u00ad',
  '\u{1f600}',
  '\u{1d4d0}',
  'é',
  'e\u0301',
  'ﬁ',
  '№',
  '漢字',
  '\t',
  '  ',
  ' ',
  '…',
  '–',
  '-',
  '.',
  ',',
  ';',
  '%',
  '@',
  '=',
  '^',
  '~',
  '/',
  '\u2028',
  '\ufeff',
  '\u05d0',
  'İ',
] as const;

const WORDS = [
  'the',
  'a',
  'of',
  'Supplier',
  'Party',
  'shall',
  'may',
  'not',
  'test',
  'Testing',
  'Issue',
  'Threshold',
  'report',
  'within',
  '10',
  'Working',
  'Days',
  'and',
  'or',
  'completion',
  'entry',
  'each',
  'SMETS2+',
  'Clause',
  'where',
  'Panel',
] as const;

const plainWord = fc.constantFrom(...WORDS);

/** Some words of ordinary prose, single spaces between them. */
export const words: fc.Arbitrary<string> = fc
  .array(plainWord, { minLength: 1, maxLength: 8 })
  .map((list) => list.join(' '));

/** Any well-formed text without line breaks and NUL, mostly made of pieces that are dangerous to some format. */
export const nastyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: plainWord },
      { weight: 2, arbitrary: fc.constant(' ') },
      { weight: 4, arbitrary: fc.constantFrom(...NASTY) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }).map(withoutControls) },
    ),
    { minLength: 1, maxLength: 7 },
  )
  .map((pieces) => pieces.join(''))
  .filter((text) => text !== '');

/** Control characters have no place in XML 1.0 or in a legal text; a line break is a `Break`. */
function withoutControls(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '');
}

/** Prose three times in four, else nasty text. Never empty. */
export const prose: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: words },
  { weight: 1, arbitrary: nastyText },
);

const flag = fc.constant(true as const);

/** No mark mostly; else one to three of them, a hyperlink now and then. */
export const marks: fc.Arbitrary<Marks | undefined> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(undefined) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Marks>({ bold: true }, { italic: true }, { underline: true }, { code: true }),
  },
  {
    weight: 1,
    arbitrary: fc.record(
      {
        bold: flag,
        italic: flag,
        underline: flag,
        strike: flag,
        superscript: flag,
        subscript: flag,
        smallCaps: flag,
        code: flag,
        href: fc.constantFrom('https://example.org', 'https://example.org/a_(b)?c=d&e#f', 'mailto:a@example.org'),
      },
      { requiredKeys: [] },
    ),
  },
);

/** The marks as an attribute, absent where there are none, as the canonical form wants it. */
export function withMarks(value: Marks | undefined): { marks?: Marks } {
  return value === undefined || Object.keys(value).length === 0 ? {} : { marks: value };
}

/** A run of text; never empty. */
export const textRun: fc.Arbitrary<Text> = fc
  .tuple(prose, marks)
  .map(([value, set]): Text => ({ type: 'text', value, ...withMarks(set) }));

const blank: fc.Arbitrary<Inline> = fc
  .tuple(fc.constantFrom('[DD MMM YYYY]', '[insert date]', '[●]', '[a_b*c*]'), marks)
  .map(([text, set]): Inline => ({ type: 'blank', text, ...withMarks(withoutHref(set)) }));

/** Only text can be a hyperlink. */
export function withoutHref(set: Marks | undefined): Marks | undefined {
  if (set === undefined) return undefined;
  const { href: _, ...rest } = set;
  return rest;
}

/** A cross-reference whose target is a number for now: `document` turns it into the id of a node that exists. */
const looseReference: fc.Arbitrary<Inline> = fc.tuple(fc.nat(99), prose, marks).map(
  ([target, text, set]): Inline => ({
    type: 'crossReference',
    target: String(target),
    text,
    ...withMarks(withoutHref(set)),
  }),
);

const inlineBreak: fc.Arbitrary<Inline> = fc.constant({ type: 'break', kind: 'line' });

/** A leaf of a paragraph: footnotes are added by `document`. */
export const leaf: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 8, arbitrary: textRun },
  { weight: 2, arbitrary: looseReference },
  { weight: 1, arbitrary: blank },
  { weight: 1, arbitrary: inlineBreak },
);
