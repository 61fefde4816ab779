/** `keeling redline --cells`: columns of Word tables marked by their cells, or by the rows that hold them. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bodyOf, p, pack, table } from '../write/in-place/build.ts';
import { keeling } from './run.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keeling-cells-'));
  await writeFile(join(folder, 'a.docx'), pack(table(['Item', 'Fee'], ['Licence', '100']) + p('')));
  await writeFile(join(folder, 'b.docx'), pack(table(['Item', 'Code', 'Fee'], ['Licence', 'L1', '100']) + p('')));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const redline = (...args: string[]) =>
  keeling(folder, ['redline', 'a.docx', 'b.docx', '--author', 'A. Drafter', '--date', '2020-01-31', ...args]);

test('a column is one tracked change by default, and rows are replaced where that is asked for', async () => {
  expect((await redline('--out', 'x.docx')).stderr).toContain('x.docx: 1 change: 1 substantive');
  const marked = bodyOf(await readFile(join(folder, 'x.docx')));
  expect(marked.match(/<w:cellIns\/>/g)).toHaveLength(2);
  expect((await redline('--cells', 'replace', '--out', 'y.docx')).status).toBe(0);
  const replaced = bodyOf(await readFile(join(folder, 'y.docx')));
  expect(replaced).not.toContain('cellIns');
  expect(replaced.match(/<w:trPr>/g)).toHaveLength(4);
});

test('is refused where no Word file is redlined in place', async () => {
  expect(await redline('--cells', 'replace', '--out', 'x.md')).toMatchObject({ status: 2, stdout: '' });
  expect((await redline('--cells', 'none', '--out', 'x.docx')).status).toBe(2);
});
