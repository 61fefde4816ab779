/** The package and XML tools that this writer shares with the reader, named in one place. */
import { unzipSync, zipSync } from 'fflate';

export { DEFAULT_LIMITS } from '../../read/docx/limits.ts';
export { knownPrefix } from '../../read/docx/namespaces.ts';
export {
  foldName,
  hasPart,
  openPackage,
  type Package,
  partBytes,
  partName,
  partText,
} from '../../read/docx/package.ts';
export { type Relationship, readRelationships, relationshipsName } from '../../read/docx/relationships.ts';
export { decode, XmlError } from '../../read/docx/tag.ts';
export { tallyFor } from '../../read/docx/tally.ts';
export { scanXml } from '../../read/docx/xml.ts';

/** The entries of a zip archive by name, in its order. */
export function unzipAll(bytes: Uint8Array): Map<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(bytes)));
}

/** Packs entries in their order. The same entries give the same bytes: every entry has the date that zip begins with. */
export function zipAll(entries: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: new Date(1980, 0, 1) });
}
