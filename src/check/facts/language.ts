/** Whether a text is English, told by the small words in it. */
import { once, type Subject } from '../subject.ts';

/** The commonest words of English legal prose. */
const SMALL = /\b(?:the|of|and|to|in|a|is|for|by|that|be|or|with|any|as|on|an|it|this|shall|are)\b/gi;
const WORD = /\p{L}+/gu;

/** As much of a text as is looked at. */
const SAMPLE = 20_000;

/** At least one word in eight is a small English one; a text of a few words is taken at its word. */
export const isEnglish = once((subject: Subject): boolean => {
  if (!subject.document.meta.language.toLowerCase().startsWith('en')) return false;
  let sample = '';
  for (const passage of subject.passages) {
    sample += `${passage.text}\n`;
    if (sample.length > SAMPLE) break;
  }
  const words = sample.match(WORD)?.length ?? 0;
  return words < 40 || (sample.match(SMALL)?.length ?? 0) / words > 0.125;
});
