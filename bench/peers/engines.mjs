/**
 * The engines that redlines are compared with: what to install, and how each makes a redline of two Word files. They are
 * installed for one run into a folder of its own; the project does not depend on them.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const ENGINES = [
  { name: 'keeling', packages: [], load: loadKeeling },
  { name: 'docxodus', packages: ['docxodus'], load: loadDocxodus },
  {
    name: '@ansonlai/docx-redline-js',
    packages: ['@ansonlai/docx-redline-js', '@xmldom/xmldom'],
    load: loadDocxRedline,
  },
  { name: '@stll/folio-core', packages: ['@stll/folio-core'], load: loadFolio },
];

async function loadKeeling() {
  const { redlineWordFiles } = await import('../../dist/library/word-redline.js');
  return (before, after) =>
    redlineWordFiles(before, after, { author: 'A. Drafter', date: '2020-01-31T09:00:00Z' }, () => {});
}

const from = async (folder, name) => {
  const require = createRequire(join(folder, 'package.json'));
  try {
    return await import(pathToFileURL(require.resolve(name)).href);
  } catch {
    // A package without a CommonJS entry is found by its folder.
    const { exports, main, module } = require(`./node_modules/${name}/package.json`);
    const entry =
      exports?.['.']?.import?.default ?? exports?.['.']?.import ?? exports?.['.']?.default ?? module ?? main;
    return import(pathToFileURL(join(folder, 'node_modules', name, entry)).href);
  }
};

/** Its engine for Node, which accepts and rejects tracked changes too. */
export async function docxodusOf(folder) {
  const core = await import(pathToFileURL(join(folder, 'node_modules/docxodus/dist/core.js')).href);
  await core.initialize();
  return core;
}

async function loadDocxodus(folder) {
  const core = await docxodusOf(folder);
  return (before, after) => core.docxDiffCompare(before, after);
}

/** It redlines the body's XML against texts: paragraph by paragraph, a line each. */
async function loadDocxRedline(folder) {
  const library = await from(folder, '@ansonlai/docx-redline-js');
  const { DOMParser, XMLSerializer } = await from(folder, '@xmldom/xmldom');
  const { unzipSync, zipSync, strFromU8, strToU8 } = await import('fflate');
  library.configureXmlProvider({ DOMParser, XMLSerializer });
  library.configureLogger?.({ log: () => {}, warn: () => {}, error: () => {} });
  const { textOf } = await import('./judges.mjs');
  return async (before, after) => {
    const parts = unzipSync(before);
    const body = strFromU8(parts['word/document.xml']);
    const [a, b] = [await textOf(before), await textOf(after)];
    const { oxml } = await library.applyRedlineToOxml(body, a, b, { generateRedlines: true, author: 'A. Drafter' });
    return zipSync({ ...parts, 'word/document.xml': strToU8(oxml) });
  };
}

async function loadFolio(folder) {
  const { compareDocx } = await from(folder, '@stll/folio-core');
  if (typeof compareDocx !== 'function') throw new Error('it has no function that compares two Word files');
  return (before, after) => compareDocx(before, after);
}
