/** Every message about a matrix reaches `keeling check`, or arises while the matrix is read, where it is reported as it is. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { MATRIX_RULES } from '../../src/check/rules.ts';

const rulesIn = (folder: string): Set<string> => {
  const path = fileURLToPath(new URL(`../../src/matrix/${folder}`, import.meta.url));
  const texts = readdirSync(path).map((name) => readFileSync(join(path, name), 'utf8'));
  return new Set(texts.flatMap((text) => text.match(/'matrix\/[a-z-]+'/g) ?? []).map((name) => name.slice(1, -1)));
};

it('is heard by a rule', () => {
  const heard = new Set(MATRIX_RULES.flatMap(({ passesOn }) => passesOn));
  const found = rulesIn('verify');
  expect(found.size).toBeGreaterThan(20);
  expect([...found].filter((rule) => !heard.has(rule))).toEqual([]);
});

it('is heard for something that is reported', () => {
  const templates = ['matrix/inserted', 'matrix/deleted'];
  const reported = new Set([...rulesIn('verify'), ...templates]);
  expect(MATRIX_RULES.flatMap(({ passesOn }) => passesOn).filter((rule) => !reported.has(rule))).toEqual([]);
});
