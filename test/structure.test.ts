/** The plan of the house, held: which room may import which, one npm package in one folder, and a core that is pure. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The rooms that take input to output without touching the world. */
const CORE = ['read', 'compare', 'write', 'matrix', 'amend', 'check', 'assemble'];

/** What each room may import beside itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  message: [],
  model: ['message'],
  word: ['message'],
  align: ['message'],
  ...Object.fromEntries(CORE.map((room) => [room, ['message', 'model']])),
  read: ['message', 'model', 'word'],
  compare: ['message', 'model', 'align'],
  write: ['message', 'model', 'word', 'align'],
  library: ['message', 'model', 'word', ...CORE],
  cli: ['message', 'model', 'word', ...CORE, 'library'],
  index: ['message', 'model', 'word', ...CORE, 'library'],
};

/** Where each npm package may be imported; no other place knows that it exists. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  '@resvg/resvg-js': ['library'],
  commander: ['cli'],
  'date-holidays': ['check'],
  'dictionary-en': ['check'],
  'dictionary-en-gb': ['check'],
  diff: ['align'],
  docx: ['write/docx'],
  'fastest-levenshtein': ['check'],
  fflate: ['word'],
  handlebars: ['assemble'],
  mammoth: ['read/prose'],
  mdast: ['read/markdown'],
  nspell: ['check'],
  picocolors: ['cli'],
  'remark-directive': ['read/markdown'],
  'remark-frontmatter': ['read/markdown'],
  'remark-gfm': ['read/markdown'],
  'remark-parse': ['read/markdown'],
  'remark-stringify': ['write/markdown'],
  'retext-diacritics': ['check'],
  'retext-english': ['check'],
  'retext-indefinite-article': ['check'],
  'retext-quotes': ['check'],
  'retext-repeated-words': ['check'],
  saxes: ['read/docx'],
  unified: ['read/markdown', 'write/markdown', 'check'],
  yaml: ['library', 'read/markdown', 'write/markdown'],
  'read-excel-file': ['read/spreadsheet'],
  'write-excel-file': ['write/spreadsheet'],
  zod: ['model', 'assemble', 'matrix'],
};

/** Rooms of readers and writers that never meet; what they share stands beside them. */
const SHARED_IN: Readonly<Record<string, readonly string[]>> = { read: ['outline'], write: ['schedule'] };

interface SourceFile {
  /** Below `src`, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const IMPORT = /(?:^|[\s;])(?:import|export)\s(?:[^'";]*?\sfrom\s)?\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g;

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

const sources: readonly SourceFile[] = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => {
    const text = withoutComments(readFileSync(join(ROOT, 'src', name), 'utf8'));
    const imports = [...text.matchAll(IMPORT)].map((match) => (match[1] ?? match[2]) as string);
    return { path: name.replaceAll('\\', '/'), text, imports };
  });

const roomOf = (path: string): string => (path.split('/')[0] as string).replace(/\.ts$/, '');
const isLocal = (name: string): boolean => name.startsWith('.');
const targetOf = (file: SourceFile, name: string): string => posix.join(dirname(file.path), name);
const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

/** `file: import` for every import that `isFault` holds against. */
function faults(isFault: (file: SourceFile, name: string) => boolean): string[] {
  return sources.flatMap((file) =>
    file.imports.filter((name) => isFault(file, name)).map((name) => `${file.path}: ${name}`),
  );
}

describe('the rooms', () => {
  test('are all known', () => {
    expect([...new Set(sources.map((file) => roomOf(file.path)))].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
    expect(sources.length).toBeGreaterThan(20);
  });

  test('import one another in one direction', () => {
    const wrong = faults((file, name) => {
      const [from, to] = [roomOf(file.path), roomOf(targetOf(file, name))];
      return isLocal(name) && from !== to && MAY_IMPORT[from]?.includes(to) !== true;
    });
    expect(wrong).toEqual([]);
  });

  test('of readers do not meet, nor those of writers', () => {
    const wrong = faults((file, name) => {
      if (!isLocal(name)) return false;
      const [room, from, ...below] = file.path.split('/') as [string, string?, ...string[]];
      const [toRoom, to, ...toBelow] = targetOf(file, name).split('/') as [string, string?, ...string[]];
      const shared = SHARED_IN[room];
      if (shared === undefined || room !== toRoom || from === to || toBelow.length === 0) return false;
      return below.length > 0 && !shared.includes(to as string);
    });
    expect(wrong).toEqual([]);
  });

  test('are entered by the name of a file that is there, `.ts` and all', () => {
    const paths = new Set(sources.map((file) => file.path));
    expect(faults((file, name) => isLocal(name) && !paths.has(targetOf(file, name)))).toEqual([]);
  });
});

describe('npm packages', () => {
  test('are each imported in one folder', () => {
    const wrong = faults((file, name) => {
      if (isLocal(name) || name.startsWith('node:')) return false;
      return PACKAGES[packageOf(name)]?.some((folder) => file.path.startsWith(`${folder}/`)) !== true;
    });
    expect(wrong).toEqual([]);
  });

  test('that are imported are dependencies', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
      devDependencies: Record<string, string>;
    };
    const declared = new Set([...Object.keys(dependencies), '@types/mdast' in devDependencies ? 'mdast' : '']);
    expect(faults((_, name) => !isLocal(name) && !name.startsWith('node:') && !declared.has(packageOf(name)))).toEqual(
      [],
    );
  });
});

describe('the core', () => {
  const core = sources.filter((file) => ['message', 'model', 'align', ...CORE].includes(roomOf(file.path)));

  test('does not touch files, processes or sockets', () => {
    const wrong = core.flatMap((file) =>
      file.imports
        .filter((name) => name.startsWith('node:') && name !== 'node:crypto')
        .map((name) => `${file.path}: ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('has no clock and no chance', () => {
    const impure =
      /\bMath\.random\b|\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.|\brandom(?:Bytes|UUID|Int)\b|\bprocess\.|\bfetch\(/;
    expect(core.filter((file) => impure.test(file.text)).map((file) => file.path)).toEqual([]);
  });
});
