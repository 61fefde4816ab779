/**
 * Writing a folder so that it is whole: it is built beside its place and swapped in by renaming. Until then what stood
 * there stands; a build that dies leaves a folder with a name of ours behind, which the next build clears away.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { UnusableInput } from '../../message.ts';
import { fileCode, fileFault } from '../faults.ts';

/** The file that marks a folder as one that we wrote, and lists what we put there. */
export const LISTING = 'manifest.json';
/** What the listing says of itself. */
export const LISTING_FORMAT = 'keeling/pack';

/** What desktops leave behind wherever they look; it may go with the folder. */
const LITTER: ReadonlySet<string> = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/**
 * Puts a folder of these files, by name, in the place of what stands at `target`, which must be absent, empty or a
 * folder that we wrote and nobody added to. Throws `UnusableInput`; `target` is then as it was.
 */
export async function swapFolder(target: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const place = await placeFor(target);
  await clearLeftovers(place);
  await checkOurs(place);
  const beside = besideName(place, 'new');
  try {
    await mkdir(beside);
    for (const [name, bytes] of files) await writeFile(join(beside, name), bytes, { flag: 'wx', flush: true });
    await swap(beside, place);
  } catch (error) {
    throw fileFault('pack/cannot-write', 'the pack cannot be written', target, error);
  } finally {
    await rm(beside, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** The folder's absolute path, links followed; the folders above it are made. */
async function placeFor(target: string): Promise<string> {
  const place = resolve(target);
  try {
    await mkdir(dirname(place), { recursive: true });
    return await realpath(place).catch(async () => join(await realpath(dirname(place)), basename(place)));
  } catch (error) {
    throw fileFault('pack/cannot-write', 'the folder for the pack cannot be made', target, error);
  }
}

/** Renames twice. Should another build come between, its folder is what stood there, and ours follows it. */
async function swap(beside: string, place: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const aside = besideName(place, 'old');
    const stood = await renamed(place, aside);
    try {
      await rename(beside, place);
    } catch (error) {
      if (stood) await renamed(aside, place).catch(() => false);
      if (tries < 5 && (fileCode(error) === 'ENOTEMPTY' || fileCode(error) === 'EEXIST')) continue;
      throw error;
    }
    // Where a file in it is still open, on Windows, the next build clears it away.
    if (stood) await rm(aside, { recursive: true, force: true }).catch(() => undefined);
    return;
  }
}

/** Renames what is there; false where nothing is. */
async function renamed(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (fileCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Refuses a folder in which anything would be lost that we did not write. */
async function checkOurs(place: string): Promise<void> {
  const names = await readdir(place).catch((error: unknown) => {
    if (fileCode(error) === 'ENOENT') return [];
    throw fileFault('pack/cannot-write', 'the pack cannot be written', place, error);
  });
  const kept = names.filter((name) => !LITTER.has(name));
  if (kept.length === 0) return;
  const ours = await listedFiles(place);
  if (ours === undefined) throw refused(place, 'the folder holds files, and was not written by a build of a pack');
  const foreign = kept.filter((name) => name !== LISTING && !ours.has(name));
  if (foreign.length > 0) throw refused(place, `the folder holds files that no build wrote: ${foreign.join(', ')}`);
}

function refused(place: string, reason: string): UnusableInput {
  const note = 'move them away, or name another folder';
  return new UnusableInput({ severity: 'error', rule: 'pack/not-ours', reason, place: { file: place }, note });
}

/** The names that a folder's listing gives; `undefined` where it has no listing of ours. */
async function listedFiles(place: string): Promise<Set<string> | undefined> {
  try {
    const listing = JSON.parse(await readFile(join(place, LISTING), 'utf8')) as {
      readonly format?: unknown;
      readonly files?: readonly { readonly path: string }[];
    };
    if (listing.format !== LISTING_FORMAT || !Array.isArray(listing.files)) return undefined;
    return new Set(listing.files.map((file) => file.path));
  } catch {
    return undefined;
  }
}

/** This machine in a name: a folder on a network may hold builds of several. */
const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const A_DAY = 24 * 60 * 60 * 1000;
/** Builds of this process that are under way. */
const ACTIVE = new Set<string>();

/** A name beside the folder that says whose it is: `.NAME.keeling-new.HOST-PID-RANDOM`. */
function besideName(place: string, what: 'new' | 'old'): string {
  const id = `${HOST}-${process.pid}-${randomBytes(4).toString('hex')}`;
  ACTIVE.add(id);
  return join(dirname(place), `.${basename(place)}.keeling-${what}.${id}`);
}

/** Clears away what builds that died have left, and puts back what one had set aside and did not replace. */
async function clearLeftovers(place: string): Promise<void> {
  const folder = dirname(place);
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const found = /^\.(.+)\.keeling-(new|old)\.([0-9a-f]{8}-(\d+)-[0-9a-f]{8})$/.exec(name);
    if (found?.[1] !== basename(place) || !(await isDead(join(folder, name), found[3] ?? '', Number(found[4]))))
      continue;
    const there = await stat(place).then(
      () => true,
      () => false,
    );
    if (found[2] === 'old' && !there) await renamed(join(folder, name), place).catch(() => false);
    else await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Whether the build that made a folder is over: its process is gone, or it is older than a day. */
async function isDead(folder: string, id: string, pid: number): Promise<boolean> {
  // Renaming a folder changes its ctime, not its mtime.
  const { ctimeMs } = await stat(folder).catch(() => ({ ctimeMs: Date.now() }));
  if (Date.now() - ctimeMs > A_DAY) return true;
  if (!id.startsWith(HOST)) return false;
  return pid === process.pid ? !ACTIVE.has(id) : !isRunning(pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return fileCode(error) === 'EPERM';
  }
}
