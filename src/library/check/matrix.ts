/** The matrix of a version as checking sees it: what is reported of it beside the text, with that of its baseline. */
import { verifyMatrix } from '../../matrix/index.ts';
import { collect, type Message } from '../../message.ts';
import type { Document } from '../../model/document.ts';
import type { Library, LibraryVersion } from '../library.ts';
import { loadMatrix, withLoaded } from '../matrix.ts';
import { verifiedMatrix } from '../matrix-around.ts';

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
  const verified = await verifiedMatrix(library, version, text, loaded.value);
  const { messages: reported } = collect((report) => verifyMatrix(verified, report));
  const { value: document, messages } = withLoaded(loaded, text);
  return { document, reported, messages };
}
