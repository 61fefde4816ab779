/** The page of a reference file, and which headers and footers it has: those of its last section that stands upright. */
import { UnusableInput } from '../../message.ts';
import { type Package, refusal, scanPart } from '../package.ts';
import type { Tag } from '../tag.ts';
import type { BrandPart, PageFrame } from './types.ts';

export interface HeaderReference extends Pick<BrandPart, 'part' | 'type'> {
  /** Of the relationship. */
  readonly id: string;
}

export interface BrandSection {
  readonly frame: PageFrame;
  readonly references: readonly HeaderReference[];
  readonly titlePage: boolean;
}

/** What a section says for itself; what it does not, it has from the one before (ISO/IEC 29500-1, 17.6.17, 17.10.5). */
interface Stated {
  size?: Pick<PageFrame, 'width' | 'height'>;
  margins?: Omit<PageFrame, 'width' | 'height'>;
  references: HeaderReference[];
  titlePage: boolean;
}

const DEFAULT_SIZE = { width: 11906, height: 16838 };
const DEFAULT_MARGINS = { top: 1440, bottom: 1440, left: 1440, right: 1440, header: 708, footer: 708 };
/** The narrowest text, and the longest side of a page, that can be worked with: some 7 and 55 cm. */
const NARROWEST = 4000;
const LONGEST = 31_680;

/** Reads the sections of the document part `main`. Throws `UnusableInput` where no text fits on the page. */
export function readSections(opened: Package, main: string): BrandSection {
  const sections = statedSections(opened, main);
  const known = new Map<string, HeaderReference>();
  let chosen: BrandSection | undefined;
  for (const { size = DEFAULT_SIZE, margins = DEFAULT_MARGINS, references, titlePage } of sections) {
    for (const reference of references) known.set(`${reference.part} ${reference.type}`, reference);
    const frame = upright({ ...size, ...margins });
    const lies = size.width > size.height;
    if (!lies || chosen === undefined) chosen = { frame, references: [...known.values()], titlePage };
  }
  const section = chosen ?? { frame: { ...DEFAULT_SIZE, ...DEFAULT_MARGINS }, references: [], titlePage: false };
  refuseNarrow(opened, section.frame);
  return section;
}

function upright(frame: PageFrame): PageFrame {
  const { width, height, top, bottom, left, right } = frame;
  if (width <= height) return frame;
  return { ...frame, width: height, height: width, top: left, right: top, bottom: right, left: bottom };
}

function refuseNarrow(opened: Package, { width, height, left, right, top, bottom }: PageFrame): void {
  const fits = width - left - right >= NARROWEST && height - top - bottom >= NARROWEST && height <= LONGEST;
  if (fits) return;
  const reason = `its page leaves no room for text (${width} by ${height} twips with its margins)`;
  throw new UnusableInput(refusal(opened.file, 'look/page', reason, 'set the size and margins of the page in Word'));
}

function statedSections(opened: Package, main: string): Stated[] {
  const sections: Stated[] = [];
  let current: Stated | undefined;
  scanPart(opened, main, () => ({
    open(tag) {
      if (tag.name === 'w:sectPrChange') return true;
      if (tag.name === 'w:sectPr') {
        current = { references: [], titlePage: false };
        sections.push(current);
      } else if (current !== undefined) take(current, tag);
      return undefined;
    },
    close(name) {
      if (name === 'w:sectPr') current = undefined;
    },
    text() {},
  }));
  return sections;
}

function take(section: Stated, tag: Tag): void {
  if (tag.name === 'w:pgSz') {
    section.size = { width: twips(tag, 'w:w', DEFAULT_SIZE.width), height: twips(tag, 'w:h', DEFAULT_SIZE.height) };
  } else if (tag.name === 'w:pgMar') section.margins = marginsOf(tag);
  else if (tag.name === 'w:titlePg') section.titlePage = !/^(?:0|false|off)$/.test(tag.attribute('w:val') ?? '');
  else if (tag.name === 'w:headerReference' || tag.name === 'w:footerReference') {
    const part = tag.name === 'w:headerReference' ? 'header' : 'footer';
    const type = tag.attribute('w:type') ?? 'default';
    const id = tag.attribute('r:id');
    if (id !== undefined && isType(type)) section.references.push({ part, type, id });
  }
}

function isType(type: string): type is BrandPart['type'] {
  return type === 'default' || type === 'first' || type === 'even';
}

function marginsOf(tag: Tag): NonNullable<Stated['margins']> {
  const gutter = twips(tag, 'w:gutter', 0);
  return {
    top: twips(tag, 'w:top', DEFAULT_MARGINS.top),
    bottom: twips(tag, 'w:bottom', DEFAULT_MARGINS.bottom),
    left: twips(tag, 'w:left', DEFAULT_MARGINS.left) + gutter,
    right: twips(tag, 'w:right', DEFAULT_MARGINS.right),
    header: twips(tag, 'w:header', DEFAULT_MARGINS.header),
    footer: twips(tag, 'w:footer', DEFAULT_MARGINS.footer),
  };
}

/** A distance; a margin that may not grow is negative in the file (17.6.11). */
function twips(tag: Tag, name: string, otherwise: number): number {
  const text = tag.attribute(name);
  const value =
    text === undefined || !/^-?\d{1,6}(?:\.\d+)?$/.test(text) ? otherwise : Math.abs(Math.round(Number(text)));
  return value;
}
