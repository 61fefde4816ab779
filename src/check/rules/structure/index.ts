/** The rules on structure, in the order in which they are listed. A new one is a file beside this and a line here. */
import type { Rule } from '../../rule.ts';
import { contents } from './contents.ts';
import { counts } from './counts.ts';
import { flattenedFigure } from './flattened-figure.ts';
import { leftInDraft } from './left-in-draft.ts';
import { listCapitals } from './list-capitals.ts';
import { listEnding } from './list-ending.ts';
import { listJoining } from './list-joining.ts';
import { listLeadIn } from './list-lead-in.ts';
import { listParallel } from './list-parallel.ts';
import { listRunOn } from './list-run-on.ts';
import { listStops } from './list-stops.ts';
import { looseQuestion } from './loose-question.ts';
import { missingCounts } from './missing-counts.ts';
import { numberGap } from './number-gap.ts';
import { numberOrder } from './number-order.ts';
import { openPlaceholder } from './open-placeholder.ts';
import { questionOrder } from './question-order.ts';
import { questionWording } from './question-wording.ts';
import { repeatedNumber } from './repeated-number.ts';
import { repeatedRow } from './repeated-row.ts';
import { repeatedTitleWords } from './repeated-title-words.ts';
import { rowWidth } from './row-width.ts';
import { sharedNumbers } from './shared-numbers.ts';
import { tableCalledFigure } from './table-called-figure.ts';
import { tableTotals } from './table-totals.ts';

export const STRUCTURE_RULES: readonly Rule[] = [
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
  tableTotals,
  leftInDraft,
];
