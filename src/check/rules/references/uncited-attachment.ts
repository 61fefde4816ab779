/** Attachments that are listed and never cited. */
import { listedAttachments } from '../../facts/attachments.ts';
import { typedReferences } from '../../facts/references.ts';
import type { Rule } from '../../rule.ts';
import { matches, type Subject } from '../../subject.ts';

export const uncitedAttachment: Rule = {
  id: 'uncited-attachment',
  group: 'references',
  severity: 'warning',
  says: 'An attachment that is listed, but that the text never cites.',
  why: 'A reader is not told what the attachment is for.',
  good: 'Respond on the form in Attachment 1; the draft is Attachment 2.\n\n- Attachment 1: Form\n- Attachment 2: Draft',
  bad: 'Respond on the form in Attachment 1.\n\n- Attachment 1: Form\n- Attachment 2: Draft',
  check: (subject, report) => {
    const list = listedAttachments(subject);
    const places = new Set(list.map(({ at }) => at));
    const cited = new Set(
      typedReferences(subject)
        .filter(({ at }) => !places.has(at) && at.kind !== 'heading')
        .map(({ word, number }) => `${word} ${number}`),
    );
    const ranges = rangesIn(subject);
    const words = new Set([...cited].map((one) => one.split(' ')[0]));
    for (const { at, word, number } of list) {
      if (cited.has(`${word} ${number}`) || ranges.some((range) => isIn(range, word, number))) continue;
      const reason = `${word} ${number} is listed, but the text does not cite it`;
      // Where the text cites some of them, the others may be there to be read on their own.
      const severity = words.has(word) ? 'note' : 'warning';
      report({ reason, at, start: 0, end: at.text.length, actual: at.text, severity });
    }
  },
};

/** What `Attachments 2 to 5` cites: all four. */
interface Range {
  readonly words: string;
  readonly first: number;
  readonly last: number;
}

const RANGE =
  /\b(Attachments|Annexe?s|Appendixes|Appendices)\s+(\d+)(?:\s*(?:to|–|-)\s*(\d+)|(?:,\s*\d+)*\s*and\s+(\d+))/gi;

function rangesIn(subject: Subject): Range[] {
  const all = matches(subject, RANGE).map(([, [, words = '', first, to, and]]) => ({
    words: words.toLowerCase(),
    first: Number(first),
    last: Number(to ?? and),
  }));
  return [...new Map(all.map((range) => [Object.values(range).join(' '), range])).values()];
}

function isIn({ words, first, last }: Range, word: string, number: string): boolean {
  return words.startsWith(word.toLowerCase().slice(0, STEM)) && Number(number) >= first && Number(number) <= last;
}

/** So many letters the singular and the plural of each of the words have in common. */
const STEM = 5;
