/** The laws of a redline in place, over made-up bodies: both sides come back, and what holds no change stays to the byte. */
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { accepted, p, pack, r, redline, rejected, table, told, xmlOf } from './build.ts';

const WORDS = [
  'the',
  'party',
  'shall',
  'give',
  'notice',
  '20.1',
  'of',
  'Working Days',
  'a &amp; b',
  'in writing.',
  'Where',
];
const FORMATS = ['', '', '', '<w:b/>', '<w:i/>'];
const STYLES = ['', '', '<w:jc w:val="right"/>'];

const run = fc
  .tuple(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }), fc.constantFrom(...FORMATS))
  .map(([words, format]) => r(`${words.join(' ')} `, format));
const extra = fc.constantFrom(
  '<w:r><w:tab/></w:r>',
  '<w:bookmarkStart w:id="3" w:name="x"/>',
  '<w:r><w:br/></w:r>',
  `<w:hyperlink w:anchor="x">${r('link text')}</w:hyperlink>`,
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('4.1')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
  '<w:r><w:drawing><pic/></w:drawing></w:r>',
);
const paragraph = fc
  .tuple(
    fc.array(fc.oneof({ weight: 6, arbitrary: run }, { weight: 1, arbitrary: extra }), { maxLength: 5 }),
    fc.constantFrom(...STYLES),
  )
  .map(([runs, style]) => p(runs.join(''), style));
const grid = fc.array(fc.array(fc.constantFrom('1', '2', 'notice', 'Working Days'), { minLength: 2, maxLength: 2 }), {
  minLength: 1,
  maxLength: 4,
});
const block = fc.oneof(
  { weight: 8, arbitrary: paragraph },
  { weight: 1, arbitrary: grid.map((rows) => table(...rows)) },
);
const body = fc.array(block, { minLength: 1, maxLength: 9 });

/** A body and one made of it: blocks dropped, doubled, swapped for others, words changed in them. */
const pair = fc
  .tuple(
    body,
    fc.array(fc.tuple(fc.nat(), fc.constantFrom('drop', 'add', 'word', 'cut', 'join'), block), { maxLength: 5 }),
  )
  .map(([before, edits]) => [before, edits.reduce(edited, before)] as const);

function edited(blocks: readonly string[], [at, how, block]: readonly [number, string, string]): string[] {
  const copy = [...blocks];
  const k = copy.length === 0 ? 0 : at % copy.length;
  const here = copy[k] ?? '';
  if (how === 'drop') copy.splice(k, 1);
  else if (how === 'add') copy.splice(k, 0, block);
  else if (how === 'word') copy[k] = here.replace(/party |notice |1/, 'another word ');
  else if (how === 'cut' && here.startsWith('<w:p>') && !here.includes('fldChar'))
    copy[k] = here.replace('</w:r><w:r>', '</w:r></w:p><w:p><w:r>');
  else if (
    how === 'join' &&
    copy[k + 1]?.startsWith('<w:p><w:r>') &&
    here.startsWith('<w:p>') &&
    !here.includes('w:tbl')
  ) {
    copy.splice(k, 2, here.replace(/<\/w:p>$/, '') + (copy[k + 1] as string).slice(5));
  }
  return copy;
}

/** Body texts as a file that Word would take: a paragraph at the end, and between tables. */
const file = (blocks: readonly string[]): Uint8Array =>
  pack(`${blocks.join('').replaceAll('</w:tbl><w:tbl>', `</w:tbl>${p(r('between'))}<w:tbl>`)}${p(r('the end'))}`);

describe.each([{ moves: 'apart' }, { moves: 'native' }] as const)('a redline in place, moves $moves', (options) => {
  test('gives after when accepted and before when rejected', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const [a, b] = [file(before), file(after)];
        const { bytes } = redline(a, b, options);
        expect(told(accepted(bytes))).toEqual(told(b));
        expect(told(rejected(bytes))).toEqual(told(a));
      }),
      { numRuns: 300 },
    );
  });

  test('holds for two bodies that have nothing to do with each other', () => {
    fc.assert(
      fc.property(body, body, (before, after) => {
        const [a, b] = [file(before), file(after)];
        const { bytes } = redline(a, b, options);
        expect(told(accepted(bytes))).toEqual(told(b));
        expect(told(rejected(bytes))).toEqual(told(a));
      }),
      { numRuns: 150 },
    );
  });

  test('leaves every byte outside the paragraphs that hold a change', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const [a, b] = [file(before), file(after)];
        const { bytes } = redline(a, b, options);
        const [marked, plain] = [xmlOf(bytes), xmlOf(b)];
        expect(unmarked(marked)).toEqual(subsequence(unmarked(marked), paragraphs(plain)));
        expect(marked.slice(0, marked.indexOf('<w:body>'))).toBe(plain.slice(0, plain.indexOf('<w:body>')));
        expect(marked.slice(marked.lastIndexOf('<w:sectPr'))).toBe(plain.slice(plain.lastIndexOf('<w:sectPr')));
        const [own, theirs] = [unzipSync(bytes), unzipSync(b)];
        for (const [name, content] of Object.entries(theirs)) {
          if (name !== 'word/document.xml') expect(strFromU8(own[name] as Uint8Array)).toBe(strFromU8(content));
        }
      }),
      { numRuns: 200 },
    );
  });

  test('never marks a paragraph that stands on both sides in place', () => {
    fc.assert(
      fc.property(body, paragraph, fc.nat(), (before, added, at) => {
        const after = [...before];
        after.splice(at % (before.length + 1), 0, added);
        const { bytes } = redline(file(before), file(after), options);
        const count = paragraphs(xmlOf(bytes)).filter((xml) => !unmarked(xml).includes(xml)).length;
        expect(count).toBeLessThanOrEqual(2);
      }),
      { numRuns: 150 },
    );
  });
});

const paragraphs = (xml: string): string[] => xml.match(/<w:p>.*?<\/w:p>/gs) ?? [];

/** The paragraphs that hold no tracked change, and are no rest of one that a mark that is gone parts. */
function unmarked(xml: string): string[] {
  const all = paragraphs(xml);
  return all.filter((one, k) => !TRACKED.test(one) && !GONE_MARK.test(all[k - 1] ?? ''));
}

const TRACKED = /<w:(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange)\b/;
const GONE_MARK = /<w:rPr><w:(?:del|moveFrom) [^>]*\/>/;

/** As much of `wanted` as stands in `list` in that order. */
function subsequence(wanted: readonly string[], list: readonly string[]): string[] {
  const found: string[] = [];
  let at = 0;
  for (const one of wanted) {
    const next = list.indexOf(one, at);
    if (next < 0) break;
    found.push(one);
    at = next + 1;
  }
  return found;
}
