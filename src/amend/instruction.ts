/** Amending instructions as data: what is to be done to which provision, and the words before and after. */
import type { Block, Inline, Meta } from '../model/document.ts';
import type { ProvisionName } from './grammar/naming.ts';

/** What an instruction does. */
export type Form =
  | 'amend'
  | 'definition'
  | 'heading'
  | 'replace'
  | 'insert-after'
  | 'insert-before'
  | 'insert-start'
  | 'insert-end'
  | 'insert-in-order'
  | 'delete'
  | 'renumber'
  | 'insert-rows'
  | 'delete-rows'
  | 'words';

/** The provision that an instruction is about, in the numbering of the baseline. */
export interface Target {
  /** As it is cited: `Section 5.4`, `Table 8.1.8`, `definition of "Report"`; `the document` for all of it. */
  readonly cite: string;
  /** Which of the provisions that are cited so, from 1; absent where there is but one. */
  readonly occurrence?: number;
  /** Its steps where an instruction names it in words of its own; absent where `cite` is its citation to the letter. */
  readonly name?: ProvisionName;
  /** Set where the name may stand for itself if it is not found in what the instruction stands in. */
  readonly soft?: true;
}

/** How the whole document is cited. */
export const WHOLE = 'the document';

/** Which of the places where words stand: all of them, the n-th (-1 for the last), or the only one. */
export type Which = 'all' | 'only' | number;

/** An edit of the words inside a provision. */
export interface WordEdit {
  readonly kind: 'substitute' | 'omit' | 'after' | 'before' | 'end' | 'start';
  /** What is looked for; absent at the beginning and end of a provision. */
  readonly find?: string;
  /** Set where the words run from `find` up to this, or to the end of the provision. */
  readonly to?: string | { readonly end: true };
  /** Set where the words run from behind `find`, not from its beginning. */
  readonly behind?: true;
  readonly text?: string;
  /** The same with its references and formatting, where they are known. */
  readonly inlines?: readonly Inline[];
  readonly which: Which;
}

/** One instruction. */
export interface Instruction {
  readonly form: Form;
  readonly target: Target;
  /** All provisions that it is about, where they are several. */
  readonly targets?: readonly Target[];
  /**
   * The provision as the baseline has it; empty for an insertion. A table may be partial: a row of `…` stands for rows
   * that are not restated. Of a `heading`, the clause without what stands in it.
   */
  readonly before: readonly Block[];
  /** The provision as it is to read; empty for a deletion. */
  readonly after: readonly Block[];
  /** The new label of a `renumber`; the label that a new provision is to have. */
  readonly label?: string;
  /** The new labels of a `renumber` of several provisions, in their order. */
  readonly labels?: readonly string[];
  /** Set where those that follow are to be renumbered with it. */
  readonly cascade?: true;
  readonly words?: WordEdit;
  /** Set where the content stands in quotation marks: it is the text as it is to read, without marks. */
  readonly quoted?: true;
  /** Its wording, where it was read from a text. */
  readonly wording?: string;
  /** What its text numbers it by, such as `2(a)`. */
  readonly number?: string;
  /** The name of the document that it amends, where the text amends several. */
  readonly document?: string;
}

/** Instructions that are applied together or not at all. */
export interface Amendment {
  readonly instructions: readonly Instruction[];
  /** What the amended version says of itself, where that is known. */
  readonly after?: Meta;
}

/** The words of a drafted instruction in front of the provision and behind it; a label stands behind those of a renumbering. */
const WORDS: Readonly<Partial<Record<Form, readonly [string, string]>>> = {
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
};

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

/** What is said in front of an instruction's text: `Amend Section 5.4 as follows:`; its own wording where it has one. */
export function headOf({
  form,
  target,
  label,
  wording,
}: Pick<Instruction, 'form' | 'target' | 'label' | 'wording'>): string {
  if (wording !== undefined) return wording;
  const [front, behind] = WORDS[form] ?? [`${form} `, ''];
  return `${front}${targetText(target)}${behind}${form === 'renumber' ? (label ?? '') : ''}`;
}

/** A provision as an instruction names it. */
export function targetText({ cite, occurrence }: Target): string {
  return occurrence === undefined ? cite : `${cite} (occurrence ${occurrence})`;
}

/** A drafted head taken apart; `undefined` where a text is none. */
export function parseHead(text: string): Pick<Instruction, 'form' | 'target' | 'label'> | undefined {
  const line = text.replace(/\s+/g, ' ').trim();
  for (const form of FORMS) {
    const [front, behind] = WORDS[form] as readonly [string, string];
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

function parseTarget(text: string): Target {
  const match = /^(.*) \(occurrence (\d{1,6})\)$/.exec(text);
  if (match?.[1] === undefined) return { cite: text };
  return { cite: match[1], occurrence: Number(match[2]) };
}
