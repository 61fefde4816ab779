/** An input with the matrix that is kept beside its version, as a reader sees it. */
import type { Document } from '../model/document.ts';
import type { Context, Input } from './context.ts';

/** The document with the tables of its matrix; the document itself where there is none. */
export async function whole(context: Context, { source, document }: Input): Promise<Document> {
  const { version } = source;
  const { matrixFile } = await import('../library/matrix-place.ts');
  if (version === undefined || (await matrixFile(await context.library(), version)) === undefined) return document;
  const { withMatrix } = await import('../library/matrix.ts');
  const { value, messages } = await withMatrix(await context.library(), version, document);
  for (const message of messages) context.report(message);
  return value;
}
