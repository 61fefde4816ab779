/** What the settings of a matrix say, held against its tables, the text and the baseline. */
import { MATRIX_CSV, MATRIX_TEXT } from '../../examples.ts';
import type { MatrixRule } from '../../rule.ts';

export const matrixSettings: MatrixRule = {
  id: 'matrix-settings',
  group: 'packs',
  severity: 'warning',
  says: 'A setting of the matrix that names what is not there, stands twice, or is not what the baseline has.',
  good: { text: MATRIX_TEXT, csv: MATRIX_CSV, settings: { at: 'list' } },
  bad: { text: MATRIX_TEXT, csv: MATRIX_CSV, settings: { at: 'tests' } },
  why: 'The settings say what is counted and where.',
  passesOn: ['matrix/settings', 'matrix/settings-changed'],
};
