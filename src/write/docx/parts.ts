/** The parts of a package that was packed, to be finished: their text, new parts, and the relationships between them. */
import { unzipAll, zipAll } from '../../word/zip.ts';
import { escapeXml } from './xml.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const TYPES = '[Content_Types].xml';

export class PackedParts {
  readonly #entries: Map<string, Uint8Array>;
  #added = 0;

  constructor(bytes: Uint8Array) {
    this.#entries = unzipAll(bytes);
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  text(name: string): string {
    return new TextDecoder().decode(this.#entries.get(name) ?? new Uint8Array());
  }

  write(name: string, content: string | Uint8Array): void {
    this.#entries.set(name, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }

  /** Adds a WordprocessingML part that the document refers to, such as a `header`; gives the id of the reference. */
  addPart(kind: 'header' | 'footer', xml: string): { readonly name: string; readonly id: string } {
    this.#added += 1;
    const file = `${kind}Added${this.#added}.xml`;
    this.write(`word/${file}`, xml);
    this.#declare(`<Override ContentType="${WORD}.${kind}+xml" PartName="/word/${file}"/>`);
    return { name: `word/${file}`, id: this.relate('word/document.xml', kind, file) };
  }

  /** Declares the content type of files by their extension. */
  declareExtension(extension: string, type: string): void {
    if (this.text(TYPES).includes(`Extension="${extension}"`)) return;
    this.#declare(`<Default ContentType="${type}" Extension="${extension}"/>`);
  }

  #declare(element: string): void {
    const types = this.text(TYPES);
    const at = element.startsWith('<Default') ? types.indexOf('<Default') : types.lastIndexOf('</Types>');
    this.write(TYPES, types.slice(0, at) + element + types.slice(at));
  }

  /** Has a part refer to another, by a target relative to its folder; gives the id of the relationship. */
  relate(from: string, type: string, target: string): string {
    const slash = from.lastIndexOf('/');
    const name = `${from.slice(0, slash + 1)}_rels/${from.slice(slash + 1)}.rels`;
    const known = this.#entries.has(name) ? this.text(name) : RELATIONSHIPS;
    this.#added += 1;
    const id = `rIdAdded${this.#added}`;
    const element = `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${escapeXml(target)}"/>`;
    this.write(name, known.replace('</Relationships>', `${element}</Relationships>`));
    return id;
  }

  /** The target of a relationship of the document, as the name of a part. */
  target(id: string): string | undefined {
    const relationships = this.text('word/_rels/document.xml.rels');
    const target = new RegExp(`<Relationship Id="${id}"[^>]* Target="([^"]+)"`).exec(relationships)?.[1];
    return target === undefined ? undefined : `word/${target}`;
  }

  toBytes(): Uint8Array {
    return zipAll(this.#entries);
  }
}

const RELATIONSHIPS =
  '<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
