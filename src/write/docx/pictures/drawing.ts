/** A picture in its run (DrawingML, 20.4): its bytes once in the file, its alternative text, its size. */
import type { IContext, IXmlableObject } from 'docx';
import type { Picture } from '../../../model/document.ts';
import { type PictureData, type PictureStore, printedSize } from '../../../model/picture.ts';
import type { Revision } from '../../../model/redline.ts';
import { type PageFrame, textHeight, textWidth } from '../frame.ts';
import { Element, printable } from '../xml.ts';

const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const PICTURE = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
const SVG = 'http://schemas.microsoft.com/office/drawing/2016/SVG/main';
/** Says that the extension of a picture holds an SVG ([MS-ODRAWXML] 2.2.17). */
const SVG_EXTENSION = '{96DAC541-7B7A-43D3-8B79-37D633B846F1}';
const EMU = 635;
/** Of the height of a page, what a picture may take: its caption stands below it. */
const SHARE = 0.85;

/** A picture of the store as parts of the file. */
interface MediaFile {
  readonly path: string;
  readonly data: Uint8Array;
}

/** The name of a picture's file in the package, by its fingerprint. */
function mediaName(fingerprint: string, extension: string): string {
  return `media/${fingerprint.slice(0, 24)}.${extension}`;
}

function extensionOf({ kind }: PictureData): string {
  return kind === 'jpeg' ? 'jpg' : kind;
}

/** The parts that hold the pictures with these fingerprints. */
export function mediaFiles(used: Iterable<string>, pictures: PictureStore): MediaFile[] {
  return [...new Set(used)].flatMap((fingerprint) => {
    const data = pictures.get(fingerprint);
    if (data === undefined) return [];
    const own = { path: `word/${mediaName(fingerprint, extensionOf(data))}`, data: data.bytes };
    if (data.kind !== 'svg' || data.fallback === undefined) return [own];
    return [own, { path: `word/${mediaName(fingerprint, 'png')}`, data: data.fallback }];
  });
}

/** The room of a picture in the text. */
export function roomFor(frame: PageFrame): { readonly width: number; readonly height: number } {
  return { width: textWidth(frame), height: Math.floor(textHeight(frame) * SHARE) };
}

/** A drawing that refers to its files among the relationships of the part that it stands in. */
class DrawingElement extends Element {
  readonly #targets: readonly (readonly [id: string, target: string])[];
  #related = false;

  constructor(children: readonly Element[], targets: readonly (readonly [string, string])[]) {
    super('w:drawing', {}, children);
    this.#targets = targets;
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    if (!this.#related) {
      this.#related = true;
      for (const [id, target] of this.#targets)
        context.viewWrapper.Relationships.addRelationship(id, RELATIONSHIP, target);
    }
    return super.prepForXml(context);
  }
}

/** The drawing of a picture, by a number that no other drawing and no relationship has. */
export function drawing(picture: Picture<Revision>, data: PictureData, number: number, frame: PageFrame): Element {
  const fingerprint = picture.fingerprint ?? '';
  const { width, height } = printedSize(picture, data, roomFor(frame));
  const extent = { cx: width * EMU, cy: height * EMU };
  const vector = data.kind === 'svg' && data.fallback !== undefined;
  const targets: [string, string][] = [
    [`Picture${number}`, mediaName(fingerprint, vector ? 'png' : extensionOf(data))],
    ...(vector ? [[`Vector${number}`, mediaName(fingerprint, 'svg')] as [string, string]] : []),
  ];
  const name = { id: number, name: `Picture ${number}`, descr: printable(picture.text ?? '') };
  return new DrawingElement(
    [
      new Element('wp:inline', { distT: 0, distB: 0, distL: 0, distR: 0 }, [
        new Element('wp:extent', extent),
        new Element('wp:docPr', name),
        new Element('wp:cNvGraphicFramePr', {}, [
          new Element('a:graphicFrameLocks', { 'xmlns:a': DRAWING, noChangeAspect: 1 }),
        ]),
        new Element('a:graphic', { 'xmlns:a': DRAWING }, [
          new Element('a:graphicData', { uri: PICTURE }, [
            new Element('pic:pic', { 'xmlns:pic': PICTURE }, [
              new Element('pic:nvPicPr', {}, [new Element('pic:cNvPr', name), new Element('pic:cNvPicPr')]),
              new Element('pic:blipFill', {}, [
                blip(number, vector),
                new Element('a:stretch', {}, [new Element('a:fillRect')]),
              ]),
              shape(extent),
            ]),
          ]),
        ]),
      ]),
    ],
    targets,
  );
}

function blip(number: number, vector: boolean): Element {
  const extension = new Element('a:extLst', {}, [
    new Element('a:ext', { uri: SVG_EXTENSION }, [
      new Element('asvg:svgBlip', { 'xmlns:asvg': SVG, 'r:embed': `rIdVector${number}` }),
    ]),
  ]);
  return new Element('a:blip', { 'r:embed': `rIdPicture${number}` }, vector ? [extension] : []);
}

function shape(extent: { readonly cx: number; readonly cy: number }): Element {
  return new Element('pic:spPr', {}, [
    new Element('a:xfrm', {}, [new Element('a:off', { x: 0, y: 0 }), new Element('a:ext', extent)]),
    new Element('a:prstGeom', { prst: 'rect' }, [new Element('a:avLst')]),
  ]);
}
