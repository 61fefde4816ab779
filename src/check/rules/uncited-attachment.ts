/** Attachments that are listed and never cited. */
import { listedAttachments } from '../facts/attachments.ts';
import { typedReferences } from '../facts/references.ts';
import type { Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

export const uncitedAttachment: Rule = {
  id: 'uncited-attachment',
  group: 'references',
  severity: 'warning',
  says: 'An attachment that is listed, but that the text never cites.',
  good: 'Respond on the form in Attachment 1; the draft is Attachment 2.\n\n- Attachment 1: Form\n- Attachment 2: Draft',
  bad: 'Respond on the form in Attachment 1.\n\n- Attachment 1: Form\n- Attachment 2: Draft',
  check: (subject, tell) => {
    const list = listedAttachments(subject);
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
      const severity = [...cited].some((other) => other.startsWith(`${word} `)) ? 'note' : 'warning';
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
