/**
 * How long a large matrix takes, after `npm run build`: `node bench/matrix.mjs`. A table of 5,000 rows and 12 columns
 * (7 of them command variants), of which some 50 rows are amended, is read from CSV, verified against typed counts, and
 * compared, as rows and as a table of its document. Best and median of several runs.
 */
import { compare } from '../dist/index.js';
import {
  countsOf,
  differenceOf,
  matrixFromCsv,
  settleCounts,
  toTable,
  VALUES,
  verifyCounts,
} from '../dist/matrix/index.js';

const ROWS = 5_000;
const COMMANDS = 7;
const RUNS = 7;

const heads = Array.from({ length: COMMANDS }, (_, i) => `CV ${i + 1}`);
const head = ['Service Reference', 'Service Reference Variant', 'Name', 'Critical', ...heads, 'User Role'].join(',');
const valueAt = (row, column, salt) => {
  const n = (row * 31 + column * 17 + salt) % 10;
  return n < 7 ? 'N/A' : n === 7 ? 'Mandatory' : n === 8 ? 'Mandatory SMETS1' : 'Mandatory SMETS 2';
};
const lineOf = (row, salt) => {
  const values = heads.map((_, column) => valueAt(row, column, salt));
  return [
    `${Math.floor(row / 50) + 1}.${row % 50}`,
    `${Math.floor(row / 50) + 1}.${row % 50}.1`,
    `Request ${row}`,
    'N',
    ...values,
    'ED',
  ].join(',');
};

function csv(amended) {
  const lines = [];
  for (let row = 0; row < ROWS; row++) {
    if (amended && row === 1234) continue;
    lines.push(lineOf(row, amended && row % 100 === 50 ? 1 : 0));
    if (amended && row === 2500) lines.push(`51.0,51.0.2,New request,N,${heads.map(() => 'Mandatory').join(',')},ED`);
  }
  return `${[head, ...lines].join('\n')}\n`;
}

/** The counts as somebody might have typed them: those before, whatever was amended. */
function typed(table) {
  const counts = countsOf(table);
  const totals = VALUES.map((value) => [value, String(counts.grid[value].reduce((sum, count) => sum + count, 0))]);
  return {
    counts: Object.fromEntries(VALUES.map((value) => [value, counts.grid[value].map(String)])),
    totals: Object.fromEntries(totals),
  };
}

function timed(work) {
  const times = [];
  let value;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    value = work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { value, best: times[0], median: times[RUNS >> 1] };
}

const told = (name, { best, median }, more) =>
  console.log(`${name.padEnd(28)}${best.toFixed(0).padStart(6)} / ${median.toFixed(0)} ms  ${more}`);
const documentOf = (table) => ({
  type: 'document',
  meta: { title: 'Matrix', provision: 'Section', language: 'en-GB' },
  children: [toTable({ table, settings: { id: 'matrix' } })],
});

const [sourceBefore, sourceAfter] = [csv(false), csv(true)];
const read = timed(() => [sourceBefore, sourceAfter].map((source) => matrixFromCsv(source, '1', 'm.csv', () => {})));
const [before, after] = read.value;
told('read two tables', read, `${before.rows.length} and ${after.rows.length} rows, ${COMMANDS} command variants`);
const stated = { ...after, stated: typed(before) };
const verified = timed(() => verifyCounts(stated, before, () => {}));
told('verify', verified, `${verified.value.length} wrong counts`);
const rows = timed(() => differenceOf(before, after));
const { inserted, deleted, changed } = rows.value;
told('difference of rows', rows, `${inserted.length} inserted, ${deleted.length} deleted, ${changed.length} changed`);
const [a, b] = [documentOf(before), documentOf(after)];
const compared = timed(() => settleCounts(compare(a, b)));
const changes = compared.value.changes;
const following = changes.filter(({ weight }) => weight === 'consequential').length;
told('compare, counts settled', compared, `${changes.length} changes, ${following} of them counts that follow`);
told('verify and compare', { best: verified.best + compared.best, median: verified.median + compared.median }, '');
