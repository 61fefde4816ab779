/** `--look`: the reference file that a Word file is written in the look of. */
import { resolve } from 'node:path';
import type { PictureStore } from '../model/picture.ts';
import type { Brand } from '../word/brand/index.ts';
import { type Context, type Input, usage } from './context.ts';
import { isWord } from './word-files.ts';

export const LOOK_HELP =
  "a Word file whose styles, page, headers and footers the new one takes (default: the library's look)";

/** What the pictures of all inputs show. */
export function picturesOf(inputs: readonly Input[]): { readonly pictures: PictureStore } {
  return { pictures: new Map(inputs.flatMap(({ pictures }) => [...(pictures ?? [])])) };
}

/** What the options, else the settings of the library, say of the look of the file `out`; nothing where it is no Word file. */
export async function lookFacts(
  context: Context,
  out: string,
  look: string | undefined,
): Promise<{ readonly brand?: Brand }> {
  if (!isWord(out)) {
    if (look !== undefined) throw usage('--look goes with a Word file', 'let --out end in .docx, or leave --look away');
    return {};
  }
  const { configuredLook, loadLook } = await import('../library/look.ts');
  const named =
    look === undefined
      ? await configuredLook((await context.library()).root)
      : { file: resolve(context.io.folder, look), shown: look };
  if (named === undefined) return {};
  const { value, messages } = await loadLook(named);
  for (const message of messages) context.report(message);
  return { brand: value };
}
