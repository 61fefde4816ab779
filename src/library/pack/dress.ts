/** What the files of a pack are dressed in: the look and the logo that its manifest names, and the pictures of its texts. */
import type { PlaceOf } from '../../assemble/index.ts';
import type { Report } from '../../message.ts';
import type { Document, Picture } from '../../model/document.ts';
import type { PictureData, PictureStore } from '../../model/picture.ts';
import type { DocxOptions } from '../../write/docx/index.ts';
import type { Library } from '../library.ts';
import { configuredLook, loadLook, namedBelow } from '../look.ts';
import { wordToPdf } from '../office/pdf.ts';
import { type PictureFolder, withPictures } from '../pictures/index.ts';
import { readBytes } from '../read.ts';
import { type Inputs, noteInput } from './load.ts';
import type { RenderedFile } from './render.ts';

/** What a manifest says of the look of its files. */
export interface DressKeys {
  readonly look?: string;
  readonly logo?: { readonly file: string; readonly text: string };
  readonly organisation?: { readonly name: string };
}

/** The look, the logo and who publishes, as the Word writer takes them. */
export type Dress = Pick<DocxOptions, 'brand' | 'logo' | 'organisation' | 'pictures'>;

/** The pictures of all texts of a pack, gathered as the texts are read. */
export class PackPictures {
  readonly #store = new Map<string, PictureData>();
  readonly #files = new Map<string, Uint8Array>();
  readonly #inputs: Inputs;

  constructor(inputs: Inputs) {
    this.#inputs = inputs;
  }

  get store(): PictureStore {
    return this.#store;
  }

  /** The files that texts of the pack itself show, by the names under which they show them. */
  get files(): ReadonlyMap<string, Uint8Array> {
    return this.#files;
  }

  /** The document with its pictures told by what they show; `shown` has its files stand beside the pack's own texts. */
  async take(document: Document, folder: PictureFolder, report: Report): Promise<Document> {
    const read = await withPictures(document, folder, report);
    for (const [fingerprint, data] of read.pictures) this.#store.set(fingerprint, data);
    for (const [path, bytes] of read.files) {
      noteInput(this.#inputs, path, bytes);
      this.#files.set(folder.shown === '' ? path : path.slice(folder.shown.length + 1), bytes);
    }
    return read.document;
  }
}

/** The folder of the pictures of a document of the library, or of a pack. */
export function picturesOf(library: Library, name: string): PictureFolder {
  return { folder: `${library.root}/documents/${name}`, shown: `documents/${name}` };
}

/** Reads what the manifest of a pack names; the look of the library where it names none. */
export async function loadDress(
  library: Library,
  name: string,
  keys: DressKeys,
  placeOf: PlaceOf,
  pictures: PackPictures,
  inputs: Inputs,
  report: Report,
): Promise<Dress> {
  const look =
    keys.look === undefined
      ? await configuredLook(library.root)
      : namedBelow(library.root, `documents/${name}`, keys.look, placeOf(['look']));
  const { organisation } = keys;
  const logo =
    keys.logo === undefined ? undefined : await loadLogo(library, name, keys.logo, placeOf, pictures, report);
  const dress = {
    pictures: pictures.store,
    ...(organisation === undefined ? {} : { organisation: organisation.name }),
    ...(logo === undefined ? {} : { logo }),
  };
  if (look === undefined) return dress;
  const { value: brand, messages } = await loadLook(look);
  for (const message of messages) report(message);
  noteInput(inputs, look.shown, await readBytes(look));
  return { ...dress, brand };
}

/** A logo is a picture that stands in no text. */
async function loadLogo(
  library: Library,
  name: string,
  { file, text }: NonNullable<DressKeys['logo']>,
  placeOf: PlaceOf,
  pictures: PackPictures,
  report: Report,
): Promise<Picture | undefined> {
  const picture: Picture = { type: 'picture', file, text, place: placeOf(['logo']) };
  const meta = { title: '', provision: '', language: '' };
  const holder: Document = { type: 'document', meta, children: [{ type: 'para', children: [picture] }] };
  const [para] = (await pictures.take(holder, picturesOf(library, name), report)).children;
  return para?.type === 'para' ? (para.children[0] as Picture) : undefined;
}

/** Adds a PDF beside each Word file. */
export async function addPdfs(
  files: Map<string, RenderedFile>,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const words = [...files].filter(([name]) => /\.do[ct][xm]$/.test(name));
  const pdfs = await wordToPdf(
    words.map(([name, { bytes }]) => ({ name, bytes })),
    env,
  );
  words.forEach(([name, file], i) => {
    files.set(name.replace(/\.do[ct][xm]$/, '.pdf'), { ...file, bytes: pdfs[i] ?? new Uint8Array() });
  });
}
