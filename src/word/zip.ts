/** Zip archives as a whole: all entries out, all entries in. */
import { unzipSync, zipSync } from 'fflate';

/** The entries of a zip archive by name, in its order. */
export function unzipAll(bytes: Uint8Array): Map<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(bytes)));
}

/** Packs entries in their order. The same entries give the same bytes: every entry has the date that zip begins with. */
export function zipAll(entries: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: new Date(1980, 0, 1) });
}
