/**
 * How long a large matrix takes, after `npm run build`: `node bench/matrix.mjs [rows columns]`. Without arguments: 5,000
 * rows of 12 columns, verified against a baseline and typed counts, and compared as tables of documents; then 12,500 to
 * 100,000 rows of 20 columns, for which the time for a row tells whether the cost is linear. In each, one row in a hundred
 * is amended. Best and median of several runs, in milliseconds of processor time, which a busy machine does not lengthen.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { compare } from '../dist/index.js';
import {
  classifyCounts,
  countsOf,
  differenceOf,
  matrixFromCsv,
  readShape,
  toTable,
  valuesOfShape,
  verifyMatrix,
} from '../dist/matrix/index.js';

const FILE = new URL('../shapes/duis.yaml', import.meta.url);
const SHAPE = readShape('duis', parse(readFileSync(FILE, 'utf8')), () => ({}), console.error);
const NAMED = SHAPE.columns.length;
const REPORT = () => {};

/** A matrix of so many rows, 50 with each reference. */
function csv(rows, columns, isAmended) {
  const heads = Array.from({ length: columns - NAMED }, (_, i) => `CV ${i + 1}`);
  const lines = [
    ['Service Reference', 'Service Reference Variant', 'Name', 'Critical', ...heads, 'User Role'].join(','),
  ];
  for (let row = 0; row < rows; row++) {
    if (isAmended && row === 1234) continue;
    lines.push(lineOf(row, heads, isAmended && row % 100 === 50 ? 1 : 0));
    if (isAmended && row === 2500) lines.push(`51.0,51.0.2,New request,N,${heads.map(() => 'Mandatory').join(',')},ED`);
  }
  return `${lines.join('\n')}\n`;
}

function lineOf(row, heads, salt) {
  const stem = `${Math.floor(row / 50) + 1}.${row % 50}`;
  const values = heads.map((_, column) => {
    const n = (row * 31 + column * 17 + salt) % 10;
    return n < 7 ? 'N/A' : n === 7 ? 'Mandatory' : n === 8 ? 'Mandatory SMETS1' : 'Mandatory SMETS 2';
  });
  return [stem, `${stem}.1`, `Request ${row}`, 'N', ...values, 'ED'].join(',');
}

/** The counts as somebody might have typed them: those before, whatever was amended. */
function typed(table) {
  const { grid } = countsOf(table);
  const sum = (list) => String(list.reduce((all, count) => all + count, 0));
  const values = valuesOfShape(SHAPE);
  return {
    counts: Object.fromEntries(values.map((value) => [value, grid[value].map(String)])),
    totals: Object.fromEntries(values.map((value) => [value, sum(grid[value])])),
  };
}

function timed(runs, work) {
  const times = [];
  let value;
  for (let run = 0; run < runs; run++) {
    const start = process.cpuUsage();
    value = work();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  times.sort((a, b) => a - b);
  return { value, best: times[0], median: times[runs >> 1] };
}

const SETTINGS = {
  tables: [{ number: '1', file: 'm.csv', title: 'User Role ED' }],
  scenarios: [],
  marked: {},
  names: {},
  amends: { tables: [], scenarios: [], settings: [] },
};
const versionOf = (name, table) => ({ name, shape: SHAPE, settings: SETTINGS, tables: [table] });
const documentOf = (table) => ({
  type: 'document',
  meta: { title: 'Matrix', provision: 'Section', language: 'en-GB' },
  children: [toTable({ table, settings: { id: 'matrix' } })],
});

function bench(rows, columns, runs) {
  const sources = [false, true].map((isAmended) => csv(rows, columns, isAmended));
  const print = (name, { best, median }, more) => {
    const each = `${((1000 * best) / rows).toFixed(0)} µs a row`;
    console.log(`  ${name.padEnd(26)}${best.toFixed(0).padStart(7)} / ${median.toFixed(0)} ms  ${each}  ${more}`);
  };
  console.log(`${rows.toLocaleString('en-GB')} rows of ${columns} columns`);
  const read = timed(runs, () =>
    sources.map((text) => matrixFromCsv(text, { number: '1', shapes: [SHAPE] }, 'm', REPORT)),
  );
  const [before, after] = read.value;
  print('read two tables', read, '');
  const [baseline, version] = [versionOf('m@1', before), versionOf('m@2', { ...after, stated: typed(before) })];
  const verified = timed(runs, () => verifyMatrix({ version, baseline }, REPORT));
  print('verify', verified, `${verified.value.length} wrong counts`);
  const { inserted, deleted, changed } = differenceOf(before, after);
  const [a, b] = [before, after].map(documentOf);
  const compared = timed(runs, () => classifyCounts(compare(a, b), [SHAPE]));
  const { changes } = compared.value;
  const following = changes.filter(({ weight }) => weight === 'consequential').length;
  print('compare, counts classified', compared, `${changes.length} changes, ${following} of them counts that follow`);
  const sum = { best: verified.best + compared.best, median: verified.median + compared.median };
  print('verify and compare', sum, `${inserted.length} inserted, ${deleted.length} deleted, ${changed.length} changed`);
}

const [rows, columns] = process.argv.slice(2).map(Number);
if (rows > 0 && columns > NAMED) bench(rows, columns, 3);
else {
  bench(5_000, 12, 7);
  for (const each of [12_500, 25_000, 50_000, 100_000]) bench(each, 20, 3);
}
