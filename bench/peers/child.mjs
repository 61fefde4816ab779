/** One engine on some pairs: a message for each with its time, its verdicts and its marks, or why there is no redline. */
import { readFileSync } from 'node:fs';
import { docxodusOf, ENGINES } from './engines.mjs';
import { judge, markedCharacters } from './judges.mjs';
import { pairs } from './pairs.mjs';

process.on('message', async ({ engine, names, folder, quick }) => {
  let redline;
  try {
    redline = await ENGINES.find(({ name }) => name === engine).load(folder);
  } catch (error) {
    process.send({ failed: `it does not load: ${String(error.message).split('\n')[0]}` }, () => process.exit());
    return;
  }
  const rejectAll = await rejecter(folder);
  const known = new Map(pairs(quick).map((pair) => [pair.name, pair]));
  for (const name of names)
    await new Promise((sent) =>
      measure(known.get(name), redline, rejectAll).then((result) => process.send(result, sent)),
    );
  process.exit();
});

/** Rejects all tracked changes by an engine that is not ours; `undefined` where it is not installed. */
async function rejecter(folder) {
  try {
    const core = await docxodusOf(folder);
    return (bytes) => core.docxDiffRejectRevisions(bytes);
  } catch {
    return undefined;
  }
}

async function measure({ name, files }, redline, rejectAll) {
  const [before, after] = files.map((file) => new Uint8Array(readFileSync(file)));
  try {
    // The first run is not counted: what is compiled and filled then serves all.
    await redline(before, after);
    const start = performance.now();
    const made = await redline(before, after);
    const time = performance.now() - start;
    return { name, time, marked: markedCharacters(made), ...(await judge(made, before, after, rejectAll)) };
  } catch (error) {
    return { name, error: String(error.message ?? error).split('\n')[0] };
  }
}
