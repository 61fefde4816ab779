/** The new numbers of provisions that are renumbered: one by one, or as a range. */
import { parseLabel, printLabel } from '../../model/label.ts';
import type { Instruction } from '../instruction.ts';
import type { WorkNode } from '../work/tree.ts';
import type { Refused } from './task.ts';

/** New numbers in the order of the provisions, and how far each has moved. */
export interface NewNumbers {
  readonly labels: readonly string[];
  readonly step: number;
}

/** The new numbers that an instruction gives, as many as there are provisions. */
export function numbersOf({ label = '', labels }: Instruction, nodes: readonly WorkNode[]): NewNumbers | Refused {
  const written = (labels ?? [label]).flatMap((text): readonly (string | undefined)[] => spread(text) ?? [undefined]);
  if (written.some((text) => text === undefined))
    return { reason: `the new numbers "${(labels ?? [label]).join(', ')}" are no range`, certain: true };
  const all = (written as string[]).map((text, i) => fitted(text, nodes[i]));
  if (all.length !== nodes.length)
    return { reason: `it names ${nodes.length} provisions and ${all.length} new numbers`, certain: true };
  const step = distance(nodes.at(-1)?.known ?? '', all.at(-1) ?? '');
  return { labels: all, step };
}

/** All numbers of `8.1 to 8.43`. */
function spread(text: string): readonly string[] | undefined {
  const range = /^(\S+) to (\S+)$/.exec(text);
  if (range === null) return [text];
  const [first, last] = [parseLabel(range[1] as string), parseLabel(range[2] as string)];
  if (
    first === undefined ||
    last === undefined ||
    first.prefix !== last.prefix ||
    first.suffix !== last.suffix ||
    last.ordinal < first.ordinal
  )
    return undefined;
  if (last.ordinal - first.ordinal > MOST) return undefined;
  return Array.from({ length: last.ordinal - first.ordinal + 1 }, (_, i) =>
    printLabel({ ...first, ordinal: first.ordinal + i }),
  );
}

const MOST = 10_000;

/** A limb is renumbered by its own letter, however much of its number is written; and the word and the stop that its number has are kept. */
function fitted(label: string, node: WorkNode | undefined): string {
  const known = node?.known ?? '';
  const last = /\([^()]+\)$/.exec(label)?.[0];
  if (known.startsWith('(') && last !== undefined) return last;
  const word = /^[A-Z][a-z]+ /.exec(known)?.[0] ?? '';
  const named = word !== '' && isSameSort(known.slice(word.length), label) ? word + label : label;
  return /\.$/.test(known) && !/\.$/.test(named) ? `${named}.` : named;
}

/** Whether both are plain numbers such as `5` and `5A`, or letters: "Annex A" has no number `0.1`, but gives way to it. */
function isSameSort(old: string, label: string): boolean {
  return PLAIN_NUMBERS.some((pattern) => pattern.test(old.replace(/\.$/, '')) && pattern.test(label));
}

const PLAIN_NUMBERS = [/^[A-Z]{0,2}\d+[A-Z]*\.?$/, /^[A-Z]\.?$/, /^\d+(?:\.\d+)+[A-Z]*\.?$/];

function distance(from: string, to: string): number {
  const [a, b] = [parseLabel(from), parseLabel(to)];
  return a === undefined || b === undefined ? 0 : b.ordinal - a.ordinal;
}
