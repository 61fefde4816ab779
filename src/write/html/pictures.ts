/** Pictures: the file itself within the page, with its alternative text, size and caption. */
import type { Picture } from '../../model/document.ts';
import { figureName, type PictureData, printedSize } from '../../model/picture.ts';
import type { Revision } from '../../model/redline.ts';
import { element, escapeText, type Html } from './escape.ts';
import { inside } from './marks.ts';
import { anchorOf, type Context } from './page.ts';

const TYPES = { png: 'image/png', jpeg: 'image/jpeg', svg: 'image/svg+xml' } as const satisfies Record<
  PictureData['kind'],
  string
>;
/** Twips of a pixel of CSS. */
const PIXEL = 15;
/** The column of text is about so wide and a screen so high, in twips. */
const ROOM = { width: 10_000, height: 14_000 };

/** A picture in its line; alone in its paragraph it is a figure. Without its file it is what it shows, in words. */
export function writePicture(picture: Picture<Revision>, context: Context): Html {
  const inner = inside(picture, context);
  const image = writeImage(picture, context);
  const name = figureName(picture);
  const label = name === undefined ? '' : element('span', { class: 'label' }, escapeText(name));
  const words = escapeText(picture.caption ?? '');
  const caption = label === '' && words === '' ? '' : element('span', { class: 'caption' }, `${label} ${words}`.trim());
  return element('span', { class: 'picture', id: anchorOf(picture, inner) }, image + caption);
}

function writeImage(picture: Picture<Revision>, { page }: Context): Html {
  const data = picture.fingerprint === undefined ? undefined : page.pictures.get(picture.fingerprint);
  const alt = picture.text ?? '';
  if (data === undefined) {
    const what = element('span', { class: 'what' }, 'picture');
    return element('span', { class: 'opaque' }, what + escapeText(alt === '' ? picture.file : alt));
  }
  const { width, height } = printedSize(picture, data, ROOM);
  const src = `data:${TYPES[data.kind]};base64,${toBase64(data.bytes)}`;
  return element('img', { src, alt, width: Math.round(width / PIXEL), height: Math.round(height / PIXEL) });
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
