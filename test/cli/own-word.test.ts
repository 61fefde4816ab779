/** Attachments of a pack that are the Word files kept beside the versions. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptAll, rejectAll } from '../../src/model/decide.ts';
import { plainText } from '../../src/model/walk.ts';
import { readDocxRedline } from '../../src/read/docx/index.ts';
import { docx, p, r } from '../read/docx/make.ts';
import { keeling, makeLibrary } from './run.ts';

/** A run in a type that no writer of ours uses. */
const own = (text: string) => r(text, '<w:rFonts w:ascii="Papyrus" w:hAnsi="Papyrus"/>');
const file = (days: string) =>
  docx(p(own('This agreement binds both ports.')) + p(own(`A vessel shall report within ${days} of its arrival.`)));
const CLEAN = 'output/changes/attachment-1-rules-2.0-clean.docx';
const MARKED = 'output/changes/attachment-2-rules-2.0-change-marked.docx';

let folder = '';
const run = (...args: string[]) => keeling(folder, args);
const bytes = (path: string) => readFile(join(folder, path));

beforeAll(async () => {
  folder = await makeLibrary();
  await writeFile(join(folder, 'one.docx'), file('two days'));
  await writeFile(join(folder, 'two.docx'), file('three days'));
  for (const [name, version] of [
    ['one.docx', 'rules@1.0'],
    ['two.docx', 'rules@2.0'],
  ] as const)
    expect((await run('import', name, '--as', version)).status).toBe(0);
  expect((await run('pack', 'new', 'changes', '--documents', 'rules@1.0..2.0', '--anchor')).stderr).toContain('1 row');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the attachments of a pack whose versions were imported', () => {
  test('are the kept files, byte for byte or with marks', async () => {
    const { status, stderr } = await run('pack', 'build', 'changes');
    expect(stderr).not.toContain('own-word');
    expect(status).toBe(0);
    expect((await bytes(CLEAN)).equals(await bytes('documents/rules/2.0.docx'))).toBe(true);
    const redline = readDocxRedline(await bytes(MARKED), { file: 'marked' }, () => undefined);
    expect(plainText(acceptAll(redline))).toContain('within three days of');
    expect(plainText(rejectAll(redline))).toContain('within two days of');
    expect(redline.changes).toHaveLength(1);
    expect(await fontsIn(MARKED)).toContain('Papyrus');
    const { inputs } = JSON.parse((await bytes('output/changes/manifest.json')).toString());
    const paths = inputs.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(expect.arrayContaining(['documents/rules/1.0.docx', 'documents/rules/2.0.docx']));
  });

  test('are in the look of the pack where that is asked for', async () => {
    expect((await run('pack', 'build', 'changes', '--house')).status).toBe(0);
    expect(await fontsIn(CLEAN)).not.toContain('Papyrus');
    expect(await fontsIn(MARKED)).not.toContain('Papyrus');
  });

  test('are in the look of the pack, with a reason, where a version says something else by now', async () => {
    const path = join(folder, 'documents/rules/1.0.md');
    const before = await readFile(path, 'utf8');
    await writeFile(path, before.replace('two days', 'ten days'));
    const { stderr } = await run('pack', 'build', 'changes');
    await writeFile(path, before);
    expect(stderr).toContain('1.0.docx: warning: the Word file that is kept beside rules@1.0 no longer says what');
    expect(stderr).toContain('rules@2.0 has a Word file of its own that says what it says, and rules@1.0 has none');
    expect(await fontsIn(CLEAN)).toContain('Papyrus');
    expect(await fontsIn(MARKED)).not.toContain('Papyrus');
  });
});

async function fontsIn(path: string): Promise<string> {
  const { unzipSync } = await import('fflate');
  const part = unzipSync(await bytes(path))['word/document.xml'];
  return new TextDecoder().decode(part);
}
