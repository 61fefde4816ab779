/** What stands beside the tables of a version: where they belong, what is stated of them, and the scenarios of testing. */
import type { Place, Report } from '../message.ts';
import type { Scenario } from './scenario.ts';
import type { CountGrid, MatrixRest, StatedCounts } from './table.ts';
import { type DeviceType, type MatrixValue, parseDeviceType, parseValue } from './value.ts';

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
  /** The widths of its columns in twips, in their order. */
  readonly widths?: readonly number[];
  readonly rest?: MatrixRest;
  readonly stated?: StatedCounts;
}

/** What is said of all tables of a version. */
export interface MatrixSettings {
  readonly tables: readonly TableSettings[];
  readonly scenarios: readonly Scenario[];
  /** The anchor of the provision that lists Service Requests for testing. */
  readonly listedIn?: string;
  /** The headings of the command variants that carry a critical Service Request. */
  readonly critical: readonly string[];
  /** Names of Service Request Variants from elsewhere, to hold those of the tables against. */
  readonly names: Readonly<Record<string, string>>;
}

/** Where the value at a path stands in its file; of the key itself for `key`. */
export type PlaceOf = (path: readonly PropertyKey[], key?: string) => Place;

/** Reads settings from plain data, and reports at its place what has another form. */
export function readSettings(value: unknown, placeOf: PlaceOf, report: Report): MatrixSettings {
  const form = new Form(placeOf, report);
  const root = form.record(value, [], ['tables', 'scenarios', 'listedIn', 'critical', 'names']);
  const listedIn = form.optional(root.listedIn, ['listedIn']);
  return {
    tables: form.list(root.tables, ['tables']).map((each, i) => readTable(form, each, ['tables', i])),
    scenarios: form.list(root.scenarios, ['scenarios']).map((each, i) => readScenario(form, each, ['scenarios', i])),
    ...(listedIn === undefined ? {} : { listedIn }),
    critical: form.texts(root.critical, ['critical']),
    names: readNames(form, root.names),
  };
}

type Path = readonly PropertyKey[];

function readTable(form: Form, value: unknown, path: Path): TableSettings {
  const table = form.record(value, path, ['number', 'file', 'title', 'at', 'id', 'widths', 'rest', 'stated']);
  const [title, at, id] = [
    form.optional(table.title, [...path, 'title']),
    form.optional(table.at, [...path, 'at']),
    form.optional(table.id, [...path, 'id']),
  ];
  return {
    number: form.text(table.number, [...path, 'number']),
    file: form.text(table.file, [...path, 'file']),
    ...(title === undefined ? {} : { title }),
    ...(at === undefined ? {} : { at }),
    ...(id === undefined ? {} : { id }),
    ...(table.widths === undefined ? {} : { widths: form.counts(table.widths, [...path, 'widths']) }),
    ...(table.rest === undefined ? {} : { rest: readRest(form, table.rest, [...path, 'rest']) }),
    ...(table.stated === undefined ? {} : { stated: readStated(form, table.stated, [...path, 'stated']) }),
  };
}

function readRest(form: Form, value: unknown, path: Path): MatrixRest {
  const rest = form.record(value, path, ['rows', 'before', 'counts']);
  const before = form.optional(rest.before, [...path, 'before']);
  return {
    ...(rest.rows === undefined ? {} : { rows: form.count(rest.rows, [...path, 'rows']) }),
    ...(before === undefined ? {} : { before }),
    ...(rest.counts === undefined ? {} : { counts: readCounts(form, rest.counts, [...path, 'counts']) }),
  };
}

function readCounts(form: Form, value: unknown, path: Path): CountGrid {
  return form.byValue(value, path, (list, at) => form.counts(list, at));
}

function readStated(form: Form, value: unknown, path: Path): StatedCounts {
  const stated = form.record(value, path, ['counts', 'totals', 'total']);
  const total = stated.total === undefined ? {} : { total: form.figure(stated.total, [...path, 'total']) };
  return {
    counts: form.byValue(stated.counts, [...path, 'counts'], (list, at) =>
      form.list(list, at).map((each, i) => form.figure(each, [...at, i])),
    ),
    totals: form.byValue(stated.totals ?? {}, [...path, 'totals'], (each, at) => form.figure(each, at)),
    ...total,
    place: form.placeOf(path),
  };
}

function readScenario(form: Form, value: unknown, path: Path): Scenario {
  const scenario = form.record(value, path, ['id', 'title', 'values', 'requests']);
  const devices = (list: unknown, at: Path): DeviceType[] =>
    form.texts(list, at).flatMap((text) => form.known(parseDeviceType(text), text, 'a type of device', at));
  return {
    id: form.text(scenario.id, [...path, 'id']),
    title: form.text(scenario.title, [...path, 'title']),
    values: form.byValue(scenario.values, [...path, 'values'], devices),
    ...(scenario.requests === undefined ? {} : { requests: form.texts(scenario.requests, [...path, 'requests']) }),
  };
}

function readNames(form: Form, value: unknown): Record<string, string> {
  if (value === undefined) return {};
  const entries = Object.entries(form.record(value, ['names']));
  return Object.fromEntries(entries.map(([key, name]) => [key, form.text(name, ['names', key])]));
}

/** Reads plain data piece by piece; a piece of another form is reported, and an empty one stands for it. */
class Form {
  readonly placeOf: PlaceOf;
  readonly #report: Report;

  constructor(placeOf: PlaceOf, report: Report) {
    this.placeOf = placeOf;
    this.#report = report;
  }

  /** A group of values; a key that is not among `keys` is a fault. */
  record(value: unknown, path: Path, keys?: readonly string[]): Readonly<Record<string, unknown>> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.#wrong(path, 'a group of values is wanted');
      return {};
    }
    for (const key of Object.keys(value)) {
      if (keys !== undefined && !keys.includes(key)) this.#wrong(path, `there is no key "${key}" here`, key);
    }
    return value as Readonly<Record<string, unknown>>;
  }

  list(value: unknown, path: Path): readonly unknown[] {
    if (Array.isArray(value)) return value;
    if (value !== undefined) this.#wrong(path, 'a list is wanted');
    return [];
  }

  text(value: unknown, path: Path): string {
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    const number = typeof value === 'number' ? ', in quotation marks' : '';
    this.#wrong(path, `a text is wanted${number}`);
    return '';
  }

  optional(value: unknown, path: Path): string | undefined {
    return value === undefined ? undefined : this.text(value, path);
  }

  texts(value: unknown, path: Path): string[] {
    return this.list(value, path).map((each, i) => this.text(each, [...path, i]));
  }

  count(value: unknown, path: Path): number {
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
    this.#wrong(path, 'a number of 0 or more is wanted');
    return 0;
  }

  counts(value: unknown, path: Path): number[] {
    return this.list(value, path).map((each, i) => this.count(each, [...path, i]));
  }

  /** A figure as it was typed. */
  figure(value: unknown, path: Path): string {
    return typeof value === 'number' ? String(value) : this.text(value, path);
  }

  /** A group whose keys are values of a matrix, in any spelling. */
  byValue<T>(value: unknown, path: Path, read: (each: unknown, at: Path) => T): Partial<Record<MatrixValue, T>> {
    const result: Partial<Record<MatrixValue, T>> = {};
    for (const [key, each] of Object.entries(this.record(value, path))) {
      for (const known of this.known(parseValue(key), key, 'a value of a matrix', path)) {
        result[known] = read(each, [...path, key]);
      }
    }
    return result;
  }

  known<T>(value: T | undefined, text: string, what: string, path: Path): T[] {
    if (value === undefined) this.#wrong(path, `"${text}" is not ${what}`);
    return value === undefined ? [] : [value];
  }

  #wrong(path: Path, reason: string, key?: string): void {
    const name = path.map(String).join('.');
    const told = name === '' ? reason : `${name}: ${reason}`;
    this.#report({ severity: 'error', rule: 'matrix/settings', reason: told, place: this.placeOf(path, key) });
  }
}
