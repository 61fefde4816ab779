/** The cases of checking alone, one after the other in one process, after `npm run build`: `node bench/check.mjs`. */
import { cases } from './cases/check.mjs';

for (const { name, run } of cases()) console.log(`${name}: ${await run({ runs: 3 })}`);
