/** Definitions as Markdown: a paragraph and what follows it by itself, or a container where they hold more. */

import { definedTerm } from '../../model/define.ts';
import type { Block, Definition } from '../../model/document.ts';
import { paragraphLabel } from '../../model/label.ts';
import type { Revision } from '../../model/redline.ts';
import { chunksOf, type Place, writeBlocks } from './blocks.ts';
import { writeAttributes, writeBraces } from './braces.ts';
import { type Chunk, container, join } from './chunk.ts';
import { isPlainDefinition } from './define.ts';
import { paraText } from './para.ts';
import { type Fate, fateOf, remarks, type State } from './state.ts';

/** A definition behind `lead` (the label of a clause, or nothing); `next` is the block behind it. */
export function writeDefinition(
  definition: Definition<Revision>,
  next: Block<Revision> | undefined,
  lead: string,
  place: Place,
  state: State,
): Chunk[] {
  const fate = fateOf(definition, place.fate);
  const remark = remarks(definition, state);
  const [first, ...rest] = definition.children;
  if (first?.type !== 'para' || !isPlainDefinition(definition, next)) {
    return [{ text: writtenOut(definition, fate, remark, state) }];
  }
  const before = remark === '' ? lead : `${lead}${remark} `;
  const defines = writeBraces({ id: definition.id, words: [] });
  const text = paraText(first, { lead: before, opensBlock: true, defines }, fate, state);
  return [{ text }, ...chunksOf(rest, { around: undefined, fate }, state)];
}

/** `:::definition`, with its term where its first paragraph does not tell. */
function writtenOut(definition: Definition<Revision>, fate: Fate, remark: string, state: State): string {
  const first = definition.children[0];
  const looks = first?.type === 'para' ? definedTerm(first.children) : undefined;
  const term = looks?.term === definition.term ? undefined : definition.term;
  const content = contentOf(definition, fate, state);
  const parts = [remark, content].filter((part) => part !== '');
  return container(`definition${writeAttributes({ id: definition.id, term })}`, parts.join('\n\n'));
}

/** In a container the first paragraph may look like a definition: it is that of the container. */
function contentOf(definition: Definition<Revision>, fate: Fate, state: State): string {
  const [first, ...rest] = definition.children;
  const place: Place = { around: undefined, fate };
  if (first?.type !== 'para' || first.style !== undefined || definedTerm(first.children) === undefined) {
    return writeBlocks(definition.children, place, state);
  }
  const text = paraText(first, { lead: '', opensBlock: true, find: paragraphLabel, defines: '' }, fate, state);
  return join([{ text }, ...chunksOf(rest, place, state)]);
}
