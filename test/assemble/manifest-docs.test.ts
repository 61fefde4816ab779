/** What is said of the keys of a manifest, in docs and in the JSON Schema, is what the schema holds. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { MANIFEST_FORMS, type ManifestKind, manifestSchema, schemaOf } from '../../src/assemble/index.ts';
import type { JsonSchema } from '../../src/assemble/manifest-schema.ts';
import { readYaml } from '../../src/library/yaml.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const KINDS = Object.keys(MANIFEST_FORMS) as ManifestKind[];

interface Key {
  readonly meaning: string;
  readonly required: Map<ManifestKind, boolean>;
}

/** All keys by their path, as the table has them. */
function keysOf(): Map<string, Key> {
  const keys = new Map<string, Key>();
  for (const kind of KINDS) {
    const root = schemaOf(kind);
    const resolve = (schema: JsonSchema): JsonSchema =>
      schema.$ref === undefined ? schema : { ...root.$defs?.[schema.$ref.replace('#/$defs/', '')], ...schema };
    const visit = (schema: JsonSchema, prefix: string): void => {
      for (const part of [resolve(schema), ...(resolve(schema).allOf ?? [])]) {
        for (const [name, inner] of Object.entries(part.properties ?? {})) {
          const path = prefix + name;
          const key = keys.get(path) ?? { meaning: inner.description ?? '', required: new Map() };
          key.required.set(kind, part.required?.includes(name) === true);
          keys.set(path, key);
          if (inner.type !== 'array') visit(inner, `${path}.`);
          else if (inner.items !== undefined && !(inner.items.$ref !== undefined && prefix !== '')) {
            visit(inner.items, `${path}[].`);
          }
        }
      }
    };
    visit(root, '');
  }
  return keys;
}

function tableOf(keys: ReadonlyMap<string, Key>): string {
  const cell = (required: boolean | undefined): string => (required === undefined ? '–' : required ? 'yes' : 'may');
  const rows = [...keys].map(
    ([path, { meaning, required }]) =>
      `| \`${path}\` | ${KINDS.map((kind) => cell(required.get(kind))).join(' | ')} | ${meaning} |`,
  );
  const head = ['| key | consultation | plain | legal text | what it says |', '| --- | --- | --- | --- | --- |'];
  return [...head, ...rows].join('\n');
}

describe('the keys of a manifest', () => {
  it('all have a meaning', () => {
    const keys = keysOf();
    expect(keys.size).toBeGreaterThan(50);
    expect([...keys].filter(([, { meaning }]) => meaning === '').map(([path]) => path)).toEqual([]);
  });

  it('stand in docs/packs.md in one table', () => {
    const shown = /<!-- keys -->\n([\s\S]*?)\n<!-- \/keys -->/.exec(read('docs/packs.md'))?.[1];
    expect(shown).toBe(tableOf(keysOf()));
  });

  it('are those of the JSON Schema that ships', () => {
    expect(JSON.parse(read('schema/pack.json'))).toEqual(JSON.parse(JSON.stringify(manifestSchema())));
  });
});

describe('the JSON Schema', () => {
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(read('schema/pack.json')));

  it.each(['further-testing', 'mhhs', 'mp089'])('takes the manifest of %s', (name) => {
    const { value } = readYaml(read(`documents/${name}/pack.yaml`), 'pack.yaml');
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each([
    ['an unknown key', 'kind: plain\ntitel: A\n'],
    ['a key of another kind', 'kind: legal-text\nquestions: []\n'],
    ['a version without quotation marks', 'documents: [{ id: a, after: 1.0 }]\n'],
  ])('refuses %s', (_, text) => {
    expect(validate(readYaml(text, 'pack.yaml').value)).toBe(false);
  });
});
