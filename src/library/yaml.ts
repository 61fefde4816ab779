/** YAML as plain values, with the place in the file of every one of them. */
import { isMap, isScalar, LineCounter, type Node, parseDocument, type Scalar } from 'yaml';
import { type Message, type Place, UnusableInput } from '../message.ts';

/** What a YAML file says, and where. */
export interface PlacedValue {
  readonly value: unknown;
  /** The place of the value at a path, of its key where `key` is given, of what is around it where there is none. */
  readonly placeOf: (path: readonly PropertyKey[], key?: string) => Place;
}

/** Reads YAML 1.2. Throws `UnusableInput` with line and column for what is no YAML. */
export function readYaml(text: string, file: string): PlacedValue {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    throw new UnusableInput(document.errors.map((error) => fault(error.message, error.pos[0], lines, file)));
  }
  try {
    return { value: document.toJS(), placeOf: placer(document.contents, lines, file) };
  } catch (error) {
    throw new UnusableInput(fault(error instanceof Error ? error.message : String(error), 0, lines, file));
  }
}

/** YAML with some of its values set, or taken away where `undefined`; comments and the rest of its layout stay. */
export function editYaml(
  text: string,
  edits: readonly (readonly [path: readonly PropertyKey[], value: unknown])[],
): string {
  const document = parseDocument(text);
  for (const [path, value] of edits) {
    if (value === undefined) document.deleteIn(path);
    else document.setIn(path, value);
  }
  return document.toString({ lineWidth: 120, flowCollectionPadding: false });
}

function fault(reason: string, offset: number, lines: LineCounter, file: string): Message {
  return { severity: 'error', rule: 'library/yaml', reason, place: placeAt(offset, lines, file) };
}

function placeAt(offset: number, lines: LineCounter, file: string): Place {
  const { line, col } = lines.linePos(offset);
  return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
}

function placer(root: Node | null, lines: LineCounter, file: string): PlacedValue['placeOf'] {
  return (path, key) => {
    let node: Node | null = root;
    for (const step of path) node = below(node, step) ?? node;
    return place((key === undefined ? undefined : keyOf(node, key)) ?? node, lines, file);
  };
}

function below(node: Node | null, step: PropertyKey): Node | undefined {
  if (node === null || !('get' in node) || typeof step === 'symbol') return undefined;
  return (node as { get(key: unknown, keep: true): Node | undefined }).get(step, true);
}

function keyOf(node: Node | null, key: string): Node | undefined {
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  return pair?.key as Node | undefined;
}

/** Where a value's text begins: behind a quotation mark, and on the line after the sign of a block scalar. */
function place(node: Node | null | undefined, lines: LineCounter, file: string): Place {
  const start = node?.range?.[0];
  if (start === undefined) return { file };
  const at = placeAt(start, lines, file);
  const type = isScalar(node) ? (node as Scalar).type : undefined;
  if (type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL') return { file, line: (at.line ?? 1) + 1 };
  return type?.startsWith('QUOTE') ? { ...at, column: (at.column ?? 1) + 1 } : at;
}
