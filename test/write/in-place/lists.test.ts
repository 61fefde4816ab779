/** Lists of both files: which of them count together, and what is brought of one that only before has. */
import { describe, expect, test } from 'vitest';
import { holds, p, pack, part, r, redline, xmlOf } from './build.ts';

const definition = (id: number): string =>
  `<w:abstractNum w:abstractNumId="${id}"><w:nsid w:val="0000000${id}"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>`;
const num = (id: number, of: number): string => `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/></w:num>`;
const numbering = (...pairs: readonly (readonly [number, number])[]): string => {
  const ids = [...new Set(pairs.map(([, of]) => of))];
  return part('numbering', ids.map(definition).join('') + pairs.map(([id, of]) => num(id, of)).join(''));
};
const item = (list: number, text: string): string =>
  p(r(text), `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`);

describe('lists', () => {
  test('a list that is brought does not go on counting one that looks the same', () => {
    const lists = { 'numbering.xml': numbering([1, 1], [2, 2]) };
    const before = pack(item(1, 'a first') + item(1, 'a second') + p(r('between')) + item(2, 'b first'), lists);
    const after = pack(item(1, 'a first') + item(1, 'a second') + p(r('between')), lists);
    holds(before, after, redline(before, after).bytes);
  });

  test('lists of one definition go on counting together', () => {
    const before = pack(item(1, 'a first') + p(r('between')) + item(2, 'goes on'), {
      'numbering.xml': numbering([1, 1], [2, 1]),
    });
    const after = pack(item(1, 'a first') + p(r('between')), { 'numbering.xml': numbering([1, 1]) });
    const { bytes } = redline(before, after);
    expect(xmlOf(bytes, 'word/numbering.xml').match(/<w:abstractNum /g)).toHaveLength(1);
    holds(before, after, bytes);
  });

  test('after is given a part of lists where it has none', () => {
    const before = pack(item(1, 'a first') + p(r('end')), { 'numbering.xml': numbering([1, 1]) });
    const after = pack(p(r('end')));
    const { bytes } = redline(before, after);
    expect(xmlOf(bytes, 'word/numbering.xml')).toContain('w:numId="1"');
    expect(xmlOf(bytes, '[Content_Types].xml')).toContain('/word/numbering.xml');
    holds(before, after, bytes);
  });
});
