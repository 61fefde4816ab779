/** Amending instructions applied to a baseline: all of them, or none and why. */
import type { Block, Document, Meta, Table } from '../model/document.ts';
import { normalise } from '../model/equal.ts';
import { plainText } from '../model/walk.ts';
import { type Edits, newEdits, rebuild } from './edits.ts';
import { departure, type Fit, fitOf, fitRows, isPartial, withAnchors } from './fit.ts';
import { type Amendment, type Form, headOf, type Instruction } from './instruction.ts';
import { splice } from './rows.ts';
import { excerpt, findPlace, isWhole, nearestPlace, type Place, type Places, placesOf } from './targets.ts';

/** An instruction that does not fit, why, and what the baseline has that comes nearest. */
export interface Refusal {
  /** From 0, in the order of the instructions. */
  readonly index: number;
  readonly instruction: Instruction;
  readonly reason: string;
  readonly nearest?: string;
}

/** The conformed version; or what was refused, and then nothing was applied. */
export type Applied =
  | { readonly document: Document; readonly fits: readonly Fit[] }
  | { readonly refusals: readonly Refusal[] };

/** What the amended version says of itself, where the amendment does not say. */
export interface ApplyOptions {
  readonly meta?: (baseline: Meta) => Meta;
}

/** Applies all instructions to a baseline, whose numbering they use. The baseline is not changed. */
export function applyAmendment(amendment: Amendment, baseline: Document, options: ApplyOptions = {}): Applied {
  const document = normalise(baseline);
  const places = placesOf(document);
  const edits = newEdits();
  const refusals: Refusal[] = [];
  const fits: Fit[] = [];
  for (const [index, instruction] of amendment.instructions.entries()) {
    const result = applyOne(instruction, places, edits, index);
    if (typeof result === 'string') fits.push(result);
    else refusals.push({ index, instruction, ...result });
  }
  refusals.push(...overlaps(amendment, edits, document));
  if (refusals.length > 0) return { refusals: refusals.sort((a, b) => a.index - b.index) };
  const after = rebuild(document, edits);
  const meta = options.meta?.(baseline.meta) ?? amendment.after ?? baseline.meta;
  return { document: normalise({ ...after, meta }), fits };
}

type Refused = Pick<Refusal, 'reason' | 'nearest'>;

/** Notes the edit of one instruction; how it fits, or why it does not. */
function applyOne(instruction: Instruction, places: Places, edits: Edits, index: number): Fit | Refused {
  const { target, form } = instruction;
  if (isWhole(target)) return applyToWhole(instruction, places, edits, index);
  const place = findPlace(places, target);
  if (place === undefined) {
    const nearest = nearestPlace(places, target.cite);
    const reason = `there is no ${target.cite} in the baseline`;
    return { reason, ...(nearest === undefined ? {} : { nearest }) };
  }
  return APPLY[form](instruction, place, { places, edits, index });
}

interface Task {
  readonly places: Places;
  readonly edits: Edits;
  readonly index: number;
}

type Apply = (instruction: Instruction, place: Place, task: Task) => Fit | Refused;

const restate: Apply = (instruction, place, task) => {
  const { node } = place;
  const [only] = instruction.before;
  const [after] = instruction.after;
  if (instruction.before.length === 1 && isPartial(only, node)) {
    return after?.type === 'table' ? restateRows(only, after, node as Table, task) : notRestated(node);
  }
  const fit = fitOf(instruction.before, [node]);
  if (fit === undefined) return differs(instruction.before, [node]);
  task.edits.replace(node, anchored(instruction.after, fit, task), task.index);
  return fit;
};

function restateRows(before: Table, after: Table, node: Table, { edits, index }: Task): Fit | Refused {
  const found = fitRows(before, node);
  if (found === undefined) return differs([before], [node]);
  const rows = splice(node.rows, found.runs, after.rows);
  if (rows === undefined) return { reason: 'the rows left out are not the same before and after' };
  // What is said of the table beside its rows is restated too, and may differ.
  const { rows: _, ...said } = found.fit === 'exact' ? after : node;
  edits.replace(node, [{ ...said, rows } as Table], index);
  return found.fit;
}

function notRestated(node: Block): Refused {
  return { reason: 'the table is not restated', nearest: excerpt(plainText(node)) };
}

const remove: Apply = ({ before, after }, { node }, { edits, index }) => {
  if (after.length > 0)
    return { reason: 'words are left standing that are to be deleted', nearest: excerpt(plainText(after)) };
  const fit = before.length === 0 ? 'words' : fitOf(before, [node]);
  if (fit === undefined) return differs(before, [node]);
  edits.replace(node, [], index);
  return fit;
};

const amendHeading: Apply = (instruction, { node }, { edits, index }) => {
  const [before] = instruction.before;
  const [after] = instruction.after;
  if (node.type !== 'clause' || before?.type !== 'clause' || after?.type !== 'clause') {
    return { reason: 'no heading is restated' };
  }
  const fit = fitOf([{ ...before, children: [] }], [{ ...node, children: [] }]);
  if (fit === undefined) return differs([before], [{ ...node, children: [] }]);
  edits.set(node, { heading: after.heading ?? [] }, index);
  return fit;
};

const renumber: Apply = ({ label = '' }, { node }, { edits, index }) => {
  if (node.type !== 'clause' && node.type !== 'table') return { reason: 'it has no number' };
  if (label === '') return { reason: 'the new number is missing' };
  edits.set(node, { label }, index);
  return 'exact';
};

const insert =
  (where: 'after' | 'before' | 'start'): Apply =>
  ({ before, after }, { node }, task) => {
    if (before.length > 0) {
      return { reason: 'what is to be inserted is not marked as inserted', nearest: excerpt(plainText(before)) };
    }
    if (after.length === 0) return { reason: 'nothing is marked as inserted' };
    if (where === 'start' && node.type !== 'clause') return { reason: 'nothing can stand in it' };
    task.edits.insert(node, where, after, task.index);
    return 'exact';
  };

/** What each form does. */
const APPLY = {
  amend: restate,
  definition: restate,
  'insert-rows': restate,
  'delete-rows': restate,
  heading: amendHeading,
  delete: remove,
  renumber,
  'insert-after': insert('after'),
  'insert-before': insert('before'),
  'insert-start': insert('start'),
} satisfies Record<Form, Apply>;

function applyToWhole(instruction: Instruction, { document }: Places, edits: Edits, index: number): Fit | Refused {
  if (instruction.form === 'insert-start') {
    if (document.children.length > 0) return { reason: 'the document is not empty: say after which provision' };
    edits.insert(document, 'start', instruction.after, index);
    return 'exact';
  }
  if (instruction.form !== 'amend') return { reason: 'only its text can be amended as a whole' };
  const fit = fitOf(instruction.before, document.children);
  if (fit === undefined) return differs(instruction.before, document.children);
  edits.replace(document, instruction.after, index);
  return fit;
}

function anchored(after: readonly Block[], fit: Fit, { places }: Task): readonly Block[] {
  return fit === 'exact' ? after : withAnchors(after, places.document);
}

function differs(restated: readonly Block[], baseline: readonly Block[]): Refused {
  const parted = departure(restated, baseline);
  return {
    reason: `what it restates or strikes is not what the baseline says: "${parted.restated}"`,
    nearest: parted.baseline,
  };
}

/** Instructions that want the same words: each but the first of them is refused. */
function overlaps({ instructions }: Amendment, edits: Edits, document: Document): Refusal[] {
  return edits.overlaps(document).map(({ index, other }) => {
    const instruction = instructions[index] as Instruction;
    const nearest = headOf(instructions[other] as Instruction);
    return { index, instruction, reason: `it overlaps with instruction ${other + 1}`, nearest };
  });
}
