/** Ranges of comments whose reference went with the text that it stood in: they say nothing more. */

const REFERENCE = /<(?:[\w.-]+:)?commentReference\s[^>]*?:id="([^"]*)"/g;
const RANGE = /<(?:[\w.-]+:)?commentRange(?:Start|End)\s[^>]*?:id="([^"]*)"[^>]*?\/>/g;

/** The settled text of a part without the ranges of comments to which it refers no more. */
export function withoutDeadRanges(source: string, settled: string): string {
  const before = references(source);
  const after = references(settled);
  if (before.size === after.size) return settled;
  return settled.replace(RANGE, (range, id: string) => (before.has(id) && !after.has(id) ? '' : range));
}

function references(source: string): Set<string> {
  return new Set([...source.matchAll(REFERENCE)].map((match) => match[1] as string));
}
