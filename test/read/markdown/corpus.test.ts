import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { collect } from '../../../src/message.ts';
import type { Document } from '../../../src/model/document.ts';
import { firstDifference } from '../../../src/model/equal.ts';
import { cleanRedline } from '../../../src/model/redline.ts';
import { walk } from '../../../src/model/walk.ts';
import { readMarkdown } from '../../../src/read/markdown/index.ts';
import { writeMarkdown } from '../../../src/write/markdown/index.ts';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../../../shared/corpus/legislation');
const present = existsSync(ROOT);

/** One file of each collection, or all of them in CI. */
function files(): string[] {
  return readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => {
      const versions = readdirSync(join(ROOT, name))
        .filter((file) => file.endsWith('.md'))
        .sort();
      return (process.env.CI ? versions : versions.slice(0, 1)).map((file) => join(name, file));
    });
}

function labels(document: Document): string[] {
  const found: string[] = [];
  walk(document, (node) => {
    if (node.type === 'clause' && node.label !== undefined) found.push(node.label);
  });
  return found;
}

describe.skipIf(!present)('statutes and terms from elsewhere (skipped where ../shared is absent)', () => {
  it.each(present ? files() : [])('reads %s, and writes it as Legal Markdown that says the same', (file) => {
    const source = readFileSync(join(ROOT, file), 'utf8');
    const { value, messages } = collect((report) => readMarkdown(source, { file, mode: 'lenient' }, report));
    expect(messages.filter((message) => message.severity === 'error')).toEqual([]);
    const written = writeMarkdown(cleanRedline(value));
    const back = collect((report) => readMarkdown(written, { mode: 'strict' }, report));
    expect(firstDifference(value, back.value)).toBeUndefined();
    expect(back.messages.filter((message) => message.rule !== 'read/dangling-reference')).toEqual([]);
    if (file.startsWith('de-')) {
      const found = labels(value);
      const expected = [...source.matchAll(/(?<=\n\s*\n)\(\d+[a-z]?\)\s/g)].length;
      expect(found.filter((label) => /^\(\d+[a-z]?\)$/.test(label))).toHaveLength(expected);
      const sections = [...source.matchAll(/^#+ § \d+[a-z]? /gm)].length;
      expect(found.filter((label) => label.startsWith('§')).length).toBeGreaterThanOrEqual(sections);
    }
  });
});
