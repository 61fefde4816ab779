/** Paragraph numbers: 1, 2, 3, … through all sections of a text, where its manifest asks for them. */

/** The mark by which a narrative keeps a paragraph without a number: a character of private use (Unicode 23.5). */
export const UNNUMBERED = '\u{F0000}';

/** The last number that was given. */
export interface ParagraphCounter {
  last: number;
}

/** A line that begins something other than a paragraph: a heading, a list, a table, a directive, a note, a quotation. */
const NO_PARAGRAPH = /^(?:#{1,6} |[-*+] |\d+[.)] |\||:{2,}|\[\^|>|```|\s|\{)/;

/**
 * A narrative (Legal Markdown) in which each paragraph carries the next number as its label, and an anchor made of it.
 * Without a counter it is as it was, the marks of `UNNUMBERED` taken out.
 */
export function withParagraphNumbers(markdown: string, counter: ParagraphCounter | undefined): string {
  if (counter === undefined) return markdown.replaceAll(UNNUMBERED, '');
  let inside = 0;
  const blocks = markdown.split(/\n[ \t]*\n/).map((block) => {
    const numbered = inside === 0 ? numberedBlock(block, counter) : block;
    inside = Math.max(0, inside + depthOf(block));
    return numbered;
  });
  return blocks.join('\n\n').replaceAll(UNNUMBERED, '');
}

function numberedBlock(block: string, counter: ParagraphCounter): string {
  if (block.trim() === '' || block.startsWith(UNNUMBERED) || NO_PARAGRAPH.test(block)) return block;
  counter.last += 1;
  return `{#paragraph-${counter.last} clause label="${counter.last}" fixed} ${block}`;
}

/** How many containers (`:::notice … :::`) a block opens more than it closes. */
function depthOf(block: string): number {
  const fences = block.split('\n').filter((line) => /^:{3,}/.test(line));
  return fences.reduce((depth, line) => depth + (/^:{3,}\s*$/.test(line) ? -1 : 1), 0);
}
