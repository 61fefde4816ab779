/** The matrices that one is verified against: that of the baseline, and those of versions that amend it. */
import type { MatrixVersion, Verified } from '../matrix/index.ts';
import { UnusableInput } from '../message.ts';
import type { Document } from '../model/document.ts';
import type { Library, LibraryVersion } from './library.ts';
import { type LoadedMatrix, loadMatrix, matrixVersion } from './matrix.ts';
import { readVersion } from './read.ts';

/** The matrix of a version with those around it. `baseline` is the version that it amends, by default the one its text names. */
export async function verifiedMatrix(
  library: Library,
  version: LibraryVersion,
  text: Document,
  loaded: LoadedMatrix,
  baseline: LibraryVersion | undefined = baselineOf(library, version, text),
): Promise<Verified> {
  const before = baseline === undefined ? undefined : await around(library, baseline);
  const following = await followingOf(library, version, baseline);
  return {
    version: matrixVersion(version.name, loaded, text),
    ...(before === undefined ? {} : { baseline: before }),
    following,
  };
}

/** The version that the front matter of a text names as its baseline. */
export function baselineOf(
  library: Library,
  { document }: LibraryVersion,
  { meta }: Document,
): LibraryVersion | undefined {
  if (meta.baseline === undefined) return undefined;
  return versionsOf(library, document).find(({ version }) => version === meta.baseline);
}

function versionsOf(library: Library, document: string): readonly LibraryVersion[] {
  return library.documents.find(({ name }) => name === document)?.versions ?? [];
}

async function around(library: Library, version: LibraryVersion): Promise<MatrixVersion | undefined> {
  const loaded = await loadMatrix(library, version);
  if (loaded === undefined) return undefined;
  const { value: text } = await readVersion(library, version);
  return matrixVersion(version.name, loaded.value, text);
}

/** Versions that name this one as their baseline. One that can't be read says nothing here: it is not what is verified. */
async function followingOf(
  library: Library,
  version: LibraryVersion,
  baseline: LibraryVersion | undefined,
): Promise<MatrixVersion[]> {
  const others = versionsOf(library, version.document).filter(
    ({ name }) => name !== version.name && name !== baseline?.name,
  );
  const found: MatrixVersion[] = [];
  for (const other of others) {
    try {
      const { value: text } = await readVersion(library, other);
      const loaded = text.meta.baseline === version.version ? await loadMatrix(library, other) : undefined;
      if (loaded !== undefined) found.push(matrixVersion(other.name, loaded.value, text));
    } catch (error) {
      if (!(error instanceof UnusableInput)) throw error;
    }
  }
  return found;
}
