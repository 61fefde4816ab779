/** Rewriting a Legal Markdown file in place: never unless what is written reads back as what was meant. */
import { extname } from 'node:path';
import { writeFileAtomic } from '../library/atomic.ts';
import { asRewritable } from '../library/drafts.ts';
import { readBytes, readSource, type Source } from '../library/read.ts';
import { hasErrors, UnusableInput } from '../message.ts';
import type { Document } from '../model/document.ts';
import { firstDifference } from '../model/equal.ts';
import { cleanRedline } from '../model/redline.ts';
import { type Context, usage } from './context.ts';
import { printMessages } from './io.ts';

/** A file as it stands: its text, and the document that it holds. */
export interface Standing {
  readonly text: string;
  readonly document: Document;
}

/** Whether a file looks like Legal Markdown: front matter that names the word for a provision. */
export async function isLegalMarkdown(source: Source): Promise<boolean> {
  const head = Buffer.from(await readBytes(source)).toString('utf8', 0, 4000);
  return /^\uFEFF?---\r?\n(?:(?!---).*\r?\n)*?provision:/.test(head);
}

/** Reads a file that is to be rewritten, strictly. Throws `UnusableInput` where it is not understood whole. */
export async function readForRewrite(context: Context, source: Source): Promise<Standing> {
  if (!['.md', '.markdown'].includes(extname(source.file).toLowerCase())) {
    throw usage(`${source.shown} is not Markdown`, 'only Legal Markdown can be rewritten in place');
  }
  const text = Buffer.from(await readBytes(source)).toString('utf8');
  const { value, messages: found } = await readSource(source, { mode: 'strict' });
  const messages = asRewritable(found);
  if (hasErrors(messages)) throw new UnusableInput(messages);
  printMessages(context.io, messages);
  return { text, document: value };
}

/**
 * Writes `document` in its canonical form where that is not what stands there; gives back whether it is not.
 * With `check` nothing is written. Throws `UnusableInput` where the form would not read back as the document.
 */
export async function rewrite(source: Source, before: Standing, document: Document, check: boolean): Promise<boolean> {
  const { writeMarkdown } = await import('../write/markdown/index.ts');
  const text = writeMarkdown(cleanRedline(document));
  if (text === before.text) return false;
  if (check) return true;
  const { readMarkdown } = await import('../read/markdown/index.ts');
  const lost = firstDifference(
    readMarkdown(text, { file: source.shown, mode: 'strict' }, () => undefined),
    document,
  );
  if (lost !== undefined) throw unfaithful(source, lost);
  await writeFileAtomic(source.file, text);
  return true;
}

function unfaithful(source: Source, lost: string): UnusableInput {
  const reason = 'the canonical form would not say the same, so the file was left as it is';
  const place = { file: source.shown };
  return new UnusableInput({
    severity: 'error',
    rule: 'cli/unfaithful',
    reason,
    place,
    note: `${lost}; please report it`,
  });
}
