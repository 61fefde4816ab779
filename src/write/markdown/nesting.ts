/** Where clauses end: what the grammar reads from numbers and headings, and what `::end` and `inside` must say. */
import type { Block, Clause } from '../../model/document.ts';
import { headingLabel, labelDepth } from '../../model/label.ts';
import type { Revision } from '../../model/redline.ts';

/** `heading`: written as a heading. `paragraph`: as a paragraph with a label. `item`: as an item of a list. */
export type Form = 'heading' | 'paragraph' | 'item';

/** The clause around some blocks, as far as nesting asks; `undefined` at the top of a document, item, cell or note. */
export interface Around {
  readonly form: Form;
  /** The depth of its heading; 0 where it has none. */
  readonly level: number;
  /** The depth that the grammar gives it among clauses without heading. */
  readonly rank: number;
  readonly label: string | undefined;
}

/** How a clause is written. */
export function formOf(clause: Clause<Revision>): Form {
  if (clause.kind === 'limb' && clause.heading === undefined) return 'item';
  if (clause.heading !== undefined || clause.kind === 'part') return 'heading';
  const inner = clause.children.some((child) => child.type === 'clause' && formOf(child) === 'heading');
  return inner || isNamed(clause.label) ? 'heading' : 'paragraph';
}

/** A label such as `Article 3` or `§ 5`, which is read in front of a heading and nowhere else. */
function isNamed(label: string | undefined): boolean {
  return label !== undefined && /^(?:§|[A-Z][a-z])/.test(label) && headingLabel(label)?.label === label;
}

/** The marks that nesting needs in front of a block, and whether its braces must say `inside`. */
export interface Nesting {
  readonly ends: number;
  readonly inside: boolean;
}

/** How a block has to be introduced so that it stands in `around`, behind `previous`. */
export function nestingOf(
  block: Block<Revision>,
  previous: Block<Revision> | undefined,
  around: Around | undefined,
): Nesting {
  const open = openChain(previous);
  if (block.type !== 'clause' || formOf(block) === 'item') return { ends: open, inside: false };
  if (formOf(block) === 'heading') return { ends: around?.form === 'paragraph' ? open : 0, inside: false };
  const inside = needsInside(block, around);
  const closes =
    previous?.type === 'clause' &&
    formOf(previous) === 'paragraph' &&
    labelDepth(block.label ?? '') <= rankOf(previous, around);
  return { ends: inside || !closes ? open : 0, inside };
}

/** The depth of a clause without heading; one that must say `inside` stands one below what is around it. */
export function rankOf(clause: Clause<Revision>, around: Around | undefined): number {
  const depth = labelDepth(clause.label ?? '');
  return needsInside(clause, around) ? Math.max(depth, (around?.rank ?? 0) + 1) : depth;
}

function needsInside(clause: Clause<Revision>, around: Around | undefined): boolean {
  if (around === undefined) return false;
  const label = clause.label ?? '';
  const depth = labelDepth(label);
  if (around.form === 'paragraph') return depth <= around.rank;
  const stem = label.replace(/\.$/, '').replace(/[^.]*$/, '');
  return stem !== '' && around.label?.startsWith(stem) === true && labelDepth(around.label) >= depth;
}

/** How many clauses are open once a block is written. */
function openChain(block: Block<Revision> | undefined): number {
  if (block?.type !== 'clause' || formOf(block) === 'item') return 0;
  return 1 + openChain(block.children.at(-1));
}
