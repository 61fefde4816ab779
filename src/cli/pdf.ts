/** `--pdf`: a PDF beside the Word file. */
import { type Context, type Input, usage, writeOutput } from './context.ts';
import { tell } from './io.ts';
import { isWord } from './word-files.ts';

export const PDF_HELP = 'write a tagged PDF beside the Word file, by way of LibreOffice, which must be installed';

/** Throws `UnusableInput` where no PDF could be made beside `out`, before any work is done. */
export async function requirePdf(context: Context, out: string): Promise<void> {
  if (!isWord(out)) throw usage('--pdf goes with a Word file', 'let --out end in .docx, or leave --pdf away');
  const { findOffice } = await import('../library/office/find.ts');
  await findOffice(context.io.env);
}

/** Writes the PDF of a Word file beside it. */
export async function writePdf(
  context: Context,
  out: string,
  content: Uint8Array | string,
  inputs: readonly Input[],
): Promise<void> {
  const { wordToPdf } = await import('../library/office/pdf.ts');
  context.progress.stage('Making the PDF');
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const [pdf] = await wordToPdf([{ name: out, bytes }], context.io.env);
  const name = out.replace(/\.[^./\\]+$/, '.pdf');
  await writeOutput(context, name, pdf ?? new Uint8Array(), inputs);
  tell(context.io, `${name}: written`);
}
