/** Finding what an instruction is about: by its citation to the letter, else by the steps of its name. */

import { parseNames } from '../grammar/naming.ts';
import { type Form, headOf, type Instruction, type Target, WHOLE } from '../instruction.ts';
import { nearestPlace } from '../targets.ts';
import { type Found, resolveName } from '../work/resolve.ts';
import type { WorkNode } from '../work/tree.ts';
import type { Refused, Task } from './task.ts';

/** The provisions that an instruction is about, or why they are not found. */
export function findTargets(instruction: Instruction, task: Task): { readonly found: readonly Found[] } | Refused {
  const targets = instruction.targets ?? [instruction.target];
  const found: Found[] = [];
  for (const target of targets) {
    const result = findTarget(target, instruction, task);
    const again = 'reason' in result && target.name === undefined ? byName(withName(target), task) : undefined;
    if (again !== undefined) {
      found.push(...again);
      continue;
    }
    if ('reason' in result) return result;
    found.push(...result.found);
  }
  const seen = new Set<WorkNode>();
  for (const { node, rows, part } of found) {
    if (rows === undefined && part === undefined && seen.has(node))
      return { reason: 'it names one provision twice', certain: true };
    seen.add(node);
  }
  return { found };
}

/** The one provision that a name means; `undefined` where it means none, or several. */
function byName({ name }: Target, task: Task): readonly Found[] | undefined {
  const result = name === undefined ? undefined : resolveName(name, task.root);
  return result !== undefined && 'found' in result && result.found.length === 1 ? result.found : undefined;
}

/** A citation without steps, such as `paragraph 2.1 of Schedule 1`, read as a name. */
function withName(target: Target): Target {
  if (target.name !== undefined || target.cite.includes('"')) return target;
  const [name, ...more] = parseNames(target.cite, []) ?? [];
  if (name === undefined || more.length > 0) return target;
  const { occurrence } = target;
  return { ...target, name: occurrence === undefined ? name : { ...name, occurrence } };
}

function findTarget(
  target: Target,
  instruction: Instruction,
  task: Task,
): { readonly found: readonly Found[] } | Refused {
  if (target.cite === WHOLE) return { found: [{ node: task.root }] };
  if (target.cite === '' && target.name === undefined) return unnamed(instruction, task);
  const exact = exactly(target, instruction.form, task);
  if (exact !== undefined) return exact;
  const { name } = target;
  if (name === undefined) return notThere(target, task);
  const result = resolveName(name, task.root);
  if ('found' in result) return result;
  const last = name.steps.at(-1);
  if (target.soft === true && last?.kind === 'provision' && !last.label.startsWith('(')) {
    const alone = resolveName({ steps: [last] }, task.root);
    if ('found' in alone) return alone;
  }
  return refusal(result.reason, target, task);
}

/** New provisions may go where their number belongs; anything else must name a provision. */
function unnamed({ form, label }: Instruction, task: Task): { readonly found: readonly Found[] } | Refused {
  if (form === 'insert-in-order' || (form === 'insert-end' && label !== undefined))
    return { found: [{ node: task.root }] };
  return { reason: 'it does not say in which provision', certain: true };
}

/** By the citation, as `draft` writes it: several that are cited alike are told apart by their occurrence. */
function exactly(
  { cite, occurrence, name }: Target,
  form: Form,
  task: Task,
): { readonly found: readonly Found[] } | Refused | undefined {
  const places = task.places.byCite.get(cite) ?? [];
  if (places.length === 0) return undefined;
  if (occurrence !== undefined && places[occurrence - 1] === undefined) {
    const times = places.length === 1 ? 'once' : `${places.length} times`;
    return {
      reason: `${cite} occurs only ${times}: leave out "(occurrence ${occurrence})" or say another`,
      certain: true,
    };
  }
  if (occurrence === undefined && places.length > 1 && name !== undefined) {
    return {
      reason: `${cite} names ${places.length} provisions: say which, such as "${cite} (occurrence 1)"`,
      certain: true,
    };
  }
  const place = places[(occurrence ?? 1) - 1];
  const node = place === undefined ? undefined : task.nodes.get(place.node);
  return node === undefined ? undefined : asItStands(node, name, form, task);
}

/** A provision that an earlier instruction replaced is what stands in its place; one that was deleted still has a place. */
function asItStands(
  node: WorkNode,
  name: Target['name'],
  form: Form,
  task: Task,
): { readonly found: readonly Found[] } | Refused {
  const by = task.gone.get(node);
  if (by === undefined) return { found: [{ node }] };
  const heir = form === 'insert-after' ? node.heirs?.at(-1) : node.heirs?.[0];
  if (heir !== undefined) return asItStands(heir, name, form, task);
  if (node.ghost === true && (form === 'insert-after' || form === 'insert-before')) return { found: [{ node }] };
  // What an earlier instruction put there has its number.
  const again = name === undefined ? undefined : resolveName(name, task.root);
  return again !== undefined && 'found' in again ? again : { reason: `it overlaps with instruction ${by + 1}` };
}

function notThere(target: Target, task: Task): Refused {
  return refusal(`there is no ${target.cite} in the baseline`, target, task);
}

function refusal(reason: string, { cite, name }: Target, task: Task): Refused {
  const term = name?.steps.find((step) => step.kind === 'definition');
  const wanted = term?.kind === 'definition' ? `definition of "${term.term}"` : cite;
  const nearest = nearestPlace(task.places, wanted);
  return { reason, ...(nearest === undefined ? {} : { nearest }) };
}

export { headOf };
