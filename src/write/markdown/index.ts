/** A redline as Markdown: canonical Legal Markdown where it is clean, the same with `<ins>` and `<del>` where marked. */
import type { Redline } from '../../model/redline.ts';
import { writeBlocks } from './blocks.ts';
import { indent, withoutEndSpace } from './chunk.ts';
import { writeFrontMatter } from './frontmatter.ts';
import { type State, stateOf } from './state.ts';

/**
 * The Markdown of a redline. That of a clean one is the canonical form: a paragraph a line, `-` for lists, footnotes
 * in order at the end, and reading it gives the same document. In a marked one what was inserted stands between
 * `<ins>` tags, what was deleted between `<del>` tags, labels and cross-references that changed show both, and
 * moves say where from and where to.
 */
export function writeMarkdown(redline: Redline): string {
  const state = stateOf(redline);
  const body = writeBlocks(redline.document.children, { around: undefined, fate: undefined }, state);
  const parts = [writeFrontMatter(redline.document.meta).trimEnd(), body, ...writeNotes(state)];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** The texts of footnotes in the order of their calls; calls within them join the end of the list. */
function writeNotes(state: State): string[] {
  const texts: string[] = [];
  for (let i = 0; i < state.notes.length; i++) {
    const named = state.notes[i];
    if (named === undefined) continue;
    const content = writeBlocks(named.note.children, { around: undefined, fate: named.fate }, state);
    texts.push(withoutEndSpace(`[^${named.name}]: ${indent(content, 4)}`));
  }
  return texts;
}
