/** The settings that a library keeps in its root: `keeling.config.yaml`, a part for checking and one for packs. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileCode, fileFault } from './faults.ts';
import { CONFIG_FILE } from './names.ts';
import { type PlacedValue, readYaml } from './yaml.ts';

export { CONFIG_FILE };

/** There is no such file, or no such folder, or it is not for us to read. */
const UNREADABLE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EACCES']);

/** The settings as they are; `undefined` where there is no such file. Throws `UnusableInput` where it is no YAML. */
export async function readConfig(root: string): Promise<PlacedValue | undefined> {
  const text = await readFile(join(root, CONFIG_FILE), 'utf8').catch((error: unknown) => {
    if (UNREADABLE.has(fileCode(error) ?? '')) return undefined;
    throw fileFault('library/no-file', 'the settings cannot be read', CONFIG_FILE, error);
  });
  return text === undefined ? undefined : readYaml(text, CONFIG_FILE);
}

/** A part of the settings by its name; `undefined` where they have none. */
export function partOf(config: PlacedValue | undefined, name: string): unknown {
  const value = config?.value;
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
