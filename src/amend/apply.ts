/** Amending instructions applied to a baseline: all of them, or none and why. */
import type { Block, Document, Meta, Table } from '../model/document.ts';
import { normalise } from '../model/equal.ts';
import { plainText } from '../model/walk.ts';
import { type Edits, newEdits, rebuild } from './edits.ts';
import { departure, type Fit, fitOf, fitRows, isPartial } from './fit.ts';
import { asTold, graft, type Retold, relink } from './graft.ts';
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
  /** Set for instructions from a file whose references are mere words: they are linked again by what they cite. */
  readonly relink?: boolean;
}

/** Applies all instructions to a baseline, whose numbering they use. The baseline is not changed. */
export function applyAmendment(amendment: Amendment, baseline: Document, options: ApplyOptions = {}): Applied {
  const document = normalise(baseline);
  const places = placesOf(document);
  const edits = newEdits();
  const retold: Retold = new Set();
  const refusals: Refusal[] = [];
  const fits: Fit[] = [];
  for (const [index, instruction] of amendment.instructions.entries()) {
    const result = applyOne(instruction, { places, edits, index, retold, lossy: options.relink === true });
    if (typeof result === 'string') fits.push(result);
    else refusals.push({ index, instruction, ...result });
  }
  refusals.push(...overlaps(amendment, edits, document));
  if (refusals.length > 0) return { refusals: refusals.sort((a, b) => a.index - b.index) };
  const rebuilt = rebuild(document, edits);
  const after = options.relink === true ? relink(rebuilt, document, retold) : rebuilt;
  const meta = options.meta?.(baseline.meta) ?? amendment.after ?? baseline.meta;
  return { document: normalise({ ...after, meta }), fits };
}

type Refused = Pick<Refusal, 'reason' | 'nearest'>;

/** Notes the edit of one instruction; how it fits, or why it does not. */
function applyOne(instruction: Instruction, task: Task): Fit | Refused {
  const { target, form } = instruction;
  const { places } = task;
  if (isWhole(target)) return applyToWhole(instruction, task);
  const place = findPlace(places, target);
  if (place === undefined) {
    const nearest = nearestPlace(places, target.cite);
    const reason = `there is no ${target.cite} in the baseline`;
    return { reason, ...(nearest === undefined ? {} : { nearest }) };
  }
  return APPLY[form](instruction, place, task);
}

interface Task {
  readonly places: Places;
  readonly edits: Edits;
  readonly index: number;
  readonly retold: Retold;
  /** Whether the instructions come from a file that tells less than the baseline. */
  readonly lossy: boolean;
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
  task.edits.replace(node, settled(instruction, [node], fit, task), task.index);
  return fit;
};

function restateRows(before: Table, after: Table, node: Table, { edits, index, retold, lossy }: Task): Fit | Refused {
  const found = fitRows(before, node);
  if (found === undefined) return differs([before], [node]);
  const whole = (restated: Table): Table | undefined => {
    const rows = splice(node.rows, found.runs, restated.rows);
    return rows === undefined ? undefined : { ...restated, rows };
  };
  const [was, is] = [whole(before), whole(after)];
  if (was === undefined || is === undefined) return { reason: 'the rows left out are not the same before and after' };
  edits.replace(node, found.fit === 'exact' && !lossy ? [is] : graft([is], [was], [node], retold), index);
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
    for (const block of after) asTold(block, task.retold);
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

function applyToWhole(instruction: Instruction, task: Task): Fit | Refused {
  const { edits, index } = task;
  const { document } = task.places;
  if (instruction.form === 'insert-start') {
    if (document.children.length > 0) return { reason: 'the document is not empty: say after which provision' };
    edits.insert(document, 'start', instruction.after, index);
    return 'exact';
  }
  if (instruction.form !== 'amend') return { reason: 'only its text can be amended as a whole' };
  const fit = fitOf(instruction.before, document.children);
  if (fit === undefined) return differs(instruction.before, document.children);
  edits.replace(document, settled(instruction, document.children, fit, task), index);
  return fit;
}

/** The blocks after; from a file that tells less than the baseline, with what the baseline says beside. */
function settled(
  { before, after }: Instruction,
  baseline: readonly Block[],
  fit: Fit,
  { retold, lossy }: Task,
): readonly Block[] {
  return fit === 'exact' && !lossy ? after : graft(after, before, baseline, retold);
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
