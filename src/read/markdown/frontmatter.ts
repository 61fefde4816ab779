/** Front matter: the YAML at the head of a file, as the document's `meta`. */
import { isAlias, isMap, isScalar, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import type { Message, Place, Report } from '../../message.ts';
import type { Meta } from '../../model/document.ts';
import { META_KEYS, type MetaKey } from '../../model/meta.ts';

/** A YAML block and where it begins: `start` is the offset of its first character, `line` its line. */
export interface FrontMatterSource {
  readonly value: string;
  readonly file: string | undefined;
  readonly line: number;
  readonly start: number;
}

/** What the front matter says: its texts, its map `properties`, and the places of its keys. */
export interface FrontMatter {
  readonly facts: ReadonlyMap<string, string>;
  readonly properties: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, Place>;
  readonly messages: readonly Message[];
}

/** Reads the YAML; every scalar is the text that was typed, so that version 1.10 does not become 1.1. */
function readFrontMatter(source: FrontMatterSource): FrontMatter {
  const lines = new LineCounter();
  const yaml = parseDocument(source.value, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    strict: true,
  });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    const at = { line: source.line + line - 1, column: col, start: source.start + offset };
    return source.file === undefined ? at : { file: source.file, ...at };
  };
  const messages: Message[] = [...yaml.errors, ...yaml.warnings].map((error) => ({
    severity: 'error',
    rule: 'read/front-matter',
    reason: error.message.replace(/\.$/, ''),
    place: place(error.pos[0]),
  }));
  for (const comment of source.value.matchAll(/^[ \t]*#/gm)) {
    const reason = 'a comment in front matter is not kept';
    messages.push({ severity: 'warning', rule: 'read/front-matter-comment', reason, place: place(comment.index) });
  }
  const reader: Reader = { facts: new Map(), properties: new Map(), places: new Map(), messages, place };
  if (isMap(yaml.contents)) readMap(yaml.contents, '', reader);
  else if (yaml.contents !== null) fault(reader, yaml.contents as Node, 'front matter is a list of keys and values');
  return reader;
}

interface Reader {
  readonly facts: Map<string, string>;
  readonly properties: Map<string, string>;
  readonly places: Map<string, Place>;
  readonly messages: Message[];
  readonly place: (offset: number) => Place;
}

function fault(reader: Reader, node: Node | null, reason: string): void {
  const place = reader.place(node?.range?.[0] ?? 0);
  reader.messages.push({ severity: 'error', rule: 'read/front-matter', reason, place });
}

/** Nested maps and lists become properties with dotted names, `properties` itself one without prefix. */
function readMap(map: YAMLMap, prefix: string, reader: Reader): void {
  for (const { key, value } of map.items) {
    if (!isScalar(key)) {
      fault(reader, key as Node | null, 'a key of front matter is plain text');
      continue;
    }
    const name = prefix + String(key.value);
    const where = key.range?.[0];
    if (where !== undefined) reader.places.set(name, reader.place(where));
    readValue(name, value as Node | null, reader);
  }
}

function readValue(name: string, value: Node | null, reader: Reader): void {
  const inner = name.startsWith('properties.') ? name.slice('properties.'.length) : undefined;
  if (isAlias(value)) fault(reader, value, 'front matter knows no aliases');
  else if (isMap(value) && name.split('.').length < 10) readMap(value, `${name}.`, reader);
  else if (inner !== undefined) reader.properties.set(inner, textOf(value));
  else if (name !== 'properties') reader.facts.set(name, textOf(value));
}

function textOf(value: Node | null): string {
  if (value === null) return '';
  if (isScalar(value)) return String(value.value ?? '');
  return 'items' in value ? (value.items as (Node | null)[]).map((item) => textOf(item)).join(', ') : String(value);
}

const NOTHING: FrontMatter = { facts: new Map(), properties: new Map(), places: new Map(), messages: [] };

/** The beginning of a file. */
export function startOf(file: string | undefined): Place {
  return { ...(file === undefined ? {} : { file }), line: 1, column: 1 };
}

/** The front matter of a source. It is looked for in the source itself, since what it says decides how the rest is parsed. */
export function frontMatterOf(source: string, file: string | undefined): FrontMatter | undefined {
  const match = /^\uFEFF?(---[ \t]*(?:\r\n|\n|\r))((?:[^\r\n]*(?:\r\n|\n|\r))*?)---[ \t]*(?:$|[\r\n])/.exec(source);
  if (match?.[2] === undefined) return undefined;
  const start = (source.startsWith('\uFEFF') ? 1 : 0) + (match[1] as string).length;
  return readFrontMatter({ value: match[2], file, line: 2, start });
}

/** What a source says of itself in Legal Markdown; its text is not looked at. */
export function readMarkdownMeta(source: string, file: string | undefined, report: Report): Meta {
  const matter = frontMatterOf(source, file);
  for (const message of matter?.messages ?? []) report(message);
  return strictMeta(matter, file, report);
}

/** The document's `meta` in Legal Markdown; reports what is missing and what is not known. */
export function strictMeta(matter = NOTHING, file: string | undefined, report: Report): Meta {
  const nowhere = startOf(file);
  const known: readonly string[] = META_KEYS;
  const error = (rule: string, reason: string, place: Place, expected?: string): void =>
    report({ severity: 'error', rule: `read/${rule}`, reason, place, ...(expected === undefined ? {} : { expected }) });
  for (const key of matter.facts.keys()) {
    if (!known.includes(key))
      error(
        'unknown-key',
        `front matter knows no "${key}"`,
        matter.places.get(key) ?? nowhere,
        `${META_KEYS.join(', ')} or properties`,
      );
  }
  for (const key of ['title', 'provision'] as const) {
    if (!matter.facts.get(key)) error('missing-key', `front matter says no ${key}`, nowhere, `${key}: …`);
  }
  const effective = matter.facts.get('effective');
  if (effective !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(effective)) {
    error(
      'not-a-date',
      `effective is no date: "${effective}"`,
      matter.places.get('effective') ?? nowhere,
      'YYYY-MM-DD',
    );
  }
  return metaOf(matter.facts, matter.properties);
}

function metaOf(facts: ReadonlyMap<string, string>, properties: ReadonlyMap<string, string>): Meta {
  const fact = <K extends MetaKey>(key: K): { readonly [P in K]?: string } => {
    const value = facts.get(key);
    return (value === undefined || value === '' ? {} : { [key]: value }) as { readonly [P in K]?: string };
  };
  return {
    title: facts.get('title') ?? '',
    ...fact('short'),
    ...fact('version'),
    ...fact('baseline'),
    ...fact('status'),
    ...fact('effective'),
    ...fact('classification'),
    provision: facts.get('provision') || 'Clause',
    language: facts.get('language') || 'en-GB',
    ...(properties.size === 0 ? {} : { properties: Object.fromEntries(properties) }),
  };
}

/** The `meta` of a file from elsewhere: its title where it has one, and all else it says as properties. */
export function looseMeta(matter: FrontMatter | undefined, title: string): Meta {
  const facts = new Map<string, string>();
  const properties = new Map(matter?.properties ?? []);
  for (const [name, value] of matter?.facts ?? []) {
    const key = META_KEYS.find((known) => known === name.toLowerCase());
    if (key !== undefined && !facts.has(key)) facts.set(key, value);
    else properties.set(name, value);
  }
  if (!facts.get('title')) facts.set('title', title);
  return metaOf(facts, properties);
}
