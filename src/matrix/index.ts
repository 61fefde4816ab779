/** DUIS matrices: typed rows, counts that are derived, and the tests that each User Role must run. */
export { type Checked, checkMatrix } from './checks.ts';
export { type Counts, countsOf, totalOf, totalTests, valuesOf } from './count.ts';
export { differenceOf, type MatrixDifference } from './difference.ts';
export { countTexts, type PlacedMatrix, toTable, withMatrices, withoutMatrices } from './document.ts';
export { matrixToCsv } from './export.ts';
export { type ReadCounts, type Resolution, resolveCounts } from './flattened.ts';
export { countLine, matrixFromCsv, matrixFromRows, matrixFromTable } from './import.ts';
export { countsReport, type ReportInput, type ReportSide } from './report.ts';
export {
  type ObligationDifference,
  type ObligationSide,
  type Obligations,
  obligationDifference,
  obligationsOf,
  type RequiredTest,
  rolesOf,
  type Scenario,
} from './scenario.ts';
export { type MatrixSettings, readSettings, type TableSettings } from './settings.ts';
export { settleCounts } from './settle.ts';
export type { MatrixCell, MatrixRest, MatrixRow, MatrixTable, StatedCounts } from './table.ts';
export { DEVICE_TYPES, type DeviceType, type MatrixValue, parseValue, VALUES } from './value.ts';
export { verifyCounts, verifyTables, type WrongCount } from './verify.ts';
