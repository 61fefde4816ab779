/** The questions of a consultation where they are asked. */
import { once, type Passage, type Subject } from '../subject.ts';

export interface Question {
  readonly at: Passage;
  readonly start: number;
  readonly end: number;
  readonly prefix: string;
  readonly number: number;
}

const NUMBER = /^\s*((?:\p{Lu}{2,6}\s+)?(?:Q|Question\s))(\d{1,3})\b[.:]?/u;

/** The questions where they are asked, in reading order. */
export const questions = once((subject: Subject): readonly Question[] =>
  subject.passages.flatMap((at): Question[] => {
    if (at.kind === 'note' || (at.style !== 'question' && at.kind !== 'heading')) return [];
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
