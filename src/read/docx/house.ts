/** Files that our own writer made: what it prints of the front matter is no text of the document. */
import type { Styles } from './styles.ts';
import type { WordBlock, WordParagraph } from './word.ts';

/** The names of the styles by which the house style is known. */
const HOUSE_STYLES: ReadonlySet<string> = new Set(['contents end', 'spacer']);

/** Whether a file is in the house style. */
export function isHouseStyle(styles: Styles): boolean {
  return [...HOUSE_STYLES].every((name) => styles.has(name));
}

/** The styles of the title block and of the list of contents, by name. */
const FRONT: ReadonlySet<string> = new Set([
  'logo',
  'subtitle',
  'title',
  'toc heading',
  'toc 1',
  'toc 2',
  'contents end',
]);

/**
 * The blocks behind the title block and the list of contents. The front matter that they print stands in the file's
 * properties too. Empty paragraphs that keep tables apart go as well.
 */
export function withoutFront(blocks: readonly WordBlock[], styles: Styles): readonly WordBlock[] {
  const nameOf = (block: WordParagraph) => styles.name(block.properties.style);
  let start = 0;
  for (let titled = false; start < blocks.length; start++) {
    const block = blocks[start] as WordBlock;
    if (block.kind === 'table' ? !titled : !FRONT.has(nameOf(block))) break;
    titled = block.kind === 'paragraph' && nameOf(block) === 'title';
  }
  return blocks.slice(start).filter((block) => block.kind === 'table' || nameOf(block) !== 'spacer');
}
