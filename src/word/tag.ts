/** One XML start tag: its name, offsets and attributes, read when asked for. */
import { attributeName, elementName, innerScope, outermostScope, type Scope } from './namespaces.ts';

export const SLASH = 47;
export const GREATER = 62;
const LESS = 60;
const EQUALS = 61;
const MOST_ATTRIBUTES = 4096;

/** Whether a UTF-16 code unit is white space to XML. */
export function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

/** Thrown where a text is not well-formed XML, or nests deeper than allowed. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
  /** UTF-16 offset in the part. */
  readonly offset: number;

  constructor(reason: string, offset: number) {
    super(reason);
    this.offset = offset;
  }
}

/** The start tag that is being told of. It is reused for the next: take from it what is to be kept. */
export interface Tag {
  /** Under the known prefix: `w:p`. */
  readonly name: string;
  /** Of the tag itself, from `<` to behind `>`. */
  readonly start: number;
  readonly end: number;
  /** Whether the element is closed by the tag itself. */
  readonly empty: boolean;
  /** The value of an attribute by its known name (`w:val`), references resolved. */
  attribute(name: string): string | undefined;
  /** Every attribute as written: its name and its raw value. */
  attributes(): [string, string][];
  /** The known prefix of a prefix as written. */
  prefix(written: string): string | undefined;
}

/** Reads one start tag at a time; the attributes stay offsets until someone asks for them. */
export class TagCursor implements Tag {
  name = '';
  start = 0;
  end = 0;
  empty = false;
  scope: Scope;
  readonly outermost: Scope = outermostScope();
  readonly #source: string;
  /** For each attribute: start and end of its name, start and end of its value. */
  readonly #offsets: number[] = [];
  #count = 0;

  constructor(source: string) {
    this.#source = source;
    this.scope = this.outermost;
  }

  /** Reads the tag at `start`, and gives the element's name as written. */
  read(start: number, outer: Scope): string {
    const source = this.#source;
    let at = start + 1;
    for (let code = source.charCodeAt(at); code !== GREATER && code !== SLASH && !isSpace(code); ) {
      if (Number.isNaN(code) || code === LESS) throw new XmlError('a tag is malformed', start);
      code = source.charCodeAt(++at);
    }
    if (at === start + 1) throw new XmlError('a tag has no name', start);
    const written = source.slice(start + 1, at);
    this.start = start;
    this.#count = 0;
    const declares = this.#readAttributes(at);
    this.scope = declares ? innerScope(outer, this.#declarations()) : outer;
    this.name = elementName(this.scope, written);
    return written;
  }

  #readAttributes(from: number): boolean {
    const source = this.#source;
    let declares = false;
    for (let at = from; ; ) {
      while (isSpace(source.charCodeAt(at))) at++;
      const code = source.charCodeAt(at);
      if (code === GREATER) {
        this.empty = false;
        this.end = at + 1;
        return declares;
      }
      if (code === SLASH && source.charCodeAt(at + 1) === GREATER) {
        this.empty = true;
        this.end = at + 2;
        return declares;
      }
      if (code === 120 && source.startsWith('xmlns', at)) declares = true;
      at = this.#readAttribute(at);
    }
  }

  #readAttribute(start: number): number {
    const source = this.#source;
    let at = start;
    for (let code = source.charCodeAt(at); code !== EQUALS && !isSpace(code); code = source.charCodeAt(++at)) {
      if (Number.isNaN(code) || code === GREATER || code === LESS || code === SLASH) this.#malformed();
    }
    const nameEnd = at;
    while (isSpace(source.charCodeAt(at))) at++;
    if (nameEnd === start || source.charCodeAt(at) !== EQUALS) this.#malformed();
    at++;
    while (isSpace(source.charCodeAt(at))) at++;
    const quote = source[at];
    if (quote !== '"' && quote !== "'") this.#malformed();
    const valueEnd = source.indexOf(quote as string, at + 1);
    if (valueEnd < 0 || this.#count >= MOST_ATTRIBUTES) this.#malformed();
    const offsets = this.#offsets;
    const slot = 4 * this.#count++;
    offsets[slot] = start;
    offsets[slot + 1] = nameEnd;
    offsets[slot + 2] = at + 1;
    offsets[slot + 3] = valueEnd;
    return valueEnd + 1;
  }

  #malformed(): never {
    throw new XmlError('a tag is malformed', this.start);
  }

  #declarations(): [string, string][] {
    const found: [string, string][] = [];
    for (const [name, value] of this.attributes()) {
      if (name === 'xmlns') found.push(['', decode(value)]);
      else if (name.startsWith('xmlns:')) found.push([name.slice(6), decode(value)]);
    }
    return found;
  }

  attribute(name: string): string | undefined {
    const count = this.#count;
    if (count === 0) return undefined;
    const written = attributeName(this.scope, name);
    const offsets = this.#offsets;
    for (let slot = 0; slot < 4 * count; slot += 4) {
      const start = offsets[slot] as number;
      if ((offsets[slot + 1] as number) - start !== written.length) continue;
      if (!this.#source.startsWith(written, start)) continue;
      return decode(this.#source.slice(offsets[slot + 2], offsets[slot + 3]));
    }
    return undefined;
  }

  attributes(): [string, string][] {
    const all: [string, string][] = [];
    const offsets = this.#offsets;
    for (let slot = 0; slot < 4 * this.#count; slot += 4) {
      all.push([
        this.#source.slice(offsets[slot], offsets[slot + 1]),
        this.#source.slice(offsets[slot + 2], offsets[slot + 3]),
      ]);
    }
    return all;
  }

  prefix(written: string): string | undefined {
    return this.scope.prefixes.get(written);
  }
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** A text with its character references and the five named ones resolved; another reference stays as it is. */
export function decode(text: string): string {
  return text.includes('&') ? text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, decodeOne) : text;
}

function decodeOne(whole: string, name: string): string {
  if (name[0] !== '#') return NAMED[name] ?? whole;
  const hex = name[1] === 'x' || name[1] === 'X';
  const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
  return isCharacter(code) ? String.fromCodePoint(code) : '\ufffd';
}

/** The characters that XML 1.0 allows (2.2). */
function isCharacter(code: number): boolean {
  if (code < 32) return code === 9 || code === 10 || code === 13;
  return code < 0xd800 || (code > 0xdfff && code <= 0x10ffff && code !== 0xfffe && code !== 0xffff);
}
