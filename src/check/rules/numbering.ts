/** Numbers of provisions and tables that repeat, leave a gap or run out of order. */
import type { Block, Clause } from '../../model/document.ts';
import { parseLabel, printLabel } from '../../model/label.ts';
import { plainText } from '../../model/walk.ts';
import type { Found, Rule } from '../rule.ts';
import { blockLists, once, type Subject } from '../subject.ts';

/** Two provisions of one list that follow one another, and how their numbers do. */
interface Step {
  readonly clause: Clause;
  readonly before: string;
  readonly label: string;
  readonly by: number;
}

/** A longer label is no number that a reader counts by. */
const LONGEST = 12;

function numberOf(label: string): string {
  return label.replace(/^[^\d]*(?=\d)|[.)\s]+$/g, '');
}

/** Numbers that stand among the provisions of a list in any form: as a label, or in a heading (`Sections 5 to 7 are repealed`). */
function shownNumbers(blocks: readonly Block[]): Set<string> {
  const shown = new Set<string>();
  for (const block of blocks) {
    if (block.type !== 'clause') continue;
    if (block.label !== undefined) shown.add(numberOf(block.label));
    for (const [number] of plainText(block.heading ?? []).matchAll(/\d+(?:\.\d+)*/g)) shown.add(number);
  }
  return shown;
}

/** `V` behind `I` is the fifth, and not the twenty-second, where one cannot tell which. */
function isRomanPair(a: string, b: string): boolean {
  return /^\W*[IVXLC]\W*$/i.test(a) && /^\W*[IVXLC]\W*$/i.test(b);
}

function stepBy(difference: number): number {
  return difference === 10 ? 1 : difference;
}

/** Labels of one list in the order in which they stand, each against the one before it. */
function stepsOf(blocks: readonly Block[]): Step[] {
  const steps: Step[] = [];
  const last = new Map<string, { readonly label: string; readonly ordinal: number }>();
  const roman = blocks.some(
    (block) => block.type === 'clause' && /^\(?(?:ii|iii|iv|vi{1,3}|ix)[.)]*$/i.test(block.label ?? ''),
  );
  const shown = shownNumbers(blocks);
  for (const clause of blocks) {
    if (clause.type !== 'clause' || clause.label === undefined) continue;
    const parts = parseLabel(clause.label, roman);
    if (parts === undefined || clause.label.length > LONGEST || parts.ordinal > 999 || /[A-Z]/.test(parts.suffix))
      continue;
    const headed = clause.heading === undefined ? 'plain' : 'headed';
    const key = `${headed} ${clause.kind} ${parts.prefix.replace(/\s+/g, ' ')} ${parts.counter} ${parts.suffix}`;
    const before = last.get(key);
    if (before !== undefined) {
      // Limbs that begin again are a list of their own; numbers in tens leave room on purpose.
      const begins = clause.kind === 'limb' && parts.ordinal === 1;
      const by = begins || isRomanPair(before.label, clause.label) ? 1 : stepBy(parts.ordinal - before.ordinal);
      const missing = printLabel({ ...parts, ordinal: parts.ordinal - 1 });
      if (by < 2 || !shown.has(numberOf(missing)))
        steps.push({ clause, before: before.label, label: clause.label, by });
    }
    last.set(key, { label: clause.label, ordinal: parts.ordinal });
  }
  return steps;
}

/** The steps of all lists of a document. */
const allSteps = once((subject: Subject): readonly Step[] => blockLists(subject).flatMap(stepsOf));

function finding({ clause, label }: Step, reason: string): Found {
  return { reason, node: clause, actual: label };
}

export const repeatedNumber: Rule = {
  id: 'repeated-number',
  group: 'structure',
  severity: 'error',
  says: 'Two provisions of one list with the same number.',
  good: '# 1 Terms\n\n# 2 Scope',
  bad: '# 1 Terms\n\n# 1 Scope',
  check: (subject, tell) => {
    for (const step of allSteps(subject)) {
      if (step.by !== 0) continue;
      const found = finding(step, `two provisions are numbered ${step.label}`);
      // Word counts its numbers itself: two that are alike may be of two lists.
      tell(step.clause.place?.part === undefined ? found : { ...found, severity: 'note' });
    }
  },
};

export const numberGap: Rule = {
  id: 'number-gap',
  group: 'structure',
  severity: 'warning',
  says: 'A number that is missing between two provisions.',
  good: '# 1 Terms\n\n# 2 Scope\n\n# 3 Time',
  bad: '# 1 Terms\n\n# 2 Scope\n\n# 4 Time',
  check: (subject, tell) => {
    for (const step of allSteps(subject)) {
      if (step.by < 2) continue;
      const limb = step.clause.kind === 'limb';
      const found = finding(
        step,
        `${step.label} follows ${step.before}, so that ${step.by === 2 ? 'a number is' : 'numbers are'} missing`,
      );
      // The numbers of Word are counted, so that a gap may be the reader's.
      const counted = step.clause.place?.part !== undefined;
      tell(limb || counted || step.by > 3 ? { ...found, severity: 'note' } : found);
    }
  },
};

export const numberOrder: Rule = {
  id: 'number-order',
  group: 'structure',
  severity: 'warning',
  says: 'Provisions whose numbers run backwards.',
  good: '# 1 Terms\n\n# 2 Scope',
  bad: '# 2 Terms\n\n# 1 Scope',
  check: (subject, tell) => {
    for (const step of allSteps(subject)) {
      if (step.by >= 0) continue;
      const found = finding(step, `${step.label} follows ${step.before}`);
      tell(step.clause.kind === 'limb' ? { ...found, severity: 'note' } : found);
    }
  },
};
