/**
 * Whether every writer is linear: what a redline costs to write, and how many times that twice the text costs. About 2 is
 * linear, 4 square; other work on the machine moves it, and `test/write/linear.test.ts` counts instead.
 */
import { compare, writeDocx, writeHtml, writeMarkdown, writeRedlineJson } from '../../dist/index.js';
import { makeDraft, makeStatute, seeded } from '../statute.mjs';
import { oneWordIn } from './adversarial.mjs';

const WRITERS = {
  Markdown: writeMarkdown,
  HTML: writeHtml,
  JSON: writeRedlineJson,
  Word: (redline) => writeDocx(redline, { author: 'A. Drafter', date: '2020-01-31T09:00:00Z' }),
};

const SHAPES = [
  { name: 'words of one paragraph, 1 in 20 new', size: 50_000, quick: 10_000, make: (size) => oneWordIn(20, size) },
  { name: 'clauses of a statute, 5 % edited', size: 5_000, quick: 500, make: statute },
];

export function cases() {
  return SHAPES.map(({ name, size, quick, make }) => ({
    name: `writers: ${name}`,
    quick: true,
    run: (settings) => measured(make, settings.quick ? quick : size, settings),
  }));
}

function statute(size) {
  const random = seeded(size);
  const before = makeStatute(size, random);
  return [before, makeDraft(before, 0.05, random)];
}

async function measured(make, size, settings) {
  const redlines = [size, 2 * size].map((each) => compare(...make(each), () => {}));
  const told = [];
  for (const [name, write] of Object.entries(WRITERS)) {
    const [once, twice] = [await best(write, redlines[0], settings), await best(write, redlines[1], settings)];
    told.push(`${name} ${Math.round(twice)} ms (${(twice / once).toFixed(1)} times half of it)`);
  }
  return `${(2 * size).toLocaleString('en-GB')}: ${told.join(', ')}`;
}

/** The least time of a few runs, in milliseconds. */
async function best(write, redline, { runs }) {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < Math.max(2, runs); run++) {
    globalThis.gc?.();
    const start = performance.now();
    await write(redline);
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
