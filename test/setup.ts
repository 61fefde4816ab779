/**
 * Generated inputs are the same in every run, so that a failure is there again when it is looked for. Another seed:
 * `KEELING_SEED=7 npm test`; `KEELING_SEED=random` takes the clock and prints it.
 * Documents that were parsed are kept apart from those of the person who runs the tests.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';

const wanted = process.env.KEELING_SEED ?? '20200131';
const seed = wanted === 'random' ? Date.now() % 2 ** 31 : Number(wanted);
if (wanted === 'random') console.log(`KEELING_SEED=${seed}`);
fc.configureGlobal({ seed });
process.env.KEELING_CACHE ??= join(tmpdir(), 'keeling-test-cache');
