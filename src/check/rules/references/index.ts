/** The rules on references, in the order in which they are listed. A new one is a file beside this and a line here. */
import type { Rule } from '../../rule.ts';
import { brokenField } from './broken-field.ts';
import { danglingQuestion } from './dangling-question.ts';
import { danglingReference } from './dangling-reference.ts';
import { missingFootnote } from './missing-footnote.ts';
import { mixedProvisionWords } from './mixed-provision-words.ts';
import { ownNumber } from './own-number.ts';
import { provisionCapitals } from './provision-capitals.ts';
import { referenceTitle } from './reference-title.ts';
import { reversedRange } from './reversed-range.ts';
import { staleReference } from './stale-reference.ts';
import { typedReference } from './typed-reference.ts';
import { uncalledFootnote } from './uncalled-footnote.ts';
import { uncitedAttachment } from './uncited-attachment.ts';
import { unlistedAttachment } from './unlisted-attachment.ts';
import { unversionedReference } from './unversioned-reference.ts';
import { wrongProvision } from './wrong-provision.ts';

export const REFERENCES_RULES: readonly Rule[] = [
  danglingReference,
  danglingQuestion,
  staleReference,
  typedReference,
  reversedRange,
  unversionedReference,
  mixedProvisionWords,
  provisionCapitals,
  uncalledFootnote,
  missingFootnote,
  uncitedAttachment,
  unlistedAttachment,
  referenceTitle,
  ownNumber,
  brokenField,
  wrongProvision,
];
