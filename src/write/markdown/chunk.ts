/** Finished pieces of Markdown, and how they are joined, indented and fenced. */

/** A piece of Markdown with no line break at either end. */
export interface Chunk {
  readonly text: string;
  /** The sign of the list that it is an item of: `-`, `.` or `)`. */
  readonly list?: string;
}

/** Pieces with what stands between them: items without empty lines follow at once, all else behind an empty line. */
export function join(chunks: readonly Chunk[]): string {
  let result = '';
  chunks.forEach((chunk, i) => {
    const before = chunks[i - 1];
    const alike = before?.list !== undefined && before.list === chunk.list;
    const tight = alike && !before.text.includes('\n\n') && !chunk.text.includes('\n\n');
    result += (before === undefined ? '' : tight ? '\n' : '\n\n') + chunk.text;
  });
  return result;
}

/** The pieces of a list item: a list of bullets or limbs follows its one-line paragraph at once. */
export function joinItem(chunks: readonly Chunk[]): string {
  const [first, second] = chunks;
  if (first === undefined || second?.list !== '-' || first.list !== undefined || first.text.includes('\n'))
    return join(chunks);
  return `${first.text}\n${join(chunks.slice(1))}`;
}

/** A list item: the marker, and its pieces indented behind it. */
export function listItem(marker: string, chunks: readonly Chunk[]): Chunk {
  const text = `${marker} ${indent(joinItem(chunks), marker.length + 1)}`;
  return { text: withoutEndSpace(text), list: marker.slice(-1) };
}

/** The text with every line but the first indented by some spaces, empty lines left alone. */
export function indent(text: string, by: number): string {
  return text.replace(/\n(?!\n|$)/g, `\n${' '.repeat(by)}`);
}

/** Without the space behind a label that nothing follows; any other space at the end is a character reference. */
export function withoutEndSpace(text: string): string {
  return text.replace(/ $/, '');
}

/** A container directive, its fence longer than any in it. */
export function container(head: string, content: string): string {
  let longest = 2;
  for (const [, colons = ''] of content.matchAll(/^[ >]*(:{3,})/gm)) longest = Math.max(longest, colons.length);
  const fence = ':'.repeat(longest + 1);
  return [fence + head, ...(content === '' ? [] : [content]), fence].join('\n');
}
