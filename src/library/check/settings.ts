/** The settings of checking that a library keeps: the `check` of `keeling.config.yaml` in its root. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { RULE_IDS, readSettings, type Settings } from '../../check/index.ts';
import { collect, hasErrors, UnusableInput } from '../../message.ts';
import { fileCode, fileFault } from '../faults.ts';
import { readYaml } from '../pack/yaml.ts';

const FILE = 'keeling.config.yaml';

/** There is no such file, or no such folder, or it is not for us to read. */
const UNREADABLE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EACCES']);

/** Settings, and the file that they stand in, where there is one. */
export interface FoundSettings {
  readonly settings: Partial<Settings>;
  readonly file?: string;
}

/** The settings for a loose file: those of the nearest folder at or above its own that has any, else those of the library. */
export async function settingsBeside(file: string, root: string): Promise<FoundSettings> {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const settings = await loadCheckSettings(folder);
    if (settings !== undefined) return { settings, file: join(folder, FILE) };
    if (folder === dirname(folder)) break;
  }
  return settingsOfLibrary(root);
}

/** The settings of a library. */
export async function settingsOfLibrary(root: string): Promise<FoundSettings> {
  const settings = await loadCheckSettings(root);
  return settings === undefined ? { settings: {} } : { settings, file: join(root, FILE) };
}

/** The settings, `undefined` where there is none. Throws `UnusableInput` with line and column for what is wrong in it. */
async function loadCheckSettings(root: string): Promise<Partial<Settings> | undefined> {
  const text = await readFile(join(root, FILE), 'utf8').catch((error: unknown) => {
    if (UNREADABLE.has(fileCode(error) ?? '')) return undefined;
    throw fileFault('library/no-file', 'the settings cannot be read', FILE, error);
  });
  if (text === undefined) return undefined;
  const { value, placeOf } = readYaml(text, FILE);
  const { value: settings, messages } = collect((report) =>
    readSettings(checkOf(value), RULE_IDS, (path) => placeOf(['check', ...path]), report),
  );
  if (hasErrors(messages)) throw new UnusableInput(messages);
  return settings;
}

/** What other parts of the file say is not about checking. */
function checkOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'check' in value ? value.check : undefined;
}
