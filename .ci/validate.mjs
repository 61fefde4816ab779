/**
 * Judges Word files with the Open XML SDK's validator, which the development dependency `docxodus` carries.
 *
 *   node .ci/validate.mjs output/pack/file.docx …        each without an error
 *   node .ci/validate.mjs --list triples.txt             a line each: a redline, before and after, apart by tabs; no error
 *                                                        that neither of the two inputs has
 *
 * An error is known again by its code and the names of the elements above it, wherever they stand. A line for each file
 * that fails, with its first errors; a last line `N passed, M failed`. Exit status 1 where any fails.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { initialize, verifyDeliverable } from 'docxodus/core';

const SHOWN = 3;
/** What the validator finds against the standard, and not what it thinks of a file's being ready to deliver. */
const CATEGORIES = new Set(['openXml', 'package', 'relationship']);

const { values, positionals } = parseArgs({ allowPositionals: true, options: { list: { type: 'string' } } });

/** The runtime tells of itself on the console while it starts; that is no finding. */
async function quietly(work) {
  const { log, warn, error } = console;
  Object.assign(console, { log: () => {}, warn: () => {}, error: () => {} });
  try {
    return await work();
  } finally {
    Object.assign(console, { log, warn, error });
  }
}

const known = new Map();

/** The errors of a file by a key that is the same for the same error elsewhere, each with a line for people. */
async function errorsOf(path) {
  if (known.has(path)) return known.get(path);
  const { findings } = await quietly(() => verifyDeliverable(readFileSync(path)));
  const errors = findings.filter(({ severity, category }) => severity === 'error' && CATEGORIES.has(category));
  const keyed = new Map(errors.map((one) => [keyOf(one), `${one.owningPartUri} ${one.message}`]));
  known.set(path, keyed);
  return keyed;
}

function keyOf({ code, owningPartUri, xPath }) {
  return `${code} ${owningPartUri.replace(/\d+/g, '')} ${(xPath ?? '').replace(/\[\d+\]/g, '')}`;
}

/** The files to judge, each with the files whose errors it may have. */
function judged() {
  if (values.list === undefined) return positionals.map((file) => ({ file, inputs: [] }));
  const lines = readFileSync(values.list, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [file, ...inputs] = line.split('\t');
    return { file, inputs };
  });
}

async function main() {
  const files = judged();
  if (files.length === 0) {
    console.error('Name the Word files to validate, or a list of redlines with their inputs.');
    process.exitCode = 2;
    return;
  }
  await quietly(() => initialize());
  let failed = 0;
  for (const { file, inputs } of files) {
    const allowed = new Set();
    for (const input of inputs) for (const key of (await errorsOf(input)).keys()) allowed.add(key);
    const errors = [...(await errorsOf(file))].filter(([key]) => !allowed.has(key));
    if (errors.length === 0) continue;
    failed += 1;
    console.log(`${file}: ${errors.length} kinds of errors`);
    for (const [, line] of errors.slice(0, SHOWN)) console.log(`  ${line}`);
  }
  console.log(`${files.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

await main();
