/**
 * The model as a schema (zod, and JSON Schema made from it), by which a document that comes as JSON is judged.
 * What the types in document.ts allow, it allows, and nothing else: an unknown key is a fault.
 */
import { z } from 'zod';
import type { Block, Document, Inline } from './document.ts';

/** The name and the version of each format, as they stand at the head of a file. */
export const FORMATS = {
  document: { format: 'keeling/document', formatVersion: 1 },
  redline: { format: 'keeling/redline', formatVersion: 1 },
} as const;

/** A document as a file: the head that says what it is, and the document. */
export interface DocumentFile {
  readonly format: 'keeling/document';
  readonly formatVersion: 1;
  readonly document: Document;
}

/** Names and descriptions of the types, for the JSON Schema. */
const described = z.registry<{ id: string; description: string }>();

function named<T extends z.ZodType>(id: string, description: string, schema: T): T {
  described.add(schema, { id, description });
  return schema;
}

const text = z.string();
const optionalText = text.exactOptional();
const on = z.literal(true).exactOptional();
const count = z.int().nonnegative().exactOptional();
const span = z.int().positive().exactOptional();

const meta = named(
  'meta',
  'What is said of a document as a whole',
  z.strictObject({
    title: text,
    short: optionalText,
    version: optionalText,
    status: optionalText,
    baseline: optionalText,
    effective: z.iso.date().exactOptional(),
    classification: optionalText,
    provision: text,
    language: text,
    properties: z.record(text, text).exactOptional(),
  }),
);

const place = named(
  'place',
  'Where a node stood in its source; lines and columns count from 1, offsets are UTF-16 code units, half-open',
  z.strictObject({ file: optionalText, part: optionalText, line: count, column: count, start: count, end: count }),
).exactOptional();

const marks = named(
  'marks',
  'Formatting of a run of text; an absent mark is off',
  z.strictObject({
    bold: on,
    italic: on,
    underline: on,
    strike: on,
    superscript: on,
    subscript: on,
    smallCaps: on,
    code: on,
    href: optionalText,
  }),
).exactOptional();

const block: z.ZodType<Block> = named(
  'block',
  'What stands in a document, a clause or a cell',
  z.lazy(() => z.discriminatedUnion('type', [clause, definition, para, item, table, opaque])),
);
const inline: z.ZodType<Inline> = named(
  'inline',
  'What stands in a paragraph, a heading or a caption',
  z.lazy(() => z.discriminatedUnion('type', [run, crossReference, note, blank, lineBreak, picture, opaque])),
);
const blocks = named('blocks', 'Blocks in reading order', z.array(block));
const inlines = named('inlines', 'Inlines in reading order', z.array(inline));

const opaque = named(
  'opaque',
  'What the model cannot express, kept with a digest',
  z.strictObject({
    type: z.literal('opaque'),
    place,
    kind: text,
    digest: text,
    text: optionalText,
    source: optionalText,
  }),
);

const clause = named(
  'clause',
  'A provision: a part, a numbered clause or a limb',
  z.strictObject({
    type: z.literal('clause'),
    place,
    kind: z.enum(['part', 'clause', 'limb']),
    id: optionalText,
    label: optionalText,
    fixed: on,
    heading: inlines.exactOptional(),
    children: blocks,
  }),
);

const definition = named(
  'definition',
  'A definition; its whole text stands in children',
  z.strictObject({ type: z.literal('definition'), place, id: optionalText, term: text, children: blocks }),
);

const para = named(
  'para',
  'A paragraph',
  z.strictObject({
    type: z.literal('para'),
    place,
    id: optionalText,
    style: z.enum(['quote', 'question', 'answer', 'notice', 'code']).exactOptional(),
    children: inlines,
  }),
);

const item = named('item', 'A bullet', z.strictObject({ type: z.literal('item'), place, children: blocks }));

const column = named(
  'column',
  'A column of the grid; its width is in twips',
  z.strictObject({
    type: z.literal('column'),
    place,
    align: z.enum(['left', 'center', 'right']).exactOptional(),
    width: z.number().nonnegative().exactOptional(),
  }),
);

const cell = named(
  'cell',
  'A cell; a place of the grid that a span covers has none of its own',
  z.strictObject({ type: z.literal('cell'), place, columnSpan: span, rowSpan: span, children: blocks }),
);

const row = named(
  'row',
  'A row of a table',
  z.strictObject({ type: z.literal('row'), place, id: optionalText, header: on, cells: z.array(cell) }),
);

const table = named(
  'table',
  'A table with its caption',
  z.strictObject({
    type: z.literal('table'),
    place,
    id: optionalText,
    label: optionalText,
    fixed: on,
    word: optionalText,
    caption: inlines.exactOptional(),
    keyedBy: z.array(text),
    columns: z.array(column),
    rows: z.array(row),
  }),
);

const run = named(
  'text',
  'A run of text with one formatting',
  z.strictObject({ type: z.literal('text'), place, value: text, marks }),
);

const crossReference = named(
  'crossReference',
  'A reference to a node of the same document by its id; text is what is printed',
  z.strictObject({ type: z.literal('crossReference'), place, target: text, text, marks }),
);

const note = named(
  'note',
  'A footnote or endnote at the place of its call',
  z.strictObject({
    type: z.literal('note'),
    place,
    id: optionalText,
    kind: z.enum(['footnote', 'endnote']),
    children: blocks,
  }),
);

const blank = named(
  'blank',
  'A place left open, as printed with its brackets',
  z.strictObject({ type: z.literal('blank'), place, text, marks }),
);

const lineBreak = named(
  'break',
  'A line, page or column break',
  z.strictObject({ type: z.literal('break'), place, kind: z.enum(['line', 'page', 'column']) }),
);

const picture = named(
  'picture',
  'A picture in a file beside the text; its size is in twips',
  z.strictObject({
    type: z.literal('picture'),
    place,
    file: text,
    fingerprint: optionalText,
    text: optionalText,
    id: optionalText,
    label: optionalText,
    fixed: on,
    width: z.number().positive().exactOptional(),
    height: z.number().positive().exactOptional(),
    word: optionalText,
    caption: optionalText,
  }),
);

const document: z.ZodType<Document> = named(
  'document',
  'A legal document as structured data',
  z.strictObject({ type: z.literal('document'), meta, children: blocks }),
);

const documentFile: z.ZodType<DocumentFile> = z.strictObject({
  $schema: optionalText,
  format: z.literal(FORMATS.document.format),
  formatVersion: z.literal(FORMATS.document.formatVersion),
  document,
});

/** One thing that is wrong with a value: the keys that lead to it, and what. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly reason: string;
}

/** Judges a parsed JSON value by the schema of a document file: the file, or what is wrong with it. */
export function parseDocumentFile(value: unknown): { readonly file: DocumentFile } | { readonly faults: Fault[] } {
  const result = documentFile.safeParse(value);
  if (result.success) return { file: result.data };
  const faults = result.error.issues.map((issue) => ({
    path: issue.path.filter((key) => typeof key !== 'symbol'),
    reason: issue.message,
  }));
  return { faults };
}

/** The JSON Schema (draft 2020-12) of a document file, as it ships in `schema/document.json`. */
export function documentJsonSchema(): object {
  return {
    title: 'Keeling document',
    ...z.toJSONSchema(documentFile, { metadata: described, target: 'draft-2020-12' }),
  };
}
