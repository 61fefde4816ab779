/** Counts that are stated of a matrix, held against its rows. */
import { MATRIX_CSV, MATRIX_TEXT } from '../../examples.ts';
import type { MatrixRule } from '../../rule.ts';

export const matrixCounts: MatrixRule = {
  id: 'matrix-counts',
  group: 'packs',
  severity: 'warning',
  says: 'A count that is stated of the matrix of a version, and that its rows do not give.',
  why: 'The rows are what counts, and the stated figure is not theirs.',
  good: {
    text: MATRIX_TEXT,
    csv: MATRIX_CSV,
    settings: { stated: { counts: { 'N/A': [1, 1], Mandatory: [1, 1] }, totals: { Mandatory: 2 }, total: 2 } },
  },
  bad: {
    text: MATRIX_TEXT,
    csv: MATRIX_CSV,
    settings: { stated: { counts: { 'N/A': [1, 1], Mandatory: [1, 2] }, totals: { Mandatory: 3 }, total: 3 } },
  },
  passesOn: [
    'matrix/count',
    'matrix/count-missing',
    'matrix/count-unreadable',
    'matrix/counts-not-amended',
    'matrix/flattened',
    'matrix/not-counted',
    'matrix/nothing-to-count',
    'matrix/rest',
  ],
};
