/** Attachments that are listed and never cited, and those that are cited and not listed. */
import { typedReferences } from '../facts/references.ts';
import type { Rule } from '../rule.ts';
import { once, type Passage, type Subject } from '../subject.ts';

const LISTED = /^\s*(Attachment|Annex|Appendix)\s+(\d+|[A-Z])\s*(?:[:–.-]|\s-)\s*(\S.*)$/;

interface Listed {
  readonly at: Passage;
  readonly word: string;
  readonly number: string;
  readonly title: string;
}

/** The list of attachments: two paragraphs at least that open with the word and a number. */
const listed = once((subject: Subject): readonly Listed[] => {
  const found = subject.passages.flatMap((at): Listed[] => {
    const match = at.kind === 'text' ? LISTED.exec(at.text) : null;
    return match === null ? [] : [{ at, word: match[1] ?? '', number: match[2] ?? '', title: match[3] ?? '' }];
  });
  return found.length < 2 ? [] : found;
});

export const uncitedAttachment: Rule = {
  id: 'uncited-attachment',
  group: 'references',
  severity: 'warning',
  says: 'An attachment that is listed, but that the text never cites.',
  good: 'Respond on the form in Attachment 1; the draft is Attachment 2.\n\n- Attachment 1: Form\n- Attachment 2: Draft',
  bad: 'Respond on the form in Attachment 1.\n\n- Attachment 1: Form\n- Attachment 2: Draft',
  check: (subject, tell) => {
    const list = listed(subject);
    const places = new Set(list.map(({ at }) => at));
    const cited = new Set(
      typedReferences(subject)
        .filter(({ at }) => !places.has(at) && at.kind !== 'heading')
        .map(({ word, number }) => `${word} ${number}`),
    );
    const missing = list.filter(
      ({ word, number }) => !cited.has(`${word} ${number}`) && !inRange(subject, word, number),
    );
    for (const { at, word, number } of missing) {
      const reason = `${word} ${number} is listed, but the text does not cite it`;
      // Where the text cites some of them, the others may be there to be read on their own.
      const severity = cited.size > 0 ? 'note' : 'warning';
      tell({ reason, at, start: 0, end: at.text.length, actual: at.text, severity });
    }
  },
};

/** `Attachments 2 to 5` cites all four. */
function inRange(subject: Subject, word: string, number: string): boolean {
  const range = new RegExp(`\\b${word}s\\s+(\\d+)(?:\\s*(?:to|–|-)\\s*(\\d+)|(?:,\\s*\\d+)*\\s*and\\s+(\\d+))`, 'gi');
  return subject.passages.some((at) =>
    [...at.text.matchAll(range)].some((match) => {
      const last = Number(match[2] ?? match[3]);
      return Number(number) >= Number(match[1]) && Number(number) <= last;
    }),
  );
}

export const unlistedAttachment: Rule = {
  id: 'unlisted-attachment',
  group: 'references',
  severity: 'warning',
  says: 'An attachment that the text cites, but that is not in its list of attachments.',
  good: 'Respond on the form in Attachment 2.\n\n- Attachment 1: Draft\n- Attachment 2: Form',
  bad: 'Respond on the form in Attachment 3.\n\n- Attachment 1: Draft\n- Attachment 2: Form',
  check: (subject, tell) => {
    const list = listed(subject);
    if (list.length === 0) return;
    const words = new Set(list.map(({ word }) => word));
    const known = new Set(list.map(({ word, number }) => `${word} ${number}`));
    for (const { at, start, end, word, number, qualified } of typedReferences(subject)) {
      if (!words.has(word) || known.has(`${word} ${number}`) || qualified !== undefined) continue;
      tell({ reason: `${word} ${number} is cited, but not listed`, at, start, end, actual: `${word} ${number}` });
    }
  },
};
