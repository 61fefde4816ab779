/** The printed table: a row a case, printed as soon as it is known. */
import { cpus, totalmem } from 'node:os';

const COLUMNS = [
  ['case', 40],
  ['parse', 17],
  ['compare', 17],
  ['to Markdown', 17],
  ['to HTML', 17],
  ['peak read, compared', 22],
  ['compare/parse', 15],
  ['diffArrays', 17],
  ['diffWordsWithSpace', 20],
  ['changes', 20],
];

const row = (cells) =>
  COLUMNS.map(([, width], i) => (i === 0 ? cells[i].padEnd(width) : cells[i].padStart(width))).join('');

export function printHead({ runs, limit }) {
  console.log(
    `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
  );
  console.log(
    `Times: best / median of about ${runs} runs in one process, more where they are short. Word diffs are given up after ${limit} s.\n`,
  );
  console.log(row(COLUMNS.map(([name]) => name)));
}

export function printRow({ name }, result) {
  const line = result.failed ?? result.said;
  if (line !== undefined) console.log(`${name.padEnd(COLUMNS[0][1])}  ${line}`);
  else console.log(row(cellsOf(name, result)));
}

function cellsOf(name, { parse, compare, markdown, html, peakRead, peak, tokens, words, changes, coarse }) {
  return [
    name,
    times(parse),
    times(compare),
    times(markdown),
    times(html),
    `${Math.round(peakRead)}, ${Math.round(peak)} MiB`,
    parse === undefined ? '-' : (compare.best / parse.best).toFixed(3),
    against(tokens, compare),
    against(words, compare),
    coarse === 0 ? String(changes) : `${changes} (${coarse} coarse)`,
  ];
}

function times(stage) {
  return stage === undefined ? '-' : `${duration(stage.best)} / ${duration(stage.median)}`;
}

/** How long a word diff of the whole text took, and how many times a comparison that is. */
function against(time, compare) {
  return time === undefined ? 'gave up' : `${duration(time)} (${(time / compare.best).toFixed(1)} x)`;
}

function duration(ms) {
  if (ms >= 10_000) return `${(ms / 1000).toFixed(1)} s`;
  return ms >= 1000 ? `${(ms / 1000).toFixed(2)} s` : `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;
}

export function printFoot({ limit }) {
  console.log('\nparse reads both files; compare/parse is the share of that time that a comparison costs.');
  console.log(
    'peak is the most memory of the process once both files are read, and once they are compared, the inputs included.',
  );
  console.log(
    'diffArrays and diffWordsWithSpace compare the flat text; in brackets, how many times a comparison that takes;',
  );
  console.log(`"gave up" means that they ran past ${limit} s.`);
}
