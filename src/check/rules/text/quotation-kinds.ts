/** Single and double quotation marks for the same purpose: `'successful'` here, `"successful"` there. */
import type { Use } from '../../facts/words.ts';
import type { Rule } from '../../rule.ts';
import { matches, once, type Subject } from '../../subject.ts';

const QUOTED =
  /(?<![\p{L}\p{N}])(?:"([^"“”\n]{1,80})"|“([^"“”\n]{1,80})”|'([^'‘’"“”\n]{1,80})'|‘([^‘’"“”\n]{1,80})’)(?![\p{L}\p{N}])/gu;

interface Quoted extends Use {
  readonly words: string;
  readonly kind: 'double' | 'single';
}

/** Quotations that stand in no other. */
const quotations = once((subject: Subject): readonly Quoted[] =>
  matches(subject, QUOTED).map(([at, match]) => {
    const [text, straight, curly, single, smart] = match;
    const words = straight ?? curly ?? single ?? smart ?? '';
    const kind = straight !== undefined || curly !== undefined ? 'double' : 'single';
    return { at, start: match.index, end: match.index + text.length, words, kind };
  }),
);

export const quotationKinds: Rule = {
  id: 'quotation-kinds',
  group: 'text',
  severity: 'note',
  english: true,
  says: 'Double quotation marks where the rest of the document has single ones, or the reverse.',
  why: 'The same purpose has other marks elsewhere.',
  good: "A test is 'passed' or 'failed'. A 'passed' test ends.",
  bad: "A test is 'passed' or 'failed'. A \"passed\" test ends. A 'failed' one is run again.",
  check: (subject, report) => {
    const all = quotations(subject);
    const single = all.filter(({ kind }) => kind === 'single');
    const double = all.filter(({ kind }) => kind === 'double');
    const [few, many] = single.length < double.length ? [single, double] : [double, single];
    if (few.length === 0) return;
    const rare = few.length <= 5 && few.length * 3 <= many.length;
    const others = new Set(many.map(({ words }) => words.toLowerCase()));
    for (const { words, kind, ...use } of few) {
      const same = others.has(words.toLowerCase());
      if (!rare && !same) continue;
      const other = kind === 'single' ? 'double' : 'single';
      const reason = same
        ? `the same words stand in ${other} quotation marks elsewhere`
        : `${kind} quotation marks stand here, and ${other} ones elsewhere`;
      report({ reason, ...use, actual: use.at.text.slice(use.start, use.end) });
    }
  },
};
