/** What an instruction says it inserts: `new Section 5.6`, `the following definition`, `a new paragraph (d)`. */
import { type ProvisionName, parseNames } from './naming.ts';

/** What is inserted: what kind of thing, and its number where it is said. */
export interface Thing {
  readonly kind: 'provision' | 'definition' | 'row' | 'words' | 'any';
  readonly label?: string;
  /** The provision that a numbered thing is to be, with what it stands in. */
  readonly name?: ProvisionName;
}

const ARTICLE =
  /^(?:(?:the|a|an|the following|following|new|a new|an additional|additional|a further|further|as a new|as new) )+/i;

const KINDS: readonly (readonly [RegExp, Thing['kind']])[] = [
  [/^(?:definitions?|defined terms?|terms?)$/i, 'definition'],
  [/^(?:rows?|entry|entries|items? of the table|lines?)$/i, 'row'],
  [/^(?:words?|text|sentences?|phrase)$/i, 'words'],
  [
    /^(?:new )?(?:sections?|clauses?|articles?|paragraphs?|sub-?paragraphs?|sub-?sections?|sub-?clauses?|rules?|regulations?|points?|limbs?|provisions?|parts?|schedules?|annex|annexes|appendix|chapters?|conditions?|headings?|tables?|indents?|items?)$/i,
    'provision',
  ],
  [/^$/, 'any'],
];

/** What the words for a thing mean; `undefined` where any of them is no name of a thing. */
export function parseThing(text: string, quotes: readonly string[]): Thing | undefined {
  const plain = text
    .trim()
    .replace(/ (?:thereto|therein|thereof)$/i, '')
    .replace(/^(?:in )?(?:the )?following$/i, '');
  const rest = plain.replace(ARTICLE, '').replace(/^(?:the|a|an|new|following)$/i, '');
  for (const [pattern, kind] of KINDS) if (pattern.test(rest)) return { kind };
  const names = parseNames(rest, quotes);
  const [name] = names ?? [];
  if (name === undefined) return undefined;
  const last = name.steps.at(-1);
  if (last?.kind === 'definition') return { kind: 'definition', name };
  if (last?.kind === 'range') return { kind: 'provision', label: last.from, name };
  if (last?.kind !== 'provision' && last?.kind !== 'table') return undefined;
  return { kind: 'provision', label: last.label, name };
}
