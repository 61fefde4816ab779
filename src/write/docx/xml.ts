/** Elements of WordprocessingML as small components that the `docx` library can write. */
import { type BaseXmlComponent, FileChild, NextAttributeComponent } from 'docx';

/** What can stand in an element. */
export type Child = BaseXmlComponent | string;
export type AttributeValues = Readonly<Record<string, string | number>>;

/** An element by its name with prefix (`w:ins`), its attributes by theirs, and its children in order. */
export class Element extends FileChild {
  constructor(name: string, attributes: AttributeValues = {}, children: readonly Child[] = []) {
    super(name);
    const entries = Object.entries(attributes).map(([key, value]) => [key, { key, value }] as const);
    if (entries.length > 0) this.root.push(new NextAttributeComponent(Object.fromEntries(entries)));
    this.root.push(...children.map((child) => (typeof child === 'string' ? printable(child) : child)));
  }
}

/** An element whose one attribute is `w:val`. */
export function valued(name: string, value: string | number): Element {
  return new Element(name, { 'w:val': value });
}

/** What XML 1.0 (2.2) does not allow in a document: control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be found
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** The text with U+FFFD, the replacement character, for whatever an XML document must not hold. */
export function printable(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd');
}

/** Text as it stands in an attribute or element of XML that is put together by hand. */
export function escapeXml(text: string): string {
  return printable(text).replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
