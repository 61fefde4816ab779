/** Definitions that stand behind a label or a bullet: the paragraph, and the list that goes on with it, become one. */
import { closingWords, definedTerm } from '../../model/define.ts';
import type { Block, Definition, Document, Para } from '../../model/document.ts';

/**
 * The document with each paragraph that defines a term as a definition, wherever it stands outside tables, notes and other
 * definitions. Nothing is added to the text or taken from it.
 */
export function withDefinitions(document: Document): Document {
  return { ...document, children: fold(document.children) };
}

function fold(blocks: readonly Block[]): Block[] {
  const result: Block[] = [];
  let open: { readonly definition: Definition; readonly children: Block[] } | undefined;
  const close = (): void => {
    if (open !== undefined) result.push({ ...open.definition, children: open.children });
    open = undefined;
  };
  for (const block of blocks) {
    if (open !== undefined && goesOn(open.children, block)) {
      open.children.push(inner(block));
      continue;
    }
    close();
    const term = block.type === 'para' && block.style === undefined ? definedTerm(block.children)?.term : undefined;
    if (term === undefined || block.type !== 'para') result.push(inner(block));
    else open = { definition: definitionOf(term, block), children: [withoutId(block)] };
  }
  close();
  return result;
}

/** Lists right behind the paragraph belong to the definition, and so do the closing words of a list. */
function goesOn(children: readonly Block[], block: Block): boolean {
  const last = children[children.length - 1];
  return isListPiece(block) || (last !== undefined && isListPiece(last) && closingWords(block));
}

function isListPiece(block: Block): boolean {
  return block.type === 'item' || (block.type === 'clause' && block.kind === 'limb');
}

/** What stands within a block; a definition is whole already. */
function inner(block: Block): Block {
  if (block.type === 'clause' || block.type === 'item') return { ...block, children: fold(block.children) };
  return block;
}

function definitionOf(term: string, { id, place }: Para): Definition {
  return {
    type: 'definition',
    ...(id === undefined ? {} : { id }),
    ...(place === undefined ? {} : { place }),
    term,
    children: [],
  };
}

function withoutId({ id: _, ...para }: Para): Para {
  return para;
}
