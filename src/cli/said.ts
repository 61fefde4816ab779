/** Messages counted by their rule, for the end of a command that has much to say. */
import type { Message } from '../message.ts';

/** `read/docx-comment 12, read/docx-header 3`: the rule that spoke most first. Empty where nothing was said. */
export function countedByRule(messages: readonly Message[]): string {
  const counts = new Map<string, number>();
  for (const message of messages) counts.set(message.rule, (counts.get(message.rule) ?? 0) + timesOf(message));
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([rule, count]) => `${rule} ${count}`)
    .join(', ');
}

/** How often a message stands for: readers tell what repeats once, with "12 times" as its note. */
function timesOf({ note }: Message): number {
  return Number(/^(\d+) times$/.exec(note ?? '')?.[1] ?? 1);
}
