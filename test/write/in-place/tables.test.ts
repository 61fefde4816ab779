/** Tables in a redline in place: columns, cells, merges, rows and what stands in them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRedline } from '../../../src/library/redline-check/index.ts';
import { readDocx } from '../../../src/read/docx/index.ts';
import { listTracked, settleTracked } from '../../../src/write/in-place/index.ts';
import { accepted, bodyOf, lines, p, pack, part, r, redline, rejected, strict } from './build.ts';

const quiet = (): void => {};

/** A cell: its text, or blocks, and what else its properties say. */
interface Cell {
  readonly text: string;
  readonly span?: number;
  readonly merge?: 'restart' | 'continue';
  readonly more?: string;
}

type Row = readonly (Cell | string)[];

function cellXml(given: Cell | string): string {
  const cell = typeof given === 'string' ? { text: given } : given;
  const span = cell.span === undefined || cell.span === 1 ? '' : `<w:gridSpan w:val="${cell.span}"/>`;
  const merge = cell.merge === undefined ? '' : `<w:vMerge w:val="${cell.merge}"/>`;
  const blocks = cell.text.startsWith('<') ? cell.text : lines(cell.text);
  return `<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/>${span}${merge}${cell.more ?? ''}</w:tcPr>${blocks}</w:tc>`;
}

function grid(widths: readonly number[], ...rows: readonly Row[]): string {
  const columns = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const body = rows.map((row) => `<w:tr>${row.map(cellXml).join('')}</w:tr>`).join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${columns}</w:tblGrid>${body}</w:tbl>`;
}

/** The redline of two bodies: each side comes back, as XML and to the reader. */
function both(before: string, after: string, cells: 'mark' | 'replace' = 'mark'): string {
  const [a, b] = [pack(before + p('')), pack(after + p(''))];
  const { bytes, body } = redline(a, b, { cells });
  expect(skeleton(accepted(bytes))).toBe(skeleton(b));
  expect(skeleton(rejected(bytes))).toBe(skeleton(a));
  const read = (file: Uint8Array, tracked: 'accept' | 'reject') => readDocx(file, { tracked }, quiet);
  const wanted = { before: read(a, 'accept'), after: read(b, 'accept') };
  checkRedline({ before: read(bytes, 'reject'), after: read(bytes, 'accept') }, wanted, strict);
  return body;
}

/** Rows and cells with their spans, merges and text; widths are left out, and properties that say nothing. */
function skeleton(bytes: Uint8Array): string {
  return bodyOf(bytes)
    .replace(/<w:tblGrid>.*?<\/w:tblGrid>|<w:tcW [^>]*>|<w:tblW [^>]*>|<\/?w:sdt\w*\/?>|<w:rPr><\/w:rPr>/g, '')
    .replace(/<w:(?:p|tc|tr|tbl)Pr><\/w:\w+>/g, '')
    .replaceAll(' w:val="continue"', '')
    .replace(/<\/w:t><\/w:r><w:r><w:t>|<w:r><w:t><\/w:t><\/w:r>/g, '')
    .replaceAll('<w:p/>', '<w:p></w:p>');
}

const deleted = (body: string): string[] =>
  [...body.matchAll(/<w:delText>([^<]*)/g)].map((match) => match[1] as string);
const inserted = (body: string): string[] =>
  [...body.matchAll(/<w:ins><w:r>.*?<\/w:ins>/gs)].map((match) => match[0].replace(/<[^>]*>/g, ''));

const FEES = grid([900, 900], ['Item', 'Fee'], ['Licence', '100'], ['Renewal', '40'], ['Copy', '5']);
const CODED = grid(
  [900, 400, 900],
  ['Item', 'Code', 'Fee'],
  ['Licence', 'L1', '100'],
  ['Renewal', 'R1', '45'],
  ['Copy', 'C1', '5'],
);

describe('columns', () => {
  test('one that came is marked cell by cell, the others are compared', () => {
    const body = both(FEES, CODED);
    expect(body.match(/<w:cellIns\/>/g)).toHaveLength(4);
    expect(inserted(body)).toEqual(['Code', 'L1', 'R1', '45', 'C1']);
    expect(deleted(body)).toEqual(['40']);
    expect(body).not.toContain('w:trPr');
    expect(body).not.toContain('tcPrChange');
  });

  test('one that went is brought cell by cell', () => {
    const body = both(CODED, FEES);
    expect(body.match(/<w:cellDel\/>/g)).toHaveLength(4);
    expect(deleted(body)).toEqual(['Code', 'L1', 'R1', '45', 'C1']);
    expect(inserted(body)).toEqual(['40']);
  });

  test('the grid as it was is told', () => {
    expect(both(FEES, CODED)).toMatch(
      /<w:tblGridChange w:id="\d+"><w:tblGrid><w:gridCol w:w="900"\/><w:gridCol w:w="900"\/><\/w:tblGrid><\/w:tblGridChange><\/w:tblGrid>/,
    );
  });

  test('at either edge', () => {
    const first = grid(
      [1, 1, 1],
      ['New', 'Item', 'Fee'],
      ['x', 'Licence', '100'],
      ['y', 'Renewal', '40'],
      ['z', 'Copy', '5'],
    );
    const last = grid(
      [1, 1, 1],
      ['Item', 'Fee', 'New'],
      ['Licence', '100', 'x'],
      ['Renewal', '40', 'y'],
      ['Copy', '5', 'z'],
    );
    expect(inserted(both(FEES, first))).toEqual(['New', 'x', 'y', 'z']);
    expect(inserted(both(FEES, last))).toEqual(['New', 'x', 'y', 'z']);
    expect(deleted(both(first, last))).toEqual(['New', 'x', 'y', 'z']);
  });

  test('a column and a row at once', () => {
    const after = grid(
      [1, 1, 1],
      ['Item', 'Code', 'Fee'],
      ['Licence', 'L1', '100'],
      ['Search', 'S1', '7'],
      ['Copy', 'C1', '5'],
    );
    const body = both(FEES, after);
    expect(body.match(/<w:trPr><w:ins\/><\/w:trPr>/g)).toHaveLength(1);
    expect(body.match(/<w:trPr><w:del\/><\/w:trPr>/g)).toHaveLength(1);
    expect(body.match(/<w:cellIns\/>/g)).toHaveLength(3);
  });

  test('a heading over all columns covers one more', () => {
    const body = both(
      grid([1, 1], [{ text: 'Schedule of fees', span: 2 }], ['Licence', '100'], ['Copy', '5']),
      grid([1, 1, 1], [{ text: 'Schedule of fees', span: 3 }], ['Licence', 'L1', '100'], ['Copy', 'C1', '5']),
    );
    expect(inserted(body)).toEqual(['L1', 'C1']);
    expect(body.match(/<w:tcPrChange><w:tcPr>.*?<w:gridSpan w:val="2"\/><\/w:tcPr><\/w:tcPrChange>/g)).toHaveLength(1);
  });

  test('a column that swaps places with another goes and comes', () => {
    const swapped = grid([1, 1], ['Fee', 'Item'], ['100', 'Licence'], ['40', 'Renewal'], ['5', 'Copy']);
    const body = both(FEES, swapped);
    expect(body.match(/<w:cellIns\/>/g)).toHaveLength(4);
    expect(body.match(/<w:cellDel\/>/g)).toHaveLength(4);
  });

  test('widths alone are no change', () => {
    const wide = pack(FEES.replaceAll('900', '1200') + p(''));
    expect(redline(pack(FEES + p('')), wide).bytes).toBe(wide);
  });

  test('where a number would stay behind, and where it is asked for, the rows are replaced', () => {
    const numbered = (text: string) => ({ text: p(r(text), '<w:numPr><w:numId w:val="1"/></w:numPr>') });
    const listed = grid([1, 1, 1], ['Item', numbered('Code'), 'Fee'], ['Licence', numbered('L1'), '100']);
    expect(both(grid([1, 1], ['Item', 'Fee'], ['Licence', '100']), listed)).not.toContain('cellIns');
    const body = both(FEES, CODED, 'replace');
    expect(body).not.toContain('cellIns');
    expect(body.match(/<w:trPr><w:del\/><\/w:trPr>/g)).toHaveLength(4);
  });
});

describe('merged cells', () => {
  const plain = grid([1, 1], ['North', '1'], ['South', '2'], ['East', '3']);

  test('cells merged downwards', () => {
    const body = both(
      plain,
      grid([1, 1], [{ text: 'North', merge: 'restart' }, '1'], [{ text: '', merge: 'continue' }, '2'], ['East', '3']),
    );
    expect(body).toContain('<w:cellMerge w:vMerge="rest"/>');
    expect(body).toContain('<w:cellMerge w:vMerge="cont"/>');
    expect(body).not.toContain('<w:vMerge');
    expect(deleted(body)).toEqual(['South']);
  });

  test('a merge taken apart, and one that begins a row later', () => {
    const rows = (...places: readonly string[]) =>
      places.map((place, k): Row => [{ text: k === 0 ? 'North' : '', merge: k === 0 ? 'restart' : 'continue' }, place]);
    const merged = grid([1, 1], ...rows('Durham County', 'Carlisle City', 'East Riding'));
    const apart = grid([1, 1], ['North', 'Durham County'], ['South', 'Carlisle City'], ['East', 'East Riding']);
    expect(both(merged, apart)).toContain('<w:cellMerge w:vMergeOrig="rest"/>');
    const later = both(merged, grid([1, 1], ...rows('Carlisle City', 'East Riding')));
    expect(later).toContain('<w:cellMerge w:vMerge="rest" w:vMergeOrig="cont"/>');
    expect(later.match(/<w:trPr><w:del\/><\/w:trPr>/g)).toHaveLength(1);
  });

  test('cells merged across, and split', () => {
    const across = grid([1, 1], [{ text: 'North 1', span: 2 }], ['South', '2'], ['East', '3']);
    const body = both(plain, across);
    expect(body.match(/<w:cellDel\/>/g)).toHaveLength(1);
    expect(body.match(/<w:tcPrChange>/g)).toHaveLength(1);
    expect(both(across, plain).match(/<w:cellIns\/>/g)).toHaveLength(1);
  });

  test('a cell that is merged both ways', () =>
    both(
      grid([1, 1, 1], ['a', 'b', 'c'], ['d', 'e', 'f'], ['g', 'h', 'i']),
      grid(
        [1, 1, 1],
        [{ text: 'a b d e', span: 2, merge: 'restart' }, 'c'],
        [{ text: '', span: 2, merge: 'continue' }, 'f'],
        ['g', 'h', 'i'],
      ),
    ));

  test('a merge stands where the schema asks for it once it is settled', () => {
    const shaded = (text: string, merge?: 'restart' | 'continue'): Cell => ({
      text,
      ...(merge === undefined ? {} : { merge }),
      more: '<w:shd w:val="clear" w:fill="EEEEEE"/>',
    });
    both(
      grid([1, 1], [shaded('North'), '1'], [shaded(''), '2']),
      grid([1, 1], [shaded('North', 'restart'), '1'], [shaded('', 'continue'), '2']),
    );
  });
});

describe('rows', () => {
  test('a row of which one word changed is never replaced', () => {
    const before = grid([1, 1], ['A', '1'], ['B', '2'], ['C', '3']);
    const body = both(before, grid([1, 1], ['A', '1'], ['X', '2'], ['C', '3'], ['D', '4']));
    expect(body.match(/<w:trPr>/g)).toHaveLength(1);
    expect(deleted(body)).toEqual(['B']);
  });

  test('a heading row that is one no more, and one that becomes one', () => {
    const heading = FEES.replace('<w:tr>', '<w:tr><w:trPr><w:tblHeader/></w:trPr>');
    expect(both(FEES, heading)).toContain('<w:trPrChange><w:trPr></w:trPr></w:trPrChange>');
    expect(both(heading, FEES)).toContain(
      '<w:trPr><w:trPrChange><w:trPr><w:tblHeader/></w:trPr></w:trPrChange></w:trPr>',
    );
  });

  test('a table in a cell is compared in it', () => {
    const inner = (fee: string) => grid([1, 1], ['Licence', fee], ['Copy', '5']) + p('');
    const body = both(grid([1, 1], ['Fees', { text: inner('100') }]), grid([1, 1], ['Fees', { text: inner('110') }]));
    expect(deleted(body)).toEqual(['100']);
    expect(body).not.toMatch(/cellIns|cellDel|trPr/);
    both(grid([1, 1], ['Fees', { text: FEES + p('') }]), grid([1, 1], ['Fees', { text: CODED + p('') }]));
  });

  test('tables in content controls, and rows and cells in them', () => {
    const held = (inner: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
    both(held(FEES), held(CODED));
    expect(both(FEES, held(CODED)).match(/<w:cellIns\/>/g)).toHaveLength(4);
    both(held(CODED), FEES);
    const rows = (xml: string) => xml.replace(/(<w:tr>.*<\/w:tr>)/s, held('$1'));
    both(rows(FEES), rows(CODED));
    const cells = (xml: string) => xml.replace(/<w:tc>(?:(?!<w:tc>).)*?L1.*?<\/w:tc>/s, held('$&'));
    both(cells(CODED), FEES);
    both(FEES, cells(CODED));
  });

  test('one table becomes two, and two one', () => {
    const [top, bottom] = [
      grid([1, 1], ['Item', 'Fee'], ['Licence', '100']),
      grid([1, 1], ['Renewal', '40'], ['Copy', '5']),
    ];
    both(FEES, top + lines('and') + bottom);
    both(top + lines('and') + bottom, FEES);
    both(lines('one', 'two') + FEES, lines('one') + FEES);
    both(FEES + lines('one', 'two'), FEES + lines('two'));
  });
});

describe('settling', () => {
  test('a column is one change, its grid and its text included', () => {
    const bytes = redline(pack(FEES + p('')), pack(CODED + p(''))).bytes;
    const changes = listTracked(bytes, quiet);
    expect(changes.map(({ kind, text }) => [kind, text])).toEqual([
      ['insertion', 'Code'],
      ['deletion', '40'],
      ['insertion', '45'],
    ]);
    const without = settleTracked(bytes, ({ id }) => (id === 'c1' ? 'reject' : 'accept'), quiet);
    expect(skeleton(without)).toBe(skeleton(pack(FEES.replace('40', '45') + p(''))));
    expect(bodyOf(without)).toContain('<w:tblGrid><w:gridCol w:w="900"/><w:gridCol w:w="900"/></w:tblGrid>');
  });
});

/** A table made up: its cells by row, with words of a small set so that rows and columns look alike. */
const WORDS = ['', 'fee', 'notice', '10', '20', 'the Registrar', 'copy of a deed', 'N/A'];
const word = fc.constantFrom(...WORDS);
const cellsOf = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }))
  .chain(([width, height]) =>
    fc.array(fc.array(word, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
  );
/** Merges by the cell that they begin at: how far to the right and down. */
const merges = fc.array(
  fc.tuple(fc.nat(4), fc.nat(3), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
  {
    maxLength: 3,
  },
);
const edits = fc.array(
  fc.tuple(
    fc.constantFrom('addRow', 'dropRow', 'addColumn', 'dropColumn', 'word', 'swapRows'),
    fc.nat(5),
    fc.nat(4),
    word,
  ),
  { maxLength: 4 },
);

function edited(rows: string[][], [how, i, j, text]: readonly [string, number, number, string]): string[][] {
  const height = rows.length;
  const width = rows[0]?.length ?? 0;
  const [row, column] = [i % height, j % width];
  const at = <T>(list: readonly T[], k: number, count: number, ...more: T[]): T[] => [
    ...list.slice(0, k),
    ...more,
    ...list.slice(k + count),
  ];
  if (how === 'addRow')
    return at(
      rows,
      row,
      0,
      Array.from({ length: width }, (_, k) => `${text} ${k}`),
    );
  if (how === 'dropRow') return height > 1 ? at(rows, row, 1) : rows;
  if (how === 'addColumn') return rows.map((cells, k) => at(cells, column, 0, `${text} ${k}`));
  if (how === 'dropColumn') return width > 1 ? rows.map((cells) => at(cells, column, 1)) : rows;
  if (how === 'swapRows') return at(at(rows, row, 1), 0, 0, rows[row] as string[]);
  return rows.map((cells, k) => (k === row ? at(cells, column, 1, text) : cells));
}

/** A table with merges laid over its cells; those that would cross another are left out. */
function merged(rows: readonly (readonly string[])[], wanted: readonly (readonly number[])[]): string {
  const [height, width] = [rows.length, rows[0]?.length ?? 0];
  const taken = rows.map((row) => row.map(() => 0));
  const areas: { top: number; left: number; bottom: number; right: number }[] = [];
  for (const [i, j, across, down] of wanted as [number, number, number, number][]) {
    const [top, left] = [i % height, j % width];
    const area = { top, left, bottom: Math.min(height, top + down), right: Math.min(width, left + across) };
    const free = taken
      .slice(area.top, area.bottom)
      .every((row) => row.slice(area.left, area.right).every((x) => x === 0));
    if (!free) continue;
    areas.push(area);
    for (let y = area.top; y < area.bottom; y++)
      for (let x = area.left; x < area.right; x++) (taken[y] as number[])[x] = 1;
  }
  const body = rows.map((row, y) => {
    const cells: Cell[] = [];
    for (let x = 0; x < width; ) {
      const area = areas.find(({ top, bottom, left }) => left === x && top <= y && y < bottom);
      if (area === undefined) cells.push({ text: row[x++] ?? '' });
      else {
        const tall = area.bottom - area.top > 1;
        const text = y === area.top ? (row[x] ?? '') : '';
        const merge = tall ? { merge: y === area.top ? ('restart' as const) : ('continue' as const) } : {};
        cells.push({ text, span: area.right - area.left, ...merge });
        x = area.right;
      }
    }
    return cells;
  });
  return grid(
    Array.from({ length: width }, (_, k) => 500 + k),
    ...body,
  );
}

describe('tables made up at random', () => {
  test('come back on both sides, however rows, columns and merges are edited', () => {
    fc.assert(
      fc.property(cellsOf, merges, edits, merges, (rows, first, changes, second) => {
        const after = changes.reduce(edited, rows);
        const [a, b] = [merged(rows, first), merged(after, second)];
        both(a, b, changes.length % 4 === 1 ? 'replace' : 'mark');
      }),
      { numRuns: 150 },
    );
  });

  test('a column that came costs its own text and no more', () => {
    const distinct = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 6 }), fc.nat(4));
    fc.assert(
      fc.property(distinct, ([width, height, place]) => {
        const rows = Array.from({ length: height }, (_, y) =>
          Array.from({ length: width }, (_, x) => `cell ${y} ${x}`),
        );
        const at = place % (width + 1);
        const after = rows.map((row, y) => [...row.slice(0, at), `new ${y}`, ...row.slice(at)]);
        const body = both(merged(rows, []), merged(after, []));
        expect(deleted(body)).toEqual([]);
        expect(inserted(body)).toEqual(rows.map((_, y) => `new ${y}`));
      }),
      { numRuns: 60 },
    );
  });
});

test('a style that numbers counts as a number', () => {
  const styles = part(
    'styles',
    '<w:style w:type="paragraph" w:styleId="Level"><w:name w:val="Level"/><w:basedOn w:val="Base"/></w:style><w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>',
  );
  const styled = (text: string) => ({ text: p(r(text), '<w:pStyle w:val="Level"/>') });
  const [a, b] = [
    pack(grid([1, 1], ['Item', 'Fee'], ['Licence', '100']) + p(''), { 'styles.xml': styles }),
    pack(grid([1, 1, 1], ['Item', styled('Code'), 'Fee'], ['Licence', styled('L1'), '100']) + p(''), {
      'styles.xml': styles,
    }),
  ];
  expect(redline(a, b).body).not.toContain('cellIns');
});
