/** The web and e-mail addresses of a document. */
import { once, type Subject } from '../subject.ts';
import type { Use } from './words.ts';

export interface Address extends Use {
  /** Without `www.`, in small letters. */
  readonly host: string;
}

const ADDRESS =
  /(?:https?:\/\/(?:[^\s/@<>"]{1,64}@)?|(?<![\w.])www\.|(?<![\w.+-])[\w.+-]{1,64}@)((?:[a-z0-9][a-z0-9-]{0,62}\.){1,8}[a-z]{2,24})(?![\w-])/gi;

/** Every address in the text and behind its links. */
export const addresses = once((subject: Subject): readonly Address[] => {
  const found: Address[] = [];
  for (const at of subject.passages) {
    for (const { inline, start, text } of at.pieces) {
      if (text.includes('.')) {
        for (const match of text.matchAll(ADDRESS)) {
          const from = start + match.index;
          found.push({ at, start: from, end: from + match[0].length, host: hostOf(match[1] ?? '') });
        }
      }
      if (inline.type !== 'text' || inline.marks?.href === undefined) continue;
      for (const match of inline.marks.href.matchAll(ADDRESS)) {
        found.push({ at, start, end: start + text.length, host: hostOf(match[1] ?? '') });
      }
    }
  }
  return found;
});

/** A host in small letters, without `www.`. */
export function hostOf(host: string): string {
  return host.toLowerCase().replace(/^www\./, '');
}

/** The host of the first address in a text. */
export function hostIn(text: string): string | undefined {
  const host = new RegExp(ADDRESS.source, 'i').exec(text)?.[1];
  return host === undefined ? undefined : hostOf(host);
}
