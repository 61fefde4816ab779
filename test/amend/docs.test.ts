/** The table of forms in docs/amend.md: every form has its row, and its example is understood as that form. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { parseSentence } from '../../src/amend/grammar/sentence.ts';
import { FORM_ROWS } from '../../src/amend/grammar/tables.ts';

const docs = readFileSync(fileURLToPath(new URL('../../docs/amend.md', import.meta.url)), 'utf8');

it.each(FORM_ROWS.map(({ example, family, form }) => [example, family, form] as const))(
  '%s',
  (example, family, form) => {
    expect(docs).toContain(`| ${family} | ${example} |`);
    const forms = parseSentence(example)?.map((command) => command.form);
    expect(forms?.length).toBe(1);
    const alike: Readonly<Record<string, readonly string[]>> = {
      open: ['open', 'amend'],
      amend: ['amend', 'open'],
      replace: ['replace', 'amend'],
      'insert-rows': ['insert-rows', 'insert-in-order'],
    };
    expect(alike[form] ?? [form]).toContain(forms?.[0]);
  },
);
