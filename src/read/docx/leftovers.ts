/** What the work on a draft leaves in a Word file: comments, tracked changes and highlighting, each at its paragraph. */
import type { Message } from '../../message.ts';
import { withDefaults } from '../../word/limits.ts';
import { openPackage, partText } from '../../word/package.ts';
import { tallyFor } from '../../word/tally.ts';

const PARTS = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml'];

const PARAGRAPH = /<w:p(?=[\s>])[\s\S]*?<\/w:p>/g;

interface Kind {
  readonly rule: string;
  readonly find: RegExp;
  readonly reason: string;
}

const KINDS: readonly Kind[] = [
  { rule: 'read/docx-left-comment', find: /<w:commentReference\b/, reason: 'a comment is left here' },
  {
    rule: 'read/docx-left-change',
    find: /<w:(?:ins|del|moveFrom|moveTo)\s[^>]*w:author=/,
    reason: 'a tracked change is left here',
  },
  { rule: 'read/docx-left-highlight', find: /<w:highlight\s+w:val="(?!none")/, reason: 'words are highlighted here' },
];

/** So many of a kind are placed one by one. */
const MOST = 200;

/** A note for each paragraph that has any. `bytes` are those of a Word file that was read. */
export function leftovers(bytes: Uint8Array): Message[] {
  const opened = openPackage(
    bytes,
    undefined,
    withDefaults(undefined),
    tallyFor(() => undefined),
  );
  const found: Message[] = [];
  for (const part of PARTS) {
    const text = partText(opened, part) ?? '';
    for (const { rule, find, reason } of KINDS) {
      if (!find.test(text)) continue;
      let count = 0;
      for (const { 0: paragraph, index } of text.matchAll(PARAGRAPH)) {
        const at = paragraph.search(find);
        if (at < 0 || count >= MOST) continue;
        count += 1;
        const place = { part, start: index + at, end: index + at + 1 };
        found.push({ severity: 'note', rule, reason, place, actual: shown(paragraph) });
      }
    }
  }
  return found;
}

function shown(paragraph: string): string {
  const text = paragraph
    .replace(/<w:instrText[\s\S]*?<\/w:instrText>/g, '')
    .replace(/<[^>]*>/g, '')
    .trim();
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
