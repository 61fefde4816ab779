/** The file of a shape: which columns a kind of matrix has, what may stand in them, and what is counted below. */
import * as z from 'zod';

const TEXT = z.string({ error: 'a text is wanted (in quotation marks, where it is a number)' }).trim().min(1);
const ID = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, 'a name here is letters and digits and begins with a small letter')
  .refine((id) => !RESERVED.has(id), 'settings have a key of that name');

/** Keys of settings, which no column may have as its name, since settings may have a key named after a column. */
const RESERVED: ReadonlySet<string> = new Set(['shape', 'tables', 'scenarios', 'listedIn', 'names', 'values']);

/** A word of a vocabulary, and other ways to write it. White space and capitals never tell two words apart. */
const TERM = z.strictObject({ value: TEXT, spellings: z.array(TEXT).default([]) });

const COLUMN = z.strictObject({
  id: ID,
  heading: TEXT,
  /** Other headings of the column; `*` at the end stands for anything. */
  spellings: z.array(TEXT).default([]),
  /** `number`: digits between dots, as 6.2.10, with one capital at most behind them. */
  form: z.enum(['text', 'number']).default('text'),
  /** Whether its text identifies the row, alone or with that of other key columns. */
  key: z.boolean().default(false),
  /** Whether it holds the name of the row, which `names` in settings and other tables are held against. */
  name: z.boolean().default(false),
  /** Whether it says to which group the row belongs. */
  group: z.boolean().default(false),
  /** Whether one key has one text here, in all tables and versions. */
  stable: z.boolean().default(false),
  /** Whether one text belongs to one key, where it is stable: no two rows have one name. */
  distinct: z.boolean().default(false),
  /** Whether the cell may be empty. */
  optional: z.boolean().default(false),
  /** The column holds the first parts of the number in another: 6.2 of 6.2.10. */
  stem: z.strictObject({ of: ID, parts: z.int().positive() }).exactOptional(),
  /** All that may stand here. */
  choices: z.array(TERM).min(1).exactOptional(),
  /** The choice whose rows alone use the value columns that settings name under the column's name. */
  marks: TEXT.exactOptional(),
});

const NOUN = z.tuple([TEXT, TEXT]);

const FILE = z.strictObject({
  title: TEXT,
  /** Singular and plural of what a row, a value column and a required cell are called. */
  nouns: z
    .strictObject({
      row: NOUN.default(['item', 'items']),
      column: NOUN.default(['column', 'columns']),
      test: NOUN.default(['requirement', 'requirements']),
    })
    .prefault({}),
  columns: z
    .array(z.union([z.literal('values'), COLUMN], 'a column is a group of values, or the word "values"'))
    .min(2),
  valueColumns: z
    .strictObject({
      /** Their headings by number, as `CV {n}`. */
      numbered: TEXT.refine((text) => text.includes('{n}'), 'the number is missing: {n}').exactOptional(),
      /** All of their headings, in their order. */
      headings: z.array(TEXT).min(1).exactOptional(),
    })
    .prefault({}),
  values: z.array(TERM.extend({ requires: z.array(TEXT).default([]) })).min(1),
  kinds: z.array(TERM).default([]),
  groups: z
    .strictObject({
      /** `table`: each table is that of one group. `row`: a table has rows of several groups. */
      each: z.enum(['table', 'row']).default('row'),
      /** The groups that there are, each with who it is. Absent where any text will do. */
      known: z.record(TEXT, TEXT).exactOptional(),
    })
    .prefault({}),
  /** `provision`: a table bears the number of the provision in which it stands. */
  numbering: z.enum(['own', 'provision']).default('own'),
  /** Whether rows ascend by their key. */
  order: z.enum(['any', 'ascending']).default('any'),
  counts: z
    .strictObject({
      label: TEXT.refine((text) => text.includes('{value}'), 'the value is missing: {value}').default(
        'Count of {value}',
      ),
      /** The column in which the label stands. */
      in: ID,
      /** The column in which totals stand. */
      totalsIn: ID.exactOptional(),
      /** The values that have a row of counts even where no cell has them. */
      always: z.array(TEXT).default([]),
      /** The values that have a total. */
      totals: z.array(TEXT).default([]),
      /** The label of the count of all cells that require something. */
      total: TEXT.exactOptional(),
    })
    .exactOptional(),
  text: z
    .strictObject({
      /** Whether a text names values in running words or in quotation marks only. */
      values: z.enum(['words', 'quoted']).default('quoted'),
    })
    .prefault({}),
});

/** What a file of a shape says. */
export type ShapeFile = z.infer<typeof FILE>;

type Column = z.infer<typeof COLUMN>;

type Fault = readonly [path: readonly PropertyKey[], reason: string];

export const SHAPE_FILE = FILE.superRefine((file, context) => {
  for (const [path, message] of faultsOf(file)) context.addIssue({ code: 'custom', path: [...path], message });
});

/** What a file says that does not hold together. */
function faultsOf(file: ShapeFile): Fault[] {
  const columns = file.columns.filter((each): each is Column => each !== 'values');
  return [...columnFaults(file, columns), ...vocabularyFaults(file), ...countFaults(file, columns)];
}

function columnFaults(file: ShapeFile, columns: readonly Column[]): Fault[] {
  const faults: Fault[] = [];
  const ids = columns.map(({ id }) => id);
  const tell = (reason: string): void => void faults.push([['columns'], reason]);
  if (file.columns.length - columns.length !== 1)
    tell('"values" stands among the columns once, where the values stand');
  if (new Set(ids).size < ids.length) tell('two columns have one name');
  if (!columns.some(({ key }) => key)) tell('no column is a key');
  for (const what of ['name', 'group'] as const) {
    if (columns.filter((column) => column[what]).length > 1) tell(`more than one column is the ${what}`);
  }
  if (file.groups.each === 'table' && !columns.some(({ group }) => group)) tell('no column is that of groups');
  for (const { id, stem, marks, choices } of columns) {
    if (stem !== undefined && (stem.of === id || !ids.includes(stem.of)))
      tell(`${id}: there is no column "${stem.of}"`);
    if (marks !== undefined && choices?.some(({ value }) => value === marks) !== true)
      tell(`${id}: "${marks}" is not among its choices`);
    faults.push(...repeated(choices ?? [], ['columns'], id));
  }
  return [
    ...faults,
    ...repeated(
      columns.map(({ heading: value, spellings }) => ({ value, spellings })),
      ['columns'],
      'headings',
    ),
  ];
}

function vocabularyFaults(file: ShapeFile): Fault[] {
  const kinds = new Set(file.kinds.map(({ value }) => value));
  const unknown = file.values.flatMap(({ requires }) => requires.filter((kind) => !kinds.has(kind)));
  return [
    ...repeated(file.values, ['values'], 'values'),
    ...repeated(file.kinds, ['kinds'], 'kinds'),
    ...unknown.map((kind): Fault => [['values'], `"${kind}" is not among the kinds`]),
  ];
}

function countFaults({ counts, values }: ShapeFile, columns: readonly Column[]): Fault[] {
  if (counts === undefined) return [];
  const ids = columns.map(({ id }) => id);
  const known = new Set(values.map(({ value }) => value));
  const missing = [counts.in, ...(counts.totalsIn === undefined ? [] : [counts.totalsIn])].filter(
    (id) => !ids.includes(id),
  );
  const unknown = [...counts.always, ...counts.totals].filter((value) => !known.has(value));
  const faults: Fault[] = [];
  if (counts.totalsIn === counts.in) faults.push([['counts', 'totalsIn'], 'labels stand in that column']);
  if (columns.some(({ id, key }) => key && (id === counts.in || id === counts.totalsIn)))
    faults.push([['counts', 'in'], 'keys stand in that column, so that a row of counts would have one']);
  return [
    ...faults,
    ...missing.map((id): Fault => [['counts'], `there is no column "${id}"`]),
    ...unknown.map((value): Fault => [['counts'], `"${value}" is no value`]),
  ];
}

/** Spellings that stand for two words, or twice for one. */
function repeated(terms: readonly z.infer<typeof TERM>[], path: Fault[0], what: string): Fault[] {
  const seen = new Set<string>();
  return terms.flatMap(({ value, spellings }) =>
    [...new Set([value, ...spellings].map(fold))].flatMap((text): Fault[] => {
      if (seen.has(text)) return [[path, `${what}: "${value}" is spelled like another`]];
      seen.add(text);
      return [];
    }),
  );
}

/** A text without white space and in small letters: what tells one spelling of a vocabulary from another. */
export function fold(text: string): string {
  return text.replace(/\s+/gu, '').toLowerCase();
}
