/**
 * How long a check takes, after `npm run build`: `node bench/check.mjs`. The first run of a process, with the dictionary
 * and the calendar to load, and the best of the runs behind it; of a made-up statute, and of the versions that are shipped.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { check } from '../dist/check/index.js';
import { readMarkdown } from '../dist/index.js';
import { makeStatute, seeded } from './statute.mjs';

const RUNS = 3;

function statute(size) {
  const small = makeStatute(500, seeded(1));
  const count = Math.round((500 * size) / textOf(small));
  return makeStatute(count, seeded(2));
}

function textOf(node) {
  const own = typeof node.value === 'string' ? node.value.length : typeof node.text === 'string' ? node.text.length : 0;
  const lists = [node.heading, node.children, node.caption, node.rows, node.cells].filter(Array.isArray);
  return lists.flat().reduce((sum, child) => sum + textOf(child), own);
}

function shipped() {
  const folder = new URL('../documents/svtad/', import.meta.url);
  return readdirSync(folder).map((name) => {
    const source = readFileSync(new URL(name, folder), 'utf8');
    return { name: `svtad ${name}`, source, document: readMarkdown(source, { file: name }, () => {}) };
  });
}

const cases = [{ name: 'statute of 1.5 MB', document: statute(1_500_000) }, ...shipped()];
for (const { name, source, document } of cases) {
  const times = [];
  let findings = [];
  for (let run = 0; run <= RUNS; run++) {
    const start = performance.now();
    findings = await check(document, source === undefined ? {} : { source });
    times.push(performance.now() - start);
  }
  const [first, ...rest] = times.map((time) => Math.round(time));
  console.log(`${name}: first ${first} ms, then ${Math.min(...rest)} ms; ${findings.length} findings`);
}
