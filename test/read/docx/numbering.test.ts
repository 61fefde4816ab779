/** Numbering as Word shows it. Unless said otherwise, LibreOffice's plain-text export shows the same labels. */
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/read/docx/index.ts';
import { printNumber } from '../../../src/read/docx/number-formats.ts';
import { linesOf } from './lines.ts';
import { docx, level, listed, lists, p, r, style } from './make.ts';

/** The labels of paragraphs, each of which says `x`. */
function labels(numbering: string, paragraphs: readonly string[], styles = ''): string[] {
  const document = readDocx(docx(paragraphs.join(''), { numbering, styles }), {}, () => {});
  return linesOf(document, true).main.map((line) => line.replace(/ ?x$/, ''));
}

const at = (...places: readonly (readonly [number, number])[]) =>
  places.map(([numId, ilvl]) => p(r('x'), listed(numId, ilvl)));

const LEGAL = [
  level(0, 'decimal', '%1.'),
  level(1, 'decimal', '%1.%2'),
  level(2, 'lowerLetter', '(%3)'),
  level(3, 'lowerRoman', '(%4)'),
].join('');

const num = (id: number, abstract: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;
const restart = (ilvl: number, start: number) =>
  `<w:lvlOverride w:ilvl="${ilvl}"><w:startOverride w:val="${start}"/></w:lvlOverride>`;

describe('counting', () => {
  it('levels start again behind a higher one', () => {
    const places = at([1, 0], [1, 1], [1, 1], [1, 2], [1, 2], [1, 3], [1, 2], [1, 1], [1, 2], [1, 0], [1, 1]);
    expect(labels(lists(LEGAL), places)).toEqual([
      '1.',
      '1.1',
      '1.2',
      '(a)',
      '(b)',
      '(i)',
      '(c)',
      '1.3',
      '(a)',
      '2.',
      '2.1',
    ]);
  });

  it('levels that are passed over count as begun', () => {
    expect(labels(lists(LEGAL), at([1, 1], [1, 1], [1, 0], [1, 1], [1, 3], [1, 2]))).toEqual([
      '1.1',
      '1.2',
      '2.',
      '2.1',
      '(i)',
      '(b)',
    ]);
    expect(labels(lists(LEGAL), at([1, 0], [1, 2], [1, 1]))).toEqual(['1.', '(a)', '1.2']);
  });

  it('lists of one definition count on from one another, unless one starts again', () => {
    const numbering = lists(LEGAL) + num(2, 0) + num(3, 0, restart(0, 7));
    expect(labels(numbering, at([1, 0], [2, 0], [3, 0], [3, 0], [1, 0], [2, 1]))).toEqual([
      '1.',
      '2.',
      '7.',
      '8.',
      '9.',
      '9.1',
    ]);
  });

  it('a list may replace a level of its definition', () => {
    const numbering =
      lists(LEGAL) + num(2, 0, `<w:lvlOverride w:ilvl="0">${level(0, 'upperRoman', 'Art. %1')}</w:lvlOverride>`);
    expect(labels(numbering, at([1, 0], [2, 0], [2, 1]))).toEqual(['1.', 'Art. II', 'II.1']);
  });

  it('levels start where they say, 0 included', () => {
    const from = (ilvl: number, start: number, text: string) =>
      `<w:lvl w:ilvl="${ilvl}"><w:start w:val="${start}"/><w:numFmt w:val="decimal"/><w:lvlText w:val="${text}"/></w:lvl>`;
    expect(labels(lists(from(0, 5, '%1.') + from(1, 0, '%1.%2')), at([1, 0], [1, 1], [1, 1], [1, 0], [1, 1]))).toEqual([
      '5.',
      '5.0',
      '5.1',
      '6.',
      '6.0',
    ]);
  });

  // LibreOffice does not know lvlRestart; ISO/IEC 29500-1, 17.9.10 is the judge here.
  it('a level may start again behind some levels only, or never', () => {
    const levels =
      level(0, 'decimal', '%1.') +
      level(1, 'decimal', '%1.%2', '<w:lvlRestart w:val="0"/>') +
      level(2, 'lowerLetter', '(%3)', '<w:lvlRestart w:val="1"/>');
    expect(labels(lists(levels), at([1, 0], [1, 1], [1, 2], [1, 1], [1, 2], [1, 0], [1, 1], [1, 2]))).toEqual([
      '1.',
      '1.1',
      '(a)',
      '1.2',
      '(b)',
      '2.',
      '2.3',
      '(a)',
    ]);
  });

  // LibreOffice does not know isLgl; 17.9.4 is the judge here.
  it('legal numbering shows all numbers in Arabic digits', () => {
    const levels =
      level(0, 'upperRoman', 'Article %1.') +
      level(1, 'decimalZero', 'Section %1.%2', '<w:isLgl/>') +
      level(2, 'lowerLetter', '%1.%2.%3');
    expect(labels(lists(levels), at([1, 0], [1, 1], [1, 2]))).toEqual(['Article I.', 'Section 1.01', 'I.01.a']);
  });

  it('a level that prints nothing takes what stands behind it along', () => {
    const levels = level(0, 'decimal', '%1.') + level(1, 'none', 'Note') + level(2, 'decimal', '%1.%2.%3');
    expect(labels(lists(levels), at([1, 0], [1, 1], [1, 2], [1, 0]))).toEqual(['1.', 'Note', '1.1', '2.']);
  });

  it('a list may stand for the list of a numbering style', () => {
    const numbering =
      `<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="L"/>${LEGAL}</w:abstractNum>` +
      `<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>${num(1, 0)}${num(2, 1)}`;
    const styles = style('L', 'L', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', 'numbering');
    expect(labels(numbering, at([2, 0], [2, 1], [1, 0], [2, 1]), styles)).toEqual(['1.', '1.1', '2.', '2.1']);
  });

  it('styles place their paragraphs in lists, and may be based on such', () => {
    const numbering = lists(
      LEGAL.replace('<w:lvlText w:val="%1."/>', '<w:pStyle w:val="S1"/><w:lvlText w:val="%1."/>'),
    );
    const listedAs = (ilvl: string, numId = '<w:numId w:val="1"/>') =>
      `<w:pPr><w:numPr>${ilvl}${numId}</w:numPr></w:pPr>`;
    const styles =
      style('S1', 'S1', listedAs('')) +
      style('S2', 'S2', listedAs('<w:ilvl w:val="1"/>')) +
      style('S3', 'S3', '<w:basedOn w:val="S2"/>') +
      style('S4', 'S4', `<w:basedOn w:val="S2"/>${listedAs('<w:ilvl w:val="2"/>', '')}`) +
      style('S5', 'S5', `<w:basedOn w:val="S2"/>${listedAs('', '<w:numId w:val="0"/>')}`);
    const styled = (id: string, more = '') => p(r('x'), `<w:pStyle w:val="${id}"/>${more}`);
    const paragraphs = [
      styled('S1'),
      styled('S2'),
      styled('S3'),
      styled('S4'),
      styled('S2', listed(0)),
      styled('S2'),
      styled('S5'),
    ];
    expect(labels(numbering, paragraphs, styles)).toEqual(['1.', '1.1', '1.2', '(a)', '', '1.3', '']);
  });

  it('paragraphs in cells and notes count in the order of the text', () => {
    const cell = `<w:tbl><w:tr><w:tc>${at([1, 0]).join('')}</w:tc></w:tr></w:tbl>`;
    expect(labels(lists(LEGAL), [...at([1, 0]), cell, ...at([1, 0])])).toEqual(['1.', '2.', '3.']);
  });
});

describe('printNumber', () => {
  it.each([
    ['decimal', 12, '12'],
    ['decimalZero', 7, '07'],
    ['decimalZero', 12, '12'],
    ['lowerLetter', 1, 'a'],
    ['lowerLetter', 26, 'z'],
    ['lowerLetter', 27, 'aa'],
    ['upperLetter', 53, 'AAA'],
    ['lowerRoman', 49, 'xlix'],
    ['upperRoman', 1994, 'MCMXCIV'],
    ['upperRoman', 40_000, '40000'],
    ['ordinal', 1, '1st'],
    ['ordinal', 12, '12th'],
    ['ordinal', 22, '22nd'],
    ['ordinal', 103, '103rd'],
    ['cardinalText', 1, 'One'],
    ['cardinalText', 342, 'Three hundred forty-two'],
    ['cardinalText', 20_001, 'Twenty thousand one'],
    ['ordinalText', 21, 'Twenty-first'],
    ['ordinalText', 30, 'Thirtieth'],
    ['ordinalText', 12, 'Twelfth'],
    ['hex', 255, 'FF'],
    ['chicago', 5, '**'],
    ['decimalEnclosedCircle', 3, '③'],
    ['decimalEnclosedCircle', 21, '21'],
    ['numberInDash', 4, '- 4 -'],
    ['arabicAlpha', 1, 'أ'],
    ['hindiNumbers', 10, '१०'],
    ['none', 4, ''],
    ['lowerLetter', 0, '0'],
    ['upperRoman', -1, '-1'],
    ['toString', 3, '3'],
    ['unheard of', 3, '3'],
  ])('%s of %i is %s', (format, n, text) => {
    expect(printNumber(n, format)).toBe(text);
  });
});
