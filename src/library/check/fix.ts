/** Mending what is safe to mend: in a text until nothing is left to mend, in a Word file by tracked changes. */

import { pushTo } from '../../check/group.ts';
import { applyFixes, type Finding, type WordEdit } from '../../check/index.ts';
import type { Report } from '../../message.ts';
import { unzipAll, zipAll } from '../../word/zip.ts';
import { redlineWordFiles } from '../word-redline.ts';
import type { Mendable } from './request.ts';

/** A fix may uncover another, as where one of three spaces goes; so often is enough for all of them. */
const ROUNDS = 8;

/** The text with all that is safe to mend mended, and how many edits that took. Mending the result again changes nothing. */
export async function mendText(
  { text, recheck }: Extract<Mendable, { kind: 'text' }>,
  findings: readonly Finding[],
): Promise<{ readonly text: string; readonly made: number }> {
  let [current, open, total] = [text, findings, 0];
  for (let round = 0; round < ROUNDS; round++) {
    const { text: next, made } = applyFixes(current, open);
    if (made === 0) break;
    total += made;
    current = next;
    open = await recheck(current);
  }
  return { text: current, made: total };
}

/**
 * The Word file with what is safe to mend deleted as tracked changes, and how many there are. Throws `UnusableInput` where
 * the file, read back, would not say what it must.
 */
export function mendWord(
  bytes: Uint8Array,
  findings: readonly Finding[],
  options: { readonly author: string; readonly date: string },
  report: Report,
): { readonly bytes: Uint8Array; readonly made: number } {
  const edits = new Map<string, WordEdit[]>();
  for (const { wordFix } of findings) if (wordFix !== undefined) pushTo(edits, wordFix.part, wordFix);
  const entries = unzipAll(bytes);
  let made = 0;
  for (const [part, list] of edits) {
    const entry = entries.get(part);
    const text = entry === undefined ? undefined : decoded(entry);
    if (text === undefined) continue;
    const done = without(text, list);
    entries.set(part, new TextEncoder().encode(done.text));
    made += done.made;
  }
  if (made === 0) return { bytes, made };
  return { bytes: redlineWordFiles(bytes, zipAll(entries), { ...options, tracked: 'keep' }, report), made };
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
function without(text: string, edits: readonly WordEdit[]): { readonly text: string; readonly made: number } {
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
function rangesOf(text: string, { start, end, run, from, to }: WordEdit): { start: number; end: number } | undefined {
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
