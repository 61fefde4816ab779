/** Names made of words, for the places of a form. */

/** Word keeps tags of 64 characters; there is room for a number behind it. */
const LONGEST = 60;

/** Small letters, digits and dashes; empty where the text has neither letters nor digits. */
export function slug(text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, LONGEST);
}
