/** The settings of checking that a library keeps: the `check` of `keeling.config.yaml` in its root. */
import { RULE_IDS, readSettings, type Settings } from '../../check/index.ts';
import { collect, hasErrors, UnusableInput } from '../../message.ts';
import { CONFIG_FILE, partOf, readConfig } from '../config.ts';

/** The settings, none where there is no such file. Throws `UnusableInput` with line and column for what is wrong in it. */
export async function loadCheckSettings(root: string): Promise<Partial<Settings>> {
  const config = await readConfig(root);
  const { value: settings, messages } = collect((report) =>
    readSettings(
      partOf(config, 'check'),
      RULE_IDS,
      (path) => config?.placeOf(['check', ...path]) ?? { file: CONFIG_FILE },
      report,
    ),
  );
  if (hasErrors(messages)) throw new UnusableInput(messages);
  return settings;
}
