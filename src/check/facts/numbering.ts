/** How the numbers of provisions follow one another, list by list. */
import type { Block, Clause } from '../../model/document.ts';
import { parseLabel, printLabel } from '../../model/label.ts';
import { plainText } from '../../model/walk.ts';
import type { Found } from '../rule.ts';
import { blockLists, once, type Passage, type Subject } from '../subject.ts';

/** Two provisions of one list that follow one another, and how their numbers do. */
export interface NumberStep {
  readonly clause: Clause;
  readonly before: string;
  readonly label: string;
  readonly by: number;
  /** Whether the first of the two follows its own predecessor, so that the list is understood so far. */
  readonly regular: boolean;
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
function stepsOf(blocks: readonly Block[]): NumberStep[] {
  const steps: NumberStep[] = [];
  const last = new Map<string, { readonly label: string; readonly ordinal: number; readonly regular: boolean }>();
  const roman = blocks.some(
    (block) => block.type === 'clause' && /^\(?(?:ii|iii|iv|vi{1,3}|ix)[.)]*$/i.test(block.label ?? ''),
  );
  const shown = shownNumbers(blocks);
  for (const clause of blocks) {
    if (clause.type !== 'clause' || clause.label === undefined) continue;
    const parts = parseLabel(clause.label, roman);
    if (parts === undefined || clause.label.length > LONGEST || parts.ordinal > 999 || /[A-Za-z]/.test(parts.suffix))
      continue;
    const headed = clause.heading === undefined ? 'plain' : 'headed';
    const key = `${headed} ${clause.kind} ${parts.prefix.replace(/\s+/g, ' ')} ${parts.counter} ${parts.suffix}`;
    const before = last.get(key);
    if (before !== undefined) {
      // Limbs that begin again are a list of their own, and so are paragraphs that Word counts; numbers in tens leave
      // room on purpose.
      const counted = clause.place?.part !== undefined && clause.heading === undefined;
      const begins = parts.ordinal === 1 && (clause.kind === 'limb' || counted || before.ordinal > 2);
      const by = begins || isRomanPair(before.label, clause.label) ? 1 : stepBy(parts.ordinal - before.ordinal);
      const missing = printLabel({ ...parts, ordinal: parts.ordinal - 1 });
      if (by < 2 || !shown.has(numberOf(missing)))
        steps.push({ clause, before: before.label, label: clause.label, by, regular: before.regular });
    }
    const regular = before === undefined ? parts.ordinal === 1 : parts.ordinal === before.ordinal + 1;
    last.set(key, { label: clause.label, ordinal: parts.ordinal, regular });
  }
  return steps;
}

/** The steps of all lists of a document. */
export const numberSteps = once((subject: Subject): readonly NumberStep[] => blockLists(subject).flatMap(stepsOf));

/** A finding at the second provision of a step. */
export function foundAt({ clause, label }: NumberStep, reason: string): Found {
  return { reason, node: clause, actual: label };
}

/** Whether a number is not what the author typed: Word counts it, or it was guessed from a plain text. */
export function isCounted({ clause }: NumberStep, subject: Subject): boolean {
  if (subject.guessed === true) return true;
  return clause.place?.part !== undefined && subject.typed?.has(clause) !== true;
}

/** Whether the numbers of the provisions around a passage of a Word file were typed, and not counted by Word. */
export function areTyped(subject: Subject, at: Passage): boolean {
  const around = [...at.ancestors, at.node].filter((node) => node.type === 'clause' && node.label !== undefined);
  return around.length > 0 && around.every((node) => subject.typed?.has(node) === true);
}
