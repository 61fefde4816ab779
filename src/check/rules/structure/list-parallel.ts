/** A list whose pieces begin with verbs in -ing, but for one or two. */
import { type ListPiece, partsOf } from '../../facts/lists.ts';
import type { Rule } from '../../rule.ts';

const GERUND = /^\p{L}{2,}ing$/u;

export const listParallel: Rule = {
  id: 'list-parallel',
  group: 'structure',
  severity: 'note',
  english: true,
  says: 'A list whose pieces begin with a verb in -ing, but for one or two of them.',
  why: 'The pieces of one list go on from one lead-in, and so in one form.',
  good: 'It covers:\n\n- defining the tests;\n- planning the tests;\n- running them; and\n- reporting.',
  bad: 'It covers:\n\n- entry to the tests;\n- planning the tests;\n- running them;\n- reporting; and\n- closing them.',
  check: (subject, report) => {
    for (const list of partsOf(subject)) {
      const others = list.filter(({ text }) => !GERUND.test(firstWord(text)));
      const many = list.length - others.length;
      if (others.length === 0 || others.length > 2 || many < 4) continue;
      for (const piece of others) {
        const word = firstWord(piece.text);
        const reason = `a piece of a list begins in another form than the ${many} others, which begin with a verb in -ing`;
        report({ reason, at: piece.at, start: offset(piece), end: offset(piece) + word.length, actual: word });
      }
    }
  },
};

function firstWord(text: string): string {
  return /[\p{L}\p{N}'’-]+/u.exec(text)?.[0] ?? '';
}

function offset({ text }: ListPiece): number {
  return Math.max(0, text.search(/[\p{L}\p{N}]/u));
}
