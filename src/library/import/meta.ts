/** The front matter of an imported version: what the file says of itself, and what an earlier version said. */
import { oneLine } from '../../message.ts';
import type { Meta } from '../../model/document.ts';

/** What an import may say of the version. */
export interface MetaWishes {
  readonly version: string;
  /** The word by which a provision is cited. */
  readonly provision?: string | undefined;
  /** The version before this one. */
  readonly baseline?: string | undefined;
}

/** `earlier` is what the neighbouring version says of itself, of which what does not change from version to version stays. */
export function importedMeta(read: Meta, earlier: Meta | undefined, wishes: MetaWishes): Meta {
  const { version, provision, baseline } = wishes;
  const { title, short = earlier?.short, status, effective, classification = earlier?.classification } = read;
  const based = read.baseline ?? baseline;
  const properties = { ...withoutSource(earlier?.properties ?? {}), ...read.properties };
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
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
  };
}

/** The source of an earlier version, which imports once wrote among its properties, is not that of this one. */
function withoutSource({ source, ...rest }: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return source === undefined || /, SHA-256 [0-9a-f]{64}$/.test(source) ? rest : { source, ...rest };
}
