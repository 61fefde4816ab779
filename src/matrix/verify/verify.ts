/** A version of a matrix verified: counts, rows, headings, settings and text, alone and against the versions around. */
import type { Report } from '../../message.ts';
import { checkAgreement, checkKnownNames } from './agreement.ts';
import { verifyCounts, type WrongCount } from './counts.ts';
import { checkGroups } from './groups.ts';
import { checkHeadings } from './headings.ts';
import { checkRest } from './rest.ts';
import { checkDuplicates, checkMarks, checkOrder, checkStems } from './rows.ts';
import { checkScenarios } from './scenarios.ts';
import { checkSettings } from './settings.ts';
import { checkListed, checkListing, checkSpelling, checkSpellingAlone, checkUnlisted } from './text.ts';
import { checkTextCounts } from './text-counts.ts';
import { type MatrixCheck, tableNumbered, type Verified } from './version.ts';
import { checkBaseline, checkFollowing } from './versions.ts';

/** Every check beside that of counts, in the order in which they report. */
const CHECKS: readonly MatrixCheck[] = [
  checkSettings,
  checkHeadings,
  checkGroups,
  checkStems,
  checkDuplicates,
  checkOrder,
  checkRest,
  checkBaseline,
  checkFollowing,
  checkAgreement,
  checkKnownNames,
  checkMarks,
  checkSpelling,
  checkSpellingAlone,
  checkListing,
  checkListed,
  checkScenarios,
  checkUnlisted,
  checkTextCounts,
];

/** Verifies all that the data can tell, and gives the typed counts that are wrong. */
export function verifyMatrix(verified: Verified, report: Report): WrongCount[] {
  const wrong = verifyTables(verified, report);
  for (const check of CHECKS) check(verified, report);
  return wrong;
}

/** The counts of all tables held against those that are derived, each with the table of its number in the baseline. */
export function verifyTables({ version, baseline }: Verified, report: Report): WrongCount[] {
  return version.tables.flatMap((table) => verifyCounts(table, tableNumbered(baseline, table.number), report));
}
