/** The rules on terms, in the order in which they are listed. A new one is a file beside this and a line here. */
import type { Rule } from '../../rule.ts';
import { circularDefinition } from './circular-definition.ts';
import { clippedName } from './clipped-name.ts';
import { cutShortName } from './cut-short-name.ts';
import { definitionOrder } from './definition-order.ts';
import { halfCapitals } from './half-capitals.ts';
import { hyphenVariant } from './hyphen-variant.ts';
import { invertedTerm } from './inverted-term.ts';
import { lateAcronym } from './late-acronym.ts';
import { lateTerm } from './late-term.ts';
import { modalVerb } from './modal-verb.ts';
import { nameSpacing } from './name-spacing.ts';
import { nameVariant } from './name-variant.ts';
import { nearMissTerm } from './near-miss-term.ts';
import { phraseCapitals } from './phrase-capitals.ts';
import { phraseNumber } from './phrase-number.ts';
import { redundantAcronym } from './redundant-acronym.ts';
import { repeatedAcronym } from './repeated-acronym.ts';
import { repeatedDefinition } from './repeated-definition.ts';
import { shortFormName } from './short-form-name.ts';
import { termCapitals } from './term-capitals.ts';
import { termVariant } from './term-variant.ts';
import { twoWordsForOne } from './two-words-for-one.ts';
import { undefinedAcronym } from './undefined-acronym.ts';
import { undefinedTerm } from './undefined-term.ts';
import { unusedDefinition } from './unused-definition.ts';
import { valueVariant } from './value-variant.ts';
import { versionFormat } from './version-format.ts';
import { versionVariant } from './version-variant.ts';
import { wrongParty } from './wrong-party.ts';

export const TERMS_RULES: readonly Rule[] = [
  nearMissTerm,
  termVariant,
  undefinedTerm,
  lateTerm,
  nameVariant,
  clippedName,
  termCapitals,
  halfCapitals,
  phraseNumber,
  phraseCapitals,
  unusedDefinition,
  repeatedDefinition,
  undefinedAcronym,
  lateAcronym,
  repeatedAcronym,
  redundantAcronym,
  nameSpacing,
  shortFormName,
  versionFormat,
  valueVariant,
  hyphenVariant,
  cutShortName,
  twoWordsForOne,
  versionVariant,
  wrongParty,
  invertedTerm,
  circularDefinition,
  definitionOrder,
  modalVerb,
];
