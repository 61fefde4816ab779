/** A sentence taken apart into what it tells to do: one instruction, several, or the head of those that follow. */
import type { Form, Which, WordEdit } from '../instruction.ts';
import { shapeOf } from '../work/order.ts';
import { ordinalOf, type ProvisionName, parseNames } from './naming.ts';
import { quoteOf, takeQuotes } from './quotes.ts';
import { COMPILED, type CompiledForm } from './tables.ts';
import { parseThing, type Thing } from './thing.ts';

/** One thing that a sentence tells to do. */
export interface Command {
  readonly form: Form | 'open';
  /** The provisions that it is about, each in what the sentence says it stands in; none where only the context tells. */
  readonly names: readonly ProvisionName[];
  readonly words?: WordEdit;
  readonly thing?: Thing;
  /** New numbers, as written. */
  readonly labels?: readonly string[];
  readonly cascade?: true;
  /** What is to stand there, where the sentence itself quotes it. */
  readonly quoted?: string;
  /** Where the quotation that comes stands in the sentence: UTF-16 offsets, half-open. */
  readonly span?: { readonly start: number; readonly end: number };
  /** Whether the text of a provision follows the sentence. */
  readonly content: boolean;
  readonly row: CompiledForm;
}

/** What a sentence says; `undefined` where any of its words is not understood. */
export function parseSentence(source: string): readonly Command[] | undefined {
  const line = source.replace(/\s+/g, ' ').trim();
  if (line.length > LONGEST) return undefined;
  const { text, quotes, spans } = takeQuotes(line);
  if (text.length > LONGEST_WORDS || !mayInstruct(text)) return undefined;
  const found: Command[] = [];
  for (const sentence of text.split(/(?<=[.;])\s+(?=\p{Lu})/u)) {
    const bare = withoutStops(sentence);
    if (bare === '' || /^[\ue000\d\ue001\s]+$/.test(bare)) return undefined;
    const commands = actions(bare, { quotes, spans, names: [], depth: 0 });
    if (commands === undefined) return undefined;
    found.push(...commands);
  }
  return found;
}

/** A sentence without its stop, and without the word that joins it to the next. */
function withoutStops(sentence: string): string {
  const stops = /[\s.;:,—–-]+$/u;
  return sentence
    .replace(stops, '')
    .replace(/[;,]? (?:and|or)$/, '')
    .replace(stops, '');
}

/** A verb that some form has, or a provision that a line opens: without either a text is no instruction. */
function mayInstruct(text: string): boolean {
  return VERBS.test(text) || (/^(?:in|at|within) /i.test(text) && /[—–:-]$/.test(text));
}

const VERBS =
  /\b(?:insert|add|includ|amend|chang|revis|modif|updat|replac|substitut|delet|omit|remov|str[iu]|repeal|revok|leave out|left out|cancel|cease|re-?number|redesignat|re-designat|re-?letter|becom|read|to be made|use)/i;

/** No instruction's own words are longer without what it quotes, in UTF-16 code units. */
const LONGEST_WORDS = 600;

/** No instruction's own words are longer, in UTF-16 code units. */
const LONGEST = 2_000;

interface Around {
  readonly quotes: readonly string[];
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  /** What the sentence has named so far that the rest stands in. */
  readonly names: readonly ProvisionName[];
  readonly depth: number;
}

const DEEPEST = 6;

function actions(text: string, around: Around): readonly Command[] | undefined {
  if (around.depth > DEEPEST) return undefined;
  const own = text
    .replace(/^\((?:\d{1,2}|[a-z]{1,4})\) (?=by |in |for |omit|after|before|strik|insert|at the |delet|replac)/i, '')
    .replace(/^by (?=\w+ing )/i, '');
  if (own !== text) return actions(own, { ...around, depth: around.depth + 1 });
  return single(text, around) ?? inside(text, around) ?? several(text, around);
}

/** `In section 5, …`, `Section 5 is amended by …`: a provision, and what is done in it. */
function inside(text: string, around: Around): readonly Command[] | undefined {
  for (const pattern of INSIDE) {
    for (const match of text.matchAll(pattern)) {
      const rest = text.slice((match.index as number) + match[0].length);
      const front = text.slice(0, match.index).replace(/^(?:in|at|within|to) /i, '');
      if (rest === '' || (!/^(?:in|at|within|to) /i.test(text) && !/amended|[:—–-]/.test(match[0]))) continue;
      const names = parseNames(front, around.quotes);
      if (names === undefined || names.length === 0) continue;
      const found = actions(rest.trim(), { ...around, names: join(around.names, names), depth: around.depth + 1 });
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

const INSIDE: readonly RegExp[] = [
  /,? (?:is|are|shall be|be) (?:hereby )?(?:further )?amended(?:,? as follows)?(?: by|:|—|,)? ?(?:by )?/gi,
  /(?:,|—|–|:| -)+ ?/g,
  / (?=(?:for|omit|delete|insert|add|after|before|replace|strike|remove|at the|the (?:word|following|definition)|renumber|substitute|leave|change|amend|paragraph|point|the)\b|\ue000)/gi,
];

function join(outer: readonly ProvisionName[], inner: readonly ProvisionName[]): readonly ProvisionName[] {
  if (outer.length === 0) return inner;
  if (inner.every((name) => outer.every((around) => standsBeside(name, around)))) return inner;
  return outer.flatMap(({ steps }) => inner.map((name) => ({ ...name, steps: [...steps, ...name.steps] })));
}

/** Whether a name is a number of the same kind as the one around it, so that it can't stand in it: `Section 2.3` in `Section 2.1`. */
function standsBeside({ steps: [own] }: ProvisionName, { steps: [other] }: ProvisionName): boolean {
  if (own?.kind !== 'provision' || other?.kind !== 'provision' || own.label.startsWith('(')) return false;
  const stem = (label: string): string => label.replace(/\(.*$/, '');
  const [a, b] = [stem(own.label), stem(other.label)];
  return a.includes('.') && shapeOf(a) === shapeOf(b);
}

/** Two or more actions in one sentence, in the same provision. */
function several(text: string, around: Around): readonly Command[] | undefined {
  for (const match of text.matchAll(/; and |, and |; |, then | and then | and |, /g)) {
    const front = single(text.slice(0, match.index), around);
    if (
      front === undefined ||
      front.some(
        ({ content, quoted, form }) => form === 'open' || (content && quoted === undefined && form !== 'delete'),
      )
    )
      continue;
    const back = actions(text.slice((match.index as number) + match[0].length).trim(), {
      ...around,
      depth: around.depth + 1,
    });
    if (back !== undefined && !back.some(({ form }) => form === 'open')) return [...front, ...back];
  }
  return undefined;
}

/** A sentence that has one form. */
function single(text: string, around: Around): readonly Command[] | undefined {
  const cascade = CASCADE.exec(text);
  const own = cascade === null ? text : text.slice(0, cascade.index);
  for (const row of COMPILED) {
    const found = matchRow(own, row, around);
    if (found === undefined) continue;
    return cascade === null ? found : found.map((command) => ({ ...command, cascade: true }));
  }
  return undefined;
}

/** `and renumber the subsequent Sections accordingly`. */
const CASCADE =
  /,? \(?(?:and )?(?:(?:renumber|renumbering|re-number|redesignate) (?:all )?(?:the )?(?:subsequent|following|remaining|later|succeeding) (?:ones|sections|clauses|paragraphs|articles|provisions|limbs|points|rules|sub-?paragraphs|subsections)|(?:the )?(?:subsequent|following|remaining|later|succeeding) (?:ones|sections|clauses|paragraphs|articles|provisions|limbs|points|rules|sub-?paragraphs|subsections)(?: (?:are|shall be|to be) (?:renumbered|redesignated))?) accordingly\)?$/i;

function matchRow(text: string, row: CompiledForm, around: Around): readonly Command[] | undefined {
  const plain = row.regex.exec(text);
  const direct = plain === null ? undefined : commandOf(plain.groups ?? {}, row, around);
  if (direct !== undefined || row.form !== 'words') return direct;
  // `delete "X" in Section 5.3`: the provision stands behind.
  for (const match of text.matchAll(/,? (?:in|of|from|within|under|to) (?:the )?/gi)) {
    const names = parseNames(text.slice((match.index as number) + match[0].length), around.quotes);
    const front = names === undefined ? null : row.regex.exec(text.slice(0, match.index));
    if (names === undefined || front === null) continue;
    return commandOf(front.groups ?? {}, row, { ...around, names: join(around.names, names) });
  }
  return undefined;
}

type Groups = Readonly<Record<string, string | undefined>>;

function commandOf(groups: Groups, row: CompiledForm, around: Around): readonly Command[] | undefined {
  const own = groups.T === undefined ? undefined : parseNames(groups.T, around.quotes);
  if (groups.T !== undefined && (own === undefined || own.length === 0)) return undefined;
  const thing = groups.thing === undefined ? undefined : parseThing(groups.thing, around.quotes);
  if (groups.thing !== undefined && thing === undefined) return undefined;
  const names = own === undefined ? around.names : join(around.names, own);
  const span = groups.text === undefined ? undefined : around.spans[Number(groups.text.slice(1, -1))];
  const base = {
    form: row.form,
    names,
    content: row.content,
    row,
    ...(thing === undefined ? {} : { thing }),
    ...(span === undefined ? {} : { span }),
  };
  if (row.form === 'words') return wordCommands(groups, base, around);
  const labels = groups.new === undefined ? undefined : labelsOf(groups.new, around.quotes);
  if (groups.new !== undefined && labels === undefined) return undefined;
  const quoted = groups.text === undefined ? undefined : quoteOf(groups.text, around.quotes);
  return [{ ...base, ...(labels === undefined ? {} : { labels }), ...(quoted === undefined ? {} : { quoted }) }];
}

/** New numbers: `Section 5.6`, `5.4 to 5.6`, `(c) and (d)`; a range keeps its two ends. */
function labelsOf(text: string, quotes: readonly string[]): readonly string[] | undefined {
  const names = parseNames(text, quotes) ?? parseNames(`section ${text}`, quotes);
  const labels = names?.map(({ steps }) => {
    const last = steps.at(-1);
    if (last?.kind === 'provision')
      return /^(?:annex|appendix|schedule|part|chapter)$/.test(last.word)
        ? `${last.word.charAt(0).toUpperCase()}${last.word.slice(1)} ${last.label}`
        : last.label;
    if (last?.kind === 'table') return last.label;
    return last?.kind === 'range' ? `${last.from} to ${last.to}` : undefined;
  });
  return labels === undefined || labels.some((label) => label === undefined) ? undefined : (labels as string[]);
}

function wordCommands(groups: Groups, base: Omit<Command, 'words'>, around: Around): readonly Command[] | undefined {
  const { row } = base;
  const kind = row.edit as WordEdit['kind'];
  const quote = (token: string): string => quoteOf(token, around.quotes);
  const finds = groups.finds?.match(/\ue000\d+\ue001/g) ?? (groups.find === undefined ? [undefined] : [groups.find]);
  const text = groups.text === undefined ? undefined : quote(groups.text);
  if (text !== undefined && (kind === 'end' || kind === 'start') && opensProvision(text)) return undefined;
  const which = row.which ?? whichOf(groups);
  if (which === undefined) return undefined;
  const to =
    groups.to === undefined ? (row.span === undefined ? undefined : ({ end: true } as const)) : quote(groups.to);
  return finds.map((find) => ({
    ...base,
    words: {
      kind,
      which,
      ...(find === undefined ? {} : { find: quote(find) }),
      ...(text === undefined ? {} : { text }),
      ...(to === undefined ? {} : { to }),
      ...(row.span === 'behind' ? { behind: true as const } : {}),
    },
  }));
}

/** Whether quoted text begins with a number: then it is a provision, not words. */
export function opensProvision(text: string): boolean {
  return /^(?:\d+[A-Z]{0,2}(?:\.\d+[A-Z]{0,2})+\.?|\d+[A-Z]{0,2}\.?(?:—|\s+[A-Z])|\((?:[a-z]{1,3}|\d{1,3}[A-Z]{0,2}|[A-Z]{1,2}|[ivxlc]+)\))\s*\S/.test(
    text,
  );
}

/** Which places a form means; `undefined` where it says two things at once. */
function whichOf({ each, ord, which, end }: Groups): Which | undefined {
  const said = [which, end].filter((each) => each !== undefined) as string[];
  const all = [
    ...said.map(whichSaid),
    ...(each === undefined ? [] : ['all' as const]),
    ...(ord === undefined ? [] : [ordinalOf(ord)]),
  ];
  return all.length > 1 ? undefined : all.length === 0 ? 'only' : all[0];
}

function whichSaid(text: string): Which | undefined {
  const plain = text.toLowerCase();
  if (plain === 'at the end') return -1;
  if (plain === 'at the beginning') return 1;
  const ordinal =
    /\b(first|firstly|second|secondly|third|thirdly|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|lastly|final)\b/.exec(
      plain,
    )?.[1];
  return ordinal === undefined ? 'all' : ordinalOf(ordinal);
}
