/** Definitions that leave the order of the alphabet which the others keep. */
import type { Definition } from '../../../model/document.ts';
import type { Rule } from '../../rule.ts';
import { blockLists, type Subject } from '../../subject.ts';

/** Fewer definitions show no order. */
const ENOUGH = 5;

export const definitionOrder: Rule = {
  id: 'definition-order',
  group: 'terms',
  severity: 'note',
  says: 'A definition that leaves the order of the alphabet, where the others keep it.',
  why: 'A reader looks a term up by its first letter, and takes one that stands elsewhere for missing.',
  good: '**Code** means a.\n\n**Fee** means b.\n\n**Hub** means c.\n\n**Plan** means d.\n\n**User** means e.',
  bad: '**Code** means a.\n\n**Hub** means c.\n\n**Fee** means b.\n\n**Plan** means d.\n\n**User** means e.\n\n**Work** means f.',
  check: (subject, report) => {
    for (const list of listsOf(subject)) {
      const keys = list.map(({ term }) => keyOf(term));
      const odd = keys.flatMap((key, i) => (i > 0 && compare(keys[i - 1] as string, key, subject) > 0 ? [i] : []));
      if (list.length < ENOUGH || odd.length === 0 || odd.length * 5 > list.length) continue;
      for (const i of odd) {
        const [node, before] = [list[i] as Definition, list[i - 1] as Definition];
        report({
          reason: `"${node.term}" follows "${before.term}", and the other definitions are in the order of the alphabet`,
          node,
          actual: node.term,
        });
      }
    }
  },
};

/** The definitions that follow one another. */
function listsOf(subject: Subject): Definition[][] {
  return blockLists(subject).flatMap((blocks) => {
    const lists: Definition[][] = [[]];
    for (const block of blocks) {
      if (block.type === 'definition') lists.at(-1)?.push(block);
      else if ((lists.at(-1)?.length ?? 0) > 0) lists.push([]);
    }
    return lists;
  });
}

function keyOf(term: string): string {
  return term
    .replace(/^(?:the|an?)\s+/i, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

function compare(a: string, b: string, subject: Subject): number {
  return a.localeCompare(b, subject.document.meta.language.slice(0, 2));
}
