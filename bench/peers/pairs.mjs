/** The pairs of Word files that engines are compared on, where the corpus is present; they are no part of the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CORPUS = fileURLToPath(new URL('../../../shared/corpus', import.meta.url));

/** Each with a name and two paths; every seventh of the small ones in the quick mode. */
export function pairs(quick) {
  const list = join(CORPUS, 'pairs/pairs.json');
  if (!existsSync(list)) return [];
  const small = JSON.parse(readFileSync(list, 'utf8')).map(({ id, before, after }) => ({
    name: id,
    files: [before, after].map((file) => join(CORPUS, 'pairs', file)),
  }));
  return quick ? small.filter((_, i) => i % 7 === 0) : [...small, ...large()];
}

function large() {
  const folder = join(CORPUS, 'legislation-docx');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('-a.docx'))
    .map((name) => ({
      name: name.replace('-a.docx', ''),
      files: [name, name.replace('-a.docx', '-b.docx')].map((file) => join(folder, file)),
    }));
}
