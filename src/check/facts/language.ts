/** Whether a text is English, told by the small words in it. */
import type { English } from '../speller.ts';
import { once, type Subject } from '../subject.ts';

/** The commonest words of English legal prose. */
const SMALL = /\b(?:the|of|and|to|in|a|is|for|by|that|be|or|with|any|as|on|an|it|this|shall|are)\b/gi;
const WORD = /\p{L}+/gu;

/** As much of a text as is looked at. */
const SAMPLE = 20_000;

/** Small words of other languages that are read here, none of which is an English word. */
const OTHERS: readonly RegExp[] = [
  /\b(?:der|die|das|und|ist|nicht|eine[rmns]?|dem|den|des|auf|für|mit|sich|werden|wird|nach|oder|zu|bei|durch|sind|kann)\b/gi,
  /\b(?:yn|yr|mae|ac|ar|gan|neu|wedi|gyfer|fod|sydd|bydd|hwn|hon|eu|ei|drwy|unrhyw|rhaid|nad|fel|dan)\b/gi,
  /\b(?:le|la|les|des|et|est|une|du|dans|pour|que|qui|par|sur|au|aux|avec|ou|sont|ne|pas|ce|cette)\b/gi,
  /\b(?:het|een|en|van|voor|niet|zijn|wordt|dat|met|door|aan|bij|ook|naar|worden|deze)\b/gi,
  /\b(?:el|los|las|del|por|para|con|una|que|se|es|su|al|como|este|esta)\b/gi,
  /\b(?:il|lo|gli|della|di|che|per|una|con|non|del|sono|nel|alla|dei)\b/gi,
  /\b(?:og|det|er|som|til|af|på|ikke|med|skal|den|et|kan|ved|fra)\b/gi,
];

/**
 * Whether a text is English: it has more of the small English words than of those of any other language, and enough of
 * them for its length; a text of a few words is taken at its word.
 */
export const isEnglish = once((subject: Subject): boolean => {
  if (!subject.document.meta.language.toLowerCase().startsWith('en')) return false;
  let sample = '';
  for (const passage of subject.passages) {
    sample += `${passage.text}\n`;
    if (sample.length > SAMPLE) break;
  }
  const words = sample.match(WORD)?.length ?? 0;
  const english = sample.match(SMALL)?.length ?? 0;
  const other = Math.max(...OTHERS.map((small) => sample.match(small)?.length ?? 0));
  if (other > english + 1 && other * 8 > words) return false;
  return words < 60 || english / words > 0.08;
});

const AMERICAN =
  /\b(?:colors?|favor(?:s|ed|able|ite)?|labor|neighbor\w*|honor(?:s|ed)?|behaviors?|defenses?|offenses?|centers?|cancel(?:ed|ing)|analyz\w+|fulfill(?:s|ment)?|enrollment|installment|program|license[ds]? to|catalog|traveled|labeled)\b/gi;
const BRITISH =
  /\b(?:colours?|favour\w*|labour|neighbour\w*|honour\w*|behaviours?|defences?|offences?|centres?|cancell(?:ed|ing)|analys(?:e|ed|ing)|fulfil(?:s|ment)?|enrolment|instalment|judgement|programme|licences?|catalogue|travelled|labelled|whilst|organisations?)\b/gi;

/** Whose English a text is: as its language says, unless its own words say otherwise. */
export const englishOf = once((subject: Subject): English => {
  const tag = subject.document.meta.language.toLowerCase();
  let [american, british] = [0, 0];
  for (const { text } of subject.passages) {
    american += text.match(AMERICAN)?.length ?? 0;
    british += text.match(BRITISH)?.length ?? 0;
  }
  if (tag === 'en-us') return british > american + 1 ? 'british' : 'american';
  if (tag !== 'en' && tag !== 'en-gb') return 'any';
  return american > 2 && american > 2 * british ? 'american' : 'british';
});

/** Whether an English text is spelt as Americans do. */
export function isAmerican(subject: Subject): boolean {
  return englishOf(subject) === 'american';
}

/** Whether a paragraph of an English document is in another language, as a title or a clause that is quoted may be. */
export function isForeignText(text: string): boolean {
  const english = text.match(SMALL)?.length ?? 0;
  return OTHERS.some((small) => {
    const other = text.match(small)?.length ?? 0;
    return other > 2 && other > english * 1.5;
  });
}
