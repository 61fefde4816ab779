/** The list of attachments of a document. */
import { once, type Passage, type Subject } from '../subject.ts';

const LISTED = /^\s*(Attachment|Annex|Appendix)\s+(\d+|[A-Z])\s*(?:[:–.-]|\s-)\s*(\S.*)$/;

export interface ListedAttachment {
  readonly at: Passage;
  readonly word: string;
  readonly number: string;
  readonly title: string;
}

/** The list of attachments: two paragraphs at least that open with the word and a number. */
export const listedAttachments = once((subject: Subject): readonly ListedAttachment[] => {
  const found = subject.passages.flatMap((at): ListedAttachment[] => {
    const match = at.kind === 'text' ? LISTED.exec(at.text) : null;
    return match === null ? [] : [{ at, word: match[1] ?? '', number: match[2] ?? '', title: match[3] ?? '' }];
  });
  return found.length < 2 ? [] : found;
});
