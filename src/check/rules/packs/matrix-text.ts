/** What the text lists and counts of a matrix, held against its tables. */
import { MATRIX_CSV, MATRIX_TEXT } from '../../examples.ts';
import type { MatrixRule } from '../../rule.ts';

export const matrixText: MatrixRule = {
  id: 'matrix-text',
  group: 'packs',
  severity: 'warning',
  says: 'A text that lists, spells or counts otherwise than the matrix: a request that no table has, a row that no list has, a number of rows or tests.',
  why: 'The text and the tables are tested against one another.',
  good: { text: MATRIX_TEXT, csv: MATRIX_CSV, settings: { listedIn: 'list' } },
  bad: { text: MATRIX_TEXT.replace('8.1 and 8.2', '8.1 and 8.3'), csv: MATRIX_CSV, settings: { listedIn: 'list' } },
  passesOn: [
    'matrix/listed-in-vain',
    'matrix/listed-unseen',
    'matrix/scenario',
    'matrix/spelling',
    'matrix/text-count',
    'matrix/text-value',
    'matrix/unlisted',
  ],
};
