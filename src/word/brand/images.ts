/** What kind of picture bytes are, by how they begin: never by the name of the part. */
import type { ImageKind } from './types.ts';

const SIGNATURES: readonly (readonly [ImageKind, number, readonly number[]])[] = [
  ['png', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', 0, [0xff, 0xd8, 0xff]],
  ['gif', 0, [0x47, 0x49, 0x46, 0x38]],
  ['wmf', 0, [0xd7, 0xcd, 0xc6, 0x9a]],
  ['emf', 40, [0x20, 0x45, 0x4d, 0x46]],
];

export function imageKind(bytes: Uint8Array): ImageKind | undefined {
  return SIGNATURES.find(([, at, signature]) => signature.every((byte, i) => bytes[at + i] === byte))?.[0];
}
