/** From the bytes of an XML part to its text: UTF-8, UTF-16, or the encoding that the part declares. */
import type { LoosePlace, Tally } from './tally.ts';

/** Characters that XML does not allow (XML 1.0, 2.2); they would break every file written from the text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/**
 * Decodes a part. Bytes that are no text in its encoding, and characters that XML forbids, become U+FFFD and are told.
 * A byte order mark is taken off, so offsets count from behind it.
 */
export function decodeText(bytes: Uint8Array, place: LoosePlace, tally: Tally): string {
  const label = encodingOf(bytes);
  const text = decodeAs(bytes, label, place, tally);
  if (!FORBIDDEN.test(text)) return text;
  tally.warn('read/docx-invalid-text', 'characters that XML does not allow are replaced by U+FFFD', place);
  return text.replace(new RegExp(FORBIDDEN, 'g'), '\ufffd');
}

function decodeAs(bytes: Uint8Array, label: string, place: LoosePlace, tally: Tally): string {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    tally.warn('read/docx-invalid-text', `bytes that are no ${label.toUpperCase()} text are replaced by U+FFFD`, place);
    return new TextDecoder(isEncoding(label) ? label : 'utf-8').decode(bytes);
  }
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

/** The encoding by byte order mark, by the first bytes, or by declaration (XML 1.0, appendix F). */
function encodingOf(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0)) return 'utf-16le';
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c)) return 'utf-16be';
  const opening = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(opening)?.[1]?.toLowerCase();
  return declared === undefined || declared.startsWith('utf-16') ? 'utf-8' : declared;
}
