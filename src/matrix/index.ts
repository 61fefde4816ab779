/** Matrices of any shape: typed rows, counts that are derived, verification, and what each group must test. */
export { classifyCounts } from './count/changes.ts';
export { type Counts, countsOf, printedValues, totalOf, totalRequired } from './count/count.ts';
export { explainCounts } from './count/explain.ts';
export { type ReadCounts, type Resolution, resolveCounts } from './count/flattened.ts';
export { countLine } from './count/line.ts';
export { changedTexts, differenceOf, type MatrixDifference } from './difference.ts';
export { countTexts, type PlacedMatrix, toTable, withMatrices, withoutMatrices } from './document.ts';
export { matrixRecords, matrixToCsv } from './export.ts';
export {
  groupsOf,
  type ObligationDifference,
  type ObligationSide,
  type Obligations,
  obligationDifference,
  obligationsOf,
  type RequiredTest,
} from './obligations.ts';
export { differenceFrom, type ObligationCount, obligationCounts, overviewRecords } from './overview.ts';
export { type AssembledMatrix, assembleMatrix, type CsvFile } from './read/assemble.ts';
export { writeCsv } from './read/csv.ts';
export { type FoundMatrices, type FoundMatrix, findInSheets, findMatrices } from './read/find.ts';
export { shapeOfCsv } from './read/guess.ts';
export { recognise } from './read/headings.ts';
export { matrixFromCsv, matrixFromTable, textRows } from './read/read.ts';
export { matrixFromRows, type ReadAs, type TextRow } from './read/rows.ts';
export { type Amends, type MatrixSettings, readSettings, type Scenario, type TableSettings } from './read/settings.ts';
export { countsReport, type ReportInput, type ReportSide } from './report.ts';
export { countNoun, type MatrixValue, parseValue, readShape, type Shape, valuesOfShape } from './shape/shape.ts';
export type { MatrixCell, MatrixRest, MatrixRow, MatrixTable, StatedCounts } from './table.ts';
export { verifyCounts, type WrongCount } from './verify/counts.ts';
export { checkGroups } from './verify/groups.ts';
export { verifyMatrix } from './verify/verify.ts';
export type { MatrixVersion, Verified } from './verify/version.ts';
