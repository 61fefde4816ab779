/** Writing a file so that it is either whole on disk or as it was before: beside it first, then renamed over it. */
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import {
  copyFile,
  type FileHandle,
  link,
  mkdir,
  open,
  readdir,
  realpath,
  rename,
  stat,
  unlink,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileCode, fileFault } from './faults.ts';

/** How the file is to be written. */
export interface AtomicOptions {
  /** Refuse where a file of that name is there already. */
  readonly fresh?: boolean;
}

/**
 * Writes `content` (text as UTF-8) to `path` in one stroke; folders on the way are made. Whatever goes wrong, what
 * stood there before still stands, and nothing is left beside it. Throws `UnusableInput` (`library/cannot-write`).
 */
export async function writeFileAtomic(
  path: string,
  content: Uint8Array | string,
  options: AtomicOptions = {},
): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const target = await realpath(path).catch(() => path);
    await clearLeavings(target);
    const beside = join(dirname(target), `${basename(target)}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`);
    await writeThen(beside, content, target, options.fresh === true ? claim : replace);
  } catch (error) {
    throw fileFault('library/cannot-write', 'the file cannot be written', path, error);
  }
}

/** Removes what killed runs left beside a file: temporary files of processes that no longer run. */
async function clearLeavings(target: string): Promise<void> {
  const [folder, name] = [dirname(target), basename(target)];
  const entries = await readdir(folder).catch((): string[] => []);
  for (const entry of entries) {
    if (!entry.startsWith(`${name}.`)) continue;
    const process = /^(\d{1,10})\.[0-9a-f]{12}\.tmp$/.exec(entry.slice(name.length + 1))?.[1];
    if (process !== undefined && !isRunning(Number(process))) await unlink(join(folder, entry)).catch(() => undefined);
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return fileCode(error) !== 'ESRCH';
  }
}

async function writeThen(
  beside: string,
  content: Uint8Array | string,
  target: string,
  settle: (from: string, to: string) => Promise<void>,
): Promise<void> {
  try {
    const mode = await stat(target).then(
      (found) => found.mode,
      () => undefined,
    );
    const handle = await open(beside, 'wx', mode);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await settle(beside, target);
  } finally {
    await unlink(beside).catch(() => undefined);
  }
  await syncFolder(dirname(target));
}

/** How often and how long (milliseconds) to wait for a file that a virus scanner or an indexer holds, on Windows. */
const RETRIES = [20, 80, 320] as const;
const HELD: readonly (string | undefined)[] = ['EPERM', 'EACCES', 'EBUSY'];

async function replace(from: string, to: string): Promise<void> {
  for (const pause of process.platform === 'win32' ? RETRIES : []) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!HELD.includes(fileCode(error))) throw error;
      await wait(pause);
    }
  }
  await rename(from, to);
}

/** Takes a name that must be free; a file system without hard links gets a copy instead. */
async function claim(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (fileCode(error) === 'EEXIST') throw error;
    await copyFile(from, to, constants.COPYFILE_EXCL);
  }
}

/** Makes the rename itself last through a power cut, where the system lets a folder be synced. */
async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch {
    // Windows and some network file systems can't; the file itself is whole all the same.
  } finally {
    await handle?.close();
  }
}
