/** Every writer's work grows with the text: twice the text is at most a little more than twice the work. */
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import type { Block, Document, Inline, Row } from '../../src/model/document.ts';
import type { Redline } from '../../src/model/redline.ts';
import { writeDocx } from '../../src/write/docx/index.ts';
import { writeHtml } from '../../src/write/html/index.ts';
import { writeRedlineJson } from '../../src/write/json.ts';
import { writeMarkdown } from '../../src/write/markdown/index.ts';
import { workOf } from './work.ts';

type Side = 'before' | 'after';

/** `old`, of which after has `new` in every twentieth place. */
const word = (i: number, side: Side): string => (side === 'after' && i % 20 === 7 ? 'new' : 'old');
const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const text = (value: string, marks?: Inline extends infer _ ? object : never): Inline =>
  ({ type: 'text', value, ...(marks === undefined ? {} : { marks }) }) as Inline;
const para = (...children: Inline[]): Block => ({ type: 'para', children });
const cell = (value: string): Row['cells'][number] => ({ type: 'cell', children: [para(text(value))] });
const row = (values: readonly string[], i: number): Row => ({
  type: 'row',
  ...(i === 0 ? { header: true } : {}),
  cells: values.map(cell),
});
const table = (id: number, rows: readonly Row[]): Block => ({
  type: 'table',
  id: `t${id}`,
  keyedBy: [],
  columns: (rows[0]?.cells ?? []).map(() => ({ type: 'column' })),
  rows,
});
const note = (value: string): Inline => ({ type: 'note', kind: 'footnote', children: [para(text(value))] }) as Inline;

/** Texts of `size` parts, each with what may grow in them. */
const SHAPES: Readonly<Record<string, (size: number, side: Side) => Block[]>> = {
  'words of a paragraph': (size, side) => [
    para(text(times(size * 4, (i) => (i % 20 === 7 ? `${word(i, side)}${i}` : `word${i}`)).join(' '))),
  ],
  'runs with marks': (size, side) => [
    para(...times(size, (i) => text(`w${i} ${word(i, side)} `, [{ bold: true }, { italic: true }, undefined][i % 3]))),
  ],
  'runs with links': (size, side) => [
    para(
      ...times(size, (i) =>
        text(`w${i} ${word(i, side)} `, i % 2 ? { href: `https://panel.example/${i}` } : undefined),
      ),
    ),
  ],
  paragraphs: (size, side) => times(size, (i) => para(text(`Paragraph ${i} says ${word(i, side)} thing ${i * 7}.`))),
  'clauses with references': (size, side) =>
    times(size, (i) => ({
      type: 'clause',
      kind: 'clause',
      id: `c${i}`,
      label: String(i + 1),
      heading: [text(`Heading ${i}`)],
      children: [
        para(
          text(`It is ${word(i, side)}, by `),
          { type: 'crossReference', target: 'c0', text: 'Clause 1' },
          text('.'),
        ),
      ],
    })),
  limbs: (size, side) => [
    {
      type: 'clause',
      kind: 'clause',
      id: 'c',
      label: '1.1',
      children: [
        para(text('They are:')),
        ...times(
          size,
          (i): Block => ({
            type: 'clause',
            kind: 'limb',
            label: `(${i + 1})`,
            children: [para(text(`limb ${i} ${word(i, side)};`))],
          }),
        ),
      ],
    },
  ],
  bullets: (size, side) =>
    times(size, (i) => ({ type: 'item', children: [para(text(`bullet ${i} is ${word(i, side)}`))] })),
  definitions: (size, side) =>
    times(size, (i) => ({
      type: 'definition',
      id: `d${i}`,
      term: `Term ${i}`,
      children: [para(text(`Term ${i}`, { bold: true }), text(` means ${word(i, side)}.`))],
    })),
  'footnotes of paragraphs': (size, side) =>
    times(size, (i) => para(text(`P ${i} `), note(`note ${i} ${word(i, side)}`))),
  'footnotes of one paragraph': (size, side) => [
    para(...times(size, (i) => [text(`P ${i} `), note(`note ${i} ${word(i, side)}`)]).flat()),
  ],
  rows: (size, side) => [
    table(
      0,
      times(size, (i) => row([`Key ${i}`, `value ${word(i, side)} ${i}`], i)),
    ),
  ],
  columns: (size, side) => [
    table(
      0,
      times(3, (i) =>
        row(
          times(size, (k) => `cell ${i} ${k} ${i === 2 ? word(k, side) : ''}`),
          i,
        ),
      ),
    ),
  ],
  tables: (size, side) =>
    times(size, (i) => table(i, [row(['Key', 'Value'], 0), row([`Key ${i}`, `value ${word(i, side)}`], 1)])),
};

/** A clause that comes before all others, so that every number and every change follows it. */
const renumbered = (size: number, side: Side): Block[] =>
  times(
    size + 1,
    (i): Block => ({
      type: 'clause',
      kind: 'clause',
      id: `c${i}`,
      label: `1.${side === 'after' ? i + 1 : i}`,
      children: [para(text(`Clause ${i} says thing ${i * 7}.`))],
    }),
  ).slice(side === 'after' ? 0 : 1);

const WRITERS: Readonly<Record<string, (redline: Redline) => unknown>> = {
  Markdown: writeMarkdown,
  HTML: writeHtml,
  JSON: writeRedlineJson,
  Word: (redline) => writeDocx(redline, { author: 'A. Drafter', date: '2020-01-31T09:00:00Z' }),
};

const document = (children: readonly Block[]): Document => ({
  type: 'document',
  meta: { title: 'Example', provision: 'Clause', language: 'en-GB' },
  children,
});

function redlineOf(make: (size: number, side: Side) => Block[], size: number): Redline {
  return compare(document(make(size, 'before')), document(make(size, 'after')));
}

/** Parts of the smallest text; that much more work than it takes is what the next sizes are held to. */
const SIZE = 200;

/** How much more work four times the text adds to twice the text than that adds to once: 2 where it is linear, 4 where it is square. */
async function growthOf(redlines: readonly Redline[], write: (redline: Redline) => unknown): Promise<number> {
  const [one = 0, two = 0, four = 0] = [
    await workOf(() => write(redlines[0] as Redline)),
    await workOf(() => write(redlines[1] as Redline)),
    await workOf(() => write(redlines[2] as Redline)),
  ];
  expect(two).toBeGreaterThan(one);
  return (four - two) / (two - one);
}

describe.each(Object.entries({ ...SHAPES, 'clauses renumbered': renumbered }))('%s', (_, make) => {
  const redlines = [SIZE, 2 * SIZE, 4 * SIZE].map((size) => redlineOf(make, size));

  it.each(Object.entries(WRITERS))('are written to %s in work that grows with them', async (_name, write) => {
    expect(redlines[0]?.changes.length).toBeGreaterThan(0);
    // The first run fills what is kept from one to the next.
    await write(redlines[0] as Redline);
    expect(await growthOf(redlines, write)).toBeLessThan(2.3);
  });
});

it('tells work that is square from work that is linear', async () => {
  const square = (size: number): void => {
    let line = '';
    for (let i = 0; i < size; i++) line = line.slice(-1) + line + i;
  };
  const [one, two, four] = [
    await workOf(() => square(200)),
    await workOf(() => square(400)),
    await workOf(() => square(800)),
  ];
  expect((four - two) / (two - one)).toBeGreaterThan(3);
});
