/** The front matter of an imported version: what the file says of itself, what an earlier version said, and the source. */
import { createHash } from 'node:crypto';
import { oneLine } from '../../message.ts';
import type { Meta } from '../../model/document.ts';

/** Where a version came from. */
export interface Origin {
  /** The name of the file, without its folder. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** `svtad.docx, SHA-256 9f86…`: the name of a source and the hash of its bytes in lower-case hexadecimal. */
export function sourceLine({ file, bytes }: Origin): string {
  return `${oneLine(file)}, SHA-256 ${createHash('sha256').update(bytes).digest('hex')}`;
}

/** What an import may say of the version. */
export interface MetaWishes {
  readonly version: string;
  /** The word by which a provision is cited. */
  readonly provision?: string | undefined;
  /** The version before this one. */
  readonly baseline?: string | undefined;
}

/** `earlier` is what the neighbouring version says of itself, of which what does not change from version to version stays. */
export function importedMeta(read: Meta, earlier: Meta | undefined, origin: Origin, wishes: MetaWishes): Meta {
  const { version, provision, baseline } = wishes;
  const { title, short = earlier?.short, status, effective, classification = earlier?.classification } = read;
  const based = read.baseline ?? baseline;
  return {
    title: oneLine(title).trim() || 'Untitled',
    ...(short === undefined ? {} : { short }),
    version,
    ...(based === undefined ? {} : { baseline: based }),
    ...(status === undefined ? {} : { status }),
    ...(effective === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(effective) ? {} : { effective }),
    ...(classification === undefined ? {} : { classification }),
    provision: provision ?? earlier?.provision ?? read.provision,
    language: earlier?.language ?? read.language,
    properties: { ...earlier?.properties, ...read.properties, source: sourceLine(origin) },
  };
}
