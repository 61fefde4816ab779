/** Amending instructions as data: what is to be done to which provision, and the words before and after. */
import type { Block, Meta } from '../model/document.ts';

/** What an instruction does. */
export type Form =
  | 'amend'
  | 'definition'
  | 'heading'
  | 'insert-after'
  | 'insert-before'
  | 'insert-start'
  | 'delete'
  | 'renumber'
  | 'insert-rows'
  | 'delete-rows';

/** The provision that an instruction is about, in the numbering of the baseline. */
export interface Target {
  /** As it is cited: `Section 5.4`, `Table 8.1.8`, `definition of "Report"`; `the document` for all of it. */
  readonly cite: string;
  /** Which of the provisions that are cited so, from 1; absent for the first. */
  readonly occurrence?: number;
}

/** How the whole document is cited. */
export const WHOLE = 'the document';

/** One instruction. */
export interface Instruction {
  readonly form: Form;
  readonly target: Target;
  /**
   * The provision as the baseline has it; empty for an insertion. A table may be partial: a row of `…` stands for rows
   * that are not restated. Of a `heading`, the clause without what stands in it.
   */
  readonly before: readonly Block[];
  /** The provision as it is to read; empty for a deletion. */
  readonly after: readonly Block[];
  /** The new label of a `renumber`. */
  readonly label?: string;
}

/** Instructions that are applied together or not at all. */
export interface Amendment {
  readonly instructions: readonly Instruction[];
  /** What the amended version says of itself, where that is known. */
  readonly after?: Meta;
}

/** The words of an instruction in front of the provision and behind it; a label stands behind those of a renumbering. */
const WORDS = {
  amend: ['Amend ', ' as follows:'],
  definition: ['Replace the ', ' with:'],
  heading: ['Amend the heading of ', ' as follows:'],
  'insert-after': ['After ', ' insert:'],
  'insert-before': ['Before ', ' insert:'],
  'insert-start': ['At the beginning of ', ' insert:'],
  delete: ['Delete ', ':'],
  renumber: ['Renumber ', ' as '],
  'insert-rows': ['In ', ' insert the rows marked:'],
  'delete-rows': ['In ', ' delete the rows marked:'],
} as const satisfies Record<Form, readonly [string, string]>;

/** In the order in which a head is looked at: the more it says, the sooner. */
const FORMS: readonly Form[] = [
  'heading',
  'insert-start',
  'insert-rows',
  'delete-rows',
  'definition',
  'amend',
  'insert-after',
  'insert-before',
  'delete',
  'renumber',
];

/** What is said in front of an instruction's text: `Amend Section 5.4 as follows:`. */
export function headOf({ form, target, label }: Pick<Instruction, 'form' | 'target' | 'label'>): string {
  const [front, behind] = WORDS[form];
  return `${front}${targetText(target)}${behind}${label ?? ''}`;
}

/** A provision as an instruction names it. */
export function targetText({ cite, occurrence = 1 }: Target): string {
  return occurrence === 1 ? cite : `${cite} (occurrence ${occurrence})`;
}

/** A head taken apart; `undefined` where a text is none. */
export function parseHead(text: string): Pick<Instruction, 'form' | 'target' | 'label'> | undefined {
  const line = text.replace(/\s+/g, ' ').trim();
  for (const form of FORMS) {
    const [front, behind] = WORDS[form];
    if (!line.startsWith(front)) continue;
    if (form === 'renumber') {
      const at = line.lastIndexOf(behind);
      if (at > front.length)
        return { form, target: parseTarget(line.slice(front.length, at)), label: line.slice(at + 4) };
    } else if (line.endsWith(behind) && line.length > front.length + behind.length) {
      return { form, target: parseTarget(line.slice(front.length, line.length - behind.length)) };
    }
  }
  return undefined;
}

/** A name as `targetText` prints it, taken apart. */
export function parseTarget(text: string): Target {
  const match = /^(.*) \(occurrence (\d{1,6})\)$/.exec(text);
  if (match?.[1] === undefined) return { cite: text };
  return { cite: match[1], occurrence: Number(match[2]) };
}
