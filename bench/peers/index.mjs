/**
 * `npm run bench -- peers`: other engines on the same pairs of Word files. Prints for each how often its redlines are
 * right (two judges), its time and its marked characters, both as ratios to Keeling's on the pairs that both made.
 * Packages are installed for the run into a temporary folder; one that does not install or load is named and skipped.
 */
import { execFileSync, fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ENGINES } from './engines.mjs';
import { pairs } from './pairs.mjs';

/** Seconds after which a pair is given up. */
const PATIENCE = { full: 120, quick: 30 };

export async function runPeers({ quick }) {
  const wanted = pairs(quick);
  if (wanted.length === 0) {
    console.log('There are no pairs to compare on: the corpus is absent.');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'keeling-peers-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
    const installed = ENGINES.filter((engine) => install(folder, engine));
    const results = new Map();
    for (const { name } of installed) results.set(name, await measured(name, wanted, folder, quick));
    for (const [name, result] of results) console.log(lineOf(name, result, results.get('keeling'), wanted.length));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function install(folder, { name, packages }) {
  if (packages.length === 0) return true;
  try {
    const options = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder];
    execFileSync('npm', [...options, ...packages], { cwd: folder, stdio: 'pipe', timeout: 180_000 });
    return true;
  } catch {
    console.log(`${name}: skipped, it does not install`);
    return false;
  }
}

/** What an engine makes of each pair, in a process of its own, which is ended and begun anew where a pair takes too long. */
async function measured(engine, wanted, folder, quick) {
  const found = new Map();
  let rest = wanted.map(({ name }) => name);
  while (rest.length > 0) {
    const done = await inProcess({ engine, names: rest, folder, quick });
    for (const result of done) found.set(result.name, result);
    rest = rest.slice(done.length);
    if (rest.length === 0) break;
    if (done.length === 0 && done.failed !== undefined) return { failed: done.failed, found };
    found.set(rest[0], { name: rest[0], error: 'gave up' });
    rest = rest.slice(1);
  }
  return { found };
}

function inProcess(task) {
  const patience = 1000 * PATIENCE[task.quick ? 'quick' : 'full'];
  return new Promise((resolve) => {
    const done = [];
    const child = fork(fileURLToPath(new URL('child.mjs', import.meta.url)), {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let timer = setTimeout(() => child.kill('SIGKILL'), patience);
    child.on('message', (message) => {
      if (message.failed !== undefined) done.failed = message.failed;
      else done.push(message);
      clearTimeout(timer);
      timer = setTimeout(() => child.kill('SIGKILL'), patience);
    });
    child.on('exit', () => {
      clearTimeout(timer);
      resolve(done);
    });
    child.send(task);
  });
}

function lineOf(name, { failed, found }, ours, count) {
  if (failed !== undefined) return `${name}: skipped, ${failed}`;
  const made = [...found.values()].filter(({ error }) => error === undefined);
  const right = (judge) => made.filter((one) => one[judge]).length;
  const errors = count - made.length;
  const base = `${name}: right ${right('ours')} of ${count} by our reader, ${right('other')} by mammoth`;
  const both = made.flatMap((one) => {
    const other = ours.found.get(one.name);
    return other === undefined || other.error !== undefined ? [] : [[one, other]];
  });
  const ratio = (key) =>
    middle(both.filter(([, other]) => other[key] > 0).map(([one, other]) => one[key] / other[key]));
  const sums = made.reduce((sum, one) => sum + one.marked, 0);
  return `${base}; time ${ratio('time')} and marked characters ${ratio('marked')} times Keeling's (medians), ${sums} marked in all${errors > 0 ? `; no redline of ${errors}` : ''}`;
}

function middle(values) {
  const sorted = values.sort((a, b) => a - b);
  return sorted.length === 0 ? '-' : sorted[sorted.length >> 1].toFixed(2);
}
