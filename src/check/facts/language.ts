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

const AMERICAN =
  /\b(?:colors?|favor(?:s|ed|able|ite)?|labor|neighbor\w*|honor(?:s|ed)?|behaviors?|defenses?|offenses?|centers?|cancel(?:ed|ing)|analyz\w+|fulfill(?:s|ment)?|enrollment|installment|judgment|program|license[ds]? to|catalog|traveled|labeled)\b/gi;
const BRITISH =
  /\b(?:colours?|favour\w*|labour|neighbour\w*|honour\w*|behaviours?|defences?|offences?|centres?|cancell(?:ed|ing)|analys(?:e|ed|ing)|fulfil(?:s|ment)?|enrolment|instalment|judgement|programme|licences?|catalogue|travelled|labelled|whilst|organisations?)\b/gi;

/** Whether an English text is spelt as Americans do, so that a British dictionary has nothing to say of it. */
export const isAmerican = once((subject: Subject): boolean => {
  if (/^en-us$/i.test(subject.document.meta.language)) return true;
  let american = 0;
  let british = 0;
  for (const { text } of subject.passages) {
    american += text.match(AMERICAN)?.length ?? 0;
    british += text.match(BRITISH)?.length ?? 0;
  }
  return american > british + 1;
});
