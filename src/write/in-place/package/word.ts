/** The package and XML tools that this writer shares with the reader, named in one place. */

export { DEFAULT_LIMITS } from '../../../word/limits.ts';
export { knownPrefix } from '../../../word/namespaces.ts';
export {
  foldName,
  hasPart,
  openPackage,
  type Package,
  partBytes,
  partName,
  partText,
} from '../../../word/package.ts';
export { type Relationship, readRelationships, relationshipsName } from '../../../word/relationships.ts';
export { decode, XmlError } from '../../../word/tag.ts';
export { tallyFor } from '../../../word/tally.ts';
export { scanXml } from '../../../word/xml.ts';
export { unzipAll, zipAll } from '../../../word/zip.ts';
