/** Anchors for the versions that a pack is about, so that each change can be named. */
import type { Report } from '../../message.ts';
import { type AnchoredVersion, anchorVersions } from '../anchor.ts';
import { type Library, versionNamed } from '../library.ts';
import { kindOfPack, loadLegalText, loadManifest } from './load.ts';

/** Gives what has none an anchor in every version of a pack. Throws `UnusableInput`. */
export async function anchorPackVersions(library: Library, name: string, report: Report): Promise<AnchoredVersion[]> {
  const results: AnchoredVersion[] = [];
  for (const { id, before, after } of await documentsOf(library, name)) {
    const earlier = before === undefined ? undefined : versionNamed(library, id, before);
    results.push(...(await anchorVersions(library, versionNamed(library, id, after), earlier, report)));
  }
  return results;
}

async function documentsOf(library: Library, name: string) {
  if ((await kindOfPack(library, name)) !== 'legal-text') {
    return (await loadManifest(library, name, new Map())).manifest.documents;
  }
  const { document, before, after } = (await loadLegalText(library, name, new Map())).manifest;
  return [{ id: document, before, after }];
}
