/** Short names for building documents and redlines by hand. */
import type {
  Block,
  Cell,
  Clause,
  Doc,
  Inline,
  Item,
  Meta,
  Para,
  ParaStyle,
  Row,
  Table,
  Text,
} from '../../../src/model/document.ts';
import type { Redline, Revision } from '../../../src/model/redline.ts';

type R = Revision;

export const META: Meta = {
  title: 'Example Approach Document',
  short: 'Example AD',
  version: '1.1',
  provision: 'Clause',
  language: 'en-GB',
};

export const INS: { readonly revision: Revision } = { revision: { kind: 'insertion', change: 'c1' } };
export const DEL: { readonly revision: Revision } = { revision: { kind: 'deletion', change: 'c1' } };

/** A node's attributes before, each of one change. */
export function was(before: Readonly<Record<string, unknown>>): { readonly revision: Revision } {
  const values = Object.entries(before).map(([name, value]) => [name, { value, change: 'c1' }] as const);
  return { revision: { kind: 'alteration', before: Object.fromEntries(values) } };
}

/** A boundary that only one side has. */
export function boundary(
  kind: 'insertion' | 'deletion',
  joins: 'text' | 'block' = 'text',
): { readonly revision: Revision } {
  return { revision: { kind: 'boundary', change: 'c1', boundary: kind, joins } };
}

export function t(value: string, more: Partial<Text<R>> = {}): Text<R> {
  return { type: 'text', value, ...more };
}

export function ref(target: string, text: string, more: { readonly revision?: R } = {}): Inline<R> {
  return { type: 'crossReference', target, text, ...more };
}

function inlines(content: string | readonly Inline<R>[]): readonly Inline<R>[] {
  return typeof content === 'string' ? [t(content)] : content;
}

export function p(content: string | readonly Inline<R>[], more: Partial<Para<R>> = {}): Para<R> {
  return { type: 'para', children: inlines(content), ...more };
}

export function panel(style: ParaStyle, content: string, more: Partial<Para<R>> = {}): Para<R> {
  return p(content === '' ? [] : content, { style, ...more });
}

export function clause(
  label: string | undefined,
  children: readonly Block<R>[],
  more: Partial<Clause<R>> = {},
): Clause<R> {
  return { type: 'clause', kind: 'clause', ...(label === undefined ? {} : { label }), children, ...more };
}

export function head(
  label: string | undefined,
  heading: string | readonly Inline<R>[],
  children: readonly Block<R>[],
  more: Partial<Clause<R>> = {},
): Clause<R> {
  return clause(label, children, { heading: inlines(heading), ...more });
}

export function limb(label: string, children: readonly Block<R>[], more: Partial<Clause<R>> = {}): Clause<R> {
  return clause(label, children, { kind: 'limb', ...more });
}

export function item(children: readonly Block<R>[], more: Partial<Item<R>> = {}): Item<R> {
  return { type: 'item', children, ...more };
}

export function cell(content: string | readonly Block<R>[], more: Partial<Cell<R>> = {}): Cell<R> {
  return { type: 'cell', children: typeof content === 'string' ? [p(content)] : content, ...more };
}

export function row(cells: readonly (string | Cell<R>)[], more: Partial<Row<R>> = {}): Row<R> {
  return { type: 'row', cells: cells.map((each) => (typeof each === 'string' ? cell(each) : each)), ...more };
}

export function table(rows: readonly Row<R>[], more: Partial<Table<R>> = {}): Table<R> {
  const count = Math.max(...rows.map((each) => each.cells.reduce((sum, one) => sum + (one.columnSpan ?? 1), 0)));
  const columns = Array.from({ length: count }, () => ({ type: 'column' }) as const);
  return { type: 'table', keyedBy: [], columns, rows, ...more };
}

export function note(
  content: string | readonly Block<R>[],
  more: { readonly revision?: R; readonly kind?: 'footnote' | 'endnote' } = {},
): Inline<R> {
  const children = typeof content === 'string' ? [p(content)] : content;
  return { type: 'note', kind: 'footnote', children, ...more };
}

export function doc(children: readonly Block<R>[], meta: Meta = META): Doc<R> {
  return { type: 'document', meta, children };
}

export function redline(children: readonly Block<R>[], meta: Meta = META, before: Meta = meta): Redline {
  return { before, document: doc(children, meta), changes: [] };
}
