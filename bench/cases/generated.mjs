/** A made-up statute of 1,000, 10,000 and 50,000 clauses, with 1 % and 20 % of its clauses edited. */
import { cleanRedline, writeMarkdown } from '../../dist/index.js';
import { makeDraft, makeStatute, seeded, withoutAnchors } from '../statute.mjs';

const SIZES = [1_000, 10_000, 50_000];
const SHARES = [0.01, 0.2];

export function cases() {
  return SIZES.flatMap((size) =>
    SHARES.map((share) => ({
      name: `statute of ${size.toLocaleString('en-GB')}, ${share * 100} % edited`,
      quick: size === 1_000,
      make: () => make(size, share),
    })),
  );
}

function make(size, share) {
  const random = seeded(size + share * 100);
  const before = makeStatute(size, random);
  const pair = [before, makeDraft(before, share, random)].map(withoutAnchors);
  const sources = pair.map((document, i) => ({
    file: ['before.md', 'after.md'][i],
    mode: 'strict',
    text: writeMarkdown(cleanRedline(document)),
  }));
  return { sources };
}
