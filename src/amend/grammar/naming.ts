/** The names of provisions as instructions write them: `paragraphs (b) and (c) of Section 5.2`, `Table 6.1, in the entry for "Copy"`. */
import { QUOTE_TOKEN, quoteOf } from './quotes.ts';

/** One step on the way to a provision, from the outside in. */
export type Step =
  | { readonly kind: 'provision'; readonly word: string; readonly label: string }
  | { readonly kind: 'range'; readonly word: string; readonly from: string; readonly to: string }
  | { readonly kind: 'definition'; readonly term: string }
  | { readonly kind: 'table'; readonly word: string; readonly label: string }
  | { readonly kind: 'row'; readonly key: string }
  | { readonly kind: 'column'; readonly column: string | number }
  | { readonly kind: 'named'; readonly text: string }
  | { readonly kind: 'sentence'; readonly ordinal: number }
  | { readonly kind: 'note'; readonly ordinal: number }
  | { readonly kind: 'heading' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'closing' }
  | { readonly kind: 'whole' }
  /** Provisions that are listed below the instruction. */
  | { readonly kind: 'listed' }
  /** A citation to the letter, as Keeling drafts it. */
  | { readonly kind: 'cite'; readonly text: string };

/** A provision by its steps, the outermost first. */
export interface ProvisionName {
  readonly steps: readonly Step[];
  /** Which of the provisions that are named so, from 1; absent where there is but one. */
  readonly occurrence?: number;
}

/** Words that name a division by its own label; any other word names whatever has the number. */
export const DIVISIONS = 'part|chapter|schedule|annex|appendix|title|book|division|exhibit|attachment';

const DIVISION_WORD = new RegExp(`^(?:${DIVISIONS})$`);

const PLAIN =
  'sections?|sects?\\.?|ss?\\.|clauses?|cls?\\.?|articles?|arts?\\.?|paragraphs?|paras?\\.?|pars?\\.?|sub-?paragraphs?|' +
  'sub-?sections?|sub-?clauses?|subs?\\.|rules?|rr?\\.|regulations?|regs?\\.?|points?|limbs?|items?|conditions?|provisions?|' +
  'numbers?|nos?\\.|§§?|standard conditions?|sub-?rules?|sub-?regulations?|sub-?divisions?|indents?|headings? numbered';
const PLURAL_DIVISIONS = DIVISIONS.split('|')
  .map((word) => (word === 'appendix' ? 'appendix|appendices' : word === 'annex' ? 'annex|annexes' : `${word}s?`))
  .join('|');
const WORD = new RegExp(`^(?:the )?(?:new |existing |current )?(${PLAIN}|${PLURAL_DIVISIONS}) ?(?=[\\d(A-Z])`, 'i');

const BRACKET = '\\((?:[A-Za-z]{1,5}|\\d{1,3}[A-Za-z]{0,3})(?:-[A-Za-z0-9]{1,4})?\\)';
const BASE = '[A-Z]{0,3}\\d{1,5}[A-Za-z]{0,3}(?:\\.\\d{1,4}[A-Za-z]{0,2})*(?:-\\d{1,4})?';
const NUMBER = `(?:${BASE}(?:\\.?—?(?:${BRACKET})+)?|(?:${BRACKET})+|[A-Z]{1,2}|[IVXLC]{1,7})`;
const LABEL = new RegExp(`^${NUMBER}$`);
const RANGE = new RegExp(
  `^(${NUMBER})(?: to | through | up to and including | ?[–-] ?)(?:(?:${PLAIN}|${PLURAL_DIVISIONS}) )?(${NUMBER})(?: \\(inclusive\\)|,? inclusive)?$`,
  'i',
);

/** Numbers as words. */
export const ORDINALS: readonly string[] =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
const ORDINALS_TEXT = ORDINALS.join('|');

/** Ordinal words and their numbers; `last` is -1. */
export function ordinalOf(word: string): number | undefined {
  const text = word.toLowerCase().replace(/ly$/, '');
  if (text === 'last' || text === 'final') return -1;
  const at = ORDINALS.indexOf(text);
  if (at >= 0) return at + 1;
  const digits = /^(\d{1,3})(?:st|nd|rd|th)?$/.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

const Q = QUOTE_TOKEN;

/**
 * The provisions that a text names, quotations as tokens; `undefined` where any of its words is part of no name. Names
 * may be relative: who resolves them knows what they stand in.
 */
export function parseNames(text: string, quotes: readonly string[]): readonly ProvisionName[] | undefined {
  const occurrence = /^(.*) \(occurrence (\d{1,6})\)$/.exec(text);
  if (occurrence !== null) {
    const names = parseNames(occurrence[1] as string, quotes);
    return names?.length === 1
      ? [{ steps: (names[0] as ProvisionName).steps, occurrence: Number(occurrence[2]) }]
      : undefined;
  }
  return namesIn(text.trim(), quotes, 0);
}

const DEEPEST = 8;

/** What is known of the pieces of a text: each is looked at once. */
const known = new WeakMap<readonly string[], Map<string, readonly ProvisionName[] | undefined>>();

/** The words that names are made of; a text with any other word is none. */
const VOCABULARY = new RegExp(
  `^(?:(?:${[
    PLAIN,
    PLURAL_DIVISIONS,
    'the|of|in|to|from|and|or|under|within|for|at|end|new|existing|current|through|up|including|inclusive|following|listed|places|set|out|below|each',
    'document|code|agreement|act|licence|instrument|directive|order|this|headings?|its|their|cross-heading|opening|words?|lead-in|chapeau|introductory|wording|phrase|text|before',
    'closing|after|last|full-?out|concluding|tailpiece|sentences?|tables?|figures?|definitions?|terms?|expressions?|rows?|entry|entries|lines?|relating|concerning|headed|beginning',
    'with|labelled|marked|that|begins|reads|numbered|columns?|cells?|entitled|(?:foot|end)?notes?|occurrence|standard|final',
    ORDINALS_TEXT,
    NUMBER,
    '\\d{1,3}(?:st|nd|rd|th)',
    QUOTE_TOKEN,
  ].join('|')})(?:[\\s,;()–-]+|$))+$`,
  'i',
);

function namesIn(text: string, quotes: readonly string[], depth: number): readonly ProvisionName[] | undefined {
  if (text === '' || depth > DEEPEST || text.length > LONGEST_NAME) return undefined;
  const seen = known.get(quotes) ?? new Map<string, readonly ProvisionName[] | undefined>();
  known.set(quotes, seen);
  if (!seen.has(text)) seen.set(text, isMadeOfNames(text) ? read(text, quotes, depth) : undefined);
  return seen.get(text);
}

/** No list of names is longer, in UTF-16 code units. */
const LONGEST_NAME = 400;

function isMadeOfNames(text: string): boolean {
  return text.split(/[\s,;]+/).every((word) => word === '' || VOCABULARY.test(word));
}

function read(text: string, quotes: readonly string[], depth: number): readonly ProvisionName[] | undefined {
  return unit(text, quotes) ?? list(text, quotes, depth) ?? inner(text, quotes, depth) ?? outer(text, quotes, depth);
}

const one = (...steps: Step[]): readonly ProvisionName[] => [{ steps }];

/** A name without `of`. */
function unit(text: string, quotes: readonly string[]): readonly ProvisionName[] | undefined {
  for (const [pattern, make] of UNITS) {
    const match = pattern.exec(text);
    if (match !== null) return make(match, quotes);
  }
  return provisions(text);
}

const UNITS: readonly (readonly [
  RegExp,
  (match: RegExpExecArray, quotes: readonly string[]) => readonly ProvisionName[],
])[] = [
  [
    /^(?:the|this) (?:document|code|agreement|act|regulations?|licence|instrument|directive|order|rules)$/i,
    () => one({ kind: 'whole' }),
  ],
  [
    /^(?:each of )?the (?:following|listed) (?:provisions|sections|clauses|articles|paragraphs|places|rules|regulations|definitions)(?: (?:listed|set out) below)?$/i,
    () => one({ kind: 'listed' }),
  ],
  [/^(?:the|its|their) (?:heading|title|cross-heading)$/i, () => one({ kind: 'heading' })],
  [
    /^(?:the )?(?:opening words|lead-in|chapeau|introductory (?:words|wording|part|phrase|text)|words before (?:paragraph|sub-?paragraph|point|limb) (?:\(a\)|\(i\)|\(1\)))$/i,
    () => one({ kind: 'opening' }),
  ],
  [
    /^(?:the )?(?:closing words|words after (?:the last (?:paragraph|limb)|(?:paragraph|sub-?paragraph|point|limb) \([a-z0-9]+\))|full-?out words|concluding words|tailpiece)$/i,
    () => one({ kind: 'closing' }),
  ],
  [
    /^(?:the )?(\w+) sentence$/i,
    (match) => {
      const n = ordinalOf(match[1] as string);
      return n === undefined ? [] : one({ kind: 'sentence', ordinal: n });
    },
  ],
  [
    /^(?:the )?(?:table|figure) (\d[\w.]*|[A-Z]\d?[\w.]*)$/i,
    (match) =>
      one({ kind: 'table', word: /^(?:the )?figure/i.test(match[0]) ? 'figure' : 'table', label: match[1] as string }),
  ],
  [/^the table$/i, () => one({ kind: 'table', word: 'table', label: '' })],
  [
    new RegExp(`^(?:the )?table (${Q})$`, 'i'),
    (match, quotes) => one({ kind: 'cite', text: `table "${quoteOf(match[1] as string, quotes)}"` }),
  ],
  [
    new RegExp(
      `^(?:the )?(?:existing |current )?definitions? (?:of|for) (?:the terms? |the expressions? )?(${Q}(?:(?:, | and |, and | or )${Q})*)$`,
      'i',
    ),
    (match, quotes) =>
      tokens(match[1] as string).map((token) => ({ steps: [{ kind: 'definition', term: quoteOf(token, quotes) }] })),
  ],
  [
    new RegExp(`^(?:the )?(${Q}) definition$`, 'i'),
    (match, quotes) => one({ kind: 'definition', term: quoteOf(match[1] as string, quotes) }),
  ],
  [
    new RegExp(
      `^(?:the )?(?:row|rows|entry|entries|line|lines|item|items) (?:for|of|relating to|concerning|headed|beginning|beginning with|labelled|marked|that begins|that reads|numbered) (${Q}(?:(?:, | and |, and )${Q})*)$`,
      'i',
    ),
    (match, quotes) =>
      tokens(match[1] as string).map((token) => ({ steps: [{ kind: 'row', key: quoteOf(token, quotes) }] })),
  ],
  [/^(?:the )?rows? (?:numbered )?([A-Z]?\d[\w.]*)$/i, (match) => one({ kind: 'row', key: match[1] as string })],
  [
    new RegExp(`^(?:the )?(?:column|cell) (?:headed|for|entitled|under|with the heading) (${Q})$`, 'i'),
    (match, quotes) => one({ kind: 'column', column: quoteOf(match[1] as string, quotes) }),
  ],
  [
    /^(?:the )?(\w+) column$/i,
    (match) => {
      const n = ordinalOf(match[1] as string);
      return n === undefined ? [] : one({ kind: 'column', column: n });
    },
  ],
  [/^column (\d{1,3})$/i, (match) => one({ kind: 'column', column: Number(match[1]) })],
  [/^(?:the )?(?:foot|end)?notes? (\d{1,4})$/i, (match) => one({ kind: 'note', ordinal: Number(match[1]) })],
  [new RegExp(`^(${Q})$`), (match, quotes) => one({ kind: 'named', text: quoteOf(match[1] as string, quotes) })],
];

const tokens = (text: string): readonly string[] => text.match(new RegExp(Q, 'g')) ?? [];

/** `Sections 5.1, 5.2 and 5.4`, `paragraphs (a) to (c)`, `5.3`, `Section 5.2(a) and (b)`. */
function provisions(text: string): readonly ProvisionName[] | undefined {
  const found = WORD.exec(text);
  const word = found === null ? '' : singular(found[1] as string);
  const rest = found === null ? text : text.slice(found[0].length);
  if (found === null && !/^(?:[A-Z]{0,3}\d+[A-Za-z]{0,3}\.\d|\()/.test(rest)) return undefined;
  const pieces = rest.split(/, and |, or |, | and | or /);
  const names = pieces.map((piece) => numbered(piece, word));
  if (names.some((name) => name === undefined)) return undefined;
  const words = names.map((name) => (name?.steps[0]?.kind === 'provision' ? name.steps[0].word : word));
  // `Schedule 1, Section 2.1`: the one stands in the other.
  if (DIVISION_WORD.test(words[0] ?? '') && words.some((each) => !DIVISION_WORD.test(each))) return undefined;
  return withStem(names as ProvisionName[]);
}

function singular(word: string): string {
  const plain = word.toLowerCase().replace(/\.$/, '');
  return plain === 'appendices' ? 'appendix' : plain === 'annexes' ? 'annex' : plain.replace(/s$/, '');
}

function numbered(piece: string, word: string): ProvisionName | undefined {
  const own = WORD.exec(piece);
  const [text, as] = own === null ? [piece, word] : [piece.slice(own[0].length), singular(own[1] as string)];
  const range = RANGE.exec(text);
  if (range !== null && LABEL.test(range[1] as string) && LABEL.test(range[2] as string)) {
    return { steps: [{ kind: 'range', word: as, from: tidy(range[1] as string), to: tidy(range[2] as string) }] };
  }
  return LABEL.test(text) ? { steps: [{ kind: 'provision', word: as, label: tidy(text) }] } : undefined;
}

/** `12.—(1)` is `12(1)`. */
const tidy = (label: string): string => label.replace(/\.?—(?=\()/, '').replace(/\.(?=\()/, '');

/** `5.2(a) and (b)`: the second bracket stands in what the first stands in. */
function withStem(names: readonly ProvisionName[]): readonly ProvisionName[] {
  const first = names[0]?.steps[0];
  const stem = first?.kind === 'provision' ? /^(.*\d[A-Za-z]*|.*\))\([^()]*\)$/.exec(first.label)?.[1] : undefined;
  if (stem === undefined || first?.kind !== 'provision') return names;
  return names.map(({ steps }, i) => {
    const [step] = steps;
    if (i === 0 || step?.kind !== 'provision' || !step.label.startsWith('(')) return { steps };
    return { steps: [{ ...step, label: stem + step.label }] };
  });
}

/** Several names one after the other, each with its own words. */
function list(text: string, quotes: readonly string[], depth: number): readonly ProvisionName[] | undefined {
  for (const match of text.matchAll(/, and |; and | and |, |; /g)) {
    const right = text.slice((match.index as number) + match[0].length);
    if (
      !/^(?:the |in )?(?:definition|heading|table|row|entr|section|clause|article|annex|schedule|appendix|rule|regulation|condition|part )/i.test(
        right,
      )
    )
      continue;
    if (/ of | in /.test(match.input.slice(0, match.index)) === false && / of | in /.test(right)) continue;
    const front = namesIn(text.slice(0, match.index), quotes, depth + 1);
    const back = front === undefined ? undefined : namesIn(right, quotes, depth + 1);
    if (
      front !== undefined &&
      back !== undefined &&
      startsAnew(back) &&
      !(match[0] === ', ' && isDivision(front.at(-1)))
    )
      return [...front, ...back];
  }
  return undefined;
}

/** Whether names stand for themselves, not inside what was named in front of them. */
function startsAnew(names: readonly ProvisionName[]): boolean {
  const first = names[0]?.steps[0];
  if (first?.kind === 'provision') return !first.label.startsWith('(');
  return first?.kind === 'range'
    ? !first.from.startsWith('(')
    : first?.kind === 'definition' || first?.kind === 'table';
}

/** `paragraph (b) of Section 5.2`: what stands in front stands in what stands behind. */
function inner(text: string, quotes: readonly string[], depth: number): readonly ProvisionName[] | undefined {
  for (const match of text.matchAll(/,? (?:of|in|to|from|under|within|for|at the end of) (?:the )?/gi)) {
    const left = namesIn(text.slice(0, match.index), quotes, depth + 1);
    const right =
      left === undefined
        ? undefined
        : behind(text.slice((match.index as number) + match[0].length), match[0], quotes, depth);
    if (left !== undefined && right?.length === 1)
      return left.map(({ steps }) => ({ steps: [...(right[0] as ProvisionName).steps, ...steps] }));
  }
  return undefined;
}

function behind(
  text: string,
  joint: string,
  quotes: readonly string[],
  depth: number,
): readonly ProvisionName[] | undefined {
  const article = /the $/i.test(joint) ? `the ${text}` : text;
  return namesIn(article, quotes, depth + 1) ?? namesIn(text, quotes, depth + 1);
}

/** `Article 5.2, point (b)`: what stands behind stands in what stands in front. */
function outer(text: string, quotes: readonly string[], depth: number): readonly ProvisionName[] | undefined {
  for (const match of text.matchAll(/, (?:in )?| (?=(?:paragraph|point|sub-?paragraph|limb|item) )/gi)) {
    const left = namesIn(text.slice(0, match.index), quotes, depth + 1);
    const right =
      left?.length === 1
        ? namesIn(text.slice((match.index as number) + match[0].length), quotes, depth + 1)
        : undefined;
    if (left !== undefined && right !== undefined && !startsOver(right)) {
      return right.map(({ steps }) => ({ steps: [...(left[0] as ProvisionName).steps, ...steps] }));
    }
  }
  return undefined;
}

/** Whether a name can't stand in another: a document, a division, a whole number where a bracket belongs. */
function startsOver(names: readonly ProvisionName[]): boolean {
  const first = names[0]?.steps[0];
  return first === undefined || first.kind === 'whole' || first.kind === 'cite';
}

/** Whether a name is that of a division, in which what is named behind a comma stands. */
function isDivision(name: ProvisionName | undefined): boolean {
  const last = name?.steps.at(-1);
  return last?.kind === 'provision' && DIVISION_WORD.test(last.word);
}
