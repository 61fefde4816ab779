/** What a comparison is held against: word diffs of the flat text by the `diff` package, given up after a limit. */
import { diffArrays, diffWordsWithSpace } from 'diff';
import { plainText } from '../dist/index.js';

const TOKEN = /[\p{L}\p{M}\p{N}_]+|\s+|./gsu;

/** `diffArrays` over the words, spaces and signs of both texts: milliseconds, or undefined where the limit was hit. */
export function diffAllTokens(before, after, limit) {
  const [a, b] = [before, after].map((document) => plainText(document).match(TOKEN) ?? []);
  return timed(() => diffArrays(a, b, { timeout: limit * 1000 }));
}

/** `diffWordsWithSpace` over both texts: milliseconds, or undefined where the limit was hit. */
export function diffWords(before, after, limit) {
  const [a, b] = [before, after].map((document) => plainText(document));
  return timed(() => diffWordsWithSpace(a, b, { timeout: limit * 1000 }));
}

function timed(work) {
  const start = performance.now();
  return work() === undefined ? undefined : performance.now() - start;
}
