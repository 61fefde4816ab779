/** Which definitions can be written as the grammar has them: a paragraph, and what continues it. */
import { closingWords, type DefinedTerm, definedTerm } from '../../model/define.ts';
import type { Block, Definition, Para } from '../../model/document.ts';
import type { Revision } from '../../model/redline.ts';

/** Whether a definition can be written as its paragraph and what the grammar puts into it of what follows. */
export function isPlainDefinition(definition: Definition<Revision>, next: Block<Revision> | undefined): boolean {
  const [first, ...rest] = definition.children;
  if (first?.type !== 'para' || first.style !== undefined || first.revision?.kind === 'boundary') return false;
  const looks = definedTerm(first.children);
  if (looks?.term !== definition.term || !roomForBraces(definition, first, looks)) return false;
  const whole = [first, ...rest];
  const natural = rest.every((block, i) => isListPiece(block) || (isListPiece(whole[i]) && closingWords(block)));
  return natural && !(next !== undefined && (isListPiece(next) || (isListPiece(rest.at(-1)) && closingWords(next))));
}

/** Braces stand right behind the term, where there must be a common space. */
function roomForBraces(definition: Definition<Revision>, para: Para<Revision>, { at, offset }: DefinedTerm): boolean {
  const behind = para.children[at];
  return definition.id === undefined || (behind?.type === 'text' && behind.value[offset] === ' ');
}

export function isListPiece(block: Block<Revision> | undefined): boolean {
  return block?.type === 'item' || (block?.type === 'clause' && block.kind === 'limb');
}
