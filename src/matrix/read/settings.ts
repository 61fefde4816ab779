/** What stands beside the tables of a version: where they belong, what is stated of them, and the scenarios of testing. */
import * as z from 'zod';
import type { Place, Report } from '../../message.ts';
import { reportIssues } from '../issues.ts';
import {
  type MatrixValue,
  type PlaceOf,
  parseKind,
  parseValue,
  type RequiredKind,
  type Shape,
} from '../shape/shape.ts';
import type { MatrixRest, StatedCounts } from '../table.ts';

/** What an inserted or changed row says, as far as it is mentioned: text by heading. */
export interface MentionedRow {
  readonly key: string;
  readonly says?: Readonly<Record<string, string>>;
}

/** What a version means to change of a table of its baseline. What is not mentioned is not meant to differ. */
export interface Amends {
  readonly inserted: readonly MentionedRow[];
  readonly deleted: readonly string[];
  readonly changed: readonly MentionedRow[];
  /** What the settings of the table may differ in: `title`, `at`, `rest`, ... */
  readonly settings: readonly string[];
}

/** Settings that a version means to differ in: tables by number, scenarios by id, other keys by name. */
export interface AmendedSettings {
  readonly tables: readonly string[];
  readonly scenarios: readonly string[];
  readonly settings: readonly string[];
}

/** What is said of one table. */
export interface TableSettings {
  readonly number: string;
  /** The file of its rows, beside the version. */
  readonly file: string;
  readonly title?: string;
  /** The anchor of the provision in which it stands, as its last block. */
  readonly at?: string;
  /** The table's own anchor. */
  readonly id?: string;
  /** The group to which all of its rows belong. */
  readonly group?: string;
  /** The widths of its columns in twips, in their order. Absent: by what they hold. */
  readonly widths?: readonly number[];
  readonly rest?: MatrixRest;
  readonly stated?: StatedCounts;
  readonly amends?: Amends;
  readonly place?: Place;
}

/** Who tests, and what: on which kinds a value requires a test, and for which rows. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  /** The kinds on which each value requires a test; a value that is absent requires none. */
  readonly values: Readonly<Record<MatrixValue, readonly RequiredKind[]>>;
  /** The rows that it is limited to, by their keys or the numbers that these begin with; absent for all. */
  readonly requests?: readonly string[];
  readonly place?: Place;
}

/** What is said of all tables of a version. */
export interface MatrixSettings {
  readonly tables: readonly TableSettings[];
  readonly scenarios: readonly Scenario[];
  /** The anchor of the provision that lists the rows for testing. */
  readonly listedIn?: string;
  /** For each column of the shape that marks value columns: the headings of these. */
  readonly marked: Readonly<Record<string, readonly string[]>>;
  /** Names by key, from elsewhere, to hold those of the tables against. */
  readonly names: Readonly<Record<string, string>>;
  /** What the version means to change of the settings themselves. */
  readonly amends: AmendedSettings;
  /** The file. */
  readonly place?: Place;
}

const TEXT = z
  .string({ error: ({ input }) => `a text is wanted${typeof input === 'number' ? ', in quotation marks' : ''}` })
  .trim()
  .min(1, 'a text is wanted');
const COUNT = z.int({ error: 'a number of 0 or more is wanted' }).min(0, 'a number of 0 or more is wanted');
/** A figure as it was typed. */
const FIGURE = z.union([z.string().trim().min(1), z.number()], { error: 'a figure is wanted' }).transform(String);
const MENTIONED = z.union(
  [TEXT.transform((key) => ({ key })), z.strictObject({ key: TEXT, says: z.record(z.string(), TEXT).exactOptional() })],
  { error: 'a key is wanted in quotation marks, or a group of "key" and "says"' },
);

const FORMS = new WeakMap<Shape, ReturnType<typeof makeForm>>();

/** The form of settings for a shape, made once. */
function formOf(shape: Shape): ReturnType<typeof makeForm> {
  const form = FORMS.get(shape) ?? makeForm(shape);
  FORMS.set(shape, form);
  return form;
}

/** Its own columns and vocabulary. */
function makeForm(shape: Shape) {
  const table = z.strictObject({
    number: TEXT,
    file: TEXT,
    title: TEXT.exactOptional(),
    at: TEXT.exactOptional(),
    id: TEXT.exactOptional(),
    group: TEXT.exactOptional(),
    widths: z.array(COUNT.refine((width) => width > 0, 'a column has a width')).exactOptional(),
    rest: z
      .strictObject({
        rows: COUNT.exactOptional(),
        before: TEXT.exactOptional(),
        counts: byValue(shape, z.array(COUNT)).exactOptional(),
      })
      .exactOptional(),
    stated: z
      .strictObject({
        counts: byValue(shape, z.array(FIGURE)),
        totals: byValue(shape, FIGURE).default({}),
        total: FIGURE.exactOptional(),
      })
      .exactOptional(),
    amends: z
      .strictObject({
        inserted: z.array(MENTIONED).default([]),
        deleted: z.array(TEXT).default([]),
        changed: z.array(MENTIONED).default([]),
        settings: z.array(z.enum(['number', 'title', 'at', 'id', 'group', 'rest', 'stated', 'columns'])).default([]),
      })
      .exactOptional(),
  });
  const scenario = z.strictObject({
    id: TEXT,
    title: TEXT,
    values: byValue(shape, z.array(kindOf(shape))),
    requests: z.array(TEXT).exactOptional(),
  });
  const marking = shape.columns
    .filter(({ marks }) => marks !== undefined)
    .map(({ id }) => [id, z.array(TEXT).default([])] as const);
  return z.strictObject({
    shape: TEXT.exactOptional(),
    tables: z.array(table).min(1, 'a matrix has a table'),
    scenarios: z.array(scenario).default([]),
    listedIn: TEXT.exactOptional(),
    names: z.record(z.string(), TEXT).default({}),
    amends: z
      .strictObject({
        tables: z.array(TEXT).default([]),
        scenarios: z.array(TEXT).default([]),
        settings: z.array(z.enum(['listedIn', 'names', 'marked'])).default([]),
      })
      .prefault({}),
    ...Object.fromEntries(marking),
  });
}

function kindOf(shape: Shape) {
  return TEXT.transform((text, context): string => {
    const kind = parseKind(shape, text);
    if (kind !== undefined) return kind;
    const known = shape.kinds.map(({ value }) => value).join(', ');
    context.addIssue({
      code: 'custom',
      message: `"${text}" is none of ${known || 'the kinds, since the shape has none'}`,
    });
    return z.NEVER;
  });
}

/** A group whose keys are values of the shape, in any spelling, each once. */
function byValue<T extends z.ZodType>(shape: Shape, each: T) {
  return z
    .record(z.string(), each, { error: 'a group of values is wanted' })
    .transform((group, context): Record<MatrixValue, z.output<T>> => {
      const result: Record<MatrixValue, z.output<T>> = {};
      for (const [key, item] of Object.entries(group)) {
        const value = parseValue(shape, key);
        const known = shape.values.map((one) => one.value).join(', ');
        const message =
          value === undefined
            ? `"${key}" is none of the values ${known}`
            : `"${key}" stands twice, in another spelling`;
        if (value === undefined || Object.hasOwn(result, value))
          context.addIssue({ code: 'custom', message, path: [key] });
        else result[value] = item as z.output<T>;
      }
      return result;
    });
}

/** Reads settings from plain data, and reports at its place what has another form. */
export function readSettings(value: unknown, shape: Shape, placeOf: PlaceOf, report: Report): MatrixSettings {
  const parsed = formOf(shape).safeParse(value);
  if (!parsed.success) {
    reportIssues(parsed.error.issues, 'matrix/settings', placeOf, report);
    return { tables: [], scenarios: [], marked: {}, names: {}, amends: { tables: [], scenarios: [], settings: [] } };
  }
  const { tables, scenarios, listedIn, names, amends, shape: _, ...marked } = parsed.data;
  return {
    tables: tables.map((table, i) => placedTable(table, ['tables', i], placeOf)),
    scenarios: scenarios.map((scenario, i) => ({ ...scenario, place: placeOf(['scenarios', i]) })),
    ...(listedIn === undefined ? {} : { listedIn }),
    marked: marked as Record<string, string[]>,
    names,
    amends,
    place: placeOf([]),
  };
}

function placedTable(table: TableSettings, path: readonly PropertyKey[], placeOf: PlaceOf): TableSettings {
  const { stated } = table;
  const placed = { ...table, place: placeOf([...path, 'number']) };
  return stated === undefined ? placed : { ...placed, stated: { ...stated, place: placeOf([...path, 'stated']) } };
}
