/** The rules, by group, in the order in which they are listed. A new one is a file in rules/ and a line here. */
import type { PackRule, Rule } from './rule.ts';
import { misleadingLink, nearMissHost } from './rules/addresses.ts';
import { agreement } from './rules/agreement.ts';
import { article } from './rules/article.ts';
import { uncitedAttachment, unlistedAttachment } from './rules/attachments.ts';
import { bodyName, bodyOnDate } from './rules/body-on-date.ts';
import { collectiveVerb } from './rules/collective-verb.ts';
import { contentsMatch } from './rules/contents.ts';
import { countSums, flattenedFigure, missingCounts, repeatedRow } from './rules/counts.ts';
import { cutShortName } from './rules/cut-short-name.ts';
import { danglingReference } from './rules/dangling-reference.ts';
import { dateBeforeIssue } from './rules/date-before-issue.ts';
import { dateFormat } from './rules/date-format.ts';
import { deadlineDay } from './rules/deadline-day.ts';
import { diacritics } from './rules/diacritics.ts';
import { disagreeingDates } from './rules/disagreeing-dates.ts';
import { doubledThat } from './rules/doubled-that.ts';
import { halfCapitals } from './rules/half-capitals.ts';
import { hyphenVariant } from './rules/hyphen-variant.ts';
import { impossibleDate } from './rules/impossible-date.ts';
import { lateAcronym } from './rules/late-acronym.ts';
import { listCapitals, listEnding, listJoining, listLeadIn } from './rules/list-joining.ts';
import { mixedProvisionWords } from './rules/mixed-provision-words.ts';
import { changeTableOrder, movedAsNew } from './rules/moved-as-new.ts';
import { nameArticle } from './rules/name-article.ts';
import { nameSpacing } from './rules/name-spacing.ts';
import { nearMissTerm } from './rules/near-miss-term.ts';
import { nearPhrase } from './rules/near-phrase.ts';
import { numberGap, numberOrder, repeatedNumber } from './rules/numbering.ts';
import { openPlaceholder } from './rules/open-placeholder.ts';
import { changeWithoutRow, packVersions, rowCallsMovedNew, rowWithoutChange } from './rules/pack-changes.ts';
import { periodLength } from './rules/period-length.ts';
import { polarity } from './rules/polarity.ts';
import { questionOrder, questionWording } from './rules/questions.ts';
import { quotationMarks, unmatchedPair } from './rules/quotation-marks.ts';
import { repeatedAcronym } from './rules/repeated-acronym.ts';
import { repeatedDefinition } from './rules/repeated-definition.ts';
import { repeatedPhrase } from './rules/repeated-phrase.ts';
import { repeatedTitleWords } from './rules/repeated-title-words.ts';
import { repeatedWords } from './rules/repeated-words.ts';
import { respondBy } from './rules/respond-by.ts';
import { reversedRange } from './rules/reversed-range.ts';
import { rowWidth } from './rules/row-width.ts';
import { serviceRequestName } from './rules/service-request-name.ts';
import { sharedNumbers } from './rules/shared-numbers.ts';
import { spaces } from './rules/spaces.ts';
import { spelling } from './rules/spelling.ts';
import { staleReference } from './rules/stale-reference.ts';
import { strayCapital } from './rules/stray-capital.ts';
import { termCapitals } from './rules/term-capitals.ts';
import { termVariant } from './rules/term-variant.ts';
import { timeFormat } from './rules/time-format.ts';
import { twoWordsForOne } from './rules/two-words-for-one.ts';
import { typedReference } from './rules/typed-reference.ts';
import { undefinedAcronym } from './rules/undefined-acronym.ts';
import { unusedDefinition } from './rules/unused-definition.ts';
import { unversionedReference } from './rules/unversioned-reference.ts';
import { weekday } from './rules/weekday.ts';
import { wrongForms } from './rules/wrong-forms.ts';

/** The rules about one document. */
export const RULES: readonly Rule[] = [
  danglingReference,
  staleReference,
  typedReference,
  reversedRange,
  unversionedReference,
  mixedProvisionWords,
  uncitedAttachment,
  unlistedAttachment,
  nearMissTerm,
  termVariant,
  termCapitals,
  halfCapitals,
  unusedDefinition,
  repeatedDefinition,
  undefinedAcronym,
  lateAcronym,
  repeatedAcronym,
  nameSpacing,
  hyphenVariant,
  cutShortName,
  twoWordsForOne,
  weekday,
  impossibleDate,
  dateBeforeIssue,
  disagreeingDates,
  dateFormat,
  timeFormat,
  respondBy,
  deadlineDay,
  periodLength,
  repeatedNumber,
  numberGap,
  numberOrder,
  sharedNumbers,
  listJoining,
  listEnding,
  listCapitals,
  listLeadIn,
  contentsMatch,
  questionOrder,
  questionWording,
  rowWidth,
  openPlaceholder,
  repeatedTitleWords,
  flattenedFigure,
  countSums,
  missingCounts,
  repeatedRow,
  repeatedWords,
  repeatedPhrase,
  article,
  agreement,
  doubledThat,
  wrongForms,
  spelling,
  diacritics,
  nearPhrase,
  spaces,
  quotationMarks,
  unmatchedPair,
  strayCapital,
  nearMissHost,
  misleadingLink,
  bodyOnDate,
  bodyName,
  collectiveVerb,
  nameArticle,
  serviceRequestName,
  movedAsNew,
  changeTableOrder,
  polarity,
];

/** The rules about a pack as a whole. */
export const PACK_RULES: readonly PackRule[] = [changeWithoutRow, rowWithoutChange, rowCallsMovedNew, packVersions];

/** The ids of all of them. */
export const RULE_IDS: ReadonlySet<string> = new Set([...RULES, ...PACK_RULES].map((rule) => rule.id));
