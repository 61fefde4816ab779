/** The documents that ship with the project. */
import { readFileSync } from 'node:fs';

const PAIRS = [
  { name: 'svtad 1.4 and 1.5', files: ['svtad/1.4.md', 'svtad/1.5.md'] },
  { name: 'mtad 1.2 and 1.3', files: ['mtad/1.2.md', 'mtad/1.3.md'] },
  { name: 'svtad 1.5 and itself', files: ['svtad/1.5.md', 'svtad/1.5.md'] },
];

export function cases() {
  return PAIRS.map(({ name, files }) => ({ name, quick: true, make: () => ({ sources: files.map(sourceOf) }) }));
}

function sourceOf(file) {
  const url = new URL(`../../documents/${file}`, import.meta.url);
  return { file, mode: 'strict', text: readFileSync(url, 'utf8') };
}
