/** Which paragraphs the grammar takes for a definition, and for the closing words of one. */
import type { Block, Definition, Inline, Para, Text } from '../../model/document.ts';
import type { Revision } from '../../model/redline.ts';

const VERB = /^["'”’]?\s+(?:means?|includes|has the meaning|have the meaning|shall mean)(?![\p{L}\p{N}])/u;

/** A paragraph that reads as a definition: of which term, and which of its inlines holds the verb. */
export interface Looks {
  readonly term: string;
  readonly verb: number;
}

/** What a paragraph would be read to define; `undefined` where nothing. */
export function looksDefined(inlines: readonly Inline<Revision>[]): Looks | undefined {
  const [first] = inlines;
  const quoted = isText(first) && /^["'“‘]$/.test(first.value) && first.marks?.bold !== true;
  const verb = quoted ? 2 : 1;
  const [term, means] = [inlines[verb - 1], inlines[verb]];
  if (!isText(term) || term.marks?.bold !== true || !isText(means) || isMarked(means)) return undefined;
  const name = term.value.trim();
  return name !== '' && VERB.test(means.value) ? { term: name, verb } : undefined;
}

/** The verb of a definition has no formatting. */
function isMarked(text: Text<Revision>): boolean {
  return Object.keys(text.marks ?? {}).length > 0;
}

function isText(inline: Inline<Revision> | undefined): inline is Text<Revision> {
  return inline?.type === 'text';
}

/** Whether a definition can be written as its paragraph and what the grammar puts into it of what follows. */
export function isPlainDefinition(definition: Definition<Revision>, next: Block<Revision> | undefined): boolean {
  const [first, ...rest] = definition.children;
  if (first?.type !== 'para' || first.style !== undefined || first.revision?.kind === 'boundary') return false;
  const looks = looksDefined(first.children);
  if (looks?.term !== definition.term || !roomForBraces(definition, first, looks)) return false;
  const whole = [first, ...rest];
  const natural = rest.every((block, i) => isListPiece(block) || (isListPiece(whole[i]) && isClosing(block)));
  return natural && !(next !== undefined && (isListPiece(next) || (isListPiece(rest.at(-1)) && isClosing(next))));
}

/** Braces stand between the term and its verb, which a common space must part. */
function roomForBraces(definition: Definition<Revision>, para: Para<Revision>, { verb }: Looks): boolean {
  const means = para.children[verb];
  return definition.id === undefined || (isText(means) && /^["'”’]? /.test(means.value));
}

export function isListPiece(block: Block<Revision> | undefined): boolean {
  return block?.type === 'item' || (block?.type === 'clause' && block.kind === 'limb');
}

function isClosing(block: Block<Revision>): boolean {
  if (block.type !== 'para' || block.style !== undefined) return false;
  const first = block.children[0];
  return isText(first) && /^\p{Ll}/u.test(first.value);
}
