/** A Word package as this writer takes it up: its parts as trees, each made once. */
import { type Report, UnusableInput } from '../message.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { foldName, openPackage, type Package, partBytes, partName, partText } from './package.ts';
import { type Relationship, readRelationships, relationshipsName } from './relationships.ts';
import { XmlError } from './tag.ts';
import { tallyFor } from './tally.ts';
import { type Part, parsePart } from './tree.ts';

/** A package and its parts. */
export interface Document {
  readonly package: Package;
  /** The name of the part that holds the body. */
  readonly main: string;
  /** The tree of a part; `undefined` where there is none. */
  part(name: string): Part | undefined;
  relationships(name: string): ReadonlyMap<string, Relationship>;
  /** What a relationship of a part leads to: the address, or a digest of the bytes. */
  related(part: Part, id: string): string;
  /** The name of the part that the body refers to by a type: `styles`, `footnotes`. */
  partOf(type: string): string | undefined;
}

/** Opens a package. Throws `UnusableInput` where it is none, or where a part that is asked for is damaged. */
export function openDocument(bytes: Uint8Array, report: Report): Document {
  const tally = tallyFor(report);
  const opened = openPackage(bytes, undefined, DEFAULT_LIMITS, tally);
  const parts = new Map<string, Part | undefined>();
  const relations = new Map<string, ReadonlyMap<string, Relationship>>();
  const relationships = (name: string) => {
    const known = relations.get(name);
    if (known !== undefined) return known;
    const found = readRelationships(opened, name, relationshipsName(name));
    relations.set(name, found);
    return found;
  };
  const part = (name: string): Part | undefined => {
    const key = foldName(name);
    if (parts.has(key)) return parts.get(key);
    const text = partText(opened, name);
    const made = text === undefined ? undefined : parsed(partName(opened, name), text);
    parts.set(key, made);
    return made;
  };
  const main = mainPart(opened, [...relationships('').values()]);
  return {
    package: opened,
    main,
    part,
    relationships,
    related: (inPart, id) => relatedKey(opened, relationships(inPart.name).get(id)),
    partOf(type) {
      for (const relationship of relationships(main).values()) {
        if (relationship.type === type && !relationship.external) return partName(opened, relationship.target);
      }
      return undefined;
    },
  };
}

/** The tree of a part. Throws `UnusableInput` where it is damaged: what can't be read can't be edited in place. */
function parsed(name: string, text: string): Part {
  try {
    return parsePart(name, text, DEFAULT_LIMITS.depth);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw new UnusableInput({
      severity: 'error',
      rule: 'write/in-place-damaged',
      reason: `a part is damaged: ${error.message}`,
      place: { part: name, start: error.offset },
      note: 'open it in Word and save it, which mends it',
    });
  }
}

function mainPart(opened: Package, relationships: readonly Relationship[]): string {
  const found = relationships.find(({ type }) => type === 'officeDocument');
  return partName(opened, found?.target ?? 'word/document.xml');
}

function relatedKey(opened: Package, relationship: Relationship | undefined): string {
  if (relationship === undefined) return 'nothing';
  if (relationship.external) return relationship.target;
  return bytesKey(partBytes(opened, relationship.target));
}

/** The part that the body refers to by a type, as a tree. */
export function typedPart(document: Document, type: string): Part | undefined {
  const name = document.partOf(type);
  return name === undefined ? undefined : document.part(name);
}

/** A function of ids that works each one out once. */
export function remembered(make: (id: string) => string): (id: string) => string {
  const known = new Map<string, string>();
  return (id) => {
    const value = known.get(id) ?? make(id);
    known.set(id, value);
    return value;
  };
}

/** A key of bytes by their length and a rolling sum (FNV-1a, 32 bits, in two streams). */
export function bytesKey(bytes: Uint8Array | undefined): string {
  if (bytes === undefined) return 'nothing';
  let [a, b] = [0x811c9dc5, 0x1234567];
  for (let i = 0; i < bytes.length; i++) {
    a = Math.imul(a ^ (bytes[i] as number), 0x01000193);
    b = Math.imul(b ^ (bytes[i] as number), 0x85ebca6b) + i;
  }
  return `${bytes.length}.${(a >>> 0).toString(16)}.${(b >>> 0).toString(16)}`;
}
