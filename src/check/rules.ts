/** The rules, by group, in the order in which they are listed. A new one is a file in rules/ and a line here. */
import type { MatrixRule, PackRule, Rule } from './rule.ts';
import { agreement } from './rules/agreement.ts';
import { article } from './rules/article.ts';
import { bodyName } from './rules/body-name.ts';
import { bodyOnDate } from './rules/body-on-date.ts';
import { changeTableOrder } from './rules/change-table-order.ts';
import { changeWithoutRow } from './rules/change-without-row.ts';
import { clippedName } from './rules/clipped-name.ts';
import { collectiveVerb } from './rules/collective-verb.ts';
import { commaSplice } from './rules/comma-splice.ts';
import { companyForm } from './rules/company-form.ts';
import { compoundHyphen } from './rules/compound-hyphen.ts';
import { contents } from './rules/contents.ts';
import { contraction } from './rules/contraction.ts';
import { correlatives } from './rules/correlatives.ts';
import { counts } from './rules/counts.ts';
import { cutShortName } from './rules/cut-short-name.ts';
import { danglingQuestion } from './rules/dangling-question.ts';
import { danglingReference } from './rules/dangling-reference.ts';
import { dateBeforeIssue } from './rules/date-before-issue.ts';
import { dateFormat } from './rules/date-format.ts';
import { deadlineDay } from './rules/deadline-day.ts';
import { departmentAndMinister } from './rules/department-and-minister.ts';
import { diacritics } from './rules/diacritics.ts';
import { disagreeingDates } from './rules/disagreeing-dates.ts';
import { doubledStop } from './rules/doubled-stop.ts';
import { doubledThat } from './rules/doubled-that.ts';
import { flattenedFigure } from './rules/flattened-figure.ts';
import { halfCapitals } from './rules/half-capitals.ts';
import { hyphenVariant } from './rules/hyphen-variant.ts';
import { impossibleDate } from './rules/impossible-date.ts';
import { lateAcronym } from './rules/late-acronym.ts';
import { lateTerm } from './rules/late-term.ts';
import { leadingZero } from './rules/leading-zero.ts';
import { listCapitals } from './rules/list-capitals.ts';
import { listEnding } from './rules/list-ending.ts';
import { listJoining } from './rules/list-joining.ts';
import { listLeadIn } from './rules/list-lead-in.ts';
import { listParallel } from './rules/list-parallel.ts';
import { listRunOn } from './rules/list-run-on.ts';
import { listStops } from './rules/list-stops.ts';
import { looseQuestion } from './rules/loose-question.ts';
import { matrixCounts } from './rules/matrix-counts.ts';
import { matrixRows } from './rules/matrix-rows.ts';
import { matrixSettings } from './rules/matrix-settings.ts';
import { matrixText } from './rules/matrix-text.ts';
import { misleadingLink } from './rules/misleading-link.ts';
import { missingArticle } from './rules/missing-article.ts';
import { missingCounts } from './rules/missing-counts.ts';
import { missingFootnote } from './rules/missing-footnote.ts';
import { missingStop } from './rules/missing-stop.ts';
import { mixedPerson } from './rules/mixed-person.ts';
import { mixedProvisionWords } from './rules/mixed-provision-words.ts';
import { movedAsNew } from './rules/moved-as-new.ts';
import { nameArticle } from './rules/name-article.ts';
import { nameConnector } from './rules/name-connector.ts';
import { nameSpacing } from './rules/name-spacing.ts';
import { nameVariant } from './rules/name-variant.ts';
import { nearMissHost } from './rules/near-miss-host.ts';
import { nearMissTerm } from './rules/near-miss-term.ts';
import { nearPhrase } from './rules/near-phrase.ts';
import { numberGap } from './rules/number-gap.ts';
import { numberOrder } from './rules/number-order.ts';
import { openPlaceholder } from './rules/open-placeholder.ts';
import { packDates } from './rules/pack-dates.ts';
import { packVersions } from './rules/pack-versions.ts';
import { partyName } from './rules/party-name.ts';
import { periodLength } from './rules/period-length.ts';
import { phraseCapitals } from './rules/phrase-capitals.ts';
import { phraseNumber } from './rules/phrase-number.ts';
import { polarity } from './rules/polarity.ts';
import { provisionCapitals } from './rules/provision-capitals.ts';
import { questionOrder } from './rules/question-order.ts';
import { questionSection } from './rules/question-section.ts';
import { questionWording } from './rules/question-wording.ts';
import { quotationKinds } from './rules/quotation-kinds.ts';
import { quotationMarks } from './rules/quotation-marks.ts';
import { quotationSpan } from './rules/quotation-span.ts';
import { redundantAcronym } from './rules/redundant-acronym.ts';
import { removedProvision } from './rules/removed-provision.ts';
import { repeatedAcronym } from './rules/repeated-acronym.ts';
import { repeatedDefinition } from './rules/repeated-definition.ts';
import { repeatedNumber } from './rules/repeated-number.ts';
import { repeatedPhrase } from './rules/repeated-phrase.ts';
import { repeatedRow } from './rules/repeated-row.ts';
import { repeatedSentence } from './rules/repeated-sentence.ts';
import { repeatedTitleWords } from './rules/repeated-title-words.ts';
import { repeatedWords } from './rules/repeated-words.ts';
import { respondBy } from './rules/respond-by.ts';
import { reversedRange } from './rules/reversed-range.ts';
import { rowCallsMovedNew } from './rules/row-calls-moved-new.ts';
import { rowContradictsChange } from './rules/row-contradicts-change.ts';
import { rowWidth } from './rules/row-width.ts';
import { rowWithoutChange } from './rules/row-without-change.ts';
import { serviceRequestName } from './rules/service-request-name.ts';
import { sharedNumbers } from './rules/shared-numbers.ts';
import { shortFormName } from './rules/short-form-name.ts';
import { shortYear } from './rules/short-year.ts';
import { spaces } from './rules/spaces.ts';
import { spelling } from './rules/spelling.ts';
import { staleReference } from './rules/stale-reference.ts';
import { strayCapital } from './rules/stray-capital.ts';
import { tableCalledFigure } from './rules/table-called-figure.ts';
import { templateQuestions } from './rules/template-questions.ts';
import { termCapitals } from './rules/term-capitals.ts';
import { termVariant } from './rules/term-variant.ts';
import { timeFormat } from './rules/time-format.ts';
import { titlePage } from './rules/title-page.ts';
import { twoWordsForOne } from './rules/two-words-for-one.ts';
import { typedReference } from './rules/typed-reference.ts';
import { uncalledFootnote } from './rules/uncalled-footnote.ts';
import { uncitedAttachment } from './rules/uncited-attachment.ts';
import { undefinedAcronym } from './rules/undefined-acronym.ts';
import { undefinedTerm } from './rules/undefined-term.ts';
import { unlistedAttachment } from './rules/unlisted-attachment.ts';
import { unmatchedPair } from './rules/unmatched-pair.ts';
import { unusedDefinition } from './rules/unused-definition.ts';
import { unversionedReference } from './rules/unversioned-reference.ts';
import { valueVariant } from './rules/value-variant.ts';
import { versionCited } from './rules/version-cited.ts';
import { versionFormat } from './rules/version-format.ts';
import { weekday } from './rules/weekday.ts';
import { wrongForm } from './rules/wrong-form.ts';

/** The rules about one document. */
export const RULES: readonly Rule[] = [
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
  weekday,
  impossibleDate,
  dateBeforeIssue,
  disagreeingDates,
  dateFormat,
  shortYear,
  leadingZero,
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
  listRunOn,
  listParallel,
  listStops,
  contents,
  questionOrder,
  looseQuestion,
  questionWording,
  rowWidth,
  tableCalledFigure,
  openPlaceholder,
  repeatedTitleWords,
  flattenedFigure,
  counts,
  missingCounts,
  repeatedRow,
  repeatedWords,
  repeatedPhrase,
  repeatedSentence,
  article,
  agreement,
  doubledThat,
  commaSplice,
  correlatives,
  wrongForm,
  spelling,
  diacritics,
  compoundHyphen,
  contraction,
  nearPhrase,
  spaces,
  missingStop,
  doubledStop,
  quotationMarks,
  quotationKinds,
  quotationSpan,
  unmatchedPair,
  strayCapital,
  nearMissHost,
  misleadingLink,
  bodyOnDate,
  bodyName,
  departmentAndMinister,
  companyForm,
  nameConnector,
  collectiveVerb,
  nameArticle,
  missingArticle,
  mixedPerson,
  partyName,
  serviceRequestName,
  movedAsNew,
  removedProvision,
  changeTableOrder,
  polarity,
];

/** The rules about a pack as a whole. */
export const PACK_RULES: readonly PackRule[] = [
  changeWithoutRow,
  rowWithoutChange,
  rowCallsMovedNew,
  rowContradictsChange,
  packVersions,
  versionCited,
  packDates,
  titlePage,
  templateQuestions,
  questionSection,
];

/** The rules about the matrix of a version. */
export const MATRIX_RULES: readonly MatrixRule[] = [matrixCounts, matrixRows, matrixSettings, matrixText];

/** All of them. */
export const ALL_RULES: readonly (Rule | PackRule | MatrixRule)[] = [...RULES, ...PACK_RULES, ...MATRIX_RULES];

/** Their ids. */
export const RULE_IDS: ReadonlySet<string> = new Set(ALL_RULES.map((rule) => rule.id));
