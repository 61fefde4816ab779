/**
 * The benchmark: `npm run bench`, after `npm run build`. Each case runs several times in a process of its own, so that
 * its peak of memory is its own too, and its ratios are taken within that one process.
 *
 *   npm run bench -- --quick          small cases, short limits
 *   npm run bench -- generated        the cases whose name holds a word
 *   npm run bench -- peers            other engines on the same pairs of Word files, installed for the run
 *   npm run bench -- --runs 5         at least as many runs of each stage
 *   npm run bench -- --limit 20       seconds after which a word diff of the whole text is given up
 */
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { GROUPS } from './cases/index.mjs';
import { runCase } from './stages.mjs';
import { printFoot, printHead, printRow } from './table.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    runs: { type: 'string' },
    limit: { type: 'string' },
    only: { type: 'string' },
  },
});

const settings = {
  quick: values.quick,
  runs: Number(values.runs ?? (values.quick ? 2 : 3)),
  limit: Number(values.limit ?? (values.quick ? 3 : 20)),
};

/** The cases of every group, each with a name of its own; those that the mode leaves out are left out. */
async function allCases() {
  const lists = await Promise.all(
    GROUPS.map(async ({ name, load }) => (await load()).map((one) => ({ group: name, ...one }))),
  );
  return lists.flat().filter((one) => !settings.quick || one.quick === true);
}

/** Runs one case in a process of its own, and gives back what it measured, or why it could not. */
function inProcess(name) {
  const options = ['--only', name, '--runs', String(settings.runs), '--limit', String(settings.limit)];
  if (settings.quick) options.push('--quick');
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(import.meta.url), options, { execArgv: ['--expose-gc'] });
    let result;
    child.on('message', (message) => {
      result = message;
    });
    child.on('exit', (code, signal) => resolve(result ?? { failed: `ended with ${signal ?? code}` }));
  });
}

async function main() {
  if (!existsSync(fileURLToPath(new URL('../dist/index.js', import.meta.url)))) {
    console.error('There is no build to measure: run `npm run build` first.');
    process.exitCode = 2;
    return;
  }
  if (positionals[0] === 'peers') {
    const { runPeers } = await import('./peers/index.mjs');
    await runPeers(settings);
    return;
  }
  const cases = await allCases();
  if (values.only !== undefined) {
    const one = cases.find(({ name }) => name === values.only);
    process.send?.(await runCase(one, settings));
    return;
  }
  const wanted = cases.filter(({ name, group }) => positionals.every((word) => `${group} ${name}`.includes(word)));
  printHead(settings);
  for (const one of wanted) printRow(one, await inProcess(one.name));
  printFoot(settings);
}

await main();
