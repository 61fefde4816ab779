/** Rows of a matrix, held against one another. */
import { MATRIX_CSV, MATRIX_TEXT } from '../../examples.ts';
import type { MatrixRule } from '../../rule.ts';

export const matrixRows: MatrixRule = {
  id: 'matrix-rows',
  group: 'packs',
  severity: 'warning',
  says: 'A row of the matrix that stands twice, out of order, under another name, or with the wrong critical flag.',
  why: 'The rows of a matrix are read by programs, one by one.',
  good: { text: MATRIX_TEXT, csv: MATRIX_CSV, settings: {} },
  bad: { text: MATRIX_TEXT, csv: MATRIX_CSV.replace('8.2,8.2,', '8.1,8.1,'), settings: {} },
  passesOn: ['matrix/duplicate', 'matrix/order', 'matrix/name', 'matrix/critical-command'],
};
