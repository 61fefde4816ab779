/** The laws of a redline that keeps earlier authors' marks, over made-up bodies that two of them have changed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settleTracked } from '../../../src/write/in-place/index.ts';
import { accepted, p, pack, r, redline, rejected, told, xmlOf } from './build.ts';

const WORDS = ['the', 'party', 'shall', 'give', 'notice', '20.1', 'of', 'Days', 'a &amp; b', 'writing.', 'Where'];

/** What stands in a paragraph, by what an author made of it. */
interface Inline {
  readonly xml: string;
  readonly how: 'plain' | 'plain' | 'came' | 'went' | 'moved' | 'looks';
  readonly author: string;
}

interface Paragraph {
  readonly inlines: readonly Inline[];
  readonly format: string;
  readonly mark: 'plain' | 'came' | 'went';
  readonly author: string;
}

interface Grid {
  readonly rows: readonly (readonly Paragraph[])[];
  readonly marks: readonly ('plain' | 'came' | 'went')[];
}

type Block = Paragraph | Grid;

const author = fc.constantFrom('B', 'C');
const words = fc
  .tuple(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }), fc.constantFrom('', '', '<w:b/>'))
  .map(([list, format]) => r(`${list.join(' ')} `, format));
const other = fc.constantFrom(
  '<w:r><w:tab/></w:r>',
  '<w:r><w:br/></w:r>',
  '<w:r><w:drawing><pic/></w:drawing></w:r>',
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('4.1')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
);
const inline: fc.Arbitrary<Inline> = fc.record({
  xml: fc.oneof({ weight: 7, arbitrary: words }, { weight: 1, arbitrary: other }),
  how: fc.constantFrom('plain', 'plain', 'plain', 'came', 'went', 'moved', 'looks'),
  author,
});
const mark = fc.constantFrom('plain', 'plain', 'plain', 'plain', 'came', 'went') as fc.Arbitrary<Paragraph['mark']>;
const paragraph: fc.Arbitrary<Paragraph> = fc.record({
  inlines: fc.array(inline, { maxLength: 5 }),
  format: fc.constantFrom('', '', '<w:jc w:val="right"/>'),
  mark,
  author,
});
const cell = paragraph.map((one): Paragraph => ({ ...one, mark: 'plain' }));
const grid: fc.Arbitrary<Grid> = fc.record({
  rows: fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 3 }),
  marks: fc.array(mark, { minLength: 3, maxLength: 3 }),
});
const block: fc.Arbitrary<Block> = fc.oneof({ weight: 8, arbitrary: paragraph }, { weight: 1, arbitrary: grid });
const body = fc.array(block, { minLength: 1, maxLength: 6 });

/** A body and one made of it in silence: blocks dropped and added, words changed, marks settled. */
const pair = fc
  .tuple(
    body,
    fc.array(fc.tuple(fc.nat(), fc.constantFrom('drop', 'add', 'word', 'settle', 'piece', 'move'), block), {
      maxLength: 4,
    }),
  )
  .map(([before, edits]) => [before, edits.reduce(edited, before)] as const);

function edited(blocks: readonly Block[], [at, how, block]: readonly [number, string, Block]): readonly Block[] {
  const k = blocks.length === 0 ? 0 : at % blocks.length;
  const here = blocks[k];
  if (how === 'add' || here === undefined) return blocks.toSpliced(k, 0, block);
  if (how === 'drop') return blocks.toSpliced(k, 1);
  if (how === 'move') return blocks.toSpliced(k, 1).toSpliced(at % 5, 0, here);
  if (!('inlines' in here)) return blocks;
  if (how === 'settle') return blocks.toSpliced(k, 1, { ...here, mark: 'plain', inlines: here.inlines.map(plain) });
  if (how === 'piece') return blocks.toSpliced(k, 1, { ...here, inlines: here.inlines.slice(1) });
  return blocks.toSpliced(k, 1, { ...here, inlines: here.inlines.map(reworded) });
}

const plain = (one: Inline): Inline => ({ ...one, how: 'plain' });
const reworded = (one: Inline): Inline => ({ ...one, xml: one.xml.replace(/party|notice|the/, 'another word') });

const signed = (by: string) => `w:id="#" w:author="${by}" w:date="2019-01-01T00:00:00Z"`;

function toldInline({ xml, how, author: by }: Inline): string {
  if (how === 'came') return `<w:ins ${signed(by)}>${xml}</w:ins>`;
  if (how === 'moved') return `<w:ins ${signed('C')}><w:del ${signed(by)}>${deleted(xml)}</w:del></w:ins>`;
  if (how === 'went') return `<w:del ${signed(by)}>${deleted(xml)}</w:del>`;
  if (how === 'plain' || !xml.startsWith('<w:r><w:t ')) return xml;
  return xml.replace('<w:r>', `<w:r><w:rPr><w:i/><w:rPrChange ${signed(by)}><w:rPr/></w:rPrChange></w:rPr>`);
}

const deleted = (xml: string): string =>
  xml.replaceAll('w:t>', 'w:delText>').replaceAll('<w:t ', '<w:delText ').replaceAll('w:instrText', 'w:delInstrText');

const MARKS = { came: 'ins', went: 'del' } as const;

function markOf(how: Paragraph['mark'], by: string): string {
  return how === 'plain' ? '' : `<w:${MARKS[how]} ${signed(by)}/>`;
}

function toldBlock(one: Block): string {
  if ('inlines' in one) {
    const format = one.mark === 'plain' ? '' : `<w:rPr>${markOf(one.mark, one.author)}</w:rPr>`;
    return p(one.inlines.map(toldInline).join(''), one.format + format);
  }
  const rows = one.rows.map((cells, k) => {
    const how = one.marks[k] ?? 'plain';
    const format = how === 'plain' ? '' : `<w:trPr>${markOf(how, 'B')}</w:trPr>`;
    return `<w:tr>${format}${cells.map((each) => `<w:tc><w:tcPr><w:tcW w:w="9"/></w:tcPr>${toldBlock(each)}</w:tc>`).join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;
}

function file(blocks: readonly Block[]): Uint8Array {
  let id = 0;
  const text = blocks
    .map(toldBlock)
    .join('')
    .replaceAll('</w:tbl><w:tbl>', `</w:tbl>${p(r('between'))}<w:tbl>`);
  return pack(`${text}${p(r('the end'))}`.replace(/w:id="#"/g, () => `w:id="${++id}"`));
}

/** The tags of earlier authors’ marks. */
const marksOf = (bytes: Uint8Array): string[] => xmlOf(bytes).match(/<w:\w+ w:id="\d+" w:author="[BC]"[^>]*>/g) ?? [];

const takingBack = (bytes: Uint8Array, authors: readonly string[]): Uint8Array =>
  settleTracked(
    bytes,
    ({ author: by }) => (authors.includes(by) ? 'reject' : 'leave'),
    () => {},
  );

/** What a file says, short of paragraphs that say nothing: one in front of a table stays once what it held is settled apart. */
const said = (bytes: Uint8Array): string[] => told(bytes).filter((line) => !/\| $/.test(line));

describe('a redline that keeps what earlier authors marked', () => {
  test('gives after when accepted and before’s first text when rejected', () => {
    fc.assert(
      fc.property(pair, fc.constantFrom('apart', 'native'), ([before, after], moves) => {
        const [a, b] = [file(before), file(after)];
        const { bytes } = redline(a, b, { tracked: 'keep', moves });
        expect(told(accepted(bytes))).toEqual(told(accepted(b)));
        expect(told(rejected(bytes))).toEqual(told(rejected(a)));
        const ids = [...xmlOf(bytes).matchAll(/<w:(?:ins|del|rPrChange|pPrChange) w:id="(\d+)"/g)].map(([, id]) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 400 },
    );
  });

  test('leaves their marks to them, and settles without them', () => {
    fc.assert(
      fc.property(pair, fc.constantFrom('apart', 'native'), ([before, after], moves) => {
        const [a, b] = [file(before), file(after)];
        const { bytes, messages } = redline(a, b, { tracked: 'keep', moves });
        expect(said(takingBack(takingBack(bytes, ['A. Drafter']), ['B', 'C']))).toEqual(said(rejected(a)));
        expect(said(takingBack(takingBack(bytes, ['B', 'C']), ['A. Drafter']))).toEqual(said(rejected(a)));
        if (messages.some(({ rule }) => rule === 'write/in-place-unkept')) return;
        expect(marksOf(bytes)).toEqual(expect.arrayContaining(marksOf(b)));
      }),
      { numRuns: 200 },
    );
  });

  test('marks nothing where nobody changed anything in silence', () => {
    fc.assert(
      fc.property(body, (blocks) => {
        const b = file(blocks);
        const { bytes, messages } = redline(rejected(b), b, { tracked: 'keep' });
        if (messages.length === 0) expect(bytes).toBe(b);
      }),
      { numRuns: 200 },
    );
  });
});
