/** Every kind of single mutation of a matrix: rows, cells, keys, headings, counts, settings, scenarios, CSV and text. */
// biome-ignore-all lint/suspicious/noAssignInExpressions: a mutation is an assignment.
import { readCsv, writeCsv } from '../../src/matrix/read/csv.ts';
import { findColumns, type MatrixColumns } from '../../src/matrix/read/headings.ts';
import { parseValue } from '../../src/matrix/shape/shape.ts';
import { readMarkdown } from '../../src/read/markdown/index.ts';
import { writeMarkdown } from '../../src/write/markdown/index.ts';
import type { Plain, RawMatrix } from './raw.ts';

/** One mutation: what it does, in words that name its kind first, and what comes of it. */
export interface Mutation {
  readonly kind: string;
  readonly what: string;
  readonly raw: RawMatrix;
}

type Records = readonly (readonly string[])[];

export function mutationsOf(raw: RawMatrix): Mutation[] {
  const files = [...raw.files.keys()];
  return [
    ...files.flatMap((file) => [
      ...rowMutations(raw, file),
      ...cellMutations(raw, file),
      ...headingMutations(raw, file),
      ...csvMutations(raw, file),
    ]),
    ...settingMutations(raw),
    ...countMutations(raw),
    ...scenarioMutations(raw),
    ...textMutations(raw),
  ];
}

function recordsOf(raw: RawMatrix, file: string): Records {
  return readCsv(raw.files.get(file) ?? '').records.map(({ fields }) => fields);
}

function withText(raw: RawMatrix, file: string, text: string): RawMatrix {
  return { ...raw, files: new Map([...raw.files, [file, text]]) };
}

function withRecords(raw: RawMatrix, file: string, records: Records): RawMatrix {
  return withText(raw, file, writeCsv(records));
}

function columnsOf(raw: RawMatrix, file: string): MatrixColumns {
  return findColumns(recordsOf(raw, file)[0] ?? [], raw.shape) as MatrixColumns;
}

function rowMutations(raw: RawMatrix, file: string): Mutation[] {
  const [head = [], ...rows] = recordsOf(raw, file);
  const make = (kind: string, i: number, next: Records): Mutation => ({
    kind: `row ${kind}`,
    what: `${file}, row ${i + 1} (${(rows[i] ?? []).join(',')})`,
    raw: withRecords(raw, file, [head, ...next]),
  });
  const others = [...raw.files.keys()].filter((name) => name !== file).flatMap((name) => recordsOf(raw, name).slice(1));
  return rows.flatMap((row, i) => [
    make('deleted', i, rows.toSpliced(i, 1)),
    make('doubled', i, rows.toSpliced(i, 0, row)),
    make(
      'emptied',
      i,
      rows.with(
        i,
        row.map(() => ''),
      ),
    ),
    ...(i + 1 < rows.length
      ? [make('swapped with the next', i, rows.with(i, rows[i + 1] ?? []).with(i + 1, row))]
      : []),
    ...(i + 2 < rows.length ? [make('moved to the end', i, [...rows.toSpliced(i, 1), row])] : []),
    ...others.slice(0, 1).map((other) => make('of another table inserted', i, rows.toSpliced(i, 0, other))),
    make('with a cell too many', i, rows.with(i, row.toSpliced(4, 0, row[4] ?? ''))),
    make('with a cell too few', i, rows.with(i, row.toSpliced(4, 1))),
    make('with a cell too many at the end', i, rows.with(i, [...row, ''])),
    make('with its last cell gone', i, rows.with(i, row.slice(0, -1))),
  ]);
}

function cellMutations(raw: RawMatrix, file: string): Mutation[] {
  const [head = [], ...rows] = recordsOf(raw, file);
  const columns = columnsOf(raw, file);
  const make = (kind: string, i: number, row: readonly string[]): Mutation => ({
    kind,
    what: `${file}, row ${i + 1}: ${row.join(',')}`,
    raw: withRecords(raw, file, [head, ...rows.with(i, row)]),
  });
  return rows.flatMap((row, i) => [
    ...columns.values.flatMap((at, k) => {
      const was = row[at] ?? '';
      const values = raw.shape.values
        .flatMap(({ value, spellings }) => [value, ...spellings])
        .filter((text) => text !== was);
      const neighbour = columns.values[k + 1];
      return [
        ...values.map((text) =>
          make(
            parseValue(raw.shape, text) === parseValue(raw.shape, was) ? 'cell: spelling' : 'cell: value',
            i,
            row.with(at, text),
          ),
        ),
        ...['', 'Sometimes', `${was}x`].map((text) => make('cell: no value', i, row.with(at, text))),
        ...(neighbour !== undefined && row[neighbour] !== was
          ? [make('cell: swapped with the next', i, row.with(at, row[neighbour] ?? '').with(neighbour, was))]
          : []),
      ];
    }),
    ...raw.shape.columns.flatMap((column) => {
      const at = columns.columns[column.id] ?? 0;
      const was = row[at] ?? '';
      const next = rows[(i + 1) % rows.length]?.[at] ?? '';
      const last = /\d$/.test(was)
        ? [was.replace(/\d+$/, (digits) => String(Number(digits) + 1)), `${was}0`, was.slice(0, -1)]
        : [];
      const choices = (column.choices ?? []).map(({ value }) => value);
      const groups = column.group ? [...Object.keys(raw.shape.groups.known ?? {}), was.toLowerCase()] : [];
      const texts = new Set(['', `${was}x`, was.slice(1), next, `x ${was}`, ...last, ...choices, ...groups]);
      texts.delete(was);
      return [...texts].map((text) => make(`${column.id} changed`, i, row.with(at, text)));
    }),
  ]);
}

function headingMutations(raw: RawMatrix, file: string): Mutation[] {
  const [head = [], ...rows] = recordsOf(raw, file);
  const make = (kind: string, at: number, records: Records): Mutation => ({
    kind: `heading ${kind}`,
    what: `${file}: ${head[at] ?? ''}`,
    raw: withRecords(raw, file, records),
  });
  return head.flatMap((heading, at) => [
    make('renamed', at, [head.with(at, `${heading}x`), ...rows]),
    make('emptied', at, [head.with(at, ''), ...rows]),
    make('deleted, its column not', at, [head.toSpliced(at, 1), ...rows]),
    make(
      'deleted with its column',
      at,
      [head, ...rows].map((row) => row.toSpliced(at, 1)),
    ),
    make(
      'doubled with its column',
      at,
      [head, ...rows].map((row) => row.toSpliced(at, 0, row[at] ?? '')),
    ),
    ...(at + 1 < head.length
      ? [
          make('swapped with the next', at, [head.with(at, head[at + 1] ?? '').with(at + 1, heading), ...rows]),
          make('the same as the next', at, [head.with(at, head[at + 1] ?? ''), ...rows]),
          make(
            'swapped with the next, cells and all',
            at,
            [head, ...rows].map((row) => row.with(at, row[at + 1] ?? '').with(at + 1, row[at] ?? '')),
          ),
        ]
      : []),
  ]);
}

function csvMutations(raw: RawMatrix, file: string): Mutation[] {
  const text = raw.files.get(file) ?? '';
  const lines = text.trimEnd().split('\n');
  const make = (what: string, next: string): Mutation => ({
    kind: `csv: ${what}`,
    what: file,
    raw: withText(raw, file, next),
  });
  const inLine = (what: string, change: (line: string) => string): Mutation[] =>
    lines.map((line, i) => make(`${what}`, `${lines.with(i, change(line)).join('\n')}\n`));
  return [
    make('empty', ''),
    make('headings deleted', `${lines.slice(1).join('\n')}\n`),
    make('headings twice', `${[lines[0], ...lines].join('\n')}\n`),
    make('cut off', lines.slice(0, Math.ceil(lines.length / 2)).join('\n')),
    make('semicolons', text.replaceAll(',', ';')),
    make('line ends lost', lines.join(',')),
    make('a title above', `Matrix,as printed\n${text}`),
    make('a note below', `${text}Note: see the text,,\n`),
    ...inLine('NUL', (line) => line.replace(/,/, '\u0000,')),
    ...inLine('an unseen character', (line) => line.replace(/,/, '\u200b,')),
    ...inLine('a character lost', (line) => line.replace(/[a-z]/, '\ufffd')),
    ...inLine('a stray quotation mark', (line) => line.replace(/,([^,"]*)/, ',$1"')),
    ...inLine('a quotation mark left open', (line) => line.replace(/,/, ',"')),
    ...inLine('text behind a quotation mark', (line) => line.replace(/,([^,"]*)/, ',"$1"x')),
    ...inLine('a comma for a dot', (line) => line.replace(/,([^,"]*)/, ',$1,')),
  ];
}

function withSettings(raw: RawMatrix, change: (settings: Plain) => void): RawMatrix {
  const settings = structuredClone(raw.settings);
  change(settings);
  return { ...raw, settings };
}

function settingMutations(raw: RawMatrix): Mutation[] {
  const make = (what: string, change: (settings: Plain) => void): Mutation => ({
    kind: `setting ${what}`,
    what: raw.name,
    raw: withSettings(raw, change),
  });
  const numbers: string[] = raw.settings.tables.map((table: Plain) => table.number);
  const marks = raw.shape.columns.filter(({ id }) => raw.settings[id] !== undefined).map(({ id }) => id);
  return [
    make('tables deleted', (s) => void delete s.tables),
    make('shape unknown key', (s) => void (s.colour = 'red')),
    ...(raw.settings.listedIn === undefined
      ? []
      : [
          make('listedIn unknown', (s) => void (s.listedIn = 'nowhere')),
          make('listedIn elsewhere', (s) => void (s.listedIn = 'terms')),
          make('listedIn deleted', (s) => void delete s.listedIn),
        ]),
    ...Object.keys(raw.settings.names ?? {}).flatMap((key) => [
      make('name changed', (s) => void (s.names[key] += 'x')),
      make('name deleted', (s) => void delete s.names[key]),
      make('name of another key', (s) => void (s.names = { '9.9': s.names[key] })),
    ]),
    ...marks.flatMap((id) => [
      make(`${id} unknown`, (s) => void s[id].push('CV 99')),
      make(`${id} one less`, (s) => void s[id].pop()),
      make(`${id} one more`, (s) => void s[id].push('CV 7')),
      make(`${id} twice`, (s) => void s[id].push(s[id][0])),
      make(`${id} deleted`, (s) => void delete s[id]),
    ]),
    ...numbers.flatMap((number, i) => [
      make(`${number}: table deleted`, (s) => void s.tables.splice(i, 1)),
      make(`${number}: table doubled`, (s) => void s.tables.push(s.tables[i])),
      make(`${number}: number changed`, (s) => void (s.tables[i].number = `${number}1`)),
      make(`${number}: number deleted`, (s) => void delete s.tables[i].number),
      make(
        `${number}: number of another table`,
        (s) =>
          void (s.tables[i].number = s.tables[(i + 1) % s.tables.length].number + (s.tables.length === 1 ? '9' : '')),
      ),
      make(`${number}: file that is not there`, (s) => void (s.tables[i].file = 'x.csv')),
      ...(numbers.length > 1
        ? [
            make(
              `${number}: file of another table`,
              (s) => void (s.tables[i].file = s.tables[(i + 1) % s.tables.length].file),
            ),
          ]
        : []),
      make(`${number}: at unknown`, (s) => void (s.tables[i].at = 'nowhere')),
      make(`${number}: at elsewhere`, (s) => void (s.tables[i].at = 'terms')),
      make(`${number}: at deleted`, (s) => void delete s.tables[i].at),
      make(`${number}: id changed`, (s) => void (s.tables[i].id = 'other')),
      make(`${number}: id of a provision`, (s) => void (s.tables[i].id = 'terms')),
      make(`${number}: title changed`, (s) => void (s.tables[i].title += ' x')),
      make(`${number}: title deleted`, (s) => void delete s.tables[i].title),
      make(`${number}: title of another group`, (s) => void (s.tables[i].title = 'Matrix for ES')),
      ...(raw.settings.tables[i].widths === undefined
        ? []
        : [make(`${number}: widths one less`, (s) => void s.tables[i].widths.pop())]),
      make(`${number}: group of another table`, (s) => void (s.tables[i].group = 'ES')),
      make(
        `${number}: rest inserted or deleted`,
        (s) => void (s.tables[i].rest === undefined ? (s.tables[i].rest = { rows: 2 }) : delete s.tables[i].rest),
      ),
      ...amendMutations(raw, i).map(([what, change]) => make(`${number}: ${what}`, change)),
    ]),
  ];
}

type Change = readonly [what: string, change: (settings: Plain) => void];

function amendMutations(raw: RawMatrix, i: number): Change[] {
  const { amends } = raw.settings.tables[i];
  if (amends === undefined) return [];
  const lists = ['inserted', 'deleted', 'changed'].filter((name) => amends[name] !== undefined);
  return [
    ['amends deleted', (s) => void delete s.tables[i].amends],
    ...lists.flatMap((name) =>
      amends[name].flatMap((entry: Plain, k: number): Change[] => [
        [`amends, ${name}: one less`, (s) => void s.tables[i].amends[name].splice(k, 1)],
        [`amends, ${name}: one more`, (s) => void s.tables[i].amends[name].push(entry)],
        [`amends, ${name}: other key`, (s) => void (s.tables[i].amends[name][k] = '9.9')],
        ...Object.keys(entry.says ?? {}).map(
          (heading): Change => [
            `amends, ${name}: says other`,
            (s) => void (s.tables[i].amends[name][k].says[heading] += 'x'),
          ],
        ),
      ]),
    ),
  ];
}

function countMutations(raw: RawMatrix): Mutation[] {
  const make = (kind: string, what: string, change: (settings: Plain) => void): Mutation => ({
    kind: `count ${kind}`,
    what: `${raw.name}, ${what}`,
    raw: withSettings(raw, change),
  });
  return raw.settings.tables.flatMap((table: Plain, i: number): Mutation[] => {
    const lists = (['rest', 'stated'] as const).flatMap((where) =>
      Object.entries<Plain[]>(table[where]?.counts ?? {}).flatMap(([value, list]) => [
        ...list.flatMap((count, k) =>
          [Number(count) + 1, Number(count) - 1, `${count}0`, 'x', ''].map((next) =>
            make(
              `${where}: changed`,
              `${value} ${k}: ${next}`,
              (s) => void (s.tables[i][where].counts[value][k] = next),
            ),
          ),
        ),
        ...list.flatMap((count, k) =>
          k + 1 < list.length && list[k + 1] !== count
            ? [
                make(
                  `${where}: swapped with the next`,
                  `${value} ${k}`,
                  (s) => void s.tables[i][where].counts[value].splice(k, 2, list[k + 1], count),
                ),
              ]
            : [],
        ),
        make(`${where}: one less`, value, (s) => void s.tables[i][where].counts[value].pop()),
        make(`${where}: one more`, value, (s) => void s.tables[i][where].counts[value].push(0)),
        make(`${where}: list deleted`, value, (s) => void delete s.tables[i][where].counts[value]),
        make(`${where}: of an unknown value`, value, (s) => void (s.tables[i][where].counts.Sometimes = list)),
      ]),
    );
    const totals = Object.entries<Plain>(table.stated?.totals ?? {}).flatMap(([value, total]) => [
      make('stated: total changed', value, (s) => void (s.tables[i].stated.totals[value] = Number(total) + 1)),
      make('stated: total deleted', value, (s) => void delete s.tables[i].stated.totals[value]),
    ]);
    const total =
      table.stated?.total === undefined
        ? []
        : [
            make('stated: whole total changed', '', (s) => void (s.tables[i].stated.total = `${table.stated.total}1`)),
            make(
              'stated: whole total one more',
              '',
              (s) => void (s.tables[i].stated.total = Number(table.stated.total) + 1),
            ),
            make('stated: whole total deleted', '', (s) => void delete s.tables[i].stated.total),
          ];
    const stated =
      table.stated === undefined ? [] : [make('stated: all deleted', '', (s) => void delete s.tables[i].stated)];
    const rest =
      table.rest?.rows === undefined
        ? []
        : [
            ...[-1, 1, 6].map((by) =>
              make('rest: rows changed', String(by), (s) => void (s.tables[i].rest.rows += by)),
            ),
            make('rest: rows deleted', '', (s) => void delete s.tables[i].rest.rows),
            make('rest: counts deleted', '', (s) => void delete s.tables[i].rest.counts),
            ...['9.9', '1.1', '6.2.8', 'x'].map((key) =>
              make('rest: before changed', key, (s) => void (s.tables[i].rest.before = key)),
            ),
            make('rest: before deleted', '', (s) => void delete s.tables[i].rest.before),
          ];
    return [...lists, ...totals, ...total, ...stated, ...rest];
  });
}

function scenarioMutations(raw: RawMatrix): Mutation[] {
  const make = (what: string, change: (settings: Plain) => void): Mutation => ({
    kind: `scenario ${what}`,
    what: raw.name,
    raw: withSettings(raw, change),
  });
  const { scenarios = [] } = raw.settings;
  return scenarios.flatMap((scenario: Plain, i: number): Mutation[] => [
    make(`${scenario.id}: deleted`, (s) => void s.scenarios.splice(i, 1)),
    make(`${scenario.id}: listed twice`, (s) => void s.scenarios.push(s.scenarios[i])),
    make(
      `${scenario.id}: listed twice under another id`,
      (s) => void s.scenarios.push({ ...s.scenarios[i], id: 'other' }),
    ),
    make(`${scenario.id}: id changed`, (s) => void (s.scenarios[i].id += 'x')),
    make(`${scenario.id}: title changed`, (s) => void (s.scenarios[i].title += ' beyond')),
    make(`${scenario.id}: values deleted`, (s) => void (s.scenarios[i].values = {})),
    make(`${scenario.id}: unknown value`, (s) => void (s.scenarios[i].values.Sometimes = [])),
    ...raw.shape.values.flatMap(({ value }) => {
      const own = Object.keys(scenario.values).find((each) => parseValue(raw.shape, each) === value);
      const kinds = own === undefined ? [] : scenario.values[own];
      const all = raw.shape.kinds.map((kind) => kind.value);
      return [
        ...all
          .filter((kind) => !kinds.includes(kind))
          .map((kind) =>
            make(
              `${scenario.id}: ${value} on ${kind} too`,
              (s) => void (s.scenarios[i].values[own ?? value] = [...kinds, kind]),
            ),
          ),
        ...kinds.map((kind: string) =>
          make(
            `${scenario.id}: ${value} not on ${kind}`,
            (s) => void (s.scenarios[i].values[own ?? value] = kinds.filter((each: string) => each !== kind)),
          ),
        ),
        ...(own === undefined
          ? []
          : [make(`${scenario.id}: ${value} deleted`, (s) => void delete s.scenarios[i].values[own])]),
        ...(kinds.length > 0
          ? [
              make(
                `${scenario.id}: ${value} twice`,
                (s) => void (s.scenarios[i].values[own ?? value] = [...kinds, kinds[0]]),
              ),
            ]
          : []),
      ];
    }),
    ...(scenario.requests === undefined
      ? [make(`${scenario.id}: limited`, (s) => void (s.scenarios[i].requests = ['6.5']))]
      : [
          make(`${scenario.id}: not limited`, (s) => void delete s.scenarios[i].requests),
          make(`${scenario.id}: limited to nothing`, (s) => void (s.scenarios[i].requests = [])),
          make(`${scenario.id}: a row more`, (s) => void s.scenarios[i].requests.push('9.9')),
          ...scenario.requests.flatMap((request: string, k: number) => [
            make(`${scenario.id}: a row less`, (s) => void s.scenarios[i].requests.splice(k, 1)),
            make(`${scenario.id}: a row twice`, (s) => void s.scenarios[i].requests.push(request)),
            make(`${scenario.id}: another row`, (s) => void (s.scenarios[i].requests[k] = `${request}9`)),
          ]),
        ]),
  ]);
}

/** Values, kinds and rows in the provision that the settings name. */
function textMutations(raw: RawMatrix): Mutation[] {
  const { listedIn } = raw.settings;
  if (listedIn === undefined) return [];
  const markdown = writeMarkdown({ before: raw.document.meta, document: raw.document, changes: [] });
  const start = markdown.indexOf(`{#${listedIn}}`);
  const end = markdown.indexOf('\n#', start);
  const own = markdown.slice(start, end < 0 ? undefined : end);
  const words = raw.shape.values.flatMap(({ value, spellings }) => [value, ...spellings]);
  const quoted = words.flatMap((word) =>
    [...own.matchAll(new RegExp(`‘${word.replace(/[+/]/g, '\\$&')}’`, 'g'))].map((match) => ({
      at: match.index,
      text: match[0],
    })),
  );
  const numbers = [...own.matchAll(/(?<=[ :])\d+\.\d+(?:\.\d+)?(?=[,;. ])/g)].map((match) => ({
    at: match.index,
    text: match[0],
  }));
  const make = (kind: string, { at, text }: { at: number; text: string }, next: string): Mutation => {
    const changed = own.slice(0, at) + next + own.slice(at + text.length);
    const document = readMarkdown(
      markdown.replace(own, () => changed),
      { mode: 'strict' },
      () => undefined,
    );
    return { kind: `text: ${kind}`, what: `${text} → ${next} at ${at}`, raw: { ...raw, document } };
  };
  return [
    ...quoted.flatMap((found) => [make('value that is none', found, `${found.text.slice(0, -1)} SMETS3’`)]),
    ...numbers
      .filter(({ at }) => own.lastIndexOf('\n- ', at) > own.lastIndexOf('\n\n', at))
      .map((found) => make('another row', found, `${found.text}9`)),
  ];
}
