/** What a pack's `manifest.json` says: the files it consists of, and what they were made from. */
import type { Document } from '../../model/document.ts';
import { byText } from '../names.ts';
import { type Input, type Inputs, sha256 } from './load.ts';
import type { FileRole, RenderedFile } from './render.ts';
import { LISTING, LISTING_FORMAT, swapFolder } from './swap.ts';

/** A file of a pack that was built. */
export interface PackFile extends FileRole {
  /** Its name within the folder. */
  readonly path: string;
  /** In bytes. */
  readonly bytes: number;
  /** In lower-case hexadecimal. */
  readonly sha256: string;
}

/** A version that went into a pack. */
export interface PackVersion {
  readonly document: string;
  readonly title: string;
  readonly version: string;
  readonly role: 'before' | 'after';
}

/** What a pack's `manifest.json` says: the files it consists of, and what they were made from. */
export interface PackResult {
  readonly format: typeof LISTING_FORMAT;
  readonly formatVersion: 1;
  readonly pack: string;
  readonly title: string;
  readonly files: readonly PackFile[];
  readonly inputs: readonly Input[];
  readonly versions: readonly PackVersion[];
}

/** The versions of one document that a pack is about. */
export interface Versions {
  readonly after: Document;
  readonly before?: Document;
}

/** The listing of a pack's files. */
export function listing(
  name: string,
  title: string,
  files: ReadonlyMap<string, RenderedFile>,
  inputs: Inputs,
  versions: ReadonlyMap<string, Versions>,
): PackResult {
  return {
    format: LISTING_FORMAT,
    formatVersion: 1,
    pack: name,
    title,
    files: [...files].map(([path, { bytes, ...role }]) => ({
      path,
      ...role,
      bytes: bytes.length,
      sha256: sha256(bytes),
    })),
    inputs: [...inputs.values()].sort((a, b) => byText(a.path, b.path)),
    versions: [...versions].flatMap(([id, { before, after }]) => [
      ...(before === undefined ? [] : [versionOf(id, before, 'before')]),
      versionOf(id, after, 'after'),
    ]),
  };
}

function versionOf(id: string, { meta }: Document, role: PackVersion['role']): PackVersion {
  return { document: id, title: meta.title, version: meta.version ?? '', role };
}

/** Puts the files of a pack and their listing into the folder `out`, in one stroke. */
export function placePack(out: string, files: ReadonlyMap<string, RenderedFile>, result: PackResult): Promise<void> {
  return swapFolder(
    out,
    new Map([
      ...[...files].map(([path, { bytes }]) => [path, bytes] as const),
      [LISTING, new TextEncoder().encode(`${JSON.stringify(result, null, 2)}\n`)],
    ]),
  );
}
