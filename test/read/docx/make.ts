/** Makes Word packages for tests: parts of text in a zip archive. */
import { type Zippable, zipSync } from 'fflate';

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The namespaces that the parts declare. */
export const DECLARED = [
  `xmlns:w="${W}"`,
  `xmlns:r="${R}"`,
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ');

export const CONTENT_TYPES =
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

export const ROOT_RELATIONSHIPS = `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`;

/** What a test says of a document beside its body; each is the inside of the part's root element. */
export interface Parts {
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly header?: string;
  /** Further relationships of the document, written out. */
  readonly relationships?: string;
  /** Further parts, by name. */
  readonly more?: Readonly<Record<string, string | Uint8Array>>;
}

const ROOTS = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  comments: 'comments',
  header: 'hdr',
} as const;

/** A Word file whose body holds `body`. */
export function docx(body: string, parts: Parts = {}): Uint8Array {
  return zip(partsOf(body, parts));
}

/** The parts of a Word file by name. */
export function partsOf(body: string, parts: Parts = {}): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': ROOT_RELATIONSHIPS,
    'word/document.xml': `<w:document ${DECLARED}><w:body>${body}</w:body></w:document>`,
  };
  let related = parts.relationships ?? '';
  for (const [name, root] of Object.entries(ROOTS)) {
    const content = parts[name as keyof typeof ROOTS];
    if (content === undefined) continue;
    files[`word/${name}.xml`] = `<w:${root} ${DECLARED}>${content}</w:${root}>`;
    related += `<Relationship Id="rIdOf${name}" Type="${R}/${name}" Target="${name}.xml"/>`;
  }
  files['word/_rels/document.xml.rels'] = `<Relationships xmlns="${PACKAGE}/relationships">${related}</Relationships>`;
  return { ...files, ...parts.more };
}

export function zip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const encoder = new TextEncoder();
  const entries = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === 'string' ? encoder.encode(content) : content,
  ]);
  return zipSync(Object.fromEntries(entries) as Zippable);
}

/** A paragraph of runs. */
export function p(content: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
}

/** A run of text. */
export function r(text: string, properties = ''): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped}</w:t></w:r>`;
}

/** A field in the long form, its result last. */
export function field(code: string, result: string): string {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  return `${mark('begin')}<w:r><w:instrText xml:space="preserve">${code}</w:instrText></w:r>${mark('separate')}${result}${mark('end')}`;
}

/** The numbering properties of a paragraph. */
export function listed(numId: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;
}

/** One level of a list. */
export function level(at: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

/** The numbering part of lists, each with the levels given; list n has the id n + 1. */
export function lists(...definitions: readonly string[]): string {
  const abstract = definitions.map((levels, i) => `<w:abstractNum w:abstractNumId="${i}">${levels}</w:abstractNum>`);
  const nums = definitions.map((_, i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${i}"/></w:num>`);
  return abstract.join('') + nums.join('');
}

export function ins(content: string, author = 'A. Author', date = '2020-01-02T03:04:05Z'): string {
  return `<w:ins w:id="1" w:author="${author}" w:date="${date}">${content}</w:ins>`;
}

export function del(text: string, author = 'A. Author', date = '2020-01-02T03:04:05Z'): string {
  return `<w:del w:id="2" w:author="${author}" w:date="${date}"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
}

/** A style with its name. */
export function style(id: string, name: string, content = '', type = 'paragraph'): string {
  return `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${content}</w:style>`;
}
