/**
 * Draws findings of `keeling check` at random, with the words around them, so that a person can judge them one by one
 * (docs/quality.md). Usage, after `npm run build`:
 *
 *   node scripts/check-sample.mjs FOLDER... [--seed 1] [--count 200] [--severity error] [--rule ID] [--all] [--counts]
 *
 * A file that the checker takes for no English text is left out. The same files and the same seed give the same sample.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { unzipSync } from 'fflate';
import { checkTarget } from '../dist/library/check/index.js';
import { openLibrary } from '../dist/library/library.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '200' },
    severity: { type: 'string', multiple: true },
    rule: { type: 'string' },
    all: { type: 'boolean', default: false },
    counts: { type: 'boolean', default: false },
  },
});

/** A generator of numbers from 0 to below 1 (mulberry32): the same seed gives the same numbers. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function filesIn(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)))
    .filter((file) => ['.md', '.txt', '.docx'].includes(extname(file)));
}

/** The words around a place: of the source, or of the paragraphs of a Word part without their tags. */
function contextOf(file, { part, start, end }) {
  if (start === undefined) return '';
  const bytes = readFileSync(file);
  const text = part === undefined ? bytes.toString('utf8') : textOfPart(bytes, part);
  const wide = part === undefined ? 120 : 2500;
  const plain = (from, to) => {
    const slice = text.slice(Math.max(0, from), Math.max(0, to));
    return (part === undefined ? slice : slice.replace(/^[^<>]*>|<[^>]*>|<[^<>]*$/g, '')).replace(/\s+/g, ' ');
  };
  return `${plain(start - wide, start).slice(-160)}⟦${plain(start, end ?? start).slice(0, 300)}⟧${plain(end ?? start, (end ?? start) + wide).slice(0, 160)}`;
}

function textOfPart(bytes, part) {
  const found = unzipSync(bytes, { filter: ({ name }) => name === part })[part];
  return found === undefined ? '' : new TextDecoder().decode(found);
}

/** No settings and no versions: files are checked as a stranger's are. */
const nothing = mkdtempSync(join(tmpdir(), 'keeling-sample-'));
mkdirSync(join(nothing, 'documents'));
const library = await openLibrary(nothing);

async function findingsOf(file, root) {
  const checked = await checkTarget(library, { target: file, folder: process.cwd() }).catch((error) => ({
    findings: [],
    failed: String(error.message).split('\n')[0],
  }));
  if (checked.failed !== undefined)
    console.error(`${relative(root, file)}: not read (${checked.failed.slice(0, 100)})`);
  if (checked.findings.some(({ rule }) => rule === 'check/language')) return [];
  return checked.findings.map(({ severity, rule, reason, place, cite, actual, expected, note }) => ({
    file: relative(root, file),
    severity,
    rule: rule.replace('check/', ''),
    reason,
    cite,
    actual,
    expected,
    note,
    line: place?.line ?? place?.paragraph,
    around: place === undefined ? '' : contextOf(file, place),
  }));
}

const found = [];
for (const folder of positionals) for (const file of filesIn(folder)) found.push(...(await findingsOf(file, folder)));
const wanted = found.filter(
  ({ severity, rule }) =>
    (values.severity === undefined || values.severity.includes(severity)) &&
    (values.rule === undefined || values.rule === rule),
);
if (values.counts) {
  const counts = new Map();
  for (const { severity, rule } of wanted) {
    const key = `${severity} ${rule}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  for (const [key, count] of [...counts].sort()) console.log(`${count}\t${key}`);
} else {
  const next = random(Number(values.seed));
  const drawn = values.all
    ? wanted
    : wanted
        .map((finding) => ({ finding, key: next() }))
        .sort((a, b) => a.key - b.key)
        .slice(0, Number(values.count))
        .map(({ finding }) => finding);
  for (const finding of drawn) console.log(JSON.stringify(finding));
}
rmSync(nothing, { recursive: true });
