/** Small Word packages from the XML of their bodies, and what a test asks of a redline of them. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { compareAligned } from '../../../src/compare/index.ts';
import { checkRedline } from '../../../src/library/redline-check/index.ts';
import type { Message } from '../../../src/message.ts';
import { readDocx, readDocxSides } from '../../../src/read/docx/index.ts';
import { type Align, type InPlaceOptions, redlineInPlace, settleTracked } from '../../../src/write/in-place/index.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** The decisions of `compare` on two files, as the library hands them to the writer. */
export const ALIGN: Align = (before, after, keeps) => {
  const read = (bytes: Uint8Array, tracked: 'accept' | 'reject') => readDocx(bytes, { tracked }, () => {});
  return compareAligned(read(before, 'accept'), read(after, keeps ? 'reject' : 'accept')).alignment;
};

/** Other parts of a package by their name below `word/`: `footnotes.xml`, and the bytes of media. */
export type Extra = Readonly<Record<string, string | Uint8Array>>;

/** A package whose body holds `blocks`; relationships of the body are named after the parts: `rfootnotesxml`. */
export function pack(blocks: string, extra: Extra = {}, relationships = '', section = ''): Uint8Array {
  const names = Object.keys(extra);
  const relations = names.map((name) => {
    const kind = name.replace(/\d*\.\w+$/, '').replace(/^media\//, '');
    const type = name.startsWith('media/') ? 'image' : kind;
    return `<Relationship Id="r${name.replace(/\W/g, '')}" Type="${R}/${type}" Target="${name}"/>`;
  });
  const overrides = names
    .filter((name) => name.endsWith('.xml'))
    .map((name) => `<Override PartName="/word/${name}" ContentType="${TYPE}.${name.replace(/\d*\.xml$/, '')}+xml"/>`);
  const list = (inner: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/>${overrides.join('')}</Types>`,
    ),
    '_rels/.rels': strToU8(list(`<Relationship Id="r1" Type="${R}/officeDocument" Target="word/document.xml"/>`)),
    'word/_rels/document.xml.rels': strToU8(list(relations.join('') + relationships)),
    'word/document.xml': strToU8(
      part('document', `<w:body>${blocks}<w:sectPr>${section}<w:pgSz w:w="11906"/></w:sectPr></w:body>`),
    ),
  };
  for (const [name, content] of Object.entries(extra)) {
    files[`word/${name}`] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(files);
}

/** A part with its root. */
export function part(root: string, inner: string): string {
  return `<?xml version="1.0"?><w:${root} xmlns:w="${W}" xmlns:r="${R}">${inner}</w:${root}>`;
}

/** A run; `format` is what stands in its properties. */
export function r(text: string, format = ''): string {
  const properties = format === '' ? '' : `<w:rPr>${format}</w:rPr>`;
  return `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of runs. */
export function p(content: string, format = ''): string {
  return `<w:p>${format === '' ? '' : `<w:pPr>${format}</w:pPr>`}${content}</w:p>`;
}

/** Paragraphs of one run each. */
export const lines = (...texts: readonly string[]): string => texts.map((text) => p(r(text))).join('');

export function table(...rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) =>
    row.map((text) => `<w:tc><w:tcPr><w:tcW w:w="9"/></w:tcPr>${lines(text)}</w:tc>`);
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((row) => `<w:tr>${cells(row).join('')}</w:tr>`).join('')}</w:tbl>`;
}

export const xmlOf = (bytes: Uint8Array, name = 'word/document.xml'): string =>
  strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());

const OPTIONS: InPlaceOptions = { author: 'A. Drafter', date: '2020-01-31T09:00:00Z' };

export interface Made {
  readonly bytes: Uint8Array;
  /** The body of the redline, author and date left out, ids as `#`. */
  readonly body: string;
  readonly messages: readonly Message[];
}

export function redline(before: Uint8Array, after: Uint8Array, options: Partial<InPlaceOptions> = {}): Made {
  const messages: Message[] = [];
  const bytes = redlineInPlace(before, after, ALIGN, { ...OPTIONS, ...options }, (message) => messages.push(message));
  return { bytes, body: bodyOf(bytes), messages };
}

/** Reads a redline back both ways. Throws `UnusableInput` where a side says something else. */
export function holds(before: Uint8Array, after: Uint8Array, made: Uint8Array): void {
  const read = (bytes: Uint8Array) => readDocx(bytes, {}, () => {});
  checkRedline(
    readDocxSides(made, {}, () => {}),
    { before: read(before), after: read(after) },
    strict,
  );
}

/** For checks that nothing may be warned of. */
export function strict({ reason }: Message): void {
  throw new Error(reason);
}

/** The body of a file, short of what only names and dates. */
export function bodyOf(bytes: Uint8Array): string {
  const xml = xmlOf(bytes);
  const body = xml.slice(xml.indexOf('<w:body>') + 8, xml.lastIndexOf('<w:sectPr'));
  return body.replace(/ w:id="\d+" w:author="[^"]*" w:date="[^"]*"/g, '').replaceAll(' xml:space="preserve"', '');
}

/** What a file says: a line for each paragraph, with what tells its looks, tables as their cells; bookmarks of one name alike. */
export function told(bytes: Uint8Array, name = 'word/document.xml'): string[] {
  return (
    xmlOf(bytes, name)
      .replace(/\b(REF \w+?)_b\d+/g, '$1')
      .replaceAll(' xml:space="preserve"', '')
      .match(/<w:p>.*?<\/w:p>|<w:p\/>|<w:tr>|<w:tbl>/gs) ?? []
  ).map(toldBlock);
}

function toldBlock(xml: string): string {
  if (!xml.startsWith('<w:p')) return xml;
  const properties =
    /^<w:p><w:pPr>(.*?)<\/w:pPr>/s.exec(xml)?.[1]?.replace(/<w:rPr>.*?<\/w:rPr>|<w:rPr\/>/gs, '') ?? '';
  let runs = '';
  for (const run of xml.matchAll(/<w:r>(?:<w:rPr>(.*?)<\/w:rPr>)?(.*?)<\/w:r>/gs)) {
    const format = run[1] ?? '';
    const text = (run[2] ?? '').replace(/<\/?w:t(?: [^>]*)?>/g, '');
    for (const piece of text.match(/<[^>]*>|&[^;]*;|./gsu) ?? [])
      runs += `${format === '' ? '' : `[${format}]`}${piece}`;
  }
  return `${properties} | ${runs}`;
}

export const accepted = (bytes: Uint8Array): Uint8Array =>
  settleTracked(
    bytes,
    () => 'accept',
    () => {},
  );
export const rejected = (bytes: Uint8Array): Uint8Array =>
  settleTracked(
    bytes,
    () => 'reject',
    () => {},
  );
