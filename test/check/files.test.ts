/** One rule a file: each file of src/check/rules exports one rule, whose id is its name, and the table lists it. */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GROUPS } from '../../src/check/rule.ts';
import { ALL_RULES } from '../../src/check/rules.ts';

const folder = join(import.meta.dirname, '../../src/check/rules');
const files = GROUPS.flatMap((group) =>
  readdirSync(join(folder, group))
    .filter((file) => file !== 'index.ts')
    .sort()
    .map((file) => ({ group, file })),
);
const listed: readonly { readonly id: string; readonly group: string }[] = ALL_RULES;

describe('src/check/rules', () => {
  it.each(files)('$group/$file exports one rule of its name and group, which is listed', async ({ group, file }) => {
    const module = (await import(join(folder, group, file))) as Record<
      string,
      { readonly id: string; readonly group: string }
    >;
    const exported = Object.entries(module);
    expect(exported.map(([, rule]) => rule.group)).toEqual([group]);
    expect(exported.map(([, rule]) => rule.id)).toEqual([basename(file, '.ts')]);
    const [[name, rule] = []] = exported;
    expect(name).toBe(basename(file, '.ts').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()));
    expect(listed).toContain(rule);
  });

  it('holds every rule that is listed, and nothing else', () => {
    expect(listed.map(({ id }) => `${id}.ts`).sort()).toEqual(files.map(({ file }) => file).sort());
  });
});
