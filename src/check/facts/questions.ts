/** The questions of a consultation: where they are asked, and in which words. */
import type { Clause } from '../../model/document.ts';
import { once, type Passage, type Subject } from '../subject.ts';

export interface Question {
  readonly at: Passage;
  readonly start: number;
  readonly end: number;
  readonly prefix: string;
  readonly number: number;
}

const NUMBER = /^\s*((?:\p{Lu}{2,6}\s+)?(?:Q\s?|Question\s+))(\d{1,3})\b[.:]?/u;

/** A paragraph that opens with a number and asks (`Q1 Do you agree?`, `Question 1: …`), or that is the number alone in bold. */
function isTyped(at: Passage): boolean {
  const { kind, text } = at;
  if (kind !== 'text' && kind !== 'cell') return false;
  if (/^\s*(?:\p{Lu}{2,6}\s+)?(?:Q\s?\d{1,2}[.:]?\s+\p{Lu}|Question\s+\d{1,2}\s?[.:–—-]\s*\S)/u.test(text))
    return text.includes('?') || /^\s*Question/.test(text);
  return /^\s*(?:Q|Question\s)\d{1,2}[.:]?\s*$/.test(text) && isBold(at);
}

function isBold({ pieces }: Passage): boolean {
  return pieces.every(
    ({ inline, text }) => text.trim() === '' || (inline.type === 'text' && inline.marks?.bold === true),
  );
}

/** The questions where they are asked, in reading order. */
export const questions = once((subject: Subject): readonly Question[] =>
  subject.passages.flatMap((at): Question[] => {
    if (at.kind === 'note' || (at.style !== 'question' && at.kind !== 'heading' && !isTyped(at))) return [];
    const label = at.node.type === 'clause' ? (at.node.label ?? '') : '';
    const match = NUMBER.exec(`${label} ${at.text}`);
    if (match === null) return [];
    return [
      {
        at,
        start: 0,
        end: Math.max(0, match[0].length - label.length - 1),
        prefix: match[1] ?? '',
        number: Number(match[2]),
      },
    ];
  }),
);

/** A question with its words. */
export interface AskedQuestion {
  readonly at: Passage;
  /** As printed, with one space: `FTC Q1`. */
  readonly number: string;
  /** White space and quotation marks are made even; what stands in brackets behind the number is left out. */
  readonly text: string;
  /** What stands in those brackets. */
  readonly aside: string;
  /** The provision that it stands in. */
  readonly section?: Clause;
}

/** The questions in reading order, each with the paragraphs that ask it. */
export const askedQuestions = once((subject: Subject): readonly AskedQuestion[] =>
  questions(subject).map(({ at, end, prefix, number }): AskedQuestion => {
    const [own = '', aside = ''] = partAside(at.text.slice(end));
    const text = [own, ...behind(subject, at).map(({ text: more }) => more)].join(' ');
    const section = at.ancestors.findLast((node) => node.type === 'clause' && node.heading !== undefined);
    return {
      at,
      number: `${prefix}${number}`.replace(/\s+/g, ' '),
      text: even(text),
      aside,
      ...(section?.type === 'clause' ? { section } : {}),
    };
  }),
);

function partAside(text: string): [string, string] {
  const match = /^\s*\(([^()]*)\)/.exec(text);
  return match === null ? [text, ''] : [text.slice(match[0].length), match[1] ?? ''];
}

/** The paragraphs behind the one with the number that ask the same question: of its panel, or below its heading. */
function behind(subject: Subject, first: Passage): Passage[] {
  const found: Passage[] = [];
  for (let i = first.index + 1; i < subject.passages.length; i++) {
    const at = subject.passages[i] as Passage;
    const belongs = first.kind === 'heading' ? at.ancestors.includes(first.node) : at.style === 'question';
    if (!belongs || at.kind === 'heading' || at.style === 'answer' || NUMBER.test(at.text)) break;
    found.push(at);
  }
  return found;
}

function even(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();
}
