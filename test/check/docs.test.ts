/** docs/check.md lists the rules as they are. After a change of a rule, `npx vitest run test/check/docs.test.ts -u` writes them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ALL_RULES } from '../../src/check/rules.ts';
import { rulesTable } from './rules-table.ts';

const page = join(import.meta.dirname, '../../docs/check.md');

it('docs/check.md lists every rule with its weight, its sentence and its examples', async () => {
  const text = await readFile(page, 'utf8');
  const start = text.indexOf('### References');
  expect(start).toBeGreaterThan(0);
  await expect(text.slice(0, start) + rulesTable()).toMatchFileSnapshot(page);
});

it('names no rule elsewhere on the page that is none', async () => {
  const named = [...(await readFile(page, 'utf8')).matchAll(/^\| `([a-z-]+)`/gm)].map(([, id]) => id);
  expect(named.filter((id) => !ALL_RULES.some((rule) => rule.id === id))).toEqual([]);
});
