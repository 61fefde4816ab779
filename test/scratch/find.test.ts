import fc from 'fast-check';
import { it } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import { acceptAll, decide, rejectAll, revisionOf } from '../../src/model/decide.ts';
import { firstDifference } from '../../src/model/equal.ts';
import { walk } from '../../src/model/walk.ts';
import { editedPair } from '../arbitrary/edits.ts';
import { writeFileSync } from 'node:fs';
it('find', () => {
  const N = Number(process.env.N ?? 3000);
  let best: string | undefined;
  const tally: Record<string, number> = {};
  for (const pair of fc.sample(editedPair, { numRuns: N, seed: Number(process.env.SEED ?? 1) })) {
    let fault = '';
    try {
      const r = compare(pair.before, pair.after);
      const ids = new Set<string>();
      walk(r.document, (n: any) => { const v = revisionOf(n); if (!v) return; if (v.kind === 'alteration') for (const x of Object.values(v.before)) ids.add((x as any).change); else ids.add(v.change); });
      const a = firstDifference(acceptAll(r), pair.after), b = firstDifference(rejectAll(r), pair.before);
      if (a) fault = 'accept ' + a; else if (b) fault = 'reject ' + b;
      else if (r.changes.some((c) => !ids.has(c.id))) fault = 'unused ' + JSON.stringify(r.changes.filter((c) => !ids.has(c.id)).map((c) => [c.kind, c.summary]));
      else { const s = decide(r, (c) => (Number(c.id.slice(1)) % 2 === 0 ? 'accept' : 'leave')); const d = firstDifference(decide(s, () => 'accept').document, pair.after); if (d) fault = 'step ' + d; }
    } catch (e) { fault = 'throw ' + (e as Error).stack; }
    if (fault) {
      tally[fault.split(' ')[0]!] = (tally[fault.split(' ')[0]!] ?? 0) + 1;
      const text = fault + '\n' + JSON.stringify(pair.before) + '\n' + JSON.stringify(pair.after);
      if (best === undefined || text.length < best.length) best = text;
    }
  }
  console.log(JSON.stringify(tally));
  if (best) { writeFileSync('/tmp/best.txt', best); console.log(best.slice(0, 4000)); }
});
