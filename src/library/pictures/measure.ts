/** What kind of picture bytes hold and how large it is, by the bytes themselves: their beginnings are read, nothing runs. */
import type { PictureData } from '../../model/picture.ts';
import { attributeOf, parseXml, type XmlNode } from '../../word/fragment.ts';

export type Measured = Omit<PictureData, 'fallback'>;

/** Twips of a pixel at 96 to the inch. */
const PIXEL = 15;
/** The most pixels at a side: more than any page can show. */
const MOST_PIXELS = 20_000;
const SVG_DEPTH = 200;

/** What bytes hold; a reason why they can't be taken, as the end of a sentence. */
export function measure(bytes: Uint8Array): Measured | string {
  const found = isPng(bytes) ? png(bytes) : isJpeg(bytes) ? jpeg(bytes) : svg(bytes);
  if (typeof found === 'string') return found;
  const most = MOST_PIXELS * PIXEL;
  const sound = found.width > 0 && found.height > 0 && found.width <= most && found.height <= most;
  return sound ? found : 'it has no size that a page could show';
}

function isPng(bytes: Uint8Array): boolean {
  return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, i) => bytes[i] === byte);
}

function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

/** PNG (ISO/IEC 15948): IHDR comes first; pHYs gives pixels to the metre. */
function png(bytes: Uint8Array): Measured | string {
  if (bytes.length < 33 || ascii(bytes, 12) !== 'IHDR') return 'the PNG file is damaged';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let scale = PIXEL;
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const kind = ascii(bytes, at + 4);
    if (kind === 'IDAT' || kind === 'IEND') break;
    if (kind === 'pHYs' && at + 17 <= bytes.length && bytes[at + 16] === 1)
      scale = scaleOf(view.getUint32(at + 8) * 0.0254);
  }
  return { kind: 'png', bytes, width: view.getUint32(16) * scale, height: view.getUint32(20) * scale };
}

/** Twips of a pixel where so many go to the inch; what no scanner or screen says is not believed. */
function scaleOf(perInch: number): number {
  return perInch >= 36 && perInch <= 2400 ? 1440 / perInch : PIXEL;
}

function ascii(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

/** JPEG (ITU-T T.81): the size stands in the frame header, SOF0 to SOF15 without DHT, JPG and DAC. */
function jpeg(bytes: Uint8Array): Measured | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let scale = PIXEL;
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (marker === 0xe0 && ascii(bytes, at + 4) === 'JFIF' && at + 14 < bytes.length) {
      const unit = bytes[at + 11];
      if (unit === 1 || unit === 2) scale = scaleOf(view.getUint16(at + 12) * (unit === 2 ? 2.54 : 1));
    }
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { kind: 'jpeg', bytes, width: view.getUint16(at + 7) * scale, height: view.getUint16(at + 5) * scale };
    }
    at += 2 + length;
  }
  return 'the JPEG file is damaged';
}

function svg(bytes: Uint8Array): Measured | string {
  let root: XmlNode;
  try {
    root = parseXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes), SVG_DEPTH);
  } catch {
    return 'it is no PNG, JPEG or SVG file';
  }
  if (localName(root) !== 'svg') return 'it is no PNG, JPEG or SVG file';
  const unsafe = unsafeIn(root);
  if (unsafe !== undefined) return unsafe;
  const box = (attributeOf(root, 'viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [boxWidth, boxHeight] = [box[2] ?? 0, box[3] ?? 0];
  const width = svgLength(attributeOf(root, 'width'));
  const height = svgLength(attributeOf(root, 'height'));
  const hasBox = boxWidth > 0 && boxHeight > 0;
  const shown = {
    width:
      width ??
      (height !== undefined && hasBox ? (height * boxWidth) / boxHeight : hasBox ? boxWidth * PIXEL : 300 * PIXEL),
    height:
      height ??
      (width !== undefined && hasBox ? (width * boxHeight) / boxWidth : hasBox ? boxHeight * PIXEL : 150 * PIXEL),
  };
  return { kind: 'svg', bytes, ...shown };
}

function localName({ name }: XmlNode): string {
  return name.slice(name.indexOf(':') + 1);
}

/** What an SVG must not hold: what runs, and what reaches out of the file. */
function unsafeIn(node: XmlNode): string | undefined {
  const name = localName(node);
  if (/^(?:script|foreignObject|handler|iframe|audio|video)$/.test(name)) return `it holds a ${name} element`;
  for (const [key, value] of node.attributes) {
    const plain = key.slice(key.indexOf(':') + 1);
    if (/^on/i.test(plain)) return `it holds the attribute ${plain}, which runs`;
    if (plain === 'href' && !/^\s*(?:#|data:image\/(?:png|jpeg);)/i.test(value) && name !== 'a')
      return 'it refers to another file';
    if (reachesOut(value)) return 'it refers to another file';
  }
  for (const child of node.children) {
    if (typeof child === 'string') {
      if (name === 'style' && (/@import/i.test(child) || reachesOut(child))) return 'it refers to another file';
      continue;
    }
    const found = unsafeIn(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function reachesOut(text: string): boolean {
  return /url\(\s*['"]?(?!\s*#|\s*['"]?data:image\/)/i.test(text);
}

/** A length of SVG (CSS units at 96 pixels to the inch) in twips; `undefined` for a share, or none. */
function svgLength(text: string | undefined): number | undefined {
  const [, number = '', unit = ''] = /^\s*(\d+(?:\.\d+)?)(px|pt|pc|mm|cm|in)?\s*$/.exec(text ?? '') ?? [];
  if (number === '') return undefined;
  const units: Readonly<Record<string, number>> = { pt: 20, pc: 240, mm: 144 / 2.54, cm: 1440 / 2.54, in: 1440 };
  return Number(number) * (units[unit] ?? PIXEL);
}
