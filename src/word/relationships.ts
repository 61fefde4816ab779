/** Content types and relationships of a package (ISO/IEC 29500-2, 6.5 and 7.2). */
import { foldName, hasPart, type Package, partName, scanPart } from './package.ts';
import { decode } from './tag.ts';

/** What a part refers to. */
export interface Relationship {
  readonly id: string;
  /** The last segment of its type: `styles`, `hyperlink`, `image`, for transitional and strict files alike. */
  readonly type: string;
  /** An address where `external`, else the folded name of a part. */
  readonly target: string;
  readonly external: boolean;
}

/** Content types by part (`/word/document.xml`) and by extension (`xml`), folded; `undefined` where there is no list. */
export function readContentTypes(opened: Package): ReadonlyMap<string, string> | undefined {
  if (!hasPart(opened, '[Content_Types].xml')) return undefined;
  const types = new Map<string, string>();
  scanPart(opened, '[Content_Types].xml', () => ({
    open(tag) {
      const type = tag.attribute('ContentType')?.toLowerCase();
      const name = tag.attribute('PartName') ?? tag.attribute('Extension');
      if (type === undefined || name === undefined) return;
      types.set(tag.name === 'ct:Override' ? `/${foldName(name)}` : name.toLowerCase(), type);
    },
    close() {},
    text() {},
  }));
  return types;
}

/** The part that holds the relationships of `name`: `word/_rels/document.xml.rels`. */
export function relationshipsName(name: string): string {
  const slash = name.lastIndexOf('/');
  return `${name.slice(0, slash + 1)}_rels/${name.slice(slash + 1)}.rels`;
}

/** Reads a part of relationships; targets within the package are resolved against the folder of `name`. */
export function readRelationships(opened: Package, name: string, from: string): Map<string, Relationship> {
  const found = new Map<string, Relationship>();
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  scanPart(opened, from, () => ({
    open(tag) {
      const id = tag.attribute('Id');
      const target = tag.attribute('Target');
      if (tag.name !== 'rel:Relationship' || id === undefined || target === undefined) return;
      const type = tag.attribute('Type') ?? '';
      const external = tag.attribute('TargetMode') === 'External';
      const resolved = external ? target : resolve(folder, target);
      if (!found.has(id))
        found.set(id, { id, type: type.slice(type.lastIndexOf('/') + 1), target: resolved, external });
    },
    close() {},
    text() {},
  }));
  return found;
}

/** The first relationship of a type whose target is in the package; a target that is not is told. */
export function relatedPart(
  opened: Package,
  relationships: ReadonlyMap<string, Relationship>,
  type: string,
): string | undefined {
  for (const relationship of relationships.values()) {
    if (relationship.type !== type || relationship.external) continue;
    if (hasPart(opened, relationship.target)) return partName(opened, relationship.target);
    const place = { file: opened.file };
    opened.tally.warn(
      'read/docx-missing-part',
      'a part that the file refers to is missing',
      place,
      relationship.target,
    );
  }
  return undefined;
}

/** A target as the folded name of a part; `..` above the root stays within the package. */
function resolve(folder: string, target: string): string {
  const path = decodePercent(decode(target)).replace(/\\/g, '/').replace(/#.*$/, '');
  const segments: string[] = [];
  for (const segment of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return foldName(segments.join('/'));
}

function decodePercent(text: string): string {
  return text.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
