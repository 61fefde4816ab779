/** The program as it is installed: a process with a shebang, pipes and an exit status. `npm run build` makes it. */
import { execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeLibrary } from './run.ts';

const PROGRAM = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const isBuilt = existsSync(PROGRAM);

let folder = '';
beforeAll(async () => {
  folder = await makeLibrary();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const env = { ...process.env, NODE_NO_WARNINGS: '1' };
const run = (...args: string[]) => promisify(execFile)(process.execPath, [PROGRAM, ...args], { cwd: folder, env });

/** What is said past a second of work depends on the machine. */
const withoutProgress = (stderr: string): string => stderr.replace(/^.* …\n/gm, '');

describe.skipIf(!isBuilt)(`the built program${isBuilt ? '' : ' (skipped: dist/ is not built)'}`, () => {
  test('begins with a shebang, so that npm can link it', () => {
    expect(readFileSync(PROGRAM, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  test('prints results to standard output and ends with 0', async () => {
    const { stdout, stderr } = await run('diff', 'td@1.1', 'td@1.2');
    expect(stdout).toMatch(/^TD 1.1 → TD 1.2\n\d+ changes: /);
    expect(withoutProgress(stderr)).toBe('');
  });

  test('ends with 2 on a mistake, told on standard error', async () => {
    const failed = await run('diff', 'td@1.1').catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('has no version') });
  });

  test('ends quietly when nobody reads on', async () => {
    const child = spawn(process.execPath, [PROGRAM, 'export', 'td@1.2'], { cwd: folder, env });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += String(chunk);
    });
    child.stdout.destroy();
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect([status, withoutProgress(stderr)]).toEqual([0, '']);
  });
});
