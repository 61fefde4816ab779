/**
 * Redlines of two Word files in place, their check included, held against reading both files. The first run is what a
 * command pays, with code that is not compiled yet; the best of the rest is what a program pays that makes many. Beside other
 * work the clock runs on: the time of processors, garbage collection included, says what the run itself took.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readDocx } from '../../dist/index.js';
import { redlineWordFiles } from '../../dist/library/word-redline.js';
import { listTracked } from '../../dist/write/in-place/index.js';
import { peakMemory, timeStage } from '../measure.mjs';
import { seeded } from '../statute.mjs';
import { oneLongParagraph, statuteOf, tenYearsOn, wordFile } from '../word-files.mjs';

const FOLDER = fileURLToPath(new URL('../../../shared/corpus/legislation-docx', import.meta.url));
const OPTIONS = { author: 'A. Drafter', date: '2020-01-31T09:00:00Z' };

/** What a redline may cost: seconds, and MiB where memory is held too. */
const STATUTE = { seconds: 5, memory: 1024 };
const PARAGRAPH = { seconds: 1 };

export function cases() {
  const made = [
    { name: 'redline: statute of 500 paragraphs', quick: true, make: () => statute(500) },
    { name: 'redline: statute of 25,000 paragraphs', make: () => statute(25_000), budget: STATUTE },
    { name: 'redline: one of 100,000 words, one added', make: () => longParagraph(100_000), budget: PARAGRAPH },
  ];
  return [...largestPair(), ...made].map(({ name, quick = false, make, budget }) => ({
    name,
    quick,
    run: (settings) => redlining(make(), budget, settings),
  }));
}

function statute(count) {
  const random = seeded(count);
  const before = statuteOf(count, random);
  return [before, tenYearsOn(before, random)].map(wordFile);
}

function longParagraph(count) {
  return oneLongParagraph(count).map(wordFile);
}

/** The largest two neighbours of the folder, `name-a.docx` and `name-b.docx`, where it is present; they are no part of the project. */
function largestPair() {
  if (!existsSync(FOLDER)) return [];
  const pairs = readdirSync(FOLDER)
    .filter((name) => name.endsWith('-a.docx'))
    .map((name) => [name, name.replace(/-a\.docx$/, '-b.docx')].map((one) => join(FOLDER, one)))
    .filter(([, after]) => existsSync(after))
    .map((paths) => paths.map((path) => readFileSync(path)))
    .sort((x, y) => sizeOf(y) - sizeOf(x));
  const [largest] = pairs;
  return largest === undefined
    ? []
    : [{ name: 'redline: largest legislation pair', make: () => largest, budget: STATUTE }];
}

const sizeOf = (pair) => pair.reduce((sum, { length }) => sum + length, 0);

function redlining([before, after], budget, settings) {
  const work = () => redlineWordFiles(before, after, OPTIONS, () => {});
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  let redline = work();
  const first = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  const peak = peakMemory();
  const whole = timeStage(() => {
    redline = work();
  }, settings).times;
  const read = timeStage(() => [before, after].map((bytes) => readDocx(bytes, {}, () => {})), settings).times;
  const marks = listTracked(redline, () => {}).length;
  const limit = budget === undefined ? '' : `; budget ${said(budget)}: ${within(budget, first, peak)}`;
  return `first ${ms(first)} (${ms((user + system) / 1000)} of processors), then ${ms(whole.best)}; reading both ${ms(read.best)}: ${(whole.best / read.best).toFixed(1)} times; peak ${Math.round(peak)} MiB; ${marks} changes${limit}`;
}

function said({ seconds, memory }) {
  return `${seconds} s${memory === undefined ? '' : ` and ${memory} MiB`}`;
}

function within({ seconds, memory = Number.POSITIVE_INFINITY }, first, peak) {
  return first < seconds * 1000 && peak < memory ? 'kept' : 'exceeded';
}

function ms(time) {
  return time < 1000 ? `${time.toFixed(0)} ms` : `${(time / 1000).toFixed(2)} s`;
}
