/**
 * Tries the Word redline on a folder of Word files, and prints how often it was refused, wrong, silent or over-marked.
 * After `npm run build`:
 *
 *   node scripts/redline-table.mjs FOLDER                 every file against itself, edited copies, and another file
 *   node scripts/redline-table.mjs FOLDER --sample 40     of 40 files chosen by the seed
 *   node scripts/redline-table.mjs FOLDER --edits word,row --seed 7 --failures 20
 *
 * refused: no redline. wrong: accepted or rejected, words or numbers are not those of the files (by the account of the
 * packages, which shares nothing with the writer). silent: something else is not given back, and no message names it.
 * false marks: a file against itself has a change, or formatting is marked where only text was edited.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { redlineWordFiles } from '../dist/library/word-redline.js';
import { UnusableInput } from '../dist/message.js';
import { accountOf, differences } from '../dist/word/account/index.js';
import { listTracked } from '../dist/write/in-place/index.js';
import { EDITS, edited, numbersFrom } from './word-edits.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '20200131' },
    edits: { type: 'string' },
    failures: { type: 'string', default: '8' },
    verbose: { type: 'boolean', default: false },
  },
});

const OPTIONS = { author: 'A. Drafter', date: '2020-01-31T09:00:00Z' };
const FORMATTING = /<w:(?:rPr|pPr|tblPr|trPr|tcPr|sectPr)Change\b/g;
/** What is said of the fourth difference of a kind and those behind it. */
const MORE = (kind) => `more differences of this kind (${kind}) are not marked`;
/** Of what a redline need not give back, and need not speak of by itself. */
const PASSED_OVER = new Set(['setting']);

function filesIn(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /\.doc[xm]$/i.test(name)).sort();
}

/** Some of a list, in an order of chance. */
function shuffled(list, random) {
  const left = [...list];
  for (let at = left.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [left[at], left[other]] = [left[other], left[at]];
  }
  return left;
}

const isReadable = (bytes) => {
  try {
    return differences(bytes, bytes).length === 0;
  } catch (error) {
    if (error instanceof UnusableInput) return false;
    throw error;
  }
};

/** How many changes of formatting stand in the text parts of a file. */
function formattingMarks(bytes) {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /^word\/[a-z]+\d*\.xml$/.test(name));
  return parts.reduce((sum, [, part]) => sum + (strFromU8(part).match(FORMATTING)?.length ?? 0), 0);
}

/** What became of one pair: the faults by their kind, each with a line for people. */
function tried(before, after, { same = false, formats = true }) {
  const messages = [];
  let redline;
  try {
    redline = redlineWordFiles(before, after, OPTIONS, (message) => messages.push(message));
  } catch (error) {
    const reason =
      error instanceof UnusableInput
        ? error.messages.map(({ reason: said, note }) => `${said} ${note ?? ''}`).join('; ')
        : `CRASH ${error.stack}`;
    return { refused: reason };
  }
  const { accepted, rejected } = accountOf(before, after, redline);
  const all = [...accepted.map((one) => ['accepted', one]), ...rejected.map((one) => ['rejected', one])];
  const line = ([side, one]) =>
    `${side}: ${one.reason} (${one.part}, paragraph ${one.paragraph ?? '-'}, “${one.near ?? ''}”) ${one.wanted ?? ''} | ${one.found ?? ''}`;
  const wrong = all.filter(([, { weight }]) => weight === 'text');
  const named = new Set(messages.map(({ reason }) => reason));
  const silent = all.filter(
    ([, { weight, reason, kind }]) =>
      weight !== 'text' && !PASSED_OVER.has(weight) && !named.has(reason) && !named.has(MORE(kind)),
  );
  const marks = formats ? 0 : formattingMarks(redline) - formattingMarks(after);
  return {
    ...(wrong.length === 0 ? {} : { wrong: line(wrong[0]) }),
    ...(silent.length === 0 ? {} : { silent: line(silent[0]) }),
    ...(same && listTracked(redline, () => {}).length > 0 ? { 'false marks': 'the file differs from itself' } : {}),
    ...(marks > 0 ? { 'false marks': `${marks} changes of formatting` } : {}),
  };
}

const FAULTS = ['refused', 'wrong', 'silent', 'false marks'];

class Row {
  pairs = 0;
  counts = Object.fromEntries(FAULTS.map((fault) => [fault, 0]));
  failures = [];

  constructor(name) {
    this.name = name;
  }

  add(label, outcome) {
    this.pairs += 1;
    for (const [fault, reason] of Object.entries(outcome)) {
      this.counts[fault] += 1;
      this.failures.push(`${fault} | ${label} | ${reason}`);
    }
  }

  print() {
    const cells = [this.pairs, ...FAULTS.map((fault) => this.counts[fault])];
    console.log(this.name.padEnd(18) + cells.map((cell) => String(cell).padStart(12)).join(''));
    const shown = this.failures.slice(0, Number(values.failures));
    if (values.verbose) for (const failure of shown) console.log(`    ${failure}`);
  }
}

function main() {
  const [folder] = positionals;
  if (folder === undefined) {
    console.error('Name a folder of Word files.');
    process.exitCode = 2;
    return;
  }
  const random = numbersFrom(Number(values.seed));
  const chosen = shuffled(filesIn(folder), random).slice(0, Number(values.sample ?? Number.POSITIVE_INFINITY));
  const files = chosen
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
    .filter(({ bytes }) => isReadable(bytes));
  console.log(`seed ${values.seed}, ${files.length} readable files of ${chosen.length}`);
  console.log(''.padEnd(18) + ['pairs', ...FAULTS].map((name) => name.padStart(12)).join(''));
  const wanted = values.edits?.split(',');
  const total = new Row('all');
  const run = (name, work) => {
    if (wanted !== undefined && !wanted.includes(name)) return;
    const row = new Row(name);
    work((label, outcome) => {
      row.add(label, outcome);
      total.add(label, outcome);
    });
    row.print();
  };
  run('itself', (add) => {
    for (const { name, bytes } of files) add(name, tried(bytes, bytes, { same: true }));
  });
  for (const edit of EDITS) {
    run(edit.name, (add) => {
      for (const { name, bytes } of files) {
        const after = edited(bytes, edit, random);
        if (after !== undefined) add(name, tried(bytes, after, { formats: edit.formats === true }));
      }
    });
  }
  run('unrelated', (add) => {
    files.forEach(({ name, bytes }, at) => {
      const other = files[(at + 1) % files.length];
      if (other.name !== name) add(`${name} → ${other.name}`, tried(bytes, other.bytes, {}));
    });
  });
  total.print();
  process.exitCode = total.failures.length === 0 ? 0 : 1;
}

main();
