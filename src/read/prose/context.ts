/** What the pieces of one prose text have in common: its footnotes and the places that links mean. */
import type { Block, Inline } from '../../model/document.ts';
import type { Element } from './html.ts';

export interface Context {
  /** The texts of notes by their id, each taken once. */
  readonly notes: Map<string, Element>;
  /** The ids that links mean and that stand somewhere. */
  readonly meant: ReadonlySet<string>;
  /** Ids that have been given to a block. */
  readonly placed: Set<string>;
  /** The blocks of pieces; here, so that the files of inlines and blocks need not import one another. */
  readonly blocksOf: (pieces: Element['children'], context: Context) => Block[];
}

/** Whether an element is one that mammoth makes of a note, and of which kind. */
export function noteKind(id: string): 'footnote' | 'endnote' | undefined {
  return /^(footnote|endnote)-\d+$/.exec(id)?.[1] as 'footnote' | 'endnote' | undefined;
}

/** Whether there is anything in inlines but white space. */
export function saysNothing(inlines: readonly Inline[]): boolean {
  return inlines.every((inline) => inline.type === 'text' && inline.value.trim() === '');
}
