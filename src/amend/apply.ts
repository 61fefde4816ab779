/** Amending instructions applied to a baseline: all of them, or none and why. */
import type { Message } from '../message.ts';
import type { Document, Meta } from '../model/document.ts';
import { normalise } from '../model/equal.ts';
import { effectsOf } from './apply/effects.ts';
import { APPLY } from './apply/forms.ts';
import { settleNumbers } from './apply/numbers.ts';
import { findTargets } from './apply/targets.ts';
import { earlierIn, newTask, type Refused, type Task } from './apply/task.ts';
import type { Fit } from './fit.ts';
import { type Amendment, headOf, type Instruction } from './instruction.ts';
import { relink } from './relink.ts';
import { documentOf } from './work/tree.ts';

/** An instruction that does not fit, why, and what the baseline has that comes nearest. */
export interface Refusal {
  /** From 0, in the order of the instructions. */
  readonly index: number;
  readonly instruction: Instruction;
  readonly reason: string;
  readonly nearest?: string;
}

/** What an instruction did to a provision. */
export interface Provenance {
  /** From 0, in the order of the instructions. */
  readonly index: number;
  readonly what: 'inserted' | 'deleted' | 'amended' | 'renumbered';
  /** The provision: in the numbering of the conformed version, or of the baseline where it was deleted. */
  readonly cite: string;
  /** Its number before, where it was renumbered. */
  readonly from?: string;
}

/** The conformed version; or what was refused, and then nothing was applied. */
export type Applied =
  | {
      readonly document: Document;
      readonly fits: readonly Fit[];
      /** What is wrong with the conformed version, or has followed from the instructions. An error wants a decision. */
      readonly effects: readonly Message[];
      readonly provenance: readonly Provenance[];
    }
  | { readonly refusals: readonly Refusal[] };

/** What the amended version says of itself, where the amendment does not say. */
export interface ApplyOptions {
  readonly meta?: (baseline: Meta) => Meta;
  /** Set for instructions from a file whose references are mere words: they are linked again by what they cite. */
  readonly relink?: boolean;
  /** `keep` where references are to stay as they are although their targets are renumbered; they follow where absent. */
  readonly references?: 'follow' | 'keep';
  /** Set where a reference to a deleted provision is to become words, so that the version can be read. */
  readonly force?: boolean;
}

/**
 * Applies all instructions to a baseline, one after the other. They name provisions by their numbers in the baseline, or
 * by the numbers that earlier instructions inserted them with. The baseline is not changed.
 */
export function applyAmendment(amendment: Amendment, baseline: Document, options: ApplyOptions = {}): Applied {
  const document = normalise(baseline);
  const task = newTask(document, options.relink === true);
  const refusals: Refusal[] = [];
  const fits: Fit[] = [];
  for (const [index, instruction] of amendment.instructions.entries()) {
    task.index = index;
    const result = applyOne(instruction, task, amendment);
    if (typeof result === 'string') fits.push(result);
    else refusals.push({ index, instruction, ...result });
  }
  if (refusals.length > 0) return { refusals };
  settleNumbers(task);
  const worked = documentOf(task.root);
  const linked = options.relink === true ? relink(worked, document, task.retold) : worked;
  const meta = options.meta?.(baseline.meta) ?? amendment.after ?? baseline.meta;
  const after = normalise({ ...linked, meta });
  const {
    document: result,
    effects,
    provenance,
  } = effectsOf(after, document, task, amendment, {
    force: options.force === true,
    follow: options.references !== 'keep',
  });
  return { document: result, fits, effects, provenance };
}

/** Carries out one instruction; how it fits, or why it does not. */
function applyOne(instruction: Instruction, task: Task, amendment: Amendment): Fit | Refused {
  const targets = findTargets(instruction, task);
  if ('reason' in targets) return targets;
  const result = APPLY[instruction.form](instruction, targets.found, task);
  if (typeof result === 'string') return result;
  const other = targets.found.map(({ node }) => earlierIn(node, task.index)).find((index) => index !== undefined);
  if (other === undefined || result.certain === true) return result;
  return {
    reason: `it overlaps with instruction ${other + 1}`,
    nearest: headOf(amendment.instructions[other] as Instruction),
  };
}
