/** What the code and the templates may not know: the names of one code, its licensee and its devices. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const NAMES = /(?<![\p{L}\p{N}])(?:DCC|SEC|SMETS[12]?)(?![\p{L}\p{N}])/u;

/** Tables of known names and values, and the rules about such names with their examples. */
const TABLES = ['src/check/data/', 'src/check/rules/', 'src/check/facts/'];

const filesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|hbs|md)$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);

describe('the words DCC, SEC and SMETS', () => {
  test.each(['src', 'templates'])('stand nowhere in %s but in tables of known names', (folder) => {
    const files = filesIn(folder).filter((file) => !TABLES.some((table) => file.startsWith(table)));
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((file) => NAMES.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
  });
});
