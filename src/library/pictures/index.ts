/** The pictures of a document: their files read and checked, and each picture told by the fingerprint of its bytes. */
import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { type Message, type Report, UnusableInput } from '../../message.ts';
import type { Document, Node, Picture } from '../../model/document.ts';
import type { PictureData, PictureStore } from '../../model/picture.ts';
import { mapChildLists, walk } from '../../model/walk.ts';
import { readBytes } from '../read.ts';
import { drawSvg } from './fallback.ts';
import { measure } from './measure.ts';

/** A larger file is refused, in bytes: it would make every file that shows it as large. */
const LARGEST = 20 * 1024 * 1024;

/** Where the files of pictures are. */
export interface PictureFolder {
  /** Absolute. */
  readonly folder: string;
  /** As messages name it; empty for the folder where the user stands. */
  readonly shown: string;
}

/** The folder of a file's pictures: the one that it stands in. */
export function folderOf({ file, shown }: { readonly file: string; readonly shown: string }): PictureFolder {
  const slash = shown.lastIndexOf('/');
  return { folder: dirname(file), shown: slash < 0 ? '' : shown.slice(0, slash) };
}

export interface WithPictures {
  readonly document: Document;
  readonly pictures: PictureStore;
  /** The files that were read, as messages name them, with their bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Reads the pictures of a document. A file that is missing, or no picture, is an error at the place of the picture. */
export async function withPictures(
  document: Document,
  { folder, shown }: PictureFolder,
  report: Report,
): Promise<WithPictures> {
  const named = picturesIn(document);
  if (named.length === 0) return { document, pictures: new Map(), files: new Map() };
  const pictures = new Map<string, PictureData>();
  const files = new Map<string, Uint8Array>();
  const fingerprints = new Map<string, string>();
  for (const picture of named) {
    if (picture.text === undefined) report(withoutText(picture));
    if (fingerprints.has(picture.file)) continue;
    const name = shown === '' ? picture.file : `${shown}/${picture.file}`;
    const data = await readPicture(folder, picture, name, report);
    if (data === undefined) continue;
    const fingerprint = createHash('sha256').update(data.bytes).digest('hex');
    fingerprints.set(picture.file, fingerprint);
    pictures.set(fingerprint, data);
    files.set(name, data.bytes);
  }
  return { document: fingerprinted(document, fingerprints), pictures, files };
}

function picturesIn(document: Document): Picture[] {
  const found: Picture[] = [];
  walk(document, (node) => {
    if (node.type === 'picture') found.push(node);
  });
  return found;
}

function withoutText({ file, place }: Picture): Message {
  return {
    severity: 'warning',
    rule: 'picture/no-text',
    reason: `the picture ${file} has no alternative text, so that some readers will not learn what it shows`,
    ...(place === undefined ? {} : { place }),
    expected: `![what it shows](${file})`,
  };
}

async function readPicture(
  folder: string,
  picture: Picture,
  shown: string,
  report: Report,
): Promise<PictureData | undefined> {
  const wrong = (reason: string, rule = 'picture/unusable'): undefined => {
    const { place } = picture;
    report({ severity: 'error', rule, reason: `${shown}: ${reason}`, ...(place === undefined ? {} : { place }) });
  };
  const file = join(folder, ...picture.file.split('/'));
  try {
    const [real, home] = await Promise.all([realpath(file).catch(() => file), realpath(folder)]);
    if (real !== file && !real.startsWith(home + sep)) return wrong('it lies outside of the folder of the text');
    const bytes = await readBytes({ file, shown });
    if (bytes.length > LARGEST) return wrong(`the picture has more than ${LARGEST / (1024 * 1024)} MiB`);
    const data = measure(bytes);
    if (typeof data === 'string') return wrong(data);
    return data.kind === 'svg' ? await withFallback(data, file, shown, picture, report) : data;
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    return wrong(error.messages[0]?.reason ?? 'the file cannot be read', 'picture/missing');
  }
}

/** An SVG with its PNG: a file of the same name beside it, else as it is drawn here. */
async function withFallback(
  data: PictureData,
  file: string,
  shown: string,
  { place }: Picture,
  report: Report,
): Promise<PictureData> {
  const beside = await readBytes({ file: file.replace(/\.svg$/i, '.png'), shown }).catch(() => undefined);
  const isPng = beside !== undefined && (measure(beside) as PictureData).kind === 'png';
  const fallback = isPng ? beside : await drawSvg(data.bytes);
  if (fallback !== undefined) return { ...data, fallback };
  report({
    severity: 'error',
    rule: 'picture/no-fallback',
    reason: `${shown}: the SVG cannot be drawn here as PNG, which readers that know no SVG need`,
    ...(place === undefined ? {} : { place }),
    note: `put ${shown.replace(/^.*\//, '').replace(/\.svg$/i, '.png')} beside it`,
  });
  return data;
}

function fingerprinted(document: Document, fingerprints: ReadonlyMap<string, string>): Document {
  const visit = (node: Node): Node => {
    if (node.type !== 'picture') return mapChildLists<never, never, Node>(node, (children) => children.map(visit));
    const fingerprint = fingerprints.get(node.file);
    return fingerprint === undefined ? node : { ...node, fingerprint };
  };
  return visit(document) as Document;
}
