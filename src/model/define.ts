/** Which paragraphs define a term, and which continue a definition behind its limbs: one rule for readers and writers. */
import type { Block, Inline, Text } from './document.ts';

/** What stands behind a term that is defined. */
const DEFINES = /^["'”’]?\s+(?:means?|includes|has the meaning|have the meaning|shall mean)(?![\p{L}\p{N}])/u;

/** A paragraph that reads as a definition: of which term, and which of its inlines holds the verb. */
export interface DefinedTerm {
  readonly term: string;
  readonly verb: number;
}

/**
 * What a paragraph defines: bold text at its beginning, perhaps in quotation marks, then `means` or the like.
 * `undefined` where it defines nothing.
 */
export function definedTerm<R>(inlines: readonly Inline<R>[]): DefinedTerm | undefined {
  const [first] = inlines;
  const quoted = isText(first) && /^["'“‘]$/.test(first.value) && first.marks?.bold !== true;
  const verb = quoted ? 2 : 1;
  const [term, means] = [inlines[verb - 1], inlines[verb]];
  if (!isText(term) || term.marks?.bold !== true || !isText(means) || isMarked(means)) return undefined;
  const name = unquoted(term.value.trim());
  return name !== '' && DEFINES.test(means.value) ? { term: name, verb } : undefined;
}

/** A term without the quotation marks that a text may set it in, bold as it is. */
function unquoted(term: string): string {
  return /^[“"‘'„«](.+)[”"’'“»]$/s.exec(term)?.[1] ?? term;
}

/** Whether a run has any formatting: the verb of a definition has none. */
function isMarked<R>(text: Text<R>): boolean {
  return Object.keys(text.marks ?? {}).length > 0;
}

function isText<R>(inline: Inline<R> | undefined): inline is Text<R> {
  return inline?.type === 'text';
}

/** Whether a block goes on with the sentence that a list interrupted: `and includes …`. */
export function closingWords<R>(block: Block<R>): boolean {
  if (block.type !== 'para' || block.style !== undefined) return false;
  const first = block.children[0];
  return isText(first) && /^\p{Ll}/u.test(first.value);
}
