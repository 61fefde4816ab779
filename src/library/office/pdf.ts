/** Word files as tagged PDF, by way of a LibreOffice that is installed. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { UnusableInput } from '../../message.ts';
import { findOffice } from './find.ts';
import { macroAddress, profileFiles } from './macro.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A file that takes longer is taken to hang. */
const PATIENCE_MS = 10 * 60 * 1000;

/**
 * The PDF of each Word file, in their order. Each is laid out afresh, in a profile of its own. Throws `UnusableInput`
 * where LibreOffice is not installed (`pdf/no-libreoffice`) or makes no PDF of a file (`pdf/failed`).
 */
export async function wordToPdf(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  env: Environment,
): Promise<Uint8Array[]> {
  const office = await findOffice(env);
  const folder = await mkdtemp(join(tmpdir(), 'keeling-pdf-'));
  try {
    for (const [path, text] of profileFiles()) await save(join(folder, 'profile', path), text);
    const made: Uint8Array[] = [];
    for (const [i, { name, bytes }] of files.entries()) {
      const source = join(folder, `${i}.docx`);
      await writeFile(source, bytes);
      made.push(await convert(office, folder, source, join(folder, `${i}.pdf`), name, env));
    }
    return made;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function save(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

async function convert(
  office: string,
  folder: string,
  source: string,
  target: string,
  name: string,
  env: Environment,
): Promise<Uint8Array> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const macro = macroAddress(pathToFileURL(source).href, pathToFileURL(target).href);
  const run = promisify(execFile);
  const failed = await run(office, [profile, '--headless', '--norestore', '--nologo', macro], {
    timeout: PATIENCE_MS,
    windowsHide: true,
    env: { ...env },
  }).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)),
  );
  const bytes = await readFile(target).catch(() => undefined);
  if (bytes !== undefined && bytes.length > 0) return bytes;
  const reason = `LibreOffice made no PDF of ${name}`;
  throw new UnusableInput({
    severity: 'error',
    rule: 'pdf/failed',
    reason,
    ...(failed === undefined ? {} : { actual: failed }),
    note: 'open the file in LibreOffice to see what is wrong, or leave --pdf away',
  });
}
