/** Which column of a table is which, by its headings. */
import type { Shape, ShapeColumn } from '../shape/shape.ts';
import type { MatrixHeadings } from '../table.ts';

/** The columns of a table by index. */
export interface MatrixColumns {
  readonly headings: MatrixHeadings;
  /** Those that the shape names, by their names. */
  readonly columns: Readonly<Record<string, number>>;
  /** Those of values, in their order. */
  readonly values: readonly number[];
  /** Those that are neither: they stand outside the place of the values. */
  readonly unknown: readonly number[];
}

/** How the headings of a table fit a shape. */
export interface HeadingsFit {
  /** The columns that were found, by their names. */
  readonly found: Readonly<Record<string, number>>;
  /** The columns that no heading names. */
  readonly missing: readonly ShapeColumn[];
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Whether a heading is that of a column, white space and capitals apart. */
function isHeadingOf(column: ShapeColumn, folded: string): boolean {
  return [column.heading, ...column.spellings].some((spelling) => {
    const form = spaced(spelling).toLowerCase();
    return form.endsWith('*') ? folded.startsWith(form.slice(0, -1).trim()) : folded === form;
  });
}

/** The first column under a heading of each. */
export function fitHeadings(texts: readonly string[], shape: Shape): HeadingsFit {
  const folded = texts.map((text) => spaced(text).toLowerCase());
  const found = new Map<string, number>();
  for (const column of shape.columns) {
    const at = folded.findIndex((text, i) => ![...found.values()].includes(i) && isHeadingOf(column, text));
    if (at >= 0) found.set(column.id, at);
  }
  return { found: Object.fromEntries(found), missing: shape.columns.filter(({ id }) => !found.has(id)) };
}

/** Finds the columns by their headings; `undefined` where one is missing or none is left for values. */
export function findColumns(texts: readonly string[], shape: Shape): MatrixColumns | undefined {
  if (texts.length <= shape.columns.length) return undefined;
  const { found, missing } = fitHeadings(texts, shape);
  return missing.length > 0 ? undefined : columnsWith(texts, found, shape);
}

/** The value columns stand behind the column that is named in front of them, and before the one named behind them. */
function columnsWith(
  texts: readonly string[],
  found: Readonly<Record<string, number>>,
  shape: Shape,
): MatrixColumns | undefined {
  const [before, after] = [shape.columns[shape.valuesAt - 1], shape.columns[shape.valuesAt]];
  const from = before === undefined ? -1 : (found[before.id] ?? -1);
  const to = after === undefined ? texts.length : (found[after.id] ?? texts.length);
  const taken = new Set(Object.values(found));
  const free = texts.map((_, i) => i).filter((i) => !taken.has(i));
  const values = free.filter((i) => i > from && i < to);
  if (values.length === 0) return undefined;
  const unknown = free.filter((i) => !values.includes(i));
  const text = (i: number | undefined): string => spaced(texts[i ?? -1] ?? '');
  const headings = {
    columns: Object.fromEntries(shape.columns.map(({ id }) => [id, text(found[id])])),
    values: values.map(text),
  };
  return { headings, columns: found, values, unknown };
}

/** The columns of a table of that many columns without headings, in the order of the shape; values by number. */
export function columnsByPlace(width: number, shape: Shape): MatrixColumns {
  const count = width - shape.columns.length;
  const values = Array.from({ length: count }, (_, i) => shape.valuesAt + i);
  const columns = shape.columns.map(({ id }, i) => [id, i < shape.valuesAt ? i : i + count] as const);
  return { headings: plainHeadings(count, shape), columns: Object.fromEntries(columns), values, unknown: [] };
}

/** The headings of a table that has none. */
export function plainHeadings(count: number, shape: Shape): MatrixHeadings {
  const { headings = [] } = shape.valueColumns;
  return {
    columns: Object.fromEntries(shape.columns.map(({ id, heading }) => [id, heading])),
    values: Array.from({ length: count }, (_, i) => headings[i] ?? numbered(shape, i + 1)),
  };
}

/** The heading of the value column at that place, from 1. */
export function numbered({ valueColumns }: Shape, place: number): string {
  return (valueColumns.numbered ?? '{n}').replaceAll('{n}', String(place));
}

/** The headings, or the texts of a row, in the order in which the shape prints them. */
export function inOrder(shape: Shape, columns: Readonly<Record<string, string>>, values: readonly string[]): string[] {
  const named = shape.columns.map(({ id }) => columns[id] ?? '');
  return [...named.slice(0, shape.valuesAt), ...values, ...named.slice(shape.valuesAt)];
}

/** The index of a named column in that order, in a table of so many value columns. */
export function indexOfColumn(shape: Shape, id: string, width: number): number {
  const at = shape.columns.findIndex((column) => column.id === id);
  return at < shape.valuesAt ? at : at + width;
}

/** The headings in the order in which a table prints them. */
export function headingTexts(headings: MatrixHeadings, shape: Shape): string[] {
  return inOrder(shape, headings.columns, headings.values);
}

/** The shape whose headings stand in a row; of several, the one with the most columns. */
export function recognise(texts: readonly string[], shapes: readonly Shape[]): Shape | undefined {
  const fitting = shapes.filter((shape) => findColumns(texts, shape) !== undefined);
  return fitting.sort((a, b) => b.columns.length - a.columns.length)[0];
}

/** The shape that the headings in a row come nearest to: at least half of its columns are there. */
export function nearest(texts: readonly string[], shapes: readonly Shape[]): Shape | undefined {
  const share = (shape: Shape): number => 1 - fitHeadings(texts, shape).missing.length / shape.columns.length;
  return shapes.filter((shape) => share(shape) >= 0.5).sort((a, b) => share(b) - share(a))[0];
}
