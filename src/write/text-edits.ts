/** Takes characters out of the text of a Word file, and leaves every other byte of its parts as it is. */
import type { RunEdit } from '../model/run-edit.ts';
import { unzipAll, zipAll } from '../word/zip.ts';

/**
 * The file without what the edits take out, and how many of them were made: one is left where the run does not say what
 * it should, or where its characters stand in two elements.
 */
export function withoutText(
  bytes: Uint8Array,
  edits: readonly RunEdit[],
): { readonly bytes: Uint8Array; readonly made: number } {
  const entries = unzipAll(bytes);
  let made = 0;
  for (const part of new Set(edits.map((edit) => edit.part))) {
    const entry = entries.get(part);
    const text = entry === undefined ? undefined : decoded(entry);
    if (text === undefined) continue;
    const done = without(
      text,
      edits.filter((edit) => edit.part === part),
    );
    entries.set(part, new TextEncoder().encode(done.text));
    made += done.made;
  }
  return made === 0 ? { bytes, made } : { bytes: zipAll(entries), made };
}

/** `undefined` where the part is not in UTF-8, which Word always writes. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The text of a part without what the edits take out, from its end to its beginning. */
function without(text: string, edits: readonly RunEdit[]): { readonly text: string; readonly made: number } {
  let [edited, reached, made] = [text, Number.POSITIVE_INFINITY, 0];
  for (const edit of [...edits].sort((a, b) => b.start - a.start || b.from - a.from)) {
    const range = rangesOf(text, edit);
    if (range === undefined || range.end > reached) continue;
    edited = edited.slice(0, range.start) + edited.slice(range.end);
    reached = range.start;
    made += 1;
  }
  return { text: edited, made };
}

const TEXT = /<(\w+:)?t(?:\s[^>]*)?>([^<]*)<\/(?:\w+:)?t>/g;
const CHARACTER = /&(?:#x[\da-f]+|#\d+|\w+);|[\s\S]/gi;

/** Where the characters of an edit stand in the text of the part: within one element, whose texts say what the run says. */
function rangesOf(text: string, { start, end, run, from, to }: RunEdit): { start: number; end: number } | undefined {
  const spots: { at: number; length: number }[] = [];
  let said = '';
  const owner: number[] = [];
  for (const [number, match] of [...text.slice(start, end).matchAll(TEXT)].entries()) {
    const inner = start + match.index + match[0].indexOf('>') + 1;
    for (const { 0: raw, index } of (match[2] ?? '').matchAll(CHARACTER)) {
      const plain = raw.length === 1 ? raw : unescaped(raw);
      said += plain;
      for (let i = 0; i < plain.length; i++) {
        spots.push({ at: inner + index, length: raw.length });
        owner.push(number);
      }
    }
  }
  const [first, last] = [spots[from], spots[to - 1]];
  if (said !== run || first === undefined || last === undefined || owner[from] !== owner[to - 1]) return undefined;
  return { start: first.at, end: last.at + last.length };
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(raw: string): string {
  const name = raw.slice(1, -1);
  if (/^#x/i.test(name)) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
  if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
  return NAMED[name] ?? raw;
}
