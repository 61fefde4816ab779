/** What stands for one entry of a list alone. */

/** The entries that alone have their key, by it, in their order; an entry without a key is left out. */
export function once<T, K>(entries: Iterable<T>, key: (entry: T) => K | undefined): Map<K, T> {
  const found = new Map<K, T>();
  const twice = new Set<K>();
  for (const entry of entries) {
    const value = key(entry);
    if (value === undefined) continue;
    if (found.has(value)) twice.add(value);
    found.set(value, entry);
  }
  for (const value of twice) found.delete(value);
  return found;
}
