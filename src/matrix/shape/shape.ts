/** The shape of a matrix: its columns and vocabulary as data, with look-ups. Nothing here knows any particular one. */
import type { Place, Report } from '../../message.ts';
import { reportIssues } from '../issues.ts';
import { fold, SHAPE_FILE, type ShapeFile } from './schema.ts';

/** A column that is not one of values. */
export type ShapeColumn = Exclude<ShapeFile['columns'][number], 'values'>;

/** What a cell says, in the spelling of the shape. */
export type MatrixValue = string;
/** What a required cell is executed on, in the spelling of the shape. */
export type RequiredKind = string;

/** A shape that was read, by the name of its file. */
export interface Shape extends Omit<ShapeFile, 'columns'> {
  readonly name: string;
  /** In their order, without those of values. */
  readonly columns: readonly ShapeColumn[];
  /** How many of the columns stand in front of those of values. */
  readonly valuesAt: number;
  readonly keys: readonly ShapeColumn[];
  readonly nameColumn?: ShapeColumn;
  readonly groupColumn?: ShapeColumn;
  readonly terms: ReadonlyMap<string, MatrixValue>;
  readonly kindTerms: ReadonlyMap<string, RequiredKind>;
}

/** Where the value at a path stands in its file; of the key itself for `key`. */
export type PlaceOf = (path: readonly PropertyKey[], key?: string) => Place;

/** Reads a shape from plain data; `undefined` where it has another form, which is reported at its place. */
export function readShape(name: string, value: unknown, placeOf: PlaceOf, report: Report): Shape | undefined {
  const parsed = SHAPE_FILE.safeParse(value);
  if (parsed.success) return shapeOf(name, parsed.data);
  reportIssues(parsed.error.issues, 'matrix/shape', placeOf, report);
  return undefined;
}

function shapeOf(name: string, file: ShapeFile): Shape {
  const columns = file.columns.filter((each): each is ShapeColumn => each !== 'values');
  const nameColumn = columns.find((column) => column.name);
  const groupColumn = columns.find((column) => column.group);
  return {
    ...file,
    name,
    columns,
    valuesAt: file.columns.indexOf('values'),
    keys: columns.filter(({ key }) => key),
    ...(nameColumn === undefined ? {} : { nameColumn }),
    ...(groupColumn === undefined ? {} : { groupColumn }),
    terms: termsOf(file.values),
    kindTerms: termsOf(file.kinds),
  };
}

function termsOf(
  terms: readonly { readonly value: string; readonly spellings: readonly string[] }[],
): Map<string, string> {
  return new Map(
    terms.flatMap(({ value, spellings }) => [value, ...spellings].map((text) => [fold(text), value] as const)),
  );
}

/** All values, in the order in which their counts are printed. */
export function valuesOfShape(shape: Shape): MatrixValue[] {
  return shape.values.map(({ value }) => value);
}

/** The value that a text means, in whatever spelling; `undefined` where it is none. */
export function parseValue(shape: Shape, text: string): MatrixValue | undefined {
  return shape.terms.get(fold(text));
}

/** The kind that a text means. */
export function parseKind(shape: Shape, text: string): RequiredKind | undefined {
  return shape.kindTerms.get(fold(text));
}

/** The choice of a column that a text means. */
export function parseChoice({ choices = [] }: ShapeColumn, text: string): string | undefined {
  const folded = fold(text);
  return choices.find(({ value, spellings }) => [value, ...spellings].some((each) => fold(each) === folded))?.value;
}

/** The kinds that a value requires. */
export function requiredBy(shape: Shape, value: MatrixValue): readonly RequiredKind[] {
  return shape.values.find((each) => each.value === value)?.requires ?? [];
}

/** The values that require something. */
export function requiringValues(shape: Shape): MatrixValue[] {
  return shape.values.filter(({ requires }) => requires.length > 0).map(({ value }) => value);
}

/** A value that requires nothing, which an empty place of a list of values stands for. */
export function emptyValue(shape: Shape): MatrixValue | undefined {
  return shape.values.find(({ requires }) => requires.length === 0)?.value;
}

/** `1 test`, `12 tests`, in the words of the shape. */
export function countNoun({ nouns }: Shape, noun: keyof Shape['nouns'], count: number): string {
  return `${count} ${nouns[noun][count === 1 ? 0 : 1]}`;
}
