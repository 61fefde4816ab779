/** Which paragraphs define a term, and which continue a definition behind its limbs. */
import type { Block, Inline, Text } from '../../model/document.ts';

/** What stands behind a term that is defined. */
const DEFINES = /^["'”’]?\s+(?:means?|includes|has the meaning|have the meaning|shall mean)(?![\p{L}\p{N}])/u;

/**
 * The term that a paragraph defines: bold text at its beginning, perhaps in quotation marks, then `means` or the
 * like. `undefined` where it defines none.
 */
export function definedTerm(inlines: readonly Inline[]): string | undefined {
  const quoted = isText(inlines[0]) && /^["'“‘]$/.test(inlines[0].value) && inlines[0].marks?.bold !== true;
  const term = inlines[quoted ? 1 : 0];
  const verb = inlines[quoted ? 2 : 1];
  if (!isText(term) || term.marks?.bold !== true || !isText(verb) || isMarked(verb)) return undefined;
  const name = term.value.trim();
  return name !== '' && DEFINES.test(verb.value) ? name : undefined;
}

/** Whether a run has any formatting: the verb of a definition has none. */
function isMarked(text: Text): boolean {
  return Object.keys(text.marks ?? {}).length > 0;
}

function isText(inline: Inline | undefined): inline is Text {
  return inline?.type === 'text';
}

/** Whether a block goes on with the sentence that a list interrupted: `and includes …`. */
export function closingWords(block: Block): boolean {
  if (block.type !== 'para' || block.style !== undefined) return false;
  const first = block.children[0];
  return isText(first) && /^\p{Ll}/u.test(first.value);
}
