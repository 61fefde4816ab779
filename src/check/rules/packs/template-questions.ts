/** The questions of a consultation against those of its response template. */
import { PACK_TEXT, QUESTIONS } from '../../examples.ts';
import { type AskedQuestion, askedQuestions } from '../../facts/questions.ts';
import { textOf } from '../../pack.ts';
import type { PackRule, ReportFound } from '../../rule.ts';

const SIDES = { before: PACK_TEXT, after: PACK_TEXT };

export const templateQuestions: PackRule = {
  id: 'template-questions',
  group: 'packs',
  severity: 'error',
  says: 'A question of the consultation that its response template lacks, words otherwise or asks in another order, or the reverse.',
  why: 'Answers are collated by the numbers and words of the questions.',
  good: { ...SIDES, texts: { consultation: QUESTIONS, 'response-template': QUESTIONS } },
  bad: {
    ...SIDES,
    texts: { consultation: QUESTIONS, 'response-template': QUESTIONS.replace('How?', 'By what means?') },
  },
  checkPack: (pack, report) => {
    const [consultation, template] = [textOf(pack, 'consultation'), textOf(pack, 'response-template')];
    if (consultation === undefined || template === undefined) return;
    const [asked, answered] = [askedQuestions(consultation.subject), askedQuestions(template.subject)];
    if (asked.length === 0) return;
    reportMissing(asked, answered, 'the response template lacks a question of the consultation', report);
    reportMissing(answered, asked, 'the response template has a question that the consultation does not ask', report);
    reportWording(asked, answered, report);
    reportOrder(asked, answered, report);
  },
};

function reportMissing(
  of: readonly AskedQuestion[],
  from: readonly AskedQuestion[],
  reason: string,
  report: ReportFound,
): void {
  const there = new Set(from.map(({ number }) => number));
  for (const { number, at } of of) if (!there.has(number)) report({ reason, at, actual: number });
}

function reportWording(asked: readonly AskedQuestion[], answered: readonly AskedQuestion[], report: ReportFound): void {
  const words = new Map(asked.map(({ number, text }) => [number, text]));
  for (const { number, text, at } of answered) {
    const expected = words.get(number);
    if (expected === undefined || expected === text) continue;
    const reason = `the response template asks ${number} in other words than the consultation`;
    report({ reason, at, actual: text, expected, severity: 'warning' });
  }
}

function reportOrder(asked: readonly AskedQuestion[], answered: readonly AskedQuestion[], report: ReportFound): void {
  const order = new Map(asked.map(({ number }, i) => [number, i]));
  const both = answered.filter(({ number }) => order.has(number));
  for (const [i, { number, at }] of both.entries()) {
    const above = both[i - 1];
    if (above === undefined || (order.get(above.number) ?? 0) < (order.get(number) ?? 0)) continue;
    const reason = `the response template asks ${number} behind ${above.number}, and the consultation before it`;
    report({ reason, at, actual: number, severity: 'warning' });
  }
}
