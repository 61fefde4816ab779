/** The settings of checking that a library or a folder keeps: the `check` of its `keeling.config.yaml`. */
import { dirname, join } from 'node:path';
import { RULE_IDS, readSettings, type Settings } from '../../check/index.ts';
import { collect, hasErrors, UnusableInput } from '../../message.ts';
import { CONFIG_FILE, partOf, readConfig } from '../config.ts';

/** Settings, and the file that they stand in, where there is one. */
export interface FoundSettings {
  readonly settings: Partial<Settings>;
  readonly file?: string;
}

/** The settings for a loose file: those of the nearest folder at or above its own that has any, else those of the library. */
export async function settingsBeside(file: string, root: string): Promise<FoundSettings> {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const settings = await loadCheckSettings(folder);
    if (settings !== undefined) return { settings, file: join(folder, CONFIG_FILE) };
    if (folder === dirname(folder)) break;
  }
  return settingsOfLibrary(root);
}

/** The settings of a library. */
export async function settingsOfLibrary(root: string): Promise<FoundSettings> {
  const settings = await loadCheckSettings(root);
  return settings === undefined ? { settings: {} } : { settings, file: join(root, CONFIG_FILE) };
}

/** The settings, `undefined` where there is none. Throws `UnusableInput` with line and column for what is wrong in it. */
async function loadCheckSettings(root: string): Promise<Partial<Settings> | undefined> {
  const config = await readConfig(root);
  if (config === undefined) return undefined;
  const { value: settings, messages } = collect((report) =>
    readSettings(partOf(config, 'check'), RULE_IDS, (path) => config.placeOf(['check', ...path]), report),
  );
  if (hasErrors(messages)) throw new UnusableInput(messages);
  return settings;
}
