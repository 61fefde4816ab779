/** `keeling redline` of versions beside which an import kept their Word files. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { del, docx, ins, p, r } from '../read/docx/make.ts';
import { keeling, makeLibrary } from './run.ts';

let folder = '';
beforeEach(async () => {
  folder = await makeLibrary();
  await keep('1.0', docx(p(r('Each party shall report.')) + p(r('A report is short.'))));
  await keep(
    '1.1',
    docx(`${p(r('Each party shall promptly report.'))}<w:p w:rsidR="0ABC">${r('A report is short.')}</w:p>`),
  );
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const run = (...args: string[]) => keeling(folder, args);
const path = (name: string) => join(folder, name);

async function keep(version: string, bytes: Uint8Array, ...options: string[]): Promise<void> {
  await writeFile(path('in.docx'), bytes);
  const { status } = await run('import', 'in.docx', '--as', `notes@${version}`, ...options);
  expect(status).toBe(0);
}

/** The body of the redline that a command writes, short of authors, dates and ids, and what it said. */
async function redline(...args: string[]): Promise<{ body: string; stderr: string }> {
  const { stderr, status } = await run('redline', ...args, '--out', 'x.docx');
  expect(status).toBe(0);
  const xml = strFromU8(unzipSync(await readFile(path('x.docx')))['word/document.xml'] ?? new Uint8Array());
  return { stderr, body: xml.replace(/ w:(?:id|author|date)="[^"]*"| xml:space="preserve"/g, '') };
}

/** The second paragraph as only the kept file has it. */
const OWN = '<w:p w:rsidR="0ABC">';

describe('versions that were imported', () => {
  test('become a redline in the Word file that is kept beside the second', async () => {
    const { body, stderr } = await redline('notes@1.0', 'notes@1.1');
    expect(body).toContain('<w:ins><w:r><w:t> promptly</w:t></w:r></w:ins>');
    expect(body).toContain(OWN);
    expect(stderr).toMatch(/x\.docx: 1 change: 1 substantive\n$/);
  });

  test('become one in the house style where that is asked for', async () => {
    const { body, stderr } = await redline('notes@1.0', 'notes@1.1', '--house');
    expect(body).not.toContain(OWN);
    expect(stderr).toContain('1 change: 1 substantive');
  });

  test('go together with files', async () => {
    await writeFile(path('draft.docx'), docx(p(r('Each party shall report.')) + p(r('A report is very short.'))));
    expect((await redline('notes@1.1', 'draft.docx')).body).toContain('<w:del><w:r><w:delText> promptly</w:delText>');
    expect((await redline('draft.docx', 'notes@1.1')).body).toContain(OWN);
  });

  test('whose text was changed since become one in the house style, with a message', async () => {
    const file = path('documents/notes/1.1.md');
    await writeFile(file, (await readFile(file, 'utf8')).replace('promptly', 'at once'));
    const { body, stderr } = await redline('notes@1.0', 'notes@1.1');
    expect(body).not.toContain(OWN);
    expect(body).toContain('at once');
    expect(stderr).toContain(
      'documents/notes/1.1.docx: warning: the Word file that is kept beside notes@1.1 no longer says',
    );
  });

  test('beside which there is no Word file become one in the house style, and tell so where the other side has one', async () => {
    await rm(path('documents/notes/1.0.docx'));
    expect((await redline('notes@1.0', 'notes@1.1')).stderr).toContain('no Word file is kept beside notes@1.0');
    await rm(path('documents/notes/1.1.docx'));
    expect((await redline('notes@1.0', 'notes@1.1')).stderr).toBe('x.docx: 1 change: 1 substantive\n');
  });

  test('have their tracked changes settled as when they were imported', async () => {
    const marked = docx(
      p(r('Each party shall ') + ins(r('now ')) + del('promptly ') + r('report.')) + p(r('A report is short.')),
    );
    await keep('1.2', marked, '--tracked', 'reject');
    const { body, stderr } = await redline('notes@1.0', 'notes@1.2');
    expect(stderr).toMatch(/x\.docx: 1 change: 1 substantive\n$/);
    expect(body).toContain('<w:t>promptly</w:t></w:r></w:ins>');
    expect(body).not.toContain('now');
  });
});
