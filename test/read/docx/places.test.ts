/** Places: every node tells where in its part it came from, so that the part's text can be edited there. */
import { describe, expect, it } from 'vitest';
import type { Place } from '../../../src/message.ts';
import type { Block, Document, Node } from '../../../src/model/document.ts';
import { childrenOf } from '../../../src/model/walk.ts';
import { readDocx } from '../../../src/read/docx/index.ts';
import { decode } from '../../../src/word/tag.ts';
import { docx, field, ins, level, listed, lists, p, partsOf, r } from './make.ts';

const NUMBERING = lists(level(0, 'decimal', '%1.'));
const FOOTNOTES = `<w:footnote w:id="1">${p(r('Note'))}</w:footnote>`;
const BODY =
  p(r('Head'), '<w:outlineLvl w:val="0"/>') +
  p(r('One & two') + r(' three') + r('bold', '<w:b/>') + ins(r('plain')), listed(1)) +
  p(
    `<w:bookmarkStart w:name="a"/>${r('4.1 Typed, see ')}${field('REF a', r('4') + r('.1'))}<w:r><w:tab/><w:br/></w:r>`,
  ) +
  `<w:tbl><w:tr><w:tc>${p(`${r('cell')}<w:r><w:footnoteReference w:id="1"/></w:r>`)}</w:tc></w:tr></w:tbl>`;

/** The document, and the stretch of source that each node's place shows. */
function nodes(): { readonly node: Exclude<Node, Document>; readonly xml: string }[] {
  const parts = { numbering: NUMBERING, footnotes: FOOTNOTES };
  const sources = partsOf(BODY, parts);
  const found: { node: Exclude<Node, Document>; xml: string }[] = [];
  const visit = (node: Node): void => {
    if (node.type !== 'document' && node.place !== undefined) found.push({ node, xml: stretch(node.place) });
    childrenOf(node).forEach(visit);
  };
  const stretch = ({ part, start, end }: Place) => String(sources[part ?? '']).slice(start, end);
  visit(readDocx(docx(BODY, parts), { file: 'a.docx' }, () => {}));
  return found;
}

const ELEMENT: Readonly<Partial<Record<Block['type'] | 'row' | 'cell' | 'note' | 'break', string>>> = {
  para: 'w:p',
  clause: 'w:p',
  table: 'w:tbl',
  row: 'w:tr',
  cell: 'w:tc',
  note: 'w:footnoteReference',
  break: 'w:br',
};

describe('places', () => {
  it('of blocks, rows, cells, notes and breaks show their element', () => {
    const seen = nodes().filter(({ node }) => node.type in ELEMENT);
    expect(new Set(seen.map(({ node }) => node.type))).toEqual(new Set(Object.keys(ELEMENT)));
    for (const { node, xml } of seen) {
      const name = ELEMENT[node.type as keyof typeof ELEMENT];
      expect(xml).toMatch(new RegExp(`^<${name}[ >/]`));
      expect(xml).toMatch(new RegExp(`(?:</${name}>|/>)$`));
    }
  });

  it('of text and references run from the first to the last element that holds it', () => {
    const seen = nodes().filter(({ node }) => node.type === 'text' || node.type === 'crossReference');
    expect(seen.length).toBeGreaterThan(6);
    for (const { node, xml } of seen) {
      const shown = [...xml.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>|<w:tab\/>/g)]
        .map((match) => (match[1] === undefined ? '\t' : decode(match[1])))
        .join('');
      const text = node.type === 'text' ? node.value : node.type === 'crossReference' ? node.text : '';
      expect(shown.endsWith(text)).toBe(true);
      expect(xml).toMatch(/^<w:t(?:ab\/)?[ >]?/);
    }
  });

  it('name the file', () => {
    expect(new Set(nodes().map(({ node }) => node.place?.file))).toEqual(new Set(['a.docx']));
  });
});
