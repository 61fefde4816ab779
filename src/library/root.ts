/** Where the library is, when nobody says: the nearest folder upward that keeps versions, else the package's own. */
import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isVersionName } from './names.ts';

/** The folder of this package, which ships documents of its own. */
export const PACKAGE_ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The nearest folder at or above `from` whose `documents/` holds a version or a pack, else the package's own. */
export async function findRoot(from: string): Promise<string> {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (await isRoot(folder)) return folder;
    if (folder === dirname(folder)) return PACKAGE_ROOT;
  }
}

/** A folder for documents of any sort is common, and Windows and macOS take `Documents` for it: look into it. */
async function isRoot(folder: string): Promise<boolean> {
  if (!(await namesIn(folder)).includes('documents')) return false;
  for (const name of (await namesIn(join(folder, 'documents'))).slice(0, 200)) {
    const inside = await namesIn(join(folder, 'documents', name));
    if (inside.some((file) => file === 'pack.yaml' || isVersionFile(file))) return true;
  }
  return false;
}

function isVersionFile(file: string): boolean {
  return file.endsWith('.md') && isVersionName(file.slice(0, -'.md'.length));
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
