/** Paragraphs as Markdown, kept from reading as clauses or definitions where they are none. */

import { definedTerm } from '../../model/define.ts';
import type { Block, Para } from '../../model/document.ts';
import { paragraphLabel } from '../../model/label.ts';
import type { Revision } from '../../model/redline.ts';
import type { Place } from './blocks.ts';
import { writeBraces } from './braces.ts';
import { type Chunk, withoutEndSpace } from './chunk.ts';
import { LOOSE, type Setting, writeInlines } from './inline.ts';
import { itemLabel, labelAt } from './label.ts';
import { type Fate, fateOf, remarks, type State } from './state.ts';

/** What stands at the beginning of a paragraph, and how it is read there. */
export interface Start {
  /** A label with its braces and a space; '' where the paragraph begins its line. */
  readonly lead: string;
  /** Whether its beginning could open a block. */
  readonly opensBlock: boolean;
  /** The labels that would be found at its beginning. */
  readonly find?: (text: string) => unknown;
  /** Set where it is the paragraph of a definition: the braces behind its term, '' where there are none. */
  readonly defines?: string;
}

/** A paragraph on a line of its own. */
export function writePara(para: Para<Revision>, place: Place, state: State): Chunk {
  if (isPageBreak(para) && fateOf(para, place.fate) === undefined) return { text: '::page-break' };
  const find = place.inItem === true ? itemLabel : paragraphLabel;
  return { text: paraText(para, { lead: '', opensBlock: true, find }, place.fate, state) };
}

function isPageBreak({ id, style, revision, children: [first, ...rest] }: Para<Revision>): boolean {
  const plain = id === undefined && style === undefined && revision === undefined;
  return plain && first?.type === 'break' && first.kind === 'page' && first.revision === undefined && rest.length === 0;
}

/** Whether a block may stand on the line of a label. */
export function isLead(block: Block<Revision> | undefined): block is Para<Revision> {
  return block?.type === 'para' && block.style === undefined && !isPageBreak(block);
}

/** The text of a paragraph behind what leads it. */
export function paraText(para: Para<Revision>, start: Start, around: Fate, state: State): string {
  const pieces = [ownBraces(para), remarks(para, state)].filter((piece) => piece !== '');
  const before = start.lead + pieces.map((piece) => `${piece} `).join('');
  const looks = definedTerm(para.children);
  const setting: Setting = {
    ...LOOSE,
    fate: fateOf(para, around),
    before: before === '' ? '' : ' ',
    opensBlock: start.opensBlock && before === '',
    labelAt: before === '' && start.find !== undefined ? labelAt(start.find) : undefined,
    behindTerm: looks === undefined ? undefined : { at: looks.at, offset: looks.offset, braces: start.defines },
  };
  return withoutEndSpace(before + writeInlines(para.children, setting, state));
}

/** The braces of a paragraph: its anchor, or none, which tells an empty paragraph from nothing. */
export function ownBraces({ id, children }: Para<Revision>): string {
  if (id !== undefined) return writeBraces({ id, words: [] });
  return children.length === 0 ? '{}' : '';
}

/** A head without braces gets empty ones where the paragraph behind it begins with braces of its own. */
export function withRoom(head: string, hasBraces: boolean, para: Block<Revision> | undefined): string {
  const needed = !hasBraces && para?.type === 'para' && ownBraces(para) !== '';
  return needed ? `${head} {}`.trimStart() : head;
}
