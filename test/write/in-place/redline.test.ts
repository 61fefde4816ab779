/** The redline in the team's own file, case by case: what is marked, and that both sides come back. */
import { describe, expect, test } from 'vitest';
import { UnusableInput } from '../../../src/message.ts';
import { accepted, lines, p, pack, part, r, redline, rejected, table, told, xmlOf } from './build.ts';

/** The redline of two bodies, held to both sides. */
function both(before: string, after: string): string {
  const [a, b] = [pack(before), pack(after)];
  const { bytes, body } = redline(a, b);
  expect(told(accepted(bytes))).toEqual(told(b));
  expect(told(rejected(bytes))).toEqual(told(a));
  return body;
}

const INS = '<w:ins>';

describe('text', () => {
  test('a word that comes parts its run and keeps the rest', () => {
    expect(both(p(r('one three', '<w:b/>')), p(r('one two three', '<w:b/>')))).toBe(
      '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>one</w:t></w:r><w:ins><w:r><w:rPr><w:b/></w:rPr><w:t> two</w:t></w:r></w:ins>' +
        '<w:r><w:rPr><w:b/></w:rPr><w:t> three</w:t></w:r></w:p>',
    );
  });

  test('a word that goes is brought with its own looks', () => {
    const body = both(p(r('one ') + r('two ', '<w:i/>') + r('three')), p(r('one three')));
    expect(body).toContain('<w:del><w:r><w:rPr><w:i/></w:rPr><w:delText>two </w:delText></w:r></w:del>');
  });

  test('the same files give the file back to the byte', () => {
    const file = pack(lines('one', 'two'));
    expect(redline(file, file).bytes).toBe(file);
  });

  test('how runs are cut does not count', () => {
    const cut = pack(p(r('on') + r('e tw') + r('o')));
    expect(redline(pack(lines('one two')), cut).bytes).toBe(cut);
  });

  test('references to characters stay as the file writes them', () => {
    expect(both(lines('a &amp; b &#8211; c d'), lines('a &amp; b &#8211; c e d'))).toContain(
      '<w:t>a &amp; b &#8211; c</w:t>',
    );
  });

  test('looks are tracked as looks', () => {
    const body = both(p(r('one two')), p(r('one ') + r('two', '<w:b/>')));
    expect(body).toContain('<w:rPr><w:b/><w:rPrChange><w:rPr></w:rPr></w:rPrChange></w:rPr>');
    expect(body).not.toMatch(/<w:(ins|del)\b/);
  });

  test('the looks of a paragraph are tracked as such', () => {
    expect(both(p(r('one'), '<w:jc w:val="left"/>'), p(r('one'), '<w:jc w:val="right"/>'))).toBe(
      '<w:p><w:pPr><w:jc w:val="right"/><w:pPrChange><w:pPr><w:jc w:val="left"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>one</w:t></w:r></w:p>',
    );
  });
});

describe('paragraphs', () => {
  test('a split costs its mark', () => {
    const body = both(
      lines('One sentence here. Another follows there.'),
      lines('One sentence here. ', 'Another follows there.'),
    );
    expect(body.match(/<w:(ins|del)\b/g)).toEqual(['<w:ins']);
    expect(body).toContain('<w:rPr><w:ins/></w:rPr>');
  });

  test('a merge costs its mark', () => {
    const body = both(
      lines('One sentence here. ', 'Another follows there.'),
      lines('One sentence here. Another follows there.'),
    );
    expect(body.match(/<w:(ins|del)\b/g)).toEqual(['<w:del']);
  });

  test.each([
    ['in the middle', ['alpha beta', 'gamma delta', 'epsilon'], ['alpha beta', 'epsilon']],
    ['at the end', ['alpha beta', 'gamma delta'], ['alpha beta']],
    ['at the beginning', ['gamma delta', 'alpha beta'], ['alpha beta']],
    ['two at the end', ['alpha', 'gamma delta', 'eta theta'], ['alpha']],
    ['all but for others', ['alpha', 'gamma delta'], ['eta', 'theta iota', 'kappa']],
    ['among empty ones', ['alpha', '', '', 'beta'], ['alpha', '', 'beta']],
  ])('one that goes or comes %s', (_, before, after) => {
    both(lines(...before), lines(...after));
    both(lines(...after), lines(...before));
  });

  test('a paragraph in front of a table', () => {
    const grid = table(['1', '2']);
    both(lines('alpha', 'beta gamma') + grid + lines('end'), lines('alpha') + grid + lines('end'));
    both(lines('alpha') + grid + lines('end'), lines('alpha', 'beta gamma') + grid + lines('end'));
  });

  test('the properties of a paragraph that goes come with it', () => {
    const body = both(p(r('gone here'), '<w:keepNext/>') + lines('stays'), lines('stays'));
    expect(body).toContain('<w:pPr><w:keepNext/><w:rPr><w:del/></w:rPr></w:pPr><w:del>');
  });
});

describe('tables', () => {
  test('a row that comes is marked as a row', () => {
    const body = both(
      table(['1', 'one'], ['3', 'three']) + p(''),
      table(['1', 'one'], ['2', 'two'], ['3', 'three']) + p(''),
    );
    expect(body).toContain(`<w:trPr><w:ins/></w:trPr>`);
    expect(body.match(/<w:trPr>/g)).toHaveLength(1);
  });

  test('a row that goes is brought', () => {
    const body = both(table(['1', 'one'], ['2', 'two']) + p(''), table(['1', 'one']) + p(''));
    expect(body).toContain('<w:trPr><w:del/></w:trPr>');
  });

  test('a cell is compared in place', () => {
    const body = both(table(['1', 'one word']) + p(''), table(['1', 'one other word']) + p(''));
    expect(body).not.toContain('w:trPr');
    expect(body).toContain(`${INS}<w:r><w:t> other</w:t></w:r></w:ins>`);
  });

  test('rows whose cells lie otherwise are replaced', () =>
    both(table(['1', '2', '3']) + p(''), table(['1', '2']) + p('')));

  test('a table comes, and goes', () => {
    both(lines('alpha', 'beta'), lines('alpha') + table(['1', '2'], ['3', '4']) + lines('beta'));
    both(lines('alpha') + table(['1', '2'], ['3', '4']) + lines('beta'), lines('alpha', 'beta'));
  });
});

describe('what is more than text', () => {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const field = (code: string, result: string) =>
    `${mark('begin')}<w:r><w:instrText>${code}</w:instrText></w:r>${mark('separate')}${r(result)}${mark('end')}`;

  test('a result is compared inside its field', () => {
    const body = both(p(field(' REF x ', '4.1')), p(field(' REF x ', '4.2')));
    expect(body).toContain(
      '<w:del><w:r><w:delText>4.1</w:delText></w:r></w:del><w:ins><w:r><w:t>4.2</w:t></w:r></w:ins>',
    );
    expect(body).not.toContain('delInstrText');
  });

  test('results that Word renews can be left out of account', () => {
    const after = pack(p(field(' REF x ', '4.2')));
    expect(redline(pack(p(field(' REF x ', '4.1'))), after, { fields: 'ignore' }).bytes).toBe(after);
  });

  test('a field whose code differs is replaced whole', () => {
    const body = both(p(field(' REF x ', '4.1')), p(field(' REF y ', '4.1')));
    expect(body).toContain('<w:delInstrText> REF x </w:delInstrText>');
    expect(body.match(/fldCharType="begin"/g)).toHaveLength(2);
  });

  test('a simple field that comes is written so that it can be rejected', () => {
    const simple = `<w:fldSimple w:instr=" PAGE ">${r('1')}</w:fldSimple>`;
    const { bytes } = redline(pack(lines('page ')), pack(p(r('page ') + simple)));
    expect(xmlOf(bytes)).not.toContain('fldSimple');
    expect(told(rejected(bytes))).toEqual([' | page ']);
  });

  test('a footnote that goes is brought under a fresh id; one that stays is compared in its part', () => {
    const call = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const notes = (...texts: string[]) =>
      part('footnotes', texts.map((text, k) => `<w:footnote w:id="${k + 1}">${lines(text)}</w:footnote>`).join(''));
    const before = pack(p(r('one') + call(1) + r(' two') + call(2)), { 'footnotes.xml': notes('gone note', 'a note') });
    const after = pack(p(r('one two') + call(1)), { 'footnotes.xml': notes('a longer note') });
    const { bytes, body } = redline(before, after);
    const part2 = xmlOf(bytes, 'word/footnotes.xml');
    expect(body).toContain('<w:footnoteReference w:id="2"/></w:r></w:del>');
    expect(part2).toMatch(/w:id="2">.*<w:delText[^>]*>gone note<.*w:id="1">.*<w:ins .*longer/s);
    expect(xmlOf(accepted(bytes), 'word/footnotes.xml')).not.toContain('gone');
  });

  test('footnotes that go stand among the others in the order of the calls', () => {
    const call = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const calls = (...ids: number[]) => ids.map((id) => p(r(`paragraph ${id} of the text`) + call(id))).join('');
    const note = (id: number, text: string) => `<w:footnote w:id="${id}">${lines(text)}</w:footnote>`;
    const separator = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>';
    const notes = (...all: string[]) => part('footnotes', separator + all.join(''));
    const before = pack(calls(5, 3, 4, 2), {
      'footnotes.xml': notes(note(2, 'ends'), note(3, 'kept'), note(4, 'went'), note(5, 'begins')),
    });
    const after = pack(calls(3), { 'footnotes.xml': notes(note(3, 'kept')) });
    const order = xmlOf(redline(before, after).bytes, 'word/footnotes.xml').match(/(?<=>)\w+(?=<\/w:(?:t|delText)>)/g);
    expect(order).toEqual(['begins', 'kept', 'went', 'ends']);
  });

  test('what a footnote said is put into one that holds nothing at all', () => {
    const body = p(`${r('one')}<w:r><w:footnoteReference w:id="1"/></w:r>`);
    const before = pack(body, {
      'footnotes.xml': part('footnotes', `<w:footnote w:id="1">${lines('said')}</w:footnote>`),
    });
    const after = pack(body, { 'footnotes.xml': part('footnotes', '<w:footnote w:id="1" />') });
    const { bytes } = redline(before, after);
    const notes = xmlOf(bytes, 'word/footnotes.xml');
    expect(notes).toMatch(/<w:footnote w:id="1" ><w:p><w:del .*<w:delText[^>]*>said<.*<\/w:footnote><\/w:footnotes>$/s);
    expect(xmlOf(rejected(bytes), 'word/footnotes.xml')).toContain('said');
    expect(xmlOf(accepted(bytes), 'word/footnotes.xml')).not.toContain('said');
  });

  test('a picture that goes brings its bytes', () => {
    const picture = p('<w:r><w:drawing><a r:embed="rmediaapng"/></w:drawing></w:r>');
    const { bytes } = redline(pack(picture + lines('x'), { 'media/a.png': new Uint8Array([1, 2]) }), pack(lines('x')));
    expect(xmlOf(bytes, 'word/media/a.png')).toBe('\u0001\u0002');
    expect(xmlOf(bytes, 'word/_rels/document.xml.rels')).toContain('Target="/word/media/a.png"');
    expect(xmlOf(bytes)).toMatch(/<w:del [^>]*><w:r><w:drawing><a r:embed="rId1"\/>/);
  });

  test('styles and lists that only before has come with what rests on them', () => {
    const styles = (inner: string) => part('styles', inner);
    const style = (id: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id} name"/></w:style>`;
    const list = (format: string) =>
      part(
        'numbering',
        `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
      );
    const numbered = '<w:pStyle w:val="Own"/><w:numPr><w:numId w:val="1"/></w:numPr>';
    const { bytes, body } = redline(
      pack(p(r('gone away'), numbered) + lines('stays'), {
        'styles.xml': styles(style('Own')),
        'numbering.xml': list('decimal'),
      }),
      pack(lines('stays'), { 'styles.xml': styles(style('Other')), 'numbering.xml': list('lowerRoman') }),
    );
    expect(xmlOf(bytes, 'word/styles.xml')).toContain('w:styleId="Own"');
    expect(body).toContain('<w:numPr><w:numId w:val="2"/></w:numPr>');
    expect(xmlOf(bytes, 'word/numbering.xml')).toMatch(
      /abstractNumId="1".*<w:num w:numId="1">.*<w:num w:numId="2"><w:abstractNumId w:val="1"\/>/,
    );
  });

  test.each([
    ['accept', 'one two'],
    ['reject', 'one '],
  ] as const)('tracked changes that a file carries: %s settles them first, and tells', (tracked, text) => {
    const carried = pack(p(`${r('one ')}<w:ins w:id="1" w:author="B">${r('two')}</w:ins>`));
    const { body, messages } = redline(pack(lines(text)), carried, { tracked });
    expect(messages.map(({ rule, reason }) => [rule, reason])).toEqual([
      ['write/in-place-tracked', `the file after carries tracked changes, which are ${tracked}ed first`],
    ]);
    expect(body).not.toContain('w:ins');
  });

  test('a content control stays where it is', () => {
    const control = (text: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${lines(text)}</w:sdtContent></w:sdt>`;
    expect(both(control('one two') + lines('x'), control('one') + lines('x'))).toMatch(
      /^<w:sdt><w:sdtPr\/><w:sdtContent>.*<w:del>.*<\/w:sdt>/,
    );
  });
});

test('ids of tracked changes are told apart from each other and from bookmarks', () => {
  const marked = (text: string) => p(`<w:bookmarkStart w:id="40" w:name="x"/>${r(text)}<w:bookmarkEnd w:id="40"/>`);
  const { bytes } = redline(pack(marked('a b c') + lines('d e')), pack(marked('a x c') + lines('d y')));
  const ids = [...xmlOf(bytes).matchAll(/<w:(?:ins|del) w:id="(\d+)"/g)].map((match) => Number(match[1]));
  expect(new Set(ids).size).toBe(ids.length);
  expect(Math.min(...ids)).toBeGreaterThan(40);
});

describe('a file that is protected', () => {
  const protectedBy = (attributes: string) =>
    pack(lines('one more'), { 'settings.xml': part('settings', `<w:documentProtection ${attributes}/>`) });

  test('gives a redline that is protected too, and a note says so', () => {
    const { messages } = redline(pack(lines('one')), protectedBy('w:edit="readOnly" w:enforcement="1"'));
    expect(messages).toMatchObject([{ rule: 'write/in-place-protected', severity: 'note', actual: 'readOnly' }]);
  });

  test('is none where the protection is not in force', () => {
    expect(redline(pack(lines('one')), protectedBy('w:edit="readOnly" w:enforcement="0"')).messages).toEqual([]);
    expect(redline(pack(lines('one')), protectedBy('w:edit="readOnly"')).messages).toEqual([]);
  });
});

describe('what no redline can be made of', () => {
  const sound = pack(lines('x'));
  test.each([
    ['no package', new TextEncoder().encode('no zip')],
    ['no body', pack('').slice(0, 200)],
    ['damaged XML', pack('<w:p><w:r></w:p>')],
    ['a document type', pack(`<!DOCTYPE x>${lines('x')}`)],
    ['elements without end', pack('<w:sdt>'.repeat(5000))],
  ])('%s is refused with a message', (_, bytes) => {
    expect(() => redline(sound, bytes)).toThrow(UnusableInput);
    expect(() => redline(bytes, sound)).toThrow(UnusableInput);
  });
});
