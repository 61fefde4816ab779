/** Rows of a matrix, held against one another. */
import { MATRIX_CSV, MATRIX_TEXT } from '../../examples.ts';
import type { MatrixRule } from '../../rule.ts';

export const matrixRows: MatrixRule = {
  id: 'matrix-rows',
  group: 'packs',
  severity: 'warning',
  says: 'A row, heading or group of the matrix that contradicts another, its shape or its table, or that is not what the baseline has.',
  why: 'The rows of a matrix are read by programs, one by one.',
  good: { text: MATRIX_TEXT, csv: MATRIX_CSV, settings: {} },
  bad: { text: MATRIX_TEXT, csv: MATRIX_CSV.replace('8.2,8.2,', '8.1,8.1,'), settings: {} },
  passesOn: [
    'matrix/changed',
    'matrix/deleted',
    'matrix/duplicate',
    'matrix/following',
    'matrix/group',
    'matrix/headings',
    'matrix/inserted',
    'matrix/marks',
    'matrix/mentioned',
    'matrix/name',
    'matrix/order',
    'matrix/stem',
  ],
};
