/** An input with the matrix that is kept beside its version, as a reader sees it. */
import { UnusableInput } from '../message.ts';
import type { Document } from '../model/document.ts';
import type { Context, Input } from './context.ts';

/** The document with the tables of its matrix; the document itself where there is none. Throws `UnusableInput` for a matrix that was not understood. */
export async function whole(context: Context, { source, document }: Input): Promise<Document> {
  const { version } = source;
  const { matrixFile } = await import('../library/matrix-place.ts');
  if (version === undefined || (await matrixFile(await context.library(), version)) === undefined) return document;
  const { withMatrix } = await import('../library/matrix.ts');
  const { value, messages } = await withMatrix(await context.library(), version, document);
  const errors = messages.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new UnusableInput(errors);
  for (const message of messages) context.report(message);
  return value;
}
