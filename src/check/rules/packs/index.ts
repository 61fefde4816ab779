/** The rules on packs, in the order in which they are listed. A new one is a file beside this and a line here. */
import type { MatrixRule, PackRule, Rule } from '../../rule.ts';
import { changeTableOrder } from './change-table-order.ts';
import { changeWithoutRow } from './change-without-row.ts';
import { matrixCounts } from './matrix-counts.ts';
import { matrixRows } from './matrix-rows.ts';
import { matrixSettings } from './matrix-settings.ts';
import { matrixText } from './matrix-text.ts';
import { movedAsNew } from './moved-as-new.ts';
import { packDates } from './pack-dates.ts';
import { packVersions } from './pack-versions.ts';
import { polarity } from './polarity.ts';
import { questionSection } from './question-section.ts';
import { removedProvision } from './removed-provision.ts';
import { rowCallsMovedNew } from './row-calls-moved-new.ts';
import { rowContradictsChange } from './row-contradicts-change.ts';
import { rowWithoutChange } from './row-without-change.ts';
import { templateQuestions } from './template-questions.ts';
import { titlePage } from './title-page.ts';
import { versionCited } from './version-cited.ts';

export const PACKS_RULES: readonly Rule[] = [movedAsNew, removedProvision, changeTableOrder, polarity];

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

export const MATRIX_RULES: readonly MatrixRule[] = [matrixCounts, matrixRows, matrixSettings, matrixText];
