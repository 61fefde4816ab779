/** One rule a file: each file of src/check/rules exports one rule, whose id is its name, and the table lists it. */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALL_RULES } from '../../src/check/rules.ts';

const folder = join(import.meta.dirname, '../../src/check/rules');
const files = readdirSync(folder).sort();
const listed: readonly { readonly id: string }[] = ALL_RULES;

describe('src/check/rules', () => {
  it.each(files)('%s exports one rule of its name, which is listed', async (file) => {
    const exported = Object.entries((await import(join(folder, file))) as Record<string, { readonly id?: string }>);
    expect(exported.map(([, rule]) => rule.id)).toEqual([basename(file, '.ts')]);
    const [[name, rule] = []] = exported;
    expect(name).toBe(basename(file, '.ts').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()));
    expect(listed).toContain(rule);
  });

  it('holds every rule that is listed, and nothing else', () => {
    expect(listed.map(({ id }) => `${id}.ts`).sort()).toEqual(files);
  });
});
