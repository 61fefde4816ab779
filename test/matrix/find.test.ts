/** Matrices found in a document by their headings, also over several tables. */
import { describe, expect, it } from 'vitest';
import { findMatrices } from '../../src/matrix/read/find.ts';
import { matrixFromRows } from '../../src/matrix/read/rows.ts';
import { collect } from '../../src/message.ts';
import { readMarkdown } from '../../src/read/markdown/index.ts';
import { DUIS } from './figures.ts';

const HEAD =
  '| Service Reference | Service Reference Variant | Name | Critical | CV 1 | CV 2 | User Role |\n| --- | --- | --- | --- | --- | --- | --- |\n';
const row = (key: string, role = 'ED'): string =>
  `| ${key} | ${key} | Request ${key} | N | Mandatory | N/A | ${role} |\n`;
const COUNTS =
  '| | | Count of N/A | | 0 | 2 | |\n| | | Count of Mandatory | | 2 | 0 | 2 |\n| | | Total Tests | | | | 2 |\n';
const OTHER = '| A | B |\n| --- | --- |\n| 1 | 2 |\n';

function find(body: string) {
  const source = `---\ntitle: A\nprovision: Section\n---\n\n# 8 Matrices {#m}\n\n${body}`;
  return findMatrices(
    readMarkdown(source, { mode: 'auto' }, () => undefined),
    [DUIS],
  );
}

describe('findMatrices', () => {
  it('finds a matrix by its headings, names its provision, and counts the other tables', () => {
    const { matrices, others } = find(`## 8.1 User Role ED {#ed}\n\n${OTHER}\n${HEAD}${row('6.1')}`);
    expect(matrices.map(({ number, where, parts }) => [number, where, parts])).toEqual([
      ['8.1', 'Section 8.1 User Role ED', 1],
    ]);
    expect(others).toBe(1);
  });

  it('puts parts together, headings repeated or not, and takes counts from the last', () => {
    const parts = `${HEAD}${row('6.1')}\nText between.\n\n${HEAD}${row('6.2')}\nMore.\n\n${HEAD}${COUNTS}`;
    const [found, ...more] = find(`## 8.1 User Role ED {#ed}\n\n${parts}`).matrices;
    expect([found?.parts, more.length]).toEqual([3, 0]);
    const { value, messages } = collect((report) =>
      matrixFromRows(found?.rows ?? [], { number: '8.1', shapes: [DUIS] }, report),
    );
    expect(value?.rows.map(({ key }) => key)).toEqual(['6.1', '6.2']);
    expect(value?.stated?.total).toBe('2');
    expect(messages).toEqual([]);
  });

  it('keeps matrices of different provisions apart', () => {
    const { matrices } = find(
      `## 8.1 User Role ED {#ed}\n\n${HEAD}${row('6.1')}\n## 8.2 User Role GT {#gt}\n\n${HEAD}${row('6.1', 'GT')}`,
    );
    expect(matrices.map(({ number }) => number)).toEqual(['8.1', '8.2']);
  });

  it('finds none where no headings stand', () => {
    expect(find(OTHER)).toEqual({ matrices: [], others: 1 });
  });
});
