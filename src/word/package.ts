/** A Word package (ISO/IEC 29500-2): the zip archive, its parts by name, their types and relationships. */
import { unzipSync } from 'fflate';
import { type Message, UnusableInput } from '../message.ts';
import { decodeText } from './encoding.ts';
import { type Limits, RATIO_FLOOR } from './limits.ts';
import { type Relationship, readContentTypes, readRelationships, relationshipsName } from './relationships.ts';
import { XmlError } from './tag.ts';
import type { Tally } from './tally.ts';
import { scanXml, type XmlHandler } from './xml.ts';

/** An opened package. Part names are compared without regard to case, as 29500-2, 6.2.2.3 wants it. */
export interface Package {
  readonly file: string | undefined;
  readonly limits: Limits;
  readonly tally: Tally;
  /** The entries by their folded name. */
  readonly entries: ReadonlyMap<string, Entry>;
  readonly types: ReadonlyMap<string, string>;
  /** The archive itself. */
  readonly archive: Uint8Array;
}

export interface Entry {
  /** The part's name without a leading slash, as the archive writes it. */
  readonly name: string;
  /** Which of the archive's entries it is, from 0. */
  readonly index: number;
  /** Bytes once unpacked, as declared. */
  readonly size: number;
}

/** Opens a package. Throws `UnusableInput` where the bytes are no zip archive or go beyond the limits. */
export function openPackage(bytes: Uint8Array, file: string | undefined, limits: Limits, tally: Tally): Package {
  const refuse = (rule: string, reason: string, note?: string): never => {
    throw new UnusableInput(refusal(file, rule, reason, note));
  };
  if (isCompoundFile(bytes)) {
    if (mentions(bytes, 'EncryptedPackage'))
      refuse('read/docx-encrypted', 'the file is encrypted', 'save it without a password');
    refuse('read/docx-not-a-package', 'the file is in the older binary format', 'save it as .docx');
  }
  const entries = listEntries(bytes, file, limits, tally);
  const opened: Package = { file, limits, tally, entries, types: new Map(), archive: bytes };
  const types = readContentTypes(opened);
  if (types === undefined)
    tally.warn('read/docx-no-content-types', 'the package has no list of content types', { file });
  return { ...opened, types: types ?? new Map() };
}

/** What is thrown about a file that gives no document. */
export function refusal(file: string | undefined, rule: string, reason: string, note?: string): Message {
  const place = file === undefined ? {} : { place: { file } };
  return { severity: 'error', rule, reason, ...place, ...(note === undefined ? {} : { note }) };
}

/** Refuses a file that asks for more than the limits allow. */
export function refuseAsTooLarge(opened: Pick<Package, 'file'>, reason: string): never {
  throw new UnusableInput(refusal(opened.file, 'read/docx-too-large', reason, 'the limits can be set by the caller'));
}

/** The folded form under which a part is looked up. */
export function foldName(name: string): string {
  return name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();
}

function isCompoundFile(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

/** Whether a word stands in the bytes in UTF-16, as in the directory of a compound file. */
function mentions(bytes: Uint8Array, word: string): boolean {
  return new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1)).includes(word);
}

function listEntries(bytes: Uint8Array, file: string | undefined, limits: Limits, tally: Tally): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  let index = -1;
  let total = 0;
  const tooMuch = (reason: string): never => refuseAsTooLarge({ file }, reason);
  unzip(bytes, file, (entry) => {
    index += 1;
    total += entry.originalSize;
    if (index >= limits.entries) tooMuch(`the archive has more than ${limits.entries} entries`);
    if (total > limits.totalBytes) tooMuch(`the archive unpacks to more than ${limits.totalBytes} bytes`);
    const ratio = entry.originalSize / Math.max(1, entry.size);
    if (entry.originalSize > RATIO_FLOOR && ratio > limits.ratio) {
      tooMuch(`an entry unpacks to more than ${limits.ratio} times its size`);
    }
    addEntry(
      entries,
      { name: entry.name.replace(/\\/g, '/').replace(/^\/+/, ''), index, size: entry.originalSize },
      file,
      tally,
    );
    return false;
  });
  return entries;
}

function addEntry(entries: Map<string, Entry>, entry: Entry, file: string | undefined, tally: Tally): void {
  if (entry.name === '' || entry.name.endsWith('/')) return;
  if (entry.name.split('/').includes('..') || /^[a-z]:/i.test(entry.name)) {
    tally.warn(
      'read/docx-unsafe-name',
      'an entry whose name leads out of the package is left out',
      { file },
      entry.name,
    );
    return;
  }
  const key = foldName(entry.name);
  if (!entries.has(key)) entries.set(key, entry);
  else
    tally.warn(
      'read/docx-duplicate-part',
      'a part stands in the archive twice; the first is read',
      { file },
      entry.name,
    );
}

interface ZipEntry {
  readonly name: string;
  readonly size: number;
  readonly originalSize: number;
}

function unzip(
  bytes: Uint8Array,
  file: string | undefined,
  filter: (entry: ZipEntry) => boolean,
): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof UnusableInput) throw error;
    const zip = bytes[0] === 0x50 && bytes[1] === 0x4b;
    const reason = zip ? 'the archive is cut short or damaged' : 'the file is no Word file: it is not a zip archive';
    throw new UnusableInput(refusal(file, zip ? 'read/docx-damaged' : 'read/docx-not-a-package', reason));
  }
}

/** Whether the package holds a part. */
export function hasPart(opened: Package, name: string): boolean {
  return opened.entries.has(foldName(name));
}

/** The name of a part as the archive writes it. */
export function partName(opened: Package, name: string): string {
  return opened.entries.get(foldName(name))?.name ?? name;
}

/** The bytes of a part; `undefined` where there is none. Throws `UnusableInput` where it can't be unpacked. */
export function partBytes(opened: Package, name: string): Uint8Array | undefined {
  const entry = opened.entries.get(foldName(name));
  if (entry === undefined) return undefined;
  let index = -1;
  const found = unzip(opened.archive, opened.file, () => {
    index += 1;
    return index === entry.index;
  });
  return Object.values(found)[0];
}

/** The text of an XML part; `undefined` where there is none. Throws `UnusableInput` where it is too large. */
export function partText(opened: Package, name: string): string | undefined {
  const entry = opened.entries.get(foldName(name));
  if (entry === undefined) return undefined;
  if (entry.size > opened.limits.partBytes) {
    refuseAsTooLarge(opened, `${entry.name} unpacks to more than ${opened.limits.partBytes} bytes`);
  }
  const bytes = partBytes(opened, name);
  return bytes === undefined ? undefined : decodeText(bytes, { file: opened.file, part: entry.name }, opened.tally);
}

/** The content type of a part, in lower case. */
export function contentType(opened: Package, name: string): string | undefined {
  const key = foldName(name);
  return opened.types.get(`/${key}`) ?? opened.types.get(key.slice(key.lastIndexOf('.') + 1));
}

/** The relationships of a part (`''` for the package) by their id; empty where it has none. */
export function relationshipsOf(opened: Package, name: string): ReadonlyMap<string, Relationship> {
  return readRelationships(opened, name, relationshipsName(name));
}

/**
 * Scans a part that the document can do without: where it is damaged, what was read of it stands and a message tells.
 * Gives its text, `undefined` where there is no such part.
 */
export function scanPart(opened: Package, name: string, handlerFor: (text: string) => XmlHandler): string | undefined {
  const text = partText(opened, name);
  if (text === undefined) return undefined;
  try {
    scanXml(text, handlerFor(text), opened.limits.depth);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const place = { file: opened.file, part: partName(opened, name), start: error.offset };
    opened.tally.error(
      'read/docx-damaged-part',
      `a part is damaged and was read only up to there: ${error.message}`,
      place,
    );
  }
  return text;
}
