/** The formats that a redline or a clean document is written in, by the ending of the file's name. */
import { extname } from 'node:path';
import type { Document } from '../model/document.ts';
import type { PictureStore } from '../model/picture.ts';
import { cleanRedline, type Redline } from '../model/redline.ts';
import type { Brand } from '../word/brand/index.ts';
import { usage } from './context.ts';

/** What a format may want to know beside the text. */
export interface WriteFacts {
  readonly author: string;
  /** An ISO 8601 instant in UTC. */
  readonly date: string;
  /** The look of a reference file. */
  readonly brand?: Brand;
  /** What the pictures of the text show. */
  readonly pictures?: PictureStore;
}

type Write = (redline: Redline, facts: WriteFacts) => Promise<Uint8Array | string>;

/** Each writer is loaded when it is used, so that a quick command starts quickly. */
const WRITERS: Readonly<Record<string, Write>> = {
  '.docx': async (redline, facts) => {
    const { writeDocx } = await import('../write/docx/index.ts');
    const { classification } = redline.document.meta;
    return writeDocx(redline, { ...facts, ...(classification === undefined ? {} : { footer: classification }) });
  },
  '.md': async (redline) => (await import('../write/markdown/index.ts')).writeMarkdown(redline),
  '.html': async (redline, facts) => (await import('../write/html/index.ts')).writeHtml(redline, facts),
  '.json': async (redline) => (await import('../write/json.ts')).writeRedlineJson(redline),
};

/** The writer for a file's name. Throws `UnusableInput` (`cli/usage`) where there is none. */
export function writerFor(out: string): Write {
  const ending = extname(out).toLowerCase();
  const write = Object.hasOwn(WRITERS, ending) ? WRITERS[ending] : undefined;
  if (write !== undefined) return write;
  throw usage(`"${out}" does not say in which format to write`, `let it end in ${Object.keys(WRITERS).join(', ')}`);
}

/** The writer of a clean document: JSON is then the document, not a redline without changes. */
export function cleanWriterFor(out: string): (document: Document, facts: WriteFacts) => Promise<Uint8Array | string> {
  const write = writerFor(out);
  if (extname(out).toLowerCase() !== '.json') return (document, facts) => write(cleanRedline(document), facts);
  return async (document) => (await import('../write/json.ts')).writeJson(document);
}
