/**
 * How long a check takes: the first of a process, with the dictionary and the calendar to load, and the best of the runs
 * behind it, each with the time of the processor, which other work on the machine stretches less.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { check } from '../../dist/check/index.js';
import { readMarkdown } from '../../dist/index.js';
import { makeStatute, seeded } from '../statute.mjs';

export function cases() {
  return [
    { name: 'check: a statute of 1.5 MB', run: ({ runs }) => timed(runs, { document: statute(1_500_000) }) },
    ...shipped().map(({ name, ...input }) => ({
      name: `check: ${name}`,
      quick: true,
      run: ({ runs }) => timed(runs, input),
    })),
  ];
}

async function timed(runs, { document, source }) {
  const times = [];
  let findings = [];
  for (let run = 0; run <= runs; run++) {
    const [start, used] = [performance.now(), process.cpuUsage()];
    findings = await check(document, source === undefined ? {} : { source });
    const { user, system } = process.cpuUsage(used);
    times.push({ clock: performance.now() - start, processor: (user + system) / 1000 });
  }
  const [first, ...rest] = times;
  const best = rest.reduce((a, b) => (a.clock <= b.clock ? a : b));
  return `first ${told(first)}, then ${told(best)}; ${findings.length} findings`;
}

function told({ clock, processor }) {
  return `${Math.round(clock)} ms (processor ${Math.round(processor)} ms)`;
}

/** A made-up statute whose texts come to about so many UTF-16 code units. */
function statute(size) {
  const count = Math.round((500 * size) / textOf(makeStatute(500, seeded(1))));
  return makeStatute(count, seeded(2));
}

function textOf(node) {
  const own = typeof node.value === 'string' ? node.value.length : typeof node.text === 'string' ? node.text.length : 0;
  const lists = [node.heading, node.children, node.caption, node.rows, node.cells].filter(Array.isArray);
  return lists.flat().reduce((sum, child) => sum + textOf(child), own);
}

function shipped() {
  const folder = new URL('../../documents/svtad/', import.meta.url);
  return readdirSync(folder).map((name) => {
    const source = readFileSync(new URL(name, folder), 'utf8');
    return { name: `svtad ${name}`, source, document: readMarkdown(source, { file: name }, () => {}) };
  });
}
