/** The settings of checking that a library keeps: the `check` of `keeling.config.yaml` in its root. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RULE_IDS, readSettings, type Settings } from '../../check/index.ts';
import { collect, hasErrors, UnusableInput } from '../../message.ts';
import { fileCode, fileFault } from '../faults.ts';
import { readYaml } from '../pack/yaml.ts';

const FILE = 'keeling.config.yaml';

/** The settings, none where there is no such file. Throws `UnusableInput` with line and column for what is wrong in it. */
export async function loadCheckSettings(root: string): Promise<Partial<Settings>> {
  const text = await readFile(join(root, FILE), 'utf8').catch((error: unknown) => {
    if (fileCode(error) === 'ENOENT') return undefined;
    throw fileFault('library/no-file', 'the settings cannot be read', FILE, error);
  });
  if (text === undefined) return {};
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
