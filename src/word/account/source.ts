/** A package as the account reads it: canonical parts, each made once, and what relationships lead to. */
import { createHash } from 'node:crypto';
import { contentType, foldName, hasPart, type Package, partBytes, partName, partText } from '../package.ts';
import { type Relationship, readRelationships, relationshipsName } from '../relationships.ts';
import { XmlError } from '../tag.ts';
import { type CanonicalNode, canonicalText, canonicalTree } from './canonical.ts';
import { isSilentPart } from './no-meaning.ts';
import { effective, type FormatProperties, formatKey } from './properties.ts';
import { type Resolution, resolveTracked } from './tracked.ts';
import type { AccountFormat } from './types.ts';

/** What the accounts of several packages share: trees of equal parts, and formats by what they say. */
export interface AccountPool {
  readonly trees: Map<string, CanonicalNode | undefined>;
  /** Trees by package and name of the part. */
  readonly parts: WeakMap<Package, Map<string, CanonicalNode | undefined>>;
  readonly formats: Map<string, number>;
}

export function accountPool(): AccountPool {
  return { trees: new Map(), parts: new WeakMap(), formats: new Map() };
}

/** A package on one side of its tracked changes. */
export interface AccountSource {
  readonly pool: AccountPool;
  /** The part that holds the body. */
  readonly main: string;
  /** The tree of a part, its tracked changes resolved; `undefined` where there is none or it is no XML. */
  part(name: string | undefined): CanonicalNode | undefined;
  relationships(part: string): ReadonlyMap<string, Relationship>;
  /** The name of the part that the main part refers to by a type. */
  typed(type: string): string | undefined;
  /** What a relationship of a part leads to: an address, or a fingerprint of the part and those that it refers to. */
  refer(part: string, id: string): string;
  /** A fingerprint of a part. */
  fingerprint(part: string): string;
}

/** Parts related to one another deeper than this are told by their bytes alone. */
const DEEPEST = 8;

export function accountSource(opened: Package, resolution: Resolution, pool: AccountPool): AccountSource {
  const parts = new Map<string, CanonicalNode | undefined>();
  const relations = new Map<string, ReadonlyMap<string, Relationship>>();
  const prints = new Map<string, string>();
  const relationships = remembered(relations, (part) => readRelationships(opened, part, relationshipsName(part)));
  const part = remembered(parts, (name) => {
    const tree = treeOf(opened, name, pool);
    return tree === undefined ? undefined : resolveTracked(tree, resolution);
  });
  const refer = (name: string, id: string, depth = 0): string => {
    const relationship = relationships(foldName(name)).get(id);
    if (relationship === undefined) return 'nothing';
    return relationship.external ? relationship.target : print(relationship.target, depth + 1);
  };
  const implicit = (name: string, depth: number): string =>
    [...relationships(name).values()]
      .filter(({ type, external }) => !external && !isSilentPart(type))
      .map(({ type, target }) => `${type} ${print(target, depth + 1)}`)
      .sort()
      .join(' ');
  const print = (name: string, depth: number): string => {
    const key = foldName(name);
    const known = prints.get(key);
    if (known !== undefined) return known;
    prints.set(key, 'itself');
    const root = isXml(opened, key) && depth < DEEPEST ? part(key) : undefined;
    const told =
      root === undefined
        ? (partBytes(opened, key) ?? 'nothing')
        : canonicalText(root, (id) => refer(key, id, depth)) + implicit(key, depth);
    const made = createHash('sha256').update(told).digest('base64');
    prints.set(key, made);
    return made;
  };
  const main = [...relationships('').values()].find(({ type }) => type === 'officeDocument')?.target;
  const mainPart = partName(opened, main ?? 'word/document.xml');
  return {
    pool,
    main: mainPart,
    part: (name) => (name === undefined ? undefined : part(foldName(name))),
    relationships: (name) => relationships(foldName(name)),
    typed: (type) => typedPart(opened, relationships(foldName(mainPart)), type),
    refer,
    fingerprint: (name) => print(name, 0),
  };
}

function typedPart(opened: Package, all: ReadonlyMap<string, Relationship>, type: string): string | undefined {
  for (const one of all.values()) {
    if (one.type === type && !one.external && hasPart(opened, one.target)) return partName(opened, one.target);
  }
  return undefined;
}

function remembered<T>(known: Map<string, T>, make: (key: string) => T): (key: string) => T {
  return (key) => {
    if (known.has(key)) return known.get(key) as T;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

function isXml(opened: Package, name: string): boolean {
  return /[+/]xml$/.test(contentType(opened, name) ?? '') || name.endsWith('.xml');
}

/** The tree of a part; parts with the same text share theirs. What is no XML has none. */
function treeOf(opened: Package, name: string, pool: AccountPool): CanonicalNode | undefined {
  let parts = pool.parts.get(opened);
  if (parts === undefined) {
    parts = new Map();
    pool.parts.set(opened, parts);
  }
  if (!parts.has(name)) parts.set(name, treeOfText(partText(opened, name), opened.limits.depth, pool));
  return parts.get(name);
}

function treeOfText(text: string | undefined, depth: number, pool: AccountPool): CanonicalNode | undefined {
  if (text === undefined) return undefined;
  if (pool.trees.has(text)) return pool.trees.get(text);
  const made = parsed(text, depth);
  pool.trees.set(text, made);
  return made;
}

function parsed(text: string, depth: number): CanonicalNode | undefined {
  try {
    return canonicalTree(text, depth);
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
}

/** A format of the pool. */
export function pooledFormat(
  pool: AccountPool,
  properties: FormatProperties,
  own: FormatProperties,
  style: string,
): AccountFormat {
  const told = effective(properties);
  const key = `${style}|${formatKey(told)}`;
  const id = pool.formats.get(key) ?? pool.formats.size;
  pool.formats.set(key, id);
  return { id, properties: told, own, style };
}
