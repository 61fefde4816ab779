/** What may stand in a legal text beside instructions: its title, headings and notes. Anything else is no part of it. */
import type { MarkedLine } from './align.ts';

/** Headings below which everything up to the next heading explains the text. */
const NOTES =
  /^(?:about (?:this|the) (?:legal text|text|amendments?|document)|introduction|background|explanatory (?:notes?|memorandum|statement)|notes?|drafting notes?|drafting note|rationale|reasons?|purpose|summary|overview|commentary|contents|table of contents|cover|how to read this (?:text|document))$/i;

/** A paragraph that says itself that it is a note. */
const NOTE =
  /^[[(]?(?:(?:drafting |explanatory |editorial )?notes?(?: to (?:reader|readers|draft|drafting))?\s*[:–—-]|this note is not part of\b)/i;

/** A heading that is a sentence, or tells somebody to do something, is none. */
const TELLS =
  /[.;:—]$|^(?:please|make|move|apply|insert|delete|omit|replace|amend|add|change|renumber|remove|substitute|correct|in|for|after|before)\b/i;

/** Whether a heading opens a note. */
export function opensNote({ after }: MarkedLine): boolean {
  return after?.kind === 'heading' && after.label === '' && NOTES.test(after.text.replace(/[.:]$/, ''));
}

/** Whether an unmarked line is furniture by itself: a heading without a number, a note, a panel. */
export function isFurniture({ plain, after }: MarkedLine): boolean {
  if (!plain || after === undefined) return false;
  if (after.text === '') return after.kind !== 'block';
  if (after.kind === 'heading' && TELLS.test(after.text)) return false;
  if (after.kind === 'heading')
    return after.label === '' || /^(?:part|chapter|schedule|annex|appendix)\b/i.test(after.label);
  const style = after.block?.type === 'para' ? after.block.style : undefined;
  return style === 'notice' || (after.kind === 'text' && NOTE.test(after.text));
}
