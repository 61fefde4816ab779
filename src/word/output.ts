/** The package that is being written: after's own, with edits to some parts and what had to be brought in. */

import type { Document } from './document.ts';
import { Edits } from './edits.ts';
import { foldName } from './package.ts';
import { relationshipsName } from './relationships.ts';
import { attribute, escapeXml, type Part } from './tree.ts';
import { unzipAll, zipAll } from './zip.ts';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Collects what changes in a package. */
export class Output {
  readonly #after: Document;
  readonly #entries: Map<string, Uint8Array>;
  readonly #edits = new Map<string, Edits>();
  readonly #added = new Map<string, Uint8Array>();
  /** New entries of the parts of relationships, by the part that they belong to. */
  readonly #relationships = new Map<string, string[]>();
  readonly #types: string[] = [];
  readonly #relationshipIds = new Map<string, Set<string>>();

  constructor(after: Document, bytes: Uint8Array) {
    this.#after = after;
    this.#entries = unzipAll(bytes);
  }

  /** The edits of a part. */
  edits(part: Part): Edits {
    const known = this.#edits.get(part.name);
    if (known !== undefined) return known;
    const made = new Edits();
    this.#edits.set(part.name, made);
    return made;
  }

  /** Whether nothing at all has changed. */
  get untouched(): boolean {
    return this.#added.size === 0 && [...this.#edits.values()].every((edits) => edits.size === 0);
  }

  hasPart(name: string): boolean {
    const key = foldName(name);
    return this.#added.has(name) || [...this.#entries.keys()].some((entry) => foldName(entry) === key);
  }

  bytesOf(name: string): Uint8Array | undefined {
    return this.#added.get(name) ?? this.#entries.get(name);
  }

  /** Adds a part; `type` is its content type. */
  addPart(name: string, bytes: Uint8Array, type: string | undefined): void {
    this.#added.set(name, bytes);
    if (type !== undefined)
      this.#types.push(`<Override PartName="/${escapeXml(name)}" ContentType="${escapeXml(type)}"/>`);
  }

  /** Adds a relationship to a part and gives its id: `wanted` for a part that is new, else a fresh one. */
  addRelationship(part: string, type: string, target: string, external: boolean, wanted?: string): string {
    const ids = this.#idsOf(part);
    let number = ids.size + 1;
    while (ids.has(`rId${number}`)) number++;
    const id = wanted ?? `rId${number}`;
    ids.add(id);
    const list = this.#relationships.get(part) ?? [];
    const mode = external ? ' TargetMode="External"' : '';
    list.push(`<Relationship Id="${id}" Type="${escapeXml(type)}" Target="${escapeXml(target)}"${mode}/>`);
    this.#relationships.set(part, list);
    return id;
  }

  #idsOf(part: string): Set<string> {
    const known = this.#relationshipIds.get(part);
    if (known !== undefined) return known;
    const ids = new Set(this.#after.relationships(part).keys());
    this.#relationshipIds.set(part, ids);
    return ids;
  }

  /** The package as bytes. */
  finish(): Uint8Array {
    const entries = new Map(this.#entries);
    for (const [name, bytes] of this.#added) entries.set(name, bytes);
    for (const [name, edits] of this.#edits) {
      const part = this.#after.part(name);
      if (part !== undefined && edits.size > 0)
        entries.set(name, encode(edits.apply(part.source), this.#entries.get(name)));
    }
    for (const [name, list] of this.#relationships) this.#writeRelationships(entries, name, list);
    this.#writeTypes(entries);
    return zipAll(entries);
  }

  #writeRelationships(entries: Map<string, Uint8Array>, name: string, list: readonly string[]): void {
    const target = this.#entryName(relationshipsName(name));
    const known = entries.get(target);
    if (known === undefined) {
      const text = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONSHIPS}">${list.join('')}</Relationships>`;
      entries.set(target, new TextEncoder().encode(text));
    } else entries.set(target, appended(new TextDecoder().decode(known), list.join('')));
  }

  #writeTypes(entries: Map<string, Uint8Array>): void {
    const name = this.#entryName('[Content_Types].xml');
    const known = entries.get(name);
    if (known === undefined || this.#types.length === 0) return;
    entries.set(name, appended(new TextDecoder().decode(known), this.#types.join('')));
  }

  #entryName(name: string): string {
    const key = foldName(name);
    return [...this.#entries.keys()].find((entry) => foldName(entry) === key) ?? name;
  }
}

/** Puts entries at the end of a list in XML; they are in the namespace of its root. */
function appended(source: string, entries: string): Uint8Array {
  const prefix = /<([\w.-]+:)?(?:Types|Relationships)[\s>]/.exec(source)?.[1] ?? '';
  const named = prefix === '' ? entries : entries.replace(/<(?=[A-Z])/g, `<${prefix}`);
  const self = /<((?:[\w.-]+:)?(?:Types|Relationships))([^>]*)\/>\s*$/.exec(source);
  if (self !== null) {
    return new TextEncoder().encode(`${source.slice(0, self.index)}<${self[1]}${self[2]}>${named}</${self[1]}>`);
  }
  const at = source.lastIndexOf('</');
  return new TextEncoder().encode(source.slice(0, at) + named + source.slice(at));
}

/** A part's text as UTF-8, with the byte order mark that it had. */
function encode(text: string, before: Uint8Array | undefined): Uint8Array {
  const declared = text.replace(/^(<\?xml[^>]*?encoding\s*=\s*)(["'])(?!utf-8)[\w.:-]+\2/i, '$1$2UTF-8$2');
  const marked = before?.[0] === 0xef && before[1] === 0xbb && before[2] === 0xbf;
  return new TextEncoder().encode(marked ? `\ufeff${declared}` : declared);
}

/** Attributes of a relationship or content type as the file has them. */
export function rawRelationship(document: Document, part: string, id: string): { type: string } | undefined {
  const list = document.part(relationshipsName(part));
  const found = list?.root.children.find((child) => attribute(list, child, 'Id') === id);
  if (list === undefined || found === undefined) return undefined;
  return { type: attribute(list, found, 'Type') ?? '' };
}
