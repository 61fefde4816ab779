/** Verbs, nouns and participles that do not agree; each pattern is one that has no other reading. */
import type { ReportFound, Rule } from '../../rule.ts';
import { matches, type Subject } from '../../subject.ts';

interface Pattern {
  readonly find: RegExp;
  readonly reason: string;
  readonly expected: (match: RegExpExecArray) => string;
  /** Whether a match is one indeed. */
  readonly holds?: (match: RegExpExecArray, before: string) => boolean;
  /** Set where the form is a matter of style, or may be meant. */
  readonly note?: true;
}

const NO_PREPOSITION = /\b(?:of|in|to|from|with|by|for|on|at|about|like|than|behind|all|and|or|as)\s+$/i;
/** Words in -s that are no plural, or whose plural is looked on as one thing. */
const SINGULAR_S =
  /(?:ss|us|is|ics|'s|’s)$|^(?:news|series|means|premises|kwargs|terms|proceeds|always|perhaps|this|thus|has|was|as|its|his|yes|goods|works|does|us)$/i;
const PLURAL_S = /\p{Ll}{2}s$/u;

const PATTERNS: readonly Pattern[] = [
  {
    find: /(?:^|[.!?;]\s+)(?:The|These|All|Both|Such|Our|Its|Their|Those) ((?:\p{Ll}+ )?)(\p{Ll}{3,}s) (is|was|has) (?!to be\b.*\bis\b)/gu,
    reason: 'a verb in the singular follows a subject in the plural',
    expected: (match) => `${match[2]} ${{ is: 'are', was: 'were', has: 'have' }[match[3] ?? ''] ?? ''}`,
    holds: (match) =>
      isPluralNoun(match[2] ?? '') &&
      !/^(?:list|set|number|series|group|sum|total|one|each|costs? of|purpose) $/.test(match[1] ?? '') &&
      !/(?:ing|s|ed|es|that|which|who|it|he|of|and|or|as|for) $/.test(match[1] ?? ''),
  },
  {
    find: /(?:^|[.!?;]\s+)(?:The|Each|Every|This|That|An?) (?:\p{Ll}+(?:al|ed|ive|ary|ous|ent|ant|able) )?(proposal|report|notice|agreement|document|amendment|provision|requirement|decision|consultation|response|meeting|period|fee|charge|contract|clause|section|schedule|test|change|request|plan|payment|invoice|system|application|question|answer|date|definition|obligation|party|person|supplier|customer) (are|were|have)\b(?! to\b)/gu,
    reason: 'a verb in the plural follows a subject in the singular',
    expected: (match) => `${match[1]} ${{ are: 'is', were: 'was', have: 'has' }[match[2] ?? ''] ?? ''}`,
  },
  {
    find: /\b([Tt]his) (are|were|have)\b(?! to\b)/g,
    reason: 'a verb in the plural follows "this"',
    expected: (match) => `this ${{ are: 'is', were: 'was', have: 'has' }[match[2] ?? ''] ?? ''} or these ${match[2]}`,
    holds: (_, before) => !NO_PREPOSITION.test(before) && !/\b(?:if|that|whether)\s+$/i.test(before),
  },
  {
    find: /\b([Tt]hese) (is|was|has)\b/g,
    reason: 'a verb in the singular follows "these"',
    expected: (match) => `these ${{ is: 'are', was: 'were', has: 'have' }[match[2] ?? ''] ?? ''}`,
    holds: (_, before) => !NO_PREPOSITION.test(before),
  },
  {
    find: /\bto be an? (\p{Ll}+ed) (to|by|from|with|in|for)\b/gu,
    reason: 'an article stands before a participle',
    expected: (match) => `to be ${match[1]} ${match[2]}`,
    holds: (match) => !/^(?:need|seed|deed|breed|speed|feed)$/.test(match[1] ?? ''),
  },
  {
    find: /\b(clauses|sections|paragraphs|schedules|tables|annexes|documents|contracts) (references|numbers|headings|titles|definitions)\b(?! of\b)/gi,
    reason: 'a noun before another noun stands in the singular',
    expected: (match) => `${(match[1] ?? '').replace(/(?<=x)es$|s$/i, '')} ${match[2]}`,
  },
  {
    find: /(?:^|[.!?]\s+)The((?: \p{Ll}+){0,2}) (\p{Ll}+s) (?:on|for|of|in|to|under|about|regarding|concerning)((?: (?:the|a|an|this|that|each|its))?(?: [\p{L}-]+){1,3}) (has|was|is)\b/gu,
    reason: 'a verb in the singular follows a subject in the plural',
    expected: (match) => `… ${{ has: 'have', was: 'were', is: 'are' }[match[4] ?? ''] ?? ''}`,
    holds: (match) => isPluralSubject(match),
  },
  {
    find: /\b(?:[Tt]he|[Ee]ach|[Aa]n?) ((?:\p{Lu}[\p{L}\d]+ )*\p{Lu}[\p{L}\d]*[^s\s\p{P}]) (will|shall|must|may|is to) be (?:considered |deemed )?((?:\p{Lu}\p{Ll}+ )*\p{Lu}\p{Ll}+[^s\s\p{P}]s)(?= (?:of|for|in|under|from|who|that)\b|[.,;])/gu,
    reason: 'a subject in the singular is said to be several things',
    expected: (match) => `the singular of "${match[3]}", or the plural of "${match[1]}"`,
  },
  {
    find: /\b(Clause|Section|Paragraph|Article|Table|Annex|Schedule|Question|Footnote) (\d[\d.]*(?:\([a-z\d]+\))*) and (\d[\d.]*(?:\([a-z\d]+\))*)(?![\p{L}\d]| (?:days?|weeks?|months?|years?)\b)/gu,
    reason: 'two numbers follow a word in the singular',
    expected: (match) => `${plural(match[1] ?? '')} ${match[2]} and ${match[3]}`,
    note: true,
  },
  {
    find: /\b(\p{Lu}\p{Ll}+ (?:Request|Report|Form|Device|Notice|Test|Product|Rule)) for [^–—;.]{3,60} [–—-] \d+(?:\.\d+)+ and \d/gu,
    reason: 'two numbers follow a name in the singular',
    expected: (match) => `${match[1]}s`,
    note: true,
  },
  {
    find: /\b(?:If|Where|When|Unless|Should) (?:the )?\p{Lu}[\p{L}]*[^s\P{L}] or (?:the )?\p{Lu}[\p{L}]*[^s\P{L}] (receive|require|consider|decide|request|wish|have|do|need|fail|refuse|agree)\b/gu,
    reason: 'a verb in the plural follows two names in the singular that "or" joins',
    expected: (match) => ({ have: 'has', do: 'does', wish: 'wishes' })[match[1] ?? ''] ?? `${match[1]}s`,
    note: true,
  },
];

/** A plural in -s, and no word that only ends so. */
function isPluralNoun(word: string): boolean {
  return (
    PLURAL_S.test(word) &&
    !SINGULAR_S.test(word) &&
    !/^(?:following|others?|means|details|particulars|minutes|costs|savings|damages|customs|arms|headquarters|whereabouts|analysis|basis|thesis|crisis|emphasis|process|access|business|address|class|witness|loss|press|atlas|canvas|bias|gas|lens|bus|virus|status|census|focus|bonus|corpus|apparatus|chassis|species|united|sometimes|afterwards|towards|besides|years|days|months|weeks|hours|pounds|dollars|euros|percents)$/i.test(
      word,
    )
  );
}

function plural(word: string): string {
  return word === 'Annex' ? 'Annexes' : `${word}s`;
}

/** No relative clause, and nothing between the noun and the verb that the verb may belong to instead. */
function isPluralSubject(match: RegExpExecArray): boolean {
  const [, before = '', noun = '', behind = ''] = match;
  if (SINGULAR_S.test(noun) || !PLURAL_S.test(noun)) return false;
  if (
    /\b(?:which|that|who|where|when|and|or|as|if|it|there|one|what|whom|not|only|number|total|whole)\b/.test(
      `${before} ${behind}`,
    )
  )
    return false;
  const last = behind.split(' ').at(-1) ?? '';
  return !/(?:ing|ed)$/.test(before.trim().split(' ').at(-1) ?? '') || !/s$/.test(last);
}

export const agreement: Rule = {
  id: 'agreement',
  group: 'text',
  severity: 'warning',
  english: true,
  says: 'A verb, noun or participle that does not agree with what it belongs to.',
  why: 'The verb or the noun was left as it was when the words around it changed.',
  good: 'The objections to the new tariff have been heard. It was found that these are sound.',
  bad: 'The objections to the new tariff has been heard.',
  check: (subject, report) => {
    for (const pattern of PATTERNS) reportPattern(pattern, subject, report);
  },
};

function reportPattern({ find, reason, expected, holds, note }: Pattern, subject: Subject, report: ReportFound): void {
  for (const [at, match] of matches(subject, find)) {
    const before = at.text.slice(Math.max(0, match.index - 20), match.index);
    if (holds?.(match, before) === false) continue;
    const text = match[0].replace(/^[.!?]\s+/, '');
    const end = match.index + match[0].length;
    const found = { reason, at, start: end - text.length, end, actual: text, expected: expected(match) };
    report(note === true ? { ...found, severity: 'note' } : found);
  }
}
