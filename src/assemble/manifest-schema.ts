/** The JSON Schema of a manifest, for editors and for messages about keys. */
import * as z from 'zod';
import { MANIFEST_FORMS, type ManifestKind, SHARED_KEYS } from './manifest-keys.ts';

/** A JSON Schema (draft 2020-12), of which these parts are looked at here. */
export interface JsonSchema {
  readonly description?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly allOf?: readonly JsonSchema[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly [key: string]: unknown;
}

/** The schema of one kind of manifest, as it is written: with keys that have a default optional. */
export function schemaOf(kind: ManifestKind): JsonSchema {
  return z.toJSONSchema(MANIFEST_FORMS[kind], {
    io: 'input',
    target: 'draft-2020-12',
    unrepresentable: 'any',
  }) as JsonSchema;
}

/** The schema that editors use: `kind` selects the form. */
export function manifestSchema(): JsonSchema {
  const kinds = Object.keys(MANIFEST_FORMS) as ManifestKind[];
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'The manifest of a Keeling pack (pack.yaml)',
    type: 'object',
    properties: { kind: { enum: kinds, description: 'What kind of pack it is; a consultation where absent' } },
    ...branch(kinds),
    $defs: Object.fromEntries(kinds.map((kind) => [kind, embedded(kind)])),
  };
}

/** The kind decides which form counts, so that an editor speaks of that one alone. */
function branch(kinds: readonly ManifestKind[]): JsonSchema {
  const [kind, ...others] = kinds as [ManifestKind, ...ManifestKind[]];
  const then = { $ref: `#/$defs/${kind}` };
  if (others.length === 0) return then;
  const properties = { kind: { const: kind } };
  const condition = kind === 'consultation' ? { properties } : { properties, required: ['kind'] };
  return { if: condition, then, else: branch(others) };
}

const SHARED: ReadonlySet<string> = new Set(SHARED_KEYS);

/**
 * The schema of a kind as a part of a larger one, its own definitions found where they then stand. What the settings of a
 * library may say is not required of a manifest.
 */
function embedded(kind: ManifestKind): JsonSchema {
  const { $schema: _, ...schema } = schemaOf(kind);
  const required = schema.required?.filter((key) => !SHARED.has(key));
  const moved = JSON.stringify({ ...schema, required }).replaceAll('"#/$defs/', `"#/$defs/${kind}/$defs/`);
  return JSON.parse(moved) as JsonSchema;
}

/** What the schema says of the value at a path; `undefined` where it knows no such place. */
export function schemaAt(root: JsonSchema, path: readonly PropertyKey[]): JsonSchema | undefined {
  let here: JsonSchema | undefined = root;
  for (const step of path) here = here === undefined ? undefined : below(resolved(root, here), step, root);
  return here === undefined ? undefined : resolved(root, here);
}

/** The keys that may stand at a place, each with its schema. */
export function keysAt(root: JsonSchema, path: readonly PropertyKey[]): ReadonlyMap<string, JsonSchema> {
  const here = schemaAt(root, path);
  const parts = here === undefined ? [] : [here, ...(here.allOf ?? [])];
  return new Map(parts.flatMap((part) => Object.entries(resolved(root, part).properties ?? {})));
}

function below(schema: JsonSchema, step: PropertyKey, root: JsonSchema): JsonSchema | undefined {
  if (typeof step === 'number') return schema.items;
  for (const part of [schema, ...(schema.allOf ?? [])]) {
    const found = resolved(root, part).properties?.[String(step)];
    if (found !== undefined) return found;
  }
  return typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
}

function resolved(root: JsonSchema, schema: JsonSchema): JsonSchema {
  const name = schema.$ref;
  if (name === undefined) return schema;
  if (name === '#') return root;
  const { $ref: _, ...own } = schema;
  return { ...root.$defs?.[name.replace('#/$defs/', '')], ...own };
}
