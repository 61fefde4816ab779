/** The files that docs/matrix-shapes.md shows, and what it says that commands print. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const PAGE = readFileSync(fileURLToPath(new URL('../../docs/matrix-shapes.md', import.meta.url)), 'utf8');

/** By path: each stands in a fence behind its name. */
export const DOCUMENTED_FILES: ReadonlyMap<string, string> = new Map(
  [...PAGE.matchAll(/^`([a-z0-9./-]+)`:\n\n```[a-z]+\n([\s\S]*?)^```$/gm)].map(([, path = '', text = '']) => [
    path,
    text,
  ]),
);

/** By the words in front: what a command prints. */
export const DOCUMENTED_OUTPUT: ReadonlyMap<string, string> = new Map(
  [...PAGE.matchAll(/^`([a-z -]+)` prints\n\n```text\n([\s\S]*?)^```$/gm)].map(([, what = '', text = '']) => [
    what,
    text,
  ]),
);

export const DOCUMENTED_COMMANDS: readonly string[] = [...PAGE.matchAll(/^\$ npx keeling (.*)$/gm)].map(
  ([, line = '']) => line,
);

/** A file of the page. */
export function documented(path: string): string {
  const text = DOCUMENTED_FILES.get(path);
  if (text === undefined) throw new Error(`the page shows no ${path}`);
  return text;
}
