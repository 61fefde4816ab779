/**
 * What the library that packs the file has no option for: the properties of each section, and the headers and footers
 * that belong to a page turned to landscape.
 */
import { type PageFrame, textWidth, turned } from './frame.ts';
import { PackedParts } from './parts.ts';
import type { Section } from './sections.ts';
import { Element } from './xml.ts';

const DOCUMENT = 'word/document.xml';

/** Stands in the paragraph that ends a section until its properties are known. */
export function sectionMark(index: number): Element {
  return new Element('w:sectPr', { 'w:rsidR': MARK + index.toString(16).toUpperCase().padStart(4, '0') });
}

const MARK = '0C5E';

/** A header or footer as a section refers to it. */
export interface PageReference {
  readonly part: 'header' | 'footer';
  readonly type: 'default' | 'first' | 'even';
  readonly id: string;
}

/** Gives each section its properties where there is more than one, or the one is turned. */
export function finishSections(bytes: Uint8Array, sections: readonly Section[], frame: PageFrame): Uint8Array {
  if (sections.length < 2 && sections[0]?.landscape !== true) return bytes;
  const parts = new PackedParts(bytes);
  const own = /<w:sectPr>(?:(?!<w:sectPr>)[\s\S])*<\/w:sectPr>/.exec(parts.text(DOCUMENT).slice(-4000))?.[0] ?? '';
  const references = referencesIn(own);
  const across = references.filter(({ type }) => type === 'default').map((each) => broad(each, parts, frame));
  placeSections(parts, sections, frame, { references, across, titlePage: own.includes('<w:titlePg/>') });
  return parts.toBytes();
}

/** The headers and footers of a file; `across` are those of pages in landscape, where they are not the same. */
export interface SectionHeaders {
  readonly references: readonly PageReference[];
  readonly across?: readonly PageReference[];
  /** Whether the first page has its own. */
  readonly titlePage: boolean;
}

/** Writes the properties of every section. What a section does not say of headers and footers it has from the one before. */
export function placeSections(
  parts: PackedParts,
  sections: readonly Section[],
  frame: PageFrame,
  { references, across, titlePage }: SectionHeaders,
): void {
  const xml = parts.text(DOCUMENT);
  const last = xml.lastIndexOf('<w:sectPr>');
  const propertiesOf = (i: number): string => {
    const landscape = sections[i]?.landscape === true;
    const all = references.filter((each) => i === 0 || (across !== undefined && !isFirst(each)));
    const refers = landscape && across !== undefined ? [...across, ...all.filter(isFirst)] : all;
    return sectionXml(landscape ? turned(frame) : frame, refers, landscape, titlePage && i === 0);
  };
  const marked = new RegExp(`<w:sectPr w:rsidR="${MARK}([0-9A-F]{4})"/>`, 'g');
  const text = xml.slice(0, last).replace(marked, (_, index: string) => propertiesOf(Number.parseInt(index, 16)));
  parts.write(DOCUMENT, `${text}${propertiesOf(sections.length - 1)}</w:body></w:document>`);
}

function isFirst({ type }: PageReference): boolean {
  return type === 'first';
}

function referencesIn(xml: string): PageReference[] {
  return [...xml.matchAll(/<w:(header|footer)Reference w:type="(default|first|even)" r:id="([^"]+)"\/>/g)].map(
    ([, part, type, id]) => ({ part, type, id }) as PageReference,
  );
}

/** In the order of CT_SectPr (17.6.17). */
export function sectionXml(
  frame: PageFrame,
  references: readonly PageReference[],
  landscape: boolean,
  titlePage: boolean,
): string {
  const { width, height, top, right, bottom, left, header, footer } = frame;
  const refers = references.map(({ part, type, id }) => `<w:${part}Reference w:type="${type}" r:id="${id}"/>`);
  return (
    `<w:sectPr>${refers.join('')}<w:pgSz w:w="${width}" w:h="${height}"${landscape ? ' w:orient="landscape"' : ''}/>` +
    `<w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="${header}" w:footer="${footer}" w:gutter="0"/>` +
    `${titlePage ? '<w:titlePg/>' : ''}</w:sectPr>`
  );
}

/** A header or footer whose tab stop at the right margin is that of a page in landscape. */
function broad(reference: PageReference, parts: PackedParts, frame: PageFrame): PageReference {
  const name = parts.target(reference.id);
  const xml = name === undefined ? '' : parts.text(name);
  const stops = `<w:tabs><w:tab w:val="clear" w:pos="${textWidth(frame)}"/><w:tab w:val="right" w:pos="${textWidth(turned(frame))}"/></w:tabs>`;
  const moved = xml.replace(/<w:pStyle w:val="(?:Header|Footer)"\/>/g, (style) => style + stops);
  return { ...reference, id: parts.addPart(reference.part, moved).id };
}
