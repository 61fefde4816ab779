/** A made-up statute of 1,000, 10,000 and 50,000 clauses, with 1 % and 20 % of its clauses edited. */
import { cleanRedline, writeJson, writeMarkdown } from '../../dist/index.js';
import { makeDraft, makeStatute, seeded, withoutAnchors } from '../statute.mjs';

const SIZES = [1_000, 10_000, 50_000];
const SHARES = [0.01, 0.2];
/** Read from Markdown, and from the model as it lies in the cache, which takes a fraction of the time and the memory. */
const FORMS = [
  { said: '', mode: 'strict', write: (document) => writeMarkdown(cleanRedline(document)) },
  { said: ', from models', mode: 'json', write: writeJson },
];

export function cases() {
  return SIZES.flatMap((size) =>
    SHARES.flatMap((share) =>
      FORMS.map((form) => ({
        name: `statute of ${size.toLocaleString('en-GB')}, ${share * 100} % edited${form.said}`,
        quick: size === 1_000,
        make: () => make(size, share, form),
      })),
    ),
  );
}

function make(size, share, { mode, write }) {
  const random = seeded(size + share * 100);
  const before = makeStatute(size, random);
  const pair = [before, makeDraft(before, share, random)].map(withoutAnchors);
  return { sources: pair.map((document, i) => ({ file: ['before', 'after'][i], mode, text: write(document) })) };
}
