/** The values and kinds that a running text names. */
import { type MatrixValue, parseKind, parseValue, type RequiredKind, type Shape } from './shape.ts';

/** A value as a text spells it. */
export interface NamedValue {
  readonly value: MatrixValue;
  readonly spelling: string;
  /** Half-open, in UTF-16 code units of the text. */
  readonly start: number;
  readonly end: number;
}

/** Every value in a running text, in its spelling. Where several fit at a place, the longest is taken. */
export function valuesInText(shape: Shape, text: string): NamedValue[] {
  return found(text, patternsOf(shape).values).flatMap(({ spelling, start, end }) => {
    const value = parseValue(shape, spelling);
    return value === undefined ? [] : [{ value, spelling, start, end }];
  });
}

/** Every kind that a text names outside the names of values. */
export function kindsInText(shape: Shape, text: string): Set<RequiredKind> {
  const blank = valuesInText(shape, text).reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
  return new Set(found(blank, patternsOf(shape).kinds).flatMap(({ spelling }) => parseKind(shape, spelling) ?? []));
}

/** Texts in quotation marks that begin like a value, and are none. */
export function unknownInText(shape: Shape, text: string): string[] {
  const first = new Set(shape.values.flatMap(({ value, spellings }) => [value, ...spellings].map(firstWord)));
  return quoted(text).filter((each) => first.has(firstWord(each)) && parseValue(shape, each) === undefined);
}

function firstWord(text: string): string {
  return (text.trim().split(/\s+/)[0] ?? '').toLowerCase();
}

function quoted(text: string): string[] {
  return [...text.matchAll(/‘([^‘’\n]{1,80})’|“([^“”\n]{1,80})”|"([^"\n]{1,80})"/gu)].map(
    ([, single, double, plain]) => single ?? double ?? plain ?? '',
  );
}

interface TextPatterns {
  readonly values: RegExp;
  readonly kinds: RegExp;
}

const PATTERNS = new WeakMap<Shape, TextPatterns>();

/** The patterns of a shape, made once. */
function patternsOf(shape: Shape): TextPatterns {
  const words = (terms: Shape['kinds']): string[] => terms.flatMap(({ value, spellings }) => [value, ...spellings]);
  const known = PATTERNS.get(shape) ?? {
    values: anyOf(words(shape.values), shape.text.values === 'quoted'),
    kinds: anyOf(words(shape.kinds), false),
  };
  PATTERNS.set(shape, known);
  return known;
}

/** Any of the spellings, the longest first; nothing where there is none. */
function anyOf(terms: readonly string[], isQuoted: boolean): RegExp {
  if (terms.length === 0) return /(?!)/g;
  const longest = [...terms]
    .sort((a, b) => b.length - a.length)
    .map(patternOf)
    .join('|');
  const [open, close] = isQuoted ? ['(?<=[‘“"])', '(?=[’”"])'] : ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])'];
  return new RegExp(`${open}(?:${longest})${close}`, 'gu');
}

function found(text: string, pattern: RegExp) {
  return [...text.matchAll(pattern)].map((match) => ({
    spelling: match[0].replace(/\s+/gu, ' '),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** A spelling, with white space or none between a letter and a digit, and any white space where it has some. */
function patternOf(term: string): string {
  const parts = term.trim().split(/\s+|(?<=\p{L})(?=\p{N})/u);
  const gaps = [...term.trim().matchAll(/\s+|(?<=\p{L})(?=\p{N})/gu)].map(([gap]) => (gap === '' ? '\\s?' : '\\s+'));
  return parts.map((part, i) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&') + (gaps[i] ?? '')).join('');
}
