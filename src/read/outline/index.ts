/**
 * The outline of a text: a flat list of labelled paragraphs becomes a tree of clauses. Every reader that meets
 * headings, labels and bullets one after another (Markdown, Word) makes `Entry` values and calls `outline`.
 *
 * What a thing stands in is told by rank. Ranks run, from the outside in: headings by their level; numbered clauses
 * by their level, or the depth of their number; definitions; limbs by their level, or the series their label
 * continues; bullets by their level. A thing closes all that is open of its own rank or a deeper one, and stands in
 * what is then innermost. Paragraphs open nothing: they are closing words of the limbs before them.
 */

export { outline } from './build.ts';
export { cutStart } from './cut.ts';
export { withDefinitions } from './definitions.ts';
export type { BlockEntry, ClauseEntry, DefinitionEntry, EndEntry, Entry, ItemEntry } from './entry.ts';
