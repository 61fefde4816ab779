/** The section that a response template names for a question, against where the consultation asks it. */
import { plainText } from '../../../model/walk.ts';
import { PACK_TEXT, QUESTIONS } from '../../examples.ts';
import { type AskedQuestion, askedQuestions } from '../../facts/questions.ts';
import { textOf } from '../../pack.ts';
import type { PackRule } from '../../rule.ts';

const SIDES = { before: PACK_TEXT, after: PACK_TEXT };
const NAMED = QUESTIONS.replace('Q2', 'Q2 (Section 1, Views)');
const SECTION = /\b(?:Section|Clause|Paragraph|Chapter)\s+(\d+(?:\.\d+)*)(?:,\s*([^;]+))?/;

export const questionSection: PackRule = {
  id: 'question-section',
  group: 'packs',
  severity: 'warning',
  says: 'A response template that names another section for a question than the one in which the consultation asks it.',
  why: 'A respondent looks for the question in the section that is named.',
  good: { ...SIDES, texts: { consultation: QUESTIONS, 'response-template': NAMED } },
  bad: { ...SIDES, texts: { consultation: QUESTIONS, 'response-template': NAMED.replace('Section 1', 'Section 2') } },
  checkPack: (pack, report) => {
    const [consultation, template] = [textOf(pack, 'consultation'), textOf(pack, 'response-template')];
    if (consultation === undefined || template === undefined) return;
    const asked = new Map(askedQuestions(consultation.subject).map((question) => [question.number, question]));
    for (const { number, aside, at } of askedQuestions(template.subject)) {
      const [, label, title] = SECTION.exec(aside) ?? [];
      const known = asked.get(number);
      if (label === undefined || known?.section === undefined) continue;
      const expected = placed(known);
      if (expected.label === label && (title === undefined || expected.title === title.trim())) continue;
      const reason = `the consultation asks ${number} in another section than the response template says`;
      report({ reason, at, actual: aside, expected: `Section ${expected.label}, ${expected.title}` });
    }
  },
};

function placed({ section }: AskedQuestion): { readonly label: string; readonly title: string } {
  return { label: section?.label?.replace(/\.$/, '') ?? '', title: plainText(section?.heading ?? []).trim() };
}
