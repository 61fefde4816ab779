/** The files that hold pictures, and the sizes in which they are printed. */

const FILE = /^(?!\.)(?:[^\\/:*?"<>|\p{Cc}]+\/)*[^\\/:*?"<>|\p{Cc}]+\.(?:png|jpe?g|svg)$/iu;

/** Whether an address names a picture beside the text: a PNG, JPEG or SVG file, and no folder above. */
export function isPictureFile(address: string): boolean {
  return FILE.test(address) && !address.split('/').some((part) => part === '.' || part === '..' || part.trim() === '');
}

/** Of each unit in twips. */
const UNITS: Readonly<Record<string, number>> = { cm: 1440 / 2.54, mm: 144 / 2.54, in: 1440, pt: 20 };

/** The largest length, in twips: that of the largest page of Word. */
const LONGEST = 31_680;

/** `8cm` in twips; `undefined` for what is no length that a page has. */
export function lengthOf(text: string): number | undefined {
  const [, number = '', unit = ''] = /^(\d{1,5}(?:\.\d{1,3})?)(cm|mm|in|pt)$/.exec(text) ?? [];
  const twips = Math.round(Number(number) * (UNITS[unit] ?? 0));
  return twips >= 1 && twips <= LONGEST ? twips : undefined;
}

/** Twips in centimetres, with no more places than give the same length back. */
export function printLength(twips: number): string {
  const centimetres = twips / (UNITS.cm as number);
  for (let places = 0; places < 3; places++) {
    const text = `${Number(centimetres.toFixed(places))}cm`;
    if (lengthOf(text) === twips) return text;
  }
  return `${Number(centimetres.toFixed(3))}cm`;
}

/** `Figure 2`, as a reference prints it; `undefined` for a picture without a number. */
export function figureName({ label, word }: { readonly label?: string; readonly word?: string }): string | undefined {
  return label === undefined ? undefined : `${word ?? 'Figure'} ${label}`;
}

/** The bytes of a picture, and how large it is by itself. */
export interface PictureData {
  readonly kind: 'png' | 'jpeg' | 'svg';
  readonly bytes: Uint8Array;
  /** In twips, at 96 pixels to the inch where the file says nothing else. */
  readonly width: number;
  readonly height: number;
  /** Of an SVG, the same as PNG, for readers that know no SVG. */
  readonly fallback?: Uint8Array;
}

/** Pictures by the fingerprint of their bytes. */
export type PictureStore = ReadonlyMap<string, PictureData>;

/** How large a picture is printed, in twips: as it says, else as it is, no wider and no higher than the room for it. */
export function printedSize(
  { width, height }: { readonly width?: number; readonly height?: number },
  data: Pick<PictureData, 'width' | 'height'>,
  room: { readonly width: number; readonly height: number },
): { readonly width: number; readonly height: number } {
  const ratio = data.height / data.width;
  const wanted =
    width !== undefined
      ? { width, height: height ?? width * ratio }
      : height !== undefined
        ? { width: height / ratio, height }
        : { width: data.width, height: data.height };
  const scale = Math.min(1, room.width / wanted.width, room.height / wanted.height);
  return {
    width: Math.max(1, Math.round(wanted.width * scale)),
    height: Math.max(1, Math.round(wanted.height * scale)),
  };
}
