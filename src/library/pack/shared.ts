/** What all packs of a library share, so that no manifest need repeat it: the `pack` of `keeling.config.yaml`. */
import { SHARED_KEYS } from '../../assemble/index.ts';
import { UnusableInput } from '../../message.ts';
import { CONFIG_FILE, partOf, readConfig } from '../config.ts';
import type { PlacedValue } from '../yaml.ts';

const KEYS: ReadonlySet<string> = new Set(SHARED_KEYS);

/**
 * A manifest with what the library's settings say of all its packs, where it says nothing itself. Each value keeps its
 * place. Throws `UnusableInput` for a setting that no pack shares.
 */
export async function withShared(root: string, manifest: PlacedValue, keys: ReadonlySet<string>): Promise<PlacedValue> {
  const config = await readConfig(root);
  const shared = partOf(config, 'pack');
  if (config === undefined || shared === undefined || shared === null) return manifest;
  const entries = typeof shared === 'object' ? Object.entries(shared) : [['', shared] as const];
  const unknown = entries.filter(([key]) => !KEYS.has(key));
  if (unknown.length > 0) throw new UnusableInput(unknown.map(([key]) => noSuchKey(key, config)));
  const { value } = manifest;
  if (typeof value !== 'object' || value === null) return manifest;
  const added = Object.fromEntries(entries.filter(([key]) => !(key in value) && keys.has(key)));
  return {
    value: { ...added, ...value },
    placeOf: (path, key) =>
      Object.hasOwn(added, String(path[0])) ? config.placeOf(['pack', ...path], key) : manifest.placeOf(path, key),
  };
}

function noSuchKey(key: string, config: PlacedValue) {
  return {
    severity: 'error' as const,
    rule: 'library/settings',
    reason: `pack.${key}: packs share no such key`,
    place: config.placeOf(['pack'], key),
    note: `what they can share, in ${CONFIG_FILE}, is ${SHARED_KEYS.join(', ')}`,
  };
}
