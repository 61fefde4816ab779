/** The provisions that a text cites in words: `Clause 20.28 of the existing SVTAD`, `Table 9.3`, `Attachment 6`. */
import { once, type Passage, type Subject } from '../subject.ts';

export interface TypedReference {
  readonly at: Passage;
  /** UTF-16 offsets in the passage's text, the word included. */
  readonly start: number;
  readonly end: number;
  /** In the singular, with a capital: `Clause`, `Attachment`. */
  readonly word: string;
  readonly number: string;
  /** Set where the text says of which document, version or state it speaks. */
  readonly qualified?: string;
  /** Whether it is the text of a cross-reference. */
  readonly linked: boolean;
}

const WORDS = 'Clause|Section|Paragraph|Article|Table|Figure|Annex|Appendix|Schedule|Attachment|Part|Question';
const NUMBER = '\\d+[A-Z]?(?:\\.\\d+[A-Z]?)*(?:\\([a-z0-9]{1,4}\\))*|[A-Z](?:\\d+(?:\\.\\d+)*)?(?![\\p{L}])';
const REFERENCE = new RegExp(`\\b(${WORDS})(s|es)?\\s+(${NUMBER})`, 'giu');

/** What follows a reference into another document: `of the SVTAD`, `to the Smart Energy Code`, `(clause 4 UTSAD)`. */
const OF_ANOTHER =
  /^(?:\s*\([^)]{0,60}\))?[\s,]*(?:(?:of|to|in|under|within|from|and|or|[-–])\s+)?(?:(?:the|that|its|an?|their|each)\s+)?((?:existing|current|proposed|designated|former|previous|new|draft|present|stated)\s+)?(?:version\s+\S+\s+of\s+(?:the\s+)?)?(\p{Lu}[\p{L}\p{N}]+|existing|current|proposed)/u;
const OF_WORD = /^(?:\s*\([^)]{0,60}\))?[\s,]*(?:of|to|in|under|within)\s+(?!(?:this|that)\b)/;

/** What stands before one: `SMETS1 SVTAD Clause 20.18`, `existing Clause 4`. */
const BEFORE =
  /(?:\b(existing|current|proposed|new|former|previous|present|Regulations?|Code|Act|Rules?|Law|Statutes?|Treaty|Constitution|Order|Directive|Ordinance|Convention|Form|Treas\.|Reg\.|U\.S\.C\.|USC|Title|Chapter)|(\p{Lu}{2,}[\p{L}\p{N}]*|'s|’s))\s+$/u;

/** Every typed reference, in reading order. */
export const typedReferences = once((subject: Subject): readonly TypedReference[] =>
  subject.passages.flatMap((passage) => (/\d|Annex|Appendix/.test(passage.text) ? referencesIn(passage) : [])),
);

function referencesIn(at: Passage): TypedReference[] {
  return [...at.text.matchAll(REFERENCE)].flatMap((match): TypedReference[] => {
    const [text, word = '', plural, number = ''] = match;
    if (/^[A-Z]$/.test(number) && !/^(?:annex|appendix|schedule|part|section)$/i.test(word)) return [];
    const end = match.index + text.length;
    // `28-2-312` is one number in a code of another kind.
    if (/^-\d/.test(at.text.slice(end))) return [];
    if (plural !== undefined && !/^\s*(?:to|and|or|,|–|-|&|\()/.test(at.text.slice(end, end + 8))) return [];
    const qualified = qualifierOf(
      at.text.slice(Math.max(0, match.index - 40), match.index),
      at.text.slice(end, end + 90),
    );
    const linked = at.pieces.some(
      (piece) =>
        piece.inline.type === 'crossReference' && piece.start < end && match.index < piece.start + piece.text.length,
    );
    return [
      {
        at,
        start: match.index,
        end,
        word: `${word[0]?.toUpperCase()}${word.slice(1).toLowerCase()}`,
        number,
        linked,
        ...(qualified === undefined ? {} : { qualified }),
      },
    ];
  });
}

function qualifierOf(before: string, after: string): string | undefined {
  const left = BEFORE.exec(before);
  if (left !== null) return (left[1] ?? left[2] ?? '').trim();
  if (!OF_WORD.test(after)) return undefined;
  const right = OF_ANOTHER.exec(after);
  return right === null ? 'another document' : `${right[1] ?? ''}${right[2] ?? ''}`.trim();
}
