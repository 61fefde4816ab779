/** Reading Word files, each several times in one process, held against unzipping them and one bare SAX pass over the same parts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { cleanRedline, readDocx, readMarkdown, writeDocx } from '../../dist/index.js';
import { makeStatute, seeded } from '../statute.mjs';

const FOLDER = fileURLToPath(new URL('../../../shared/corpus', import.meta.url));

export function cases() {
  const own = [
    { name: 'svtad 1.5 as Word', quick: true, bytes: () => shipped('svtad/1.5.md') },
    { name: 'statute of 1,000 as Word', quick: false, bytes: () => generated(1_000) },
  ];
  const found = ['legislation-docx', 'pairs'].flatMap((folder) => largest(join(FOLDER, folder)));
  return [...own, ...found].map(({ name, quick, bytes }) => ({
    name,
    quick,
    run: async () => reading(await bytes()),
  }));
}

function shipped(file) {
  const text = readFileSync(new URL(`../../documents/${file}`, import.meta.url), 'utf8');
  return writeDocx(cleanRedline(readMarkdown(text, { file, mode: 'strict' }, () => {})));
}

function generated(size) {
  return writeDocx(cleanRedline(makeStatute(size, seeded(size))));
}

/** The two largest files of a folder, where it is present; they are no part of the project. */
function largest(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.docx'))
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
    .sort((a, b) => b.bytes.length - a.bytes.length || (a.name < b.name ? -1 : 1))
    .slice(0, 2)
    .map(({ name, bytes }) => ({ name: name.split(/[\\/]/).at(-1), quick: false, bytes: () => bytes }));
}

/** How many runs of each at least, and for how long (milliseconds) runs go on. */
const LEAST_RUNS = 10;
const ENOUGH = 4_000;

/**
 * One line: how long reading takes at best, how long the bare pass, and how many times the one the other is. The two take
 * turns, and no collection of garbage is forced between them: it would throw compiled code away with it.
 */
function reading(bytes) {
  const best = { read: Number.POSITIVE_INFINITY, bare: Number.POSITIVE_INFINITY };
  const start = performance.now();
  let size = 0;
  for (let i = 0; i < LEAST_RUNS || (i < 100 && performance.now() - start < ENOUGH); i++) {
    best.read = Math.min(
      best.read,
      timed(() => readDocx(bytes, {}, () => {})),
    );
    best.bare = Math.min(
      best.bare,
      timed(() => {
        size = barePass(bytes);
      }),
    );
  }
  const ratio = (best.read / best.bare).toFixed(2);
  const xml = (size / 2 ** 20).toFixed(1);
  return `read ${ms(best.read)}, unzip and bare SAX pass ${ms(best.bare)}: ${ratio} times (${xml} MiB of XML)`;
}

function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The parts that the reader reads. */
const PARTS = /^word\/(?:document|styles|numbering|footnotes|endnotes|comments|settings|(?:header|footer)\d*)\.xml$/;

/** Unzips and parses every part, and does nothing with it; the characters that were parsed. */
function barePass(bytes) {
  const parts = unzipSync(bytes, { filter: ({ name }) => PARTS.test(name) || name.endsWith('.rels') });
  const decoder = new TextDecoder();
  let size = 0;
  for (const part of Object.values(parts)) {
    const text = decoder.decode(part);
    const parser = new SaxesParser({ xmlns: false });
    parser.on('opentag', () => {});
    parser.on('closetag', () => {});
    parser.on('text', () => {});
    parser.write(text).close();
    size += text.length;
  }
  return size;
}

function ms(time) {
  return `${time.toFixed(1)} ms`;
}
