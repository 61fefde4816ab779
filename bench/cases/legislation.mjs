/** Neighbouring versions of real statutes and terms, where they are present; they are no part of the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../shared/corpus/legislation', import.meta.url));

export function cases() {
  if (!existsSync(FOLDER)) return [];
  const texts = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return texts.flatMap(({ name }) => ends(name));
}

/** The last pair of neighbours of each text, and its first version against its last. */
function ends(text) {
  const files = readdirSync(join(FOLDER, text))
    .filter((file) => file.endsWith('.md'))
    .sort();
  const pair = (before, after, quick) => ({
    name: `${text} ${before.slice(0, 3)} and ${after.slice(0, 3)}`,
    quick,
    make: () => ({ sources: [before, after].map((file) => sourceOf(join(FOLDER, text, file), file)) }),
  });
  const [first, secondLast, last] = [files[0], files.at(-2), files.at(-1)];
  return [pair(secondLast, last, text.startsWith('en-')), ...(first === secondLast ? [] : [pair(first, last, false)])];
}

function sourceOf(path, file) {
  return { file, mode: 'lenient', text: readFileSync(path, 'utf8') };
}
