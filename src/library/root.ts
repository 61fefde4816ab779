/** Where the library is, when nobody says: the nearest folder upward that keeps versions, or was begun as a library. */
import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { isLegalMarkdown } from './head.ts';
import { CONFIG_FILE, isVersionName } from './names.ts';

/** The folder of this package, which ships documents of its own. */
export const PACKAGE_ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The nearest folder at or above `from` that is a library; `undefined` where there is none. */
export async function findRoot(from: string): Promise<string | undefined> {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (await isRoot(folder)) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** A folder for documents of any sort is common, and Windows and macOS take `Documents` for it: look into it. */
async function isRoot(folder: string): Promise<boolean> {
  const here = await namesIn(folder);
  if (!here.includes('documents')) return false;
  if (here.includes(CONFIG_FILE)) return true;
  for (const name of (await namesIn(join(folder, 'documents'))).slice(0, 200)) {
    const inside = await namesIn(join(folder, 'documents', name));
    if (inside.includes('pack.yaml')) return true;
    for (const file of inside) if (await isVersionFile(join(folder, 'documents', name), file)) return true;
  }
  return false;
}

async function isVersionFile(folder: string, file: string): Promise<boolean> {
  const name = file.slice(0, -'.md'.length);
  if (!file.endsWith('.md') || !isVersionName(name)) return false;
  return /^\d/.test(name) || isLegalMarkdown(join(folder, file));
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
