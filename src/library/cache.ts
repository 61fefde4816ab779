/**
 * Parsed documents kept by the hash of their source, in the user's own folder for caches: never in the library, since
 * a library that came from elsewhere could bring entries that say what its sources do not.
 * An entry is one line that says what it is, then the document and its messages as JSON. It is trusted only where
 * format, key and hash are right; the folder may be deleted at any time, and a folder that can't be written is no fault.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, unlink } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from '../message.ts';
import type { Document } from '../model/document.ts';
import { writeFileAtomic } from './atomic.ts';
import { byText } from './names.ts';
import { PACKAGE_ROOT } from './root.ts';

/** What a cached reading depends on: the bytes that were read, and what else the result depends on. */
export interface CacheKey {
  /** The folder of the cache; nothing is kept where it is empty. */
  readonly folder: string;
  readonly bytes: Uint8Array;
  readonly aspects: readonly string[];
}

const FORMAT = 'keeling/cache 1';

/** How many entries are kept; the oldest fifth goes when there are more. */
const MOST_ENTRIES = 500;

/**
 * The folder of the cache: `KEELING_CACHE`, which may be empty for none; else where the system wants it (Windows: Local
 * Application Data; macOS: Library/Caches; elsewhere the XDG Base Directory Specification, which takes no relative path).
 */
export function cacheFolder({ env, platform }: Pick<NodeJS.Process, 'env' | 'platform'> = process): string {
  if (env.KEELING_CACHE !== undefined) return env.KEELING_CACHE;
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'keeling', 'cache');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'keeling');
  const base = env.XDG_CACHE_HOME;
  return join(base?.startsWith('/') === true ? base : join(homedir(), '.cache'), 'keeling');
}

/** What `parse` gives, taken from the cache where it holds it, kept there where it does not. */
export async function cached(key: CacheKey, parse: () => Promise<Outcome<Document>>): Promise<Outcome<Document>> {
  const { folder } = key;
  if (folder === '') return parse();
  const hash = sha256(JSON.stringify([FORMAT, await readerVersion(), ...key.aspects]), key.bytes);
  const file = join(folder, `${hash}.json`);
  const kept = await readEntry(file, hash);
  if (kept !== undefined) return kept;
  const outcome = await parse();
  await mkdir(folder, { recursive: true, mode: 0o700 })
    .then(() => writeEntry(file, hash, outcome))
    .then(() => prune(folder))
    .catch(() => undefined);
  return outcome;
}

async function readEntry(file: string, hash: string): Promise<Outcome<Document> | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  const end = bytes?.indexOf('\n') ?? -1;
  if (bytes === undefined || end < 0) return undefined;
  const payload = bytes.subarray(end + 1);
  if (bytes.toString('utf8', 0, end) !== headOf(hash, payload)) return undefined;
  try {
    return JSON.parse(payload.toString('utf8')) as Outcome<Document>;
  } catch {
    return undefined;
  }
}

async function writeEntry(file: string, hash: string, outcome: Outcome<Document>): Promise<void> {
  const payload = Buffer.from(JSON.stringify(outcome));
  await writeFileAtomic(file, Buffer.concat([Buffer.from(`${headOf(hash, payload)}\n`), payload]));
}

function headOf(hash: string, payload: Uint8Array): string {
  return `${FORMAT} ${hash} ${sha256('', payload)}`;
}

function sha256(text: string, bytes: Uint8Array): string {
  return createHash('sha256').update(text).update('\0').update(bytes).digest('hex');
}

let reader: Promise<string> | undefined;

/** A hash of the code that reads, so that an entry of another version of Keeling is never taken for ours. */
function readerVersion(): Promise<string> {
  reader ??= hashReader();
  return reader;
}

async function hashReader(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(join(PACKAGE_ROOT, 'package.json')));
  for (const folder of ['model', 'read', 'word']) {
    const base = join(import.meta.dirname, '..', folder);
    const names = await readdir(base, { recursive: true });
    for (const name of names.filter((candidate) => /(?<!\.d)\.[jt]s$/.test(candidate)).sort(byText)) {
      hash.update(`\0${name}\0`).update(await readFile(join(base, name)));
    }
  }
  return hash.digest('hex');
}

async function prune(folder: string): Promise<void> {
  const files = (await readdir(folder)).map((name) => join(folder, name));
  if (files.length <= MOST_ENTRIES) return;
  const dated = await Promise.all(files.map(async (file) => ({ file, time: (await stat(file)).mtimeMs })));
  const oldest = dated.sort((a, b) => a.time - b.time).slice(0, files.length - (MOST_ENTRIES * 4) / 5);
  await Promise.all(oldest.map(({ file }) => unlink(file)));
}
