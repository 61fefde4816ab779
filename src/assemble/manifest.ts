/** Holding a value that was read against the form of a manifest; all problems are reported at once. */
import type * as z from 'zod';
import type { Message, Place, Report } from '../message.ts';
import { type LegalTextManifest, MANIFEST_FORMS, type Manifest, type ManifestKind } from './manifest-keys.ts';
import { type JsonSchema, keysAt, schemaAt, schemaOf } from './manifest-schema.ts';

export type { LegalTextManifest, Manifest, ManifestKind, PackAttachment, PackSection } from './manifest-keys.ts';

/** Where the value at a path of the manifest stands; of the key itself for `key`. */
export type PlaceOf = (path: readonly PropertyKey[], key?: string) => Place;

/** What kind of manifest a value says that it is; `undefined`, and a message, where there is no such kind. */
export function manifestKind(value: unknown, placeOf: PlaceOf, report: Report): ManifestKind | undefined {
  const said = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : 'consultation';
  if (typeof said === 'string' && Object.hasOwn(MANIFEST_FORMS, said)) return said as ManifestKind;
  report({
    severity: 'error',
    rule: RULE,
    reason: 'kind: there is no such kind of pack',
    place: placeOf(['kind']),
    actual: String(said),
    expected: Object.keys(MANIFEST_FORMS).join(', '),
  });
  return undefined;
}

/** The manifest of a pack that is made of sections; `undefined`, and messages, where it has another form. */
export function checkManifest(value: unknown, placeOf: PlaceOf, report: Report): Manifest | undefined {
  const kind = manifestKind(value, placeOf, report);
  if (kind === undefined) return undefined;
  return checkForm(kind === 'plain' ? 'plain' : 'consultation', value, placeOf, report) as Manifest | undefined;
}

/** The manifest of a legal text; `undefined`, and messages, where it has another form. */
export function checkLegalText(value: unknown, placeOf: PlaceOf, report: Report): LegalTextManifest | undefined {
  return checkForm('legal-text', value, placeOf, report) as LegalTextManifest | undefined;
}

const RULE = 'assemble/manifest';

function checkForm(kind: ManifestKind, value: unknown, placeOf: PlaceOf, report: Report): unknown {
  const parsed = MANIFEST_FORMS[kind].safeParse(value);
  if (parsed.success) return parsed.data;
  const schema = schemaOf(kind);
  const reported = new Set<string>();
  for (const issue of parsed.error.issues) {
    for (const message of messagesOf(issue, value, schema, placeOf)) {
      const key = `${message.reason} ${message.place?.line}:${message.place?.column}`;
      if (!reported.has(key)) report(message);
      reported.add(key);
    }
  }
  return undefined;
}

function messagesOf(issue: z.core.$ZodIssue, value: unknown, schema: JsonSchema, placeOf: PlaceOf): Message[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey([...issue.path, key], keysAt(schema, issue.path), placeOf));
  }
  const missing = valueAt(value, issue.path) === undefined;
  const meaning = schemaAt(schema, issue.path)?.description;
  const reason = missing ? 'this key is missing' : issue.message.replace(/^I/, 'i');
  return [
    {
      severity: 'error',
      rule: RULE,
      reason: `${issue.path.length === 0 ? '' : `${issue.path.join('.')}: `}${reason}`,
      place: placeOf(issue.path),
      ...(meaning === undefined ? {} : { note: `it says: ${meaning}` }),
    },
  ];
}

function unknownKey(path: readonly PropertyKey[], known: ReadonlyMap<string, JsonSchema>, placeOf: PlaceOf): Message {
  const key = String(path[path.length - 1]);
  return {
    severity: 'error',
    rule: RULE,
    reason: `${path.join('.')}: there is no such key here`,
    place: placeOf(path.slice(0, -1), key),
    ...(known.size === 0 ? {} : { note: `the keys here are ${[...known.keys()].join(', ')}` }),
  };
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let here = value;
  for (const step of path) {
    here = typeof here === 'object' && here !== null ? (here as Record<PropertyKey, unknown>)[step] : undefined;
  }
  return here;
}
