/** The pieces of a pack as files: each text and document as DOCX and Markdown, each comparison as HTML too. */
import type { Manifest, PackPiece } from '../../assemble/index.ts';
import { type Report, UnusableInput } from '../../message.ts';
import type { Document, Meta } from '../../model/document.ts';
import { cleanRedline, type Redline } from '../../model/redline.ts';
import { readMarkdown } from '../../read/markdown/index.ts';
import { type DocxOptions, writeDocx } from '../../write/docx/index.ts';
import { writeHtml } from '../../write/html/index.ts';
import { writeMarkdown } from '../../write/markdown/index.ts';

/** A document of the pack as it was compared; a clean one where there is nothing to compare it with. */
export type Redlines = ReadonlyMap<string, Redline>;

/** A piece as a redline, which every writer takes. */
export interface ReadyPiece {
  /** Without the ending. */
  readonly file: string;
  readonly redline: Redline;
  /** Whether the properties of its front matter are facts for its title block. */
  readonly titled: boolean;
}

/** Makes a redline of each piece; a text that is no Legal Markdown is reported as an error, at its line. */
export function readPieces(
  pieces: readonly PackPiece[],
  documents: ReadonlyMap<string, Document>,
  redlines: Redlines,
  report: Report,
): ReadyPiece[] {
  return pieces.map((piece) => {
    const { file } = piece;
    if (piece.kind === 'text') return { file, redline: cleanRedline(readText(piece, report)), titled: true };
    const redline = redlines.get(piece.document);
    if (piece.kind === 'change-marked' && redline !== undefined) return { file, redline, titled: false };
    return { file, redline: cleanRedline(documents.get(piece.document) as Document), titled: false };
  });
}

function readText(piece: Extract<PackPiece, { kind: 'text' }>, report: Report): Document {
  const file = `${piece.file}.md (made from ${piece.template})`;
  return readMarkdown(piece.source, { file, mode: 'strict' }, report);
}

/** Writes the pieces, and a redline on screen of each document that was compared. Gives each file by its name. */
export async function renderPieces(
  pieces: readonly ReadyPiece[],
  redlines: Redlines,
  manifest: Manifest,
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const { file, redline, titled } of pieces) {
    put(files, `${file}.docx`, await writeDocx(redline, docxOptions(redline.document.meta, titled, manifest)));
    put(files, `${file}.md`, utf8(writeMarkdown(redline)));
  }
  for (const [id, redline] of redlines) put(files, redlineName(id, redline), utf8(writeHtml(redline)));
  return files;
}

/** Two files whose names differ in capitals alone would be one on Windows and macOS. */
function put(files: Map<string, Uint8Array>, name: string, bytes: Uint8Array): void {
  if ([...files.keys()].some((other) => other.toLowerCase() === name.toLowerCase())) {
    const reason = `two files of the pack would be called ${name}`;
    throw new UnusableInput({ severity: 'error', rule: 'pack/same-name', reason });
  }
  files.set(name, bytes);
}

/** `svtad-1.4-to-1.5-redline.html`. */
function redlineName(id: string, redline: Redline): string {
  return `${id}-${redline.before.version ?? 'before'}-to-${redline.document.meta.version ?? 'after'}-redline.html`;
}

/** A text of the pack says in its front matter what its title block shows; of a version, the writer shows the rest. */
function docxOptions(meta: Meta, titled: boolean, { tracked, classification }: Manifest): DocxOptions {
  const facts = titled ? Object.entries(meta.properties ?? {}) : [];
  return {
    author: tracked.author,
    date: tracked.date,
    titleFacts: facts.map(([label, value]) => ({ label, value })),
    ...(meta.classification === undefined ? { footer: classification } : {}),
  };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
