/** The matrix of a version as checking sees it: what is reported of it beside the text, with that of its baseline. */
import { checkMatrix, verifyTables } from '../../matrix/index.ts';
import { collect, type Message } from '../../message.ts';
import type { Document } from '../../model/document.ts';
import { allVersions, type Library, type LibraryVersion } from '../library.ts';
import { loadMatrix, withLoaded } from '../matrix.ts';

/** A version with its tables in their places, and what is reported of them. */
export interface CheckedMatrix {
  readonly document: Document;
  /** What `keeling matrix verify` tells. */
  readonly reported: readonly Message[];
  /** What was stated while the matrix was read. */
  readonly messages: readonly Message[];
}

/**
 * Holds the matrix of a version against `text`, which is the version as it was written, and against the version that it
 * names as its baseline. `undefined` where there is no matrix. Throws `UnusableInput` where one is not understood.
 */
export async function matrixOf(
  library: Library,
  version: LibraryVersion,
  text: Document,
): Promise<CheckedMatrix | undefined> {
  const loaded = await loadMatrix(library, version);
  if (loaded === undefined) return undefined;
  const { tables, settings } = loaded.value;
  const earlier = await baselineTables(library, version, text);
  const { messages: reported } = collect((report) => {
    verifyTables(tables, earlier, report);
    const baseline = earlier === undefined ? {} : { baseline: { tables: earlier } };
    checkMatrix({ tables, settings, document: text, ...baseline }, report);
  });
  const { value: document, messages } = withLoaded(loaded, text);
  return { document, reported, messages };
}

async function baselineTables(library: Library, { document }: LibraryVersion, text: Document) {
  const { baseline } = text.meta;
  const earlier =
    baseline === undefined
      ? undefined
      : allVersions(library).find((version) => version.document === document && version.version === baseline);
  return earlier === undefined ? undefined : (await loadMatrix(library, earlier))?.value.tables;
}
