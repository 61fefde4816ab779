/** Hyperlinks: to a bookmark of the document, or to an address outside of it. */
import type { IContext, IXmlableObject } from 'docx';
import { type Child, Element } from './xml.ts';

const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';
const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/** A link to a bookmark (17.16.22). */
export function internalLink(bookmark: string, children: readonly Child[]): Element {
  return new Element('w:hyperlink', { 'w:anchor': bookmark, 'w:history': '1' }, children);
}

/** The address as it may stand in a relationship; `undefined` for what a reader should not be led to. */
export function safeAddress(href: string): string | undefined {
  try {
    const url = new URL(href);
    return SCHEMES.has(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** A link to an address, which is kept among the relationships of the part that it stands in. */
export class ExternalLink extends Element {
  readonly #id: string;
  readonly #address: string;
  #related = false;

  constructor(id: number, address: string, children: readonly Child[]) {
    super('w:hyperlink', { 'r:id': `rIdLink${id}`, 'w:history': '1' }, children);
    this.#id = `Link${id}`;
    this.#address = address;
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    if (!this.#related) {
      this.#related = true;
      context.viewWrapper.Relationships.addRelationship(this.#id, RELATIONSHIP, this.#address, 'External');
    }
    return super.prepForXml(context);
  }
}
