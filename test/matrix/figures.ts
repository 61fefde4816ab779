/** The figures of the published legal text of MP089, transcribed: counts, and the values of the rows that it shows. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readYaml } from '../../src/library/yaml.ts';
import { type MatrixValue, readShape, type Shape } from '../../src/matrix/shape/shape.ts';
import type { MatrixRest, MatrixRow, MatrixTable, StatedCounts } from '../../src/matrix/table.ts';
import { collect, UnusableInput } from '../../src/message.ts';

/** The shape that comes with Keeling. */
export const DUIS = shapeFrom(
  readFileSync(fileURLToPath(new URL('../../shapes/duis.yaml', import.meta.url)), 'utf8'),
  'duis',
);

/** A shape from YAML, which must be sound. */
export function shapeFrom(yaml: string, name = 'test'): Shape {
  const { value, placeOf } = readYaml(yaml, `${name}.yaml`);
  const { value: shape, messages } = collect((report) => readShape(name, value, placeOf, report));
  if (shape === undefined) throw new UnusableInput(messages);
  return shape;
}

export const COMMANDS = Array.from({ length: 10 }, (_, i) => `CV ${i + 1}`);

/** The count rows of Table 8.1.8 as they stood: N/A, Mandatory, Mandatory SMETS 2; row totals; Total Tests. */
export const BEFORE: StatedCounts = {
  counts: {
    'N/A': '10 32 34 33 34 34 35 35 35 28'.split(' '),
    Mandatory: '18 0 0 0 1 0 0 0 0 6'.split(' '),
    'Mandatory SMETS2+': '7 3 1 2 0 1 0 0 0 1'.split(' '),
  },
  totals: { Mandatory: '25', 'Mandatory SMETS2+': '15' },
  total: '40',
};

/** The same as the PDF gives them: what was struck and what was inserted have run together. */
export const FLATTENED: StatedCounts = {
  counts: {
    ...BEFORE.counts,
    Mandatory: '1819 0 0 0 1 0 0 0 0 6'.split(' '),
    'Mandatory SMETS2+': '78 3 1 2 0 1 0 0 0 1'.split(' '),
  },
  totals: BEFORE.totals,
  total: '4041',
};

/** The same as amended, read by eye. */
export const AMENDED: StatedCounts = {
  counts: {
    ...BEFORE.counts,
    Mandatory: '19 0 0 0 1 0 0 0 0 6'.split(' '),
    'Mandatory SMETS2+': '8 3 1 2 0 1 0 0 0 1'.split(' '),
  },
  totals: BEFORE.totals,
  total: '41',
};

/** `{ 5: 'M', 6: 'S' }` says what stands in columns 5 and 6; N/A stands in the others. */
type Columns = Readonly<Record<number, 'M' | 'S' | '1'>>;
const LETTERS: Readonly<Record<string, MatrixValue>> = {
  M: 'Mandatory',
  S: 'Mandatory SMETS2+',
  '1': 'Mandatory SMETS1',
};
const SPELLINGS: Readonly<Record<string, string>> = { 'Mandatory SMETS2+': 'Mandatory SMETS 2' };

/** A row; its name says nothing here. */
export function row(variant: string, columns: Columns, role = 'ED', critical = 'N', name = variant): MatrixRow {
  const reference = variant.split('.').slice(0, 2).join('.');
  const cells = COMMANDS.map((_, i) => {
    const value = LETTERS[columns[i + 1] ?? ''] ?? 'N/A';
    return { value, spelling: SPELLINGS[value] ?? value };
  });
  return { key: variant, fields: { reference, variant, name, critical, role }, cells };
}

/** The rows that Table 8.1.8 shows, without the one that is inserted. */
export const ED_ROWS: readonly MatrixRow[] = [
  row('6.2.7', { 1: 'S' }),
  row('6.2.10', { 1: 'S' }),
  row('6.5', { 1: 'M' }),
  row('6.13', { 1: 'M' }),
  row('6.15.1', { 5: 'M', 6: 'S' }, 'ED', 'Y'),
  row('6.18.1', { 1: 'S' }),
  row('6.18.2', { 1: 'S' }),
  row('6.22', { 1: 'S' }),
  row('6.24.1', { 1: 'M' }),
  row('6.27', { 1: 'S' }),
  row('7.4', { 1: 'M' }),
  row('8.2', { 10: 'M' }),
  row('8.4', { 10: 'M' }),
  row('11.2', { 1: 'M' }),
  row('12.1', { 10: 'S' }),
  row('12.2', { 10: 'M' }),
];

export const INSERTED = row('7.7', { 1: 'S' });

/** The rows of Table 8.1.8 with 7.7 in its place. */
export const ED_AMENDED: readonly MatrixRow[] = [...ED_ROWS.slice(0, 11), INSERTED, ...ED_ROWS.slice(11)];

export const RSA_ROWS: readonly MatrixRow[] = [row('8.4', { 10: 'M' }, 'RSA'), row('11.2', { 1: 'M' }, 'RSA')];

export const RSA_AMENDED: readonly MatrixRow[] = [
  row('8.4', { 10: 'M' }, 'RSA'),
  row('8.14.3', { 10: 'S' }, 'RSA', 'N', 'Fault Return'),
  row('8.14.3', { 10: 'S' }, 'RSA', 'N', 'No Fault Returned'),
  row('11.2', { 1: 'M' }, 'RSA'),
];

/** What is left of the counts before once the rows that are shown are taken off: 19 rows in front of 6.2.7. */
export const REST: MatrixRest = {
  rows: 19,
  before: '6.2.7',
  counts: {
    'N/A': [5, 16, 18, 17, 19, 19, 19, 19, 19, 16],
    Mandatory: [13, 0, 0, 0, 0, 0, 0, 0, 0, 3],
    'Mandatory SMETS2+': [1, 3, 1, 2, 0, 0, 0, 0, 0, 0],
  },
};

export function table(number: string, rows: readonly MatrixRow[], more: Partial<MatrixTable> = {}): MatrixTable {
  const columns = {
    reference: 'Service Reference',
    variant: 'Service Reference Variant',
    name: 'Name',
    critical: 'Critical',
    role: 'User Role',
  };
  return { shape: DUIS, number, headings: { columns, values: COMMANDS }, rows, ...more };
}
