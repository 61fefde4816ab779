/** The beginning of a file, which tells Legal Markdown from any other Markdown. */
import { open } from 'node:fs/promises';

/** How much of a file is looked at, in bytes: more than any front matter takes. */
const HEAD = 8192;

/** Whether a file begins with the front matter of Legal Markdown, which says how its provisions are cited. */
export async function isLegalMarkdown(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => undefined);
  if (handle === undefined) return false;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    const head = buffer.toString('utf8', 0, bytesRead).replace(/^\uFEFF/, '');
    const matter = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(head)?.[1];
    return matter !== undefined && /^provision:/m.test(matter);
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}
