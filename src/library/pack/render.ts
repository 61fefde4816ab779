/** The pieces of a pack as files: each text and document as DOCX and Markdown, each comparison as HTML too. */

import { numberFigures } from '../../assemble/figures.ts';
import type { Manifest, PackPiece } from '../../assemble/index.ts';
import { type Report, UnusableInput } from '../../message.ts';
import { acceptAll } from '../../model/decide.ts';
import type { Document, Meta } from '../../model/document.ts';
import { cleanRedline, type Redline } from '../../model/redline.ts';
import { readMarkdown } from '../../read/markdown/index.ts';
import { type DocxOptions, writeDocx } from '../../write/docx/index.ts';
import { writeHtml } from '../../write/html/index.ts';
import { writeMarkdown } from '../../write/markdown/index.ts';
import type { PictureFolder } from '../pictures/index.ts';
import type { Dress, PackPictures } from './dress.ts';
import type { OwnWordFile } from './own-word.ts';

/** A document of the pack as it was compared; a clean one where there is nothing to compare it with. */
export type Redlines = ReadonlyMap<string, Redline>;

/**
 * What a file of a pack is: a text of its own, a version without marks, a change-marked version, a redline on screen;
 * amending instructions, a report of counts.
 */
export interface FileRole {
  readonly kind: PackPiece['kind'] | 'redline' | 'legal-text' | 'counts' | 'picture';
  /** The versions it shows, as `document@version`; absent for a text of the pack's own. */
  readonly before?: string;
  readonly after?: string;
}

/** A file of a pack. */
export interface RenderedFile extends FileRole {
  readonly bytes: Uint8Array;
}

/** A piece as a redline, which every writer takes. */
export interface ReadyPiece extends FileRole {
  /** Without the ending. */
  readonly file: string;
  readonly redline: Redline;
  /** Whether the properties of its front matter are facts for its title block. */
  readonly titled: boolean;
  /** Whether people fill it in. */
  readonly form?: true;
}

/** Makes a redline of each piece; a text that is no Legal Markdown is reported as an error, at its line. */
export function readPieces(
  pieces: readonly PackPiece[],
  documents: ReadonlyMap<string, Document>,
  redlines: Redlines,
  report: Report,
): ReadyPiece[] {
  return pieces.map((piece) => {
    const { file, kind } = piece;
    if (piece.kind === 'text')
      return {
        file,
        kind,
        redline: cleanRedline(readText(piece, report)),
        titled: true,
        ...(piece.role === 'response-template' ? { form: true } : {}),
      };
    const redline = redlines.get(piece.document);
    if (piece.kind === 'change-marked' && redline !== undefined) {
      return { file, kind, ...versionsOf(piece.document, redline), redline, titled: false };
    }
    const clean = cleanRedline(documents.get(piece.document) as Document);
    return { file, kind, after: versionName(piece.document, clean.document.meta), redline: clean, titled: false };
  });
}

function versionsOf(id: string, redline: Redline): { readonly before: string; readonly after: string } {
  return { before: versionName(id, redline.before), after: versionName(id, redline.document.meta) };
}

function versionName(id: string, meta: Meta): string {
  return `${id}@${meta.version ?? ''}`;
}

function readText(piece: Extract<PackPiece, { kind: 'text' }>, report: Report): Document {
  const file = `${piece.file}.md (made from ${piece.template})`;
  return readMarkdown(piece.source, { file, mode: 'strict' }, report);
}

/** The texts of the pack with their figures numbered and their pictures read. */
export function withFigures(
  pieces: readonly ReadyPiece[],
  folder: PictureFolder,
  pictures: PackPictures,
  report: Report,
): Promise<ReadyPiece[]> {
  return Promise.all(
    pieces.map(async (piece) => {
      if (!piece.titled) return piece;
      const document = numberFigures(acceptAll(piece.redline));
      return { ...piece, redline: cleanRedline(await pictures.take(document, folder, report)) };
    }),
  );
}

/**
 * Writes the pieces, and a redline on screen of each document that was compared. Gives each file by its name. `own` are the
 * attachments that are Word files of the team's own already, by the name of the piece.
 */
export async function renderPieces(
  pieces: readonly ReadyPiece[],
  redlines: Redlines,
  manifest: Manifest,
  dress: Dress,
  own: ReadonlyMap<string, OwnWordFile>,
): Promise<Map<string, RenderedFile>> {
  const files = new Map<string, RenderedFile>();
  for (const { file, redline, titled, form, ...role } of pieces) {
    const write = () =>
      writeDocx(redline, {
        ...docxOptions(redline.document.meta, titled, manifest),
        ...dress,
        ...(form === true ? { form } : {}),
      });
    const word = own.get(file) ?? { bytes: await write(), ending: '.docx' };
    put(files, `${file}${word.ending}`, { ...role, bytes: word.bytes });
    put(files, `${file}.md`, { ...role, bytes: utf8(writeMarkdown(redline)) });
  }
  for (const [id, redline] of redlines) {
    const role = { kind: 'redline', ...versionsOf(id, redline) } as const;
    put(files, redlineName(id, redline), { ...role, bytes: utf8(writeHtml(redline, dress)) });
  }
  return files;
}

/** Two files whose names differ in capitals alone would be one on Windows and macOS. */
export function put(files: Map<string, RenderedFile>, name: string, file: RenderedFile): void {
  if ([...files.keys()].some((other) => other.toLowerCase() === name.toLowerCase())) {
    const reason = `two files of the pack would be called ${name}`;
    throw new UnusableInput({ severity: 'error', rule: 'pack/same-name', reason });
  }
  files.set(name, file);
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
    ...(meta.classification === undefined && classification !== undefined ? { footer: classification } : {}),
  };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
