/** A condition of success that is said the wrong way round: "successful where … exceed" against "successful where … within". */
import { type Direction, directionsIn } from '../../facts/limits.ts';
import type { Rule } from '../../rule.ts';
import type { Passage, Subject } from '../../subject.ts';

interface Said extends Direction {
  readonly at: Passage;
  readonly well: boolean;
}

/** What each sentence says of the outcome on either side of a limit. */
function saidIn(at: Passage): Said[] {
  return directionsIn(at.text).flatMap((direction) => {
    const { well, conditional } = direction;
    return well === undefined || !conditional ? [] : [{ ...direction, at, well }];
  });
}

export const polarity: Rule = {
  id: 'polarity',
  group: 'packs',
  severity: 'warning',
  english: true,
  says: 'A condition of success that says "exceed" where the document says "within" elsewhere, or the reverse.',
  why: 'The same outcome is said to follow from the contrary elsewhere.',
  good: 'Testing is successful where issues are within the threshold. It is unsuccessful where issues exceed the threshold.',
  bad: 'Testing is successful where issues are within the threshold. It is successful where issues exceed the threshold.',
  check: (subject: Subject, report) => {
    const stated = subject.passages.flatMap(saidIn);
    for (const one of stated) {
      if (one.well !== one.over) continue;
      const against = stated.find(
        (other) => other.limit === one.limit && other.well === one.well && other.over !== one.over,
      );
      const mirrored = stated.find(
        (other) => other.limit === one.limit && other.well !== one.well && other.over === one.over,
      );
      const evidence = against ?? mirrored;
      if (evidence === undefined || evidence === one) continue;
      const { at, start, end } = one;
      const expected = one.well ? 'do not exceed, or are within' : 'exceed';
      const reason = `what counts as ${one.well ? 'success' : 'failure'} is said the other way round elsewhere`;
      const note = evidence.at.cite === '' ? {} : { note: `see ${evidence.at.cite}` };
      report({ reason, at, start, end, actual: at.text.slice(Math.max(0, start - 30), end + 30), expected, ...note });
    }
  },
};
