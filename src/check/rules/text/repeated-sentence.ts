/** A sentence with a date or a time that stands twice, so that one of the two may be forgotten when it changes. */
import { statedDates } from '../../facts/dates.ts';
import { sentencesOf, type Use } from '../../facts/words.ts';
import { pushTo } from '../../group.ts';
import type { Rule } from '../../rule.ts';

export const repeatedSentence: Rule = {
  id: 'repeated-sentence',
  group: 'text',
  severity: 'note',
  says: 'A sentence with a date that stands word for word twice.',
  why: 'When the date changes, one of the two is forgotten.',
  good: 'The call for comments on this plan closes on 2 May 2023. It then ends.',
  bad: 'The call for comments on this plan closes on 2 May 2023.\n\nThe call for comments on this plan closes on 2 May 2023.',
  check: (subject, report) => {
    const seen = new Map<string, Use[]>();
    const reported = new Set<string>();
    for (const { at, start: from } of statedDates(subject)) {
      if (at.kind !== 'text') continue;
      const sentence = sentencesOf(at.text).find(({ start, end }) => start <= from && from < end);
      if (sentence === undefined) continue;
      const text = at.text.slice(sentence.start, sentence.end).trim();
      const key = `${at.index} ${sentence.start}`;
      if (text.split(/\s+/).length < 8 || reported.has(key)) continue;
      reported.add(key);
      pushTo(seen, text, { at, start: sentence.start, end: sentence.end });
    }
    for (const [text, [first, ...again]] of seen) {
      for (const use of again) {
        const note = `first in ${first?.at.cite || 'an earlier paragraph'}`;
        report({ reason: 'a sentence with a date stands twice', ...use, actual: text.slice(0, 120), note });
      }
    }
  },
};
