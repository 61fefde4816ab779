/** From headings, lists, styles and typed labels to clauses, limbs, definitions and closing words. */
import { describe, expect, it } from 'vitest';
import type { Block, Clause } from '../../../src/model/document.ts';
import { plainText } from '../../../src/model/walk.ts';
import { readDocx } from '../../../src/read/docx/index.ts';
import { docx, level, listed, lists, type Parts, p, r, style } from './make.ts';

const LEGAL = [
  level(0, 'decimal', '%1'),
  level(1, 'decimal', '%1.%2'),
  level(2, 'lowerLetter', '(%3)'),
  level(3, 'lowerRoman', '(%4)'),
].join('');
const BULLETS = level(0, 'bullet', '•') + level(1, 'bullet', '◦');
const STYLES =
  style('Normal', 'Normal') +
  [1, 2, 3]
    .map((n) => style(`Heading${n}`, `heading ${n}`, `<w:pPr><w:outlineLvl w:val="${n - 1}"/></w:pPr>`))
    .join('') +
  style('Mine', 'My heading', '<w:basedOn w:val="Heading1"/>') +
  style('Quote', 'Quote');

function blocks(body: string, parts: Parts = {}): readonly Block[] {
  const numbering = lists(LEGAL, BULLETS, level(0, 'decimal', '%1.'));
  return readDocx(docx(body, { numbering, styles: STYLES, ...parts }), {}, () => {}).children;
}

/** The tree in indented lines: kind, label, heading or text. */
function tree(nodes: readonly Block[], depth = 0): string[] {
  return nodes.flatMap((node) => {
    const indent = '  '.repeat(depth);
    if (node.type === 'clause') return [indent + clauseLine(node), ...tree(node.children, depth + 1)];
    if (node.type === 'item') return [`${indent}item`, ...tree(node.children, depth + 1)];
    if (node.type === 'definition') return [`${indent}definition ${node.term}`, ...tree(node.children, depth + 1)];
    return [`${indent}${node.type === 'para' && node.style !== undefined ? `${node.style} ` : ''}${plainText(node)}`];
  });
}

function clauseLine(clause: Clause): string {
  const heading = clause.heading === undefined ? undefined : `"${plainText(clause.heading)}"`;
  return [clause.kind, clause.label, clause.fixed === true ? 'fixed' : undefined, heading]
    .filter((part) => part !== undefined)
    .join(' ');
}

const heading = (n: number | 'Mine', text: string, more = '') =>
  p(r(text), `<w:pStyle w:val="${n === 'Mine' ? n : `Heading${n}`}"/>${more}`);

describe('structure', () => {
  it('from one list at several levels, with lead-in and closing words', () => {
    const body =
      heading(1, 'Completion', listed(1, 0)) +
      p(r('An entry completes where:'), listed(1, 1)) +
      p(r('all tests ran; and'), listed(1, 2)) +
      p(r('either:'), listed(1, 2)) +
      p(r('one; or'), listed(1, 3)) +
      p(r('two,'), listed(1, 3)) +
      p(r('and not otherwise.')) +
      p(r('A party may appeal.'), listed(1, 1));
    expect(tree(blocks(body))).toEqual([
      'clause 1 "Completion"',
      '  clause 1.1',
      '    An entry completes where:',
      '    limb (a)',
      '      all tests ran; and',
      '    limb (b)',
      '      either:',
      '      limb (i)',
      '        one; or',
      '      limb (ii)',
      '        two,',
      '    and not otherwise.',
      '  clause 1.2',
      '    A party may appeal.',
    ]);
  });

  it('from typed labels', () => {
    const body =
      heading(1, '4 Completion') +
      p(r('4.1\tAn entry completes where:')) +
      p(r('(a)', '<w:i/>') + r('\tall tests ran; and')) +
      p(r('(b) no issue is open.')) +
      p(r('4.1A') + r(' Inserted.')) +
      p(r('5\tNot a heading')) +
      p(r('12 months is a time')) +
      p(r('12.34'));
    expect(tree(blocks(body))).toEqual([
      'clause 4 "Completion"',
      '  clause 4.1',
      '    An entry completes where:',
      '    limb (a)',
      '      all tests ran; and',
      '    limb (b)',
      '      no issue is open.',
      '  clause 4.1A fixed',
      '    Inserted.',
      '  clause 5',
      '    Not a heading',
      '    12 months is a time',
      '    12.34',
    ]);
  });

  it('headings by outline level, by style, by a style based on it; divisions by their name', () => {
    const body =
      heading(1, 'Purpose') +
      heading(2, 'Scope') +
      p(r('Text')) +
      heading('Mine', 'Annex A Reports') +
      p(r('By level'), '<w:outlineLvl w:val="1"/>') +
      heading(1, 'Body text', '<w:outlineLvl w:val="9"/>');
    expect(tree(blocks(body))).toEqual([
      'part "Purpose"',
      '  part "Scope"',
      '    Text',
      'part Annex A "Reports"',
      '  part "By level"',
      '    Body text',
    ]);
  });

  it('a sentence in a heading style is no heading', () => {
    const sentence =
      'The Supplier Party shall deliver the report to the Panel within ten Working Days of the end of the test.';
    const body = heading(1, 'Reports', listed(1, 0)) + heading(2, sentence, listed(1, 1));
    expect(tree(blocks(body))).toEqual(['clause 1 "Reports"', '  clause 1.1', `    ${sentence}`]);
  });

  it('a list 1, 2, 3 within clauses is a list of limbs', () => {
    const body =
      p(r('Clause'), listed(1, 1)) + p(r('one'), listed(3)) + p(r('two'), listed(3)) + p(r('Next'), listed(1, 1));
    expect(tree(blocks(body))).toEqual([
      'clause 1.1',
      '  Clause',
      '  limb 1.',
      '    one',
      '  limb 2.',
      '    two',
      'clause 1.2',
      '  Next',
    ]);
  });

  it('limbs of separate lists stand in one another as they are written', () => {
    const numbering = lists(
      level(0, 'decimal', '%1.'),
      level(0, 'lowerLetter', '(%1)'),
      level(0, 'lowerRoman', '(%1)'),
      level(0, 'lowerLetter', '(%1)'),
      level(1, 'lowerRoman', '(%2)'),
    );
    const limbs: [number, number][] = [
      [1, 0],
      [2, 0],
      [2, 0],
      [3, 0],
      [3, 0],
      [2, 0],
      [5, 1],
      [1, 0],
      [4, 0],
    ];
    const body = limbs.map(([numId, ilvl]) => p(r('x'), listed(numId, ilvl))).join('');
    expect(tree(blocks(body, { numbering })).filter((line) => !line.endsWith('x'))).toEqual([
      'clause 1.',
      '  limb (a)',
      '  limb (b)',
      '    limb (i)',
      '    limb (ii)',
      '  limb (c)',
      '    limb (i)',
      'clause 2.',
      '  limb (a)',
    ]);
  });

  it('bullets and bullets within', () => {
    const body = p(r('one'), listed(2)) + p(r('inner'), listed(2, 1)) + p(r('two'), listed(2));
    expect(tree(blocks(body))).toEqual(['item', '  one', '  item', '    inner', 'item', '  two']);
  });

  it('definitions, quotes and empty paragraphs', () => {
    const body =
      p(r('Testing Issue', '<w:b/>') + r(' means a fault.')) + p('') + p(r('Quoted'), '<w:pStyle w:val="Quote"/>');
    expect(tree(blocks(body))).toEqual(['definition Testing Issue', '  Testing Issue means a fault.', 'quote Quoted']);
  });

  it('in cells numbers count, and what looks like a label is text', () => {
    const cell = (content: string) => `<w:tc>${content}</w:tc>`;
    const body = `<w:tbl><w:tr>${cell(p('', listed(3)))}${cell(p(r('1.2 Value')))}${cell(p(r('limb'), listed(1, 2)))}</w:tr></w:tbl>`;
    const [table] = blocks(body);
    const cells = table?.type === 'table' ? (table.rows[0]?.cells ?? []) : [];
    expect(cells.map((made) => tree(made.children))).toEqual([['1.'], ['1.2 Value'], ['limb (a)', '  limb']]);
  });

  it('without any of it, plain paragraphs', () => {
    expect(tree(blocks(p(r('One.')) + p(r('Two.'))))).toEqual(['One.', 'Two.']);
  });
});

describe('meta', () => {
  const CORE = 'http://schemas.openxmlformats.org/package/2006';
  const meta = (body: string, parts: Parts = {}, file?: string) =>
    readDocx(
      docx(body, {
        styles: `<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="cy-GB"/></w:rPr></w:rPrDefault></w:docDefaults>${style('Title', 'Title')}${STYLES}`,
        ...parts,
      }),
      file === undefined ? {} : { file },
      () => {},
    ).meta;

  it('takes the title of the title paragraph, the first heading, or the file', () => {
    expect(meta(p(r('The '), '<w:pStyle w:val="Title"/>') + p(r('Text')))).toMatchObject({
      title: 'The',
      language: 'cy-GB',
      provision: 'Clause',
    });
    expect(meta(heading(1, 'Purpose')).title).toBe('Purpose');
    expect(meta(heading(1, '1 Purpose'), {}, 'Plan A.docx').title).toBe('Plan A');
    expect(meta(p(r('Text')), {}, 'drafts/Plan B.docx').title).toBe('Plan B');
    expect(meta(p(r('Text'))).title).toBe('Untitled');
  });

  it('takes the title of the cover: what is large or centred before the first provision', () => {
    const centred = '<w:jc w:val="center"/>';
    const big = (text: string) => `<w:r><w:rPr><w:sz w:val="40"/></w:rPr><w:t>${text}</w:t></w:r>`;
    const cover = p(r('Dated 1 May 2024'), centred) + p(big('Supply'), centred) + p(big('Agreement'), centred);
    expect(meta(cover + p(r('between')) + heading(1, '1 Purpose')).title).toBe('Supply Agreement');
    expect(meta(p(r('DEED OF RELEASE'), centred) + p(r('Text'))).title).toBe('DEED OF RELEASE');
    expect(meta(p(r('A sentence that is not set apart.')) + heading(1, 'Purpose')).title).toBe('Purpose');
  });

  it('takes no title that a program or a template put into the properties', () => {
    const root = `<Relationships xmlns="${CORE}/relationships"><Relationship Id="a" Type="http://x/officeDocument" Target="/word/document.xml"/><Relationship Id="b" Type="http://x/core-properties" Target="docProps/core.xml"/></Relationships>`;
    for (const title of ['Draft', 'Document1', 'SI/SR Template', 'Normal.dotm', 'Microsoft Word - x.doc']) {
      const core = `<c:coreProperties xmlns:c="${CORE}/metadata/core-properties" xmlns:d="http://purl.org/dc/elements/1.1/"><d:title>${title}</d:title></c:coreProperties>`;
      const more = { '_rels/.rels': root, 'docProps/core.xml': core };
      expect(meta(heading(1, 'Purpose'), { more }).title).toBe('Purpose');
    }
  });

  it('takes the title of the properties', () => {
    const root = `<Relationships xmlns="${CORE}/relationships"><Relationship Id="a" Type="http://x/officeDocument" Target="/word/document.xml"/><Relationship Id="b" Type="http://x/core-properties" Target="docProps/core.xml"/></Relationships>`;
    const core = `<c:coreProperties xmlns:c="${CORE}/metadata/core-properties" xmlns:d="http://purl.org/dc/elements/1.1/"><d:title>Law &amp; order</d:title></c:coreProperties>`;
    expect(meta(p(r('Text')), { more: { '_rels/.rels': root, 'docProps/core.xml': core } }).title).toBe('Law & order');
  });
});
