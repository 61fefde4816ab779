/** Comments in a redline: those of before come along on text that went, those of after stay, and none is a change. */
import { describe, expect, test } from 'vitest';
import { listTracked } from '../../../src/write/in-place/index.ts';
import { accepted, lines, p, pack, part, r, redline, rejected, told, xmlOf } from './build.ts';

const start = (id: number): string => `<w:commentRangeStart w:id="${id}"/>`;
const end = (id: number): string =>
  `<w:commentRangeEnd w:id="${id}"/><w:r><w:rPr><w:b/></w:rPr><w:commentReference w:id="${id}"/></w:r>`;
const comment = (id: number, text: string): string =>
  `<w:comment w:id="${id}" w:author="B. Author" w:date="2020-01-02T00:00:00Z">${lines(text)}</w:comment>`;
const file = (body: string, ...comments: readonly string[]): Uint8Array =>
  pack(body, comments.length === 0 ? {} : { 'comments.xml': part('comments', comments.join('')) });
const commentsOf = (bytes: Uint8Array): string[] =>
  [...xmlOf(bytes, 'word/comments.xml').matchAll(/<w:comment w:id="(\d+)".*?<w:t[^>]*>(.*?)</gs)].map(
    ([, id, text]) => `${id} ${text}`,
  );

const COMMENTED = p(r('one ') + start(3) + r('two ') + end(3) + r('three'));

describe('a comment of before', () => {
  test('on words that went comes along with them, under an id that is free', () => {
    const before = file(COMMENTED, comment(3, 'Why two?'));
    const after = file(p(start(0) + r('one three') + end(0)), comment(0, 'Good.'));
    const { bytes, body, messages } = redline(before, after);
    expect(body).toContain(
      '<w:commentRangeStart w:id="1"/><w:del><w:r><w:delText>two</w:delText></w:r></w:del><w:commentRangeEnd w:id="1"/>' +
        '<w:del><w:r><w:rPr><w:b/></w:rPr><w:commentReference w:id="1"/></w:r></w:del>',
    );
    expect(commentsOf(bytes)).toEqual(['0 Good.', '1 Why two?']);
    expect(messages).toEqual([]);
    expect(listTracked(bytes, () => {})).toHaveLength(1);
  });

  test('stays where the redline is rejected, and goes with its range where it is accepted', () => {
    const after = file(lines('one three'));
    const { bytes } = redline(file(COMMENTED, comment(3, 'Why two?')), after);
    expect(commentsOf(rejected(bytes))).toEqual(['0 Why two?']);
    expect(xmlOf(rejected(bytes))).toContain('<w:commentReference w:id="0"/>');
    expect(commentsOf(accepted(bytes))).toEqual([]);
    expect(xmlOf(accepted(bytes))).not.toContain('comment');
    expect(told(accepted(bytes))).toEqual(told(after));
  });

  test('in a paragraph that went, or on two of them, comes along', () => {
    const gone =
      p(r('alpha ') + start(1) + r('beta')) + p(r('gamma') + end(1) + r(' delta')) + p(r('all') + start(2) + end(2));
    const before = file(lines('first') + gone + lines('last'), comment(1, 'Both?'), comment(2, 'Here?'));
    const { bytes, messages } = redline(before, file(lines('first', 'last')));
    expect(commentsOf(bytes)).toEqual(['0 Both?', '1 Here?']);
    expect(xmlOf(bytes).match(/<w:comment\w+ w:id="\d"\/>/g)).toHaveLength(6);
    expect(messages).toEqual([]);
  });

  test('that after has too is that of after', () => {
    const before = file(COMMENTED, comment(3, 'Why two?'));
    const after = file(p(start(7) + r('one three') + end(7)), comment(7, 'Why two?'));
    expect(commentsOf(redline(before, after).bytes)).toEqual(['7 Why two?']);
  });

  test('that after took from text that stays is told, and no change', () => {
    const before = file(COMMENTED, comment(3, 'Why two?'));
    const after = file(lines('one two three'));
    const { bytes, messages } = redline(before, after);
    expect(bytes).toBe(after);
    expect(messages.map(({ rule, actual }) => `${rule} ${actual}`)).toEqual(['write/in-place-comment 1 comment']);
  });
});

test('comments of after are no change, and stay', () => {
  const after = file(COMMENTED, comment(3, 'Why two?'));
  expect(redline(file(lines('one two three')), after).bytes).toBe(after);
});
