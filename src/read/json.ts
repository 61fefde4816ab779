/** A document from JSON, as `writeJson` writes it: judged by the schema, every fault told with its place in words. */
import { type Message, type Place, type Report, UnusableInput } from '../message.ts';
import type { Document } from '../model/document.ts';
import { normalise } from '../model/equal.ts';
import { idOf } from '../model/links.ts';
import { type Fault, FORMATS, parseDocumentFile } from '../model/schema.ts';
import { walk } from '../model/walk.ts';

/** What is read at most: UTF-16 code units of source, and values within values (a node is two deep). */
export const JSON_LIMITS = { codeUnits: 256 * 1024 * 1024, depth: 500 } as const;

/** How many faults of one file are told one by one. */
const TOLD = 20;

/**
 * Reads a document file. Throws `UnusableInput` where it is no JSON, too large or too deep, of another format, or not
 * what the schema allows; two nodes with one `id` are reported as an error.
 */
export function readJson(source: string, options: { readonly file?: string }, report: Report): Document {
  const place: Place = options.file === undefined ? {} : { file: options.file };
  const fail = (reason: string, more: Partial<Message> = {}): never => {
    throw new UnusableInput({ severity: 'error', rule: 'read/json', reason, place, ...more });
  };
  if (source.length > JSON_LIMITS.codeUnits) fail('the file is larger than Keeling reads');
  const value = parse(source.replace(/^\uFEFF/, ''), fail);
  const obstacle = shapeFault(value) ?? formatFault(value);
  if (obstacle !== undefined) fail(obstacle);
  const result = parseDocumentFile(value);
  if ('faults' in result) throw new UnusableInput(tellFaults(result.faults, value, place));
  reportTwins(result.file.document, place, report);
  return normalise(result.file.document);
}

function parse(source: string, fail: (reason: string, more?: Partial<Message>) => never): unknown {
  try {
    return JSON.parse(source);
  } catch (error) {
    return fail('the file is not JSON', { actual: error instanceof Error ? error.message : String(error) });
  }
}

/** What a walk by recursion could not bear, found without recursion: depth, and a key that would set a prototype. */
function shapeFault(root: unknown): string | undefined {
  let level: unknown[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > JSON_LIMITS.depth) return `values are nested more than ${JSON_LIMITS.depth} deep`;
    const below: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue;
      if (Object.hasOwn(value, '__proto__')) return 'a key is called "__proto__"';
      for (const inner of Object.values(value)) if (typeof inner === 'object') below.push(inner);
    }
    level = below;
  }
  return undefined;
}

/** Why a value is not a document file that this version reads, judged by its head alone. */
function formatFault(value: unknown): string | undefined {
  const { format, formatVersion } = FORMATS.document;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'the file holds no document';
  const head = value as { readonly format?: unknown; readonly formatVersion?: unknown };
  if (head.format === FORMATS.redline.format) return 'the file is a redline, where a document is wanted';
  if (head.format !== format) return `the file does not say that it is a document ("format": "${format}")`;
  if (head.formatVersion === formatVersion) return undefined;
  return `the file is of another version of the format: ${String(head.formatVersion)}; this Keeling reads ${formatVersion}`;
}

function tellFaults(faults: readonly Fault[], value: unknown, place: Place): Message[] {
  const told: Message[] = faults.slice(0, TOLD).map((fault) => ({
    severity: 'error',
    rule: 'read/json-schema',
    reason: `${pathInWords(fault.path, value)}: ${fault.reason.replace(/^Invalid input: /, '')}`,
    place,
  }));
  const rest = faults.length - told.length;
  if (rest === 0) return told;
  return [...told, { severity: 'error', rule: 'read/json-schema', reason: `${rest} more faults are not shown`, place }];
}

/** Where a value stands, as `document, children 3 (clause 4.1), children 1 (para), value`; counted from 1. */
function pathInWords(path: readonly (string | number)[], root: unknown): string {
  const words: string[] = [];
  let value = root;
  for (const key of path) {
    value = typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined;
    if (typeof key === 'number') words.push(`${words.pop() ?? 'entry'} ${key + 1}${nameOf(value)}`);
    else words.push(key);
  }
  return words.length === 0 ? 'the file' : words.join(', ');
}

function nameOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const { type, label } = value as { readonly type?: unknown; readonly label?: unknown };
  const names = [type, label].filter((name) => typeof name === 'string');
  return names.length === 0 ? '' : ` (${names.join(' ')})`;
}

function reportTwins(document: Document, place: Place, report: Report): void {
  const seen = new Set<string>();
  walk(document, (node) => {
    const id = idOf(node);
    if (id === undefined) return;
    if (seen.has(id)) {
      report({ severity: 'error', rule: 'read/duplicate-anchor', reason: `the id "${id}" stands twice`, place });
    }
    seen.add(id);
  });
}
