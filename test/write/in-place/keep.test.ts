/** Redlines that keep the tracked changes of earlier authors: ours stand beside theirs, and both sides come back. */
import { describe, expect, test } from 'vitest';
import { settleTracked } from '../../../src/write/in-place/index.ts';
import { accepted, lines, p, pack, part, r, redline, rejected, table, told, xmlOf } from './build.ts';

const by = (author: string) => `w:id="77" w:author="${author}" w:date="2019-01-01T00:00:00Z"`;
const ins = (content: string) => `<w:ins ${by('B')}>${content}</w:ins>`;
const del = (text: string) => `<w:del ${by('B')}>${r(text).replaceAll('w:t', 'w:delText')}</w:del>`;
const INSERTED = `<w:rPr><w:ins ${by('B')}/></w:rPr>`;
const DELETED = `<w:rPr><w:del ${by('B')}/></w:rPr>`;

/** The body with authors as attributes: `by="B"` for the earlier one, none for ours. */
function authored(bytes: Uint8Array): string {
  const xml = xmlOf(bytes).replace(/ w:id="\d+" w:author="B" w:date="[^"]*"/g, ' by="B"');
  return xml
    .slice(xml.indexOf('<w:body>') + 8, xml.lastIndexOf('<w:sectPr'))
    .replace(/ w:id="\d+" w:author="A[^"]*" w:date="[^"]*"/g, '')
    .replaceAll(' xml:space="preserve"', '');
}

/** The redline that keeps the marks of `after`, held to its laws. */
function kept(before: string, after: string, unkept: readonly string[] = []): string {
  const [a, b] = [pack(before), pack(after)];
  const { bytes, messages } = redline(a, b, { tracked: 'keep' });
  expect(told(accepted(bytes))).toEqual(told(accepted(b)));
  expect(told(rejected(bytes))).toEqual(told(rejected(a)));
  expect(messages.filter(({ rule }) => rule === 'write/in-place-unkept').map(({ actual }) => actual)).toEqual(unkept);
  const ours = settleTracked(
    bytes,
    ({ author }) => (author === 'B' ? 'leave' : 'reject'),
    () => {},
  );
  if (unkept.length === 0) {
    expect(told(rejected(ours))).toEqual(told(rejected(a)));
    const theirs = (file: Uint8Array) => authored(file).match(/<w:\w+ by="B"/g)?.length ?? 0;
    expect(theirs(bytes)).toBeGreaterThanOrEqual(theirs(b));
  }
  return authored(bytes);
}

describe('text', () => {
  test('that nobody changed in silence stays as it is', () => {
    const after = p(r('one ') + ins(r('two ')) + del('three ') + r('four'));
    const file = pack(after);
    expect(redline(pack(lines('one three four')), file, { tracked: 'keep' }).bytes).toBe(file);
  });

  test('ours stands beside theirs', () => {
    expect(kept(lines('one three four'), p(r('one ') + ins(r('two ')) + r('three five')))).toBe(
      '<w:p><w:r><w:t>one </w:t></w:r><w:ins by="B"><w:r><w:t>two </w:t></w:r></w:ins><w:r><w:t>three </w:t></w:r>' +
        '<w:del><w:r><w:delText>four</w:delText></w:r></w:del><w:ins><w:r><w:t>five</w:t></w:r></w:ins></w:p>',
    );
  });

  test('that came and was deleted since is a deletion in an insertion', () => {
    expect(kept(lines('one four'), p(r('one ') + del('two three ') + r('four')))).toContain(
      '<w:ins><w:del by="B"><w:r><w:delText>two three </w:delText></w:r></w:del></w:ins>',
    );
  });

  test('a deletion of theirs is parted where ours begins and ends', () => {
    expect(kept(lines('one two four five'), p(del('one two three four') + r(' five')))).toBe(
      '<w:p><w:del by="B"><w:r><w:delText>one two</w:delText></w:r></w:del>' +
        '<w:ins><w:del by="B"><w:r><w:delText> three</w:delText></w:r></w:del></w:ins>' +
        '<w:del by="B"><w:r><w:delText> four</w:delText></w:r></w:del><w:r><w:t> five</w:t></w:r></w:p>',
    );
  });

  test('our deletion stands in none of theirs', () => {
    expect(kept(lines('one two three four'), p(del('one two four')))).toBe(
      '<w:p><w:del by="B"><w:r><w:delText>one two</w:delText></w:r></w:del>' +
        '<w:del><w:r><w:delText> three</w:delText></w:r></w:del>' +
        '<w:del by="B"><w:r><w:delText> four</w:delText></w:r></w:del></w:p>',
    );
  });
});

describe('paragraphs', () => {
  test('that they inserted stay theirs', () => {
    const after = pack(lines('one') + p(ins(r('new')), INSERTED) + lines('two'));
    expect(redline(pack(lines('one', 'two')), after, { tracked: 'keep' }).bytes).toBe(after);
  });

  test('that they parted are one, and ours stands in the part that it changes', () => {
    expect(kept(lines('one two three', 'end'), p(r('one '), INSERTED) + p(r('two four')) + lines('end'))).toBe(
      '<w:p><w:pPr><w:rPr><w:ins by="B"/></w:rPr></w:pPr><w:r><w:t>one </w:t></w:r></w:p>' +
        '<w:p><w:r><w:t>two </w:t></w:r><w:del><w:r><w:delText>three</w:delText></w:r></w:del>' +
        '<w:ins><w:r><w:t>four</w:t></w:r></w:ins></w:p><w:p><w:r><w:t>end</w:t></w:r></w:p>',
    );
  });

  test('that we joined are parted again in the part where the mark stood', () => {
    const body = kept(
      lines('one two three', 'four five six', 'end'),
      p(r('one two three four '), INSERTED) + p(ins(r('new ')) + r('five six')) + lines('end'),
    );
    expect(body.match(/<w:rPr><w:del\/>/g)).toHaveLength(1);
    expect(body.match(/<w:rPr><w:ins by="B"\/>/g)).toHaveLength(1);
  });

  test('that came and whose mark was deleted since have both marks', () => {
    expect(kept(lines('end'), p(del('a new one'), DELETED) + lines('end'))).toContain(
      '<w:rPr><w:ins/><w:del by="B"/></w:rPr></w:pPr><w:ins><w:del by="B">',
    );
  });

  test('whose mark they deleted in front of a table that went are settled first', () => {
    kept(lines('one') + table(['1', '2']) + lines('end'), p(r('one'), DELETED) + lines('end'), [
      'deletion “[end of a paragraph]” by B',
    ]);
  });
});

describe('tables', () => {
  const grid = (rows: string) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows}</w:tbl>${p(r('end'))}`;
  const row = (text: string, mark = '') =>
    `<w:tr>${mark === '' ? '' : `<w:trPr>${mark}</w:trPr>`}<w:tc><w:tcPr><w:tcW w:w="9"/></w:tcPr>${text}</w:tc></w:tr>`;

  test('rows that they inserted and deleted stay theirs beside ours', () => {
    const came = row(p(ins(r('new'))), `<w:ins ${by('B')}/>`);
    const went = row(p(del('gone')), `<w:del ${by('B')}/>`);
    const after = grid(row(lines('one two')) + came + went);
    expect(
      redline(pack(grid(row(lines('one two')) + row(lines('gone')))), pack(after), { tracked: 'keep' }).bytes,
    ).toEqual(pack(after));
    expect(kept(grid(row(lines('one'))), after)).toMatch(
      /<w:t>one<.*<w:ins><w:r><w:t> two<.*<w:trPr><w:ins by="B"\/>.*<w:trPr><w:ins\/><w:del by="B"\/>/,
    );
  });

  test('cells that they inserted are settled first', () => {
    const cell = (text: string, mark: string) => `<w:tc><w:tcPr>${mark}</w:tcPr>${p(text)}</w:tc>`;
    const two = `<w:tr>${cell(r('one'), '')}${cell(ins(r('two')), `<w:cellIns ${by('B')}/>`)}</w:tr>`;
    kept(grid(row(lines('one'))), grid(two), ['insertion “two” by B']);
  });
});

describe('looks', () => {
  const bold = `<w:b/><w:rPrChange ${by('B')}><w:rPr/></w:rPrChange>`;

  test('that they changed stay theirs where ours begins in the run', () => {
    expect(kept(lines('one two'), p(r('one new two', bold)))).toMatch(
      /one<\/w:t><\/w:r><w:ins><w:r><w:rPr><w:b\/><w:rPrChange by="B"><w:rPr\/><\/w:rPrChange><\/w:rPr><w:t> new</,
    );
  });

  test('that they and we changed are ours', () => {
    expect(kept(p(r('one', '<w:i/>')), p(r('one', bold)), ['formatting “one” by B'])).toBe(
      '<w:p><w:r><w:rPr><w:b/><w:rPrChange><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>one</w:t></w:r></w:p>',
    );
  });

  test('of paragraphs are kept and settled likewise', () => {
    const right = `<w:jc w:val="right"/><w:pPrChange ${by('B')}><w:pPr/></w:pPrChange>`;
    expect(kept(lines('one'), p(r('one two'), right))).toContain('<w:pPrChange by="B">');
    kept(p(r('one'), '<w:jc w:val="left"/>'), p(r('one'), right), ['formatting “one” by B']);
  });
});

describe('moves', () => {
  const range = (side: string, content: string) =>
    `<w:move${side}RangeStart w:id="5" w:name="m" w:author="B" w:date="2019-01-01T00:00:00Z"/>` +
    `<w:move${side} ${by('B')}>${content}</w:move${side}><w:move${side}RangeEnd w:id="5"/>`;

  test('of theirs stay, and ours stands inside what they moved away', () => {
    const body = kept(
      lines('one two three', 'four'),
      p(range('From', r('one three'))) + p(r('four') + range('To', r('one three'))),
    );
    expect(body).toContain(
      '<w:moveFrom by="B"><w:r><w:t>one</w:t></w:r></w:moveFrom><w:del><w:r><w:delText> two</w:delText></w:r></w:del>' +
        '<w:moveFrom by="B"><w:r><w:t> three</w:t></w:r></w:moveFrom>',
    );
  });
});

test('bookmarks, comments and calls of notes in what they deleted stay', () => {
  const inside = `<w:bookmarkStart w:id="3" w:name="x"/>${r('one two').replaceAll('w:t', 'w:delText')}<w:bookmarkEnd w:id="3"/>`;
  const body = kept(lines('one three'), p(`<w:del ${by('B')}>${inside}</w:del>${r(' three')}`));
  expect(body).toMatch(/bookmarkStart.*<w:ins><w:del by="B"><w:r><w:delText> two<.*bookmarkEnd/);
});

test('a file before with tracked changes counts as it was before them', () => {
  const before = p(r('one ') + ins(r('two ')) + r('three'));
  expect(kept(before, lines('one two three'))).toContain('<w:ins><w:r><w:t> two</w:t></w:r></w:ins>');
});

describe('notes and headers', () => {
  const call = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  const notes = (...contents: string[]) =>
    part('footnotes', contents.map((one, k) => `<w:footnote w:id="${k + 1}">${p(one)}</w:footnote>`).join(''));

  test('a note that they inserted stays, one that went in silence is brought, one that changed is marked in its part', () => {
    const before = pack(p(r('one') + call(1) + r(' two') + call(2)), {
      'footnotes.xml': notes(r('gone note'), r('a note')),
    });
    const after = pack(p(r('one two') + call(1) + ins(call(2))), {
      'footnotes.xml': notes(r('a ') + del('longer ') + r('note'), ins(r('their note'))),
    });
    const { bytes, messages } = redline(before, after, { tracked: 'keep' });
    expect(messages).toEqual([]);
    expect(authored(bytes)).toMatch(
      /<w:del><w:r><w:footnoteReference w:id="3"\/>.*<w:ins by="B"><w:r><w:footnoteReference w:id="2"/,
    );
    const made = xmlOf(bytes, 'word/footnotes.xml');
    expect(made).toMatch(
      /gone note.*<w:ins [^>]*"A. Drafter"[^>]*><w:del [^>]*"B"[^>]*><w:r><w:delText[^>]*>longer .*their note/s,
    );
    for (const [side, file] of [
      [accepted, after],
      [rejected, before],
    ] as const) {
      expect(told(side(bytes))).toHaveLength(told(side(file)).length);
      expect(told(side(bytes), 'word/footnotes.xml').toSorted()).toEqual(
        told(side(file), 'word/footnotes.xml').toSorted(),
      );
    }
  });

  test('a header is compared as it was before their marks', () => {
    const paged = (header: string) =>
      pack(p(r('one'), '<w:sectPr><w:headerReference w:type="default" r:id="rheader1xml"/></w:sectPr>') + p(r('two')), {
        'header1.xml': part('hdr', header),
      });
    const after = paged(p(ins(r('Draft ')) + r('of a deed')));
    const { bytes } = redline(paged(p(r('of an act'))), after, { tracked: 'keep' });
    const header = xmlOf(bytes, 'word/header1.xml').replace(
      / w:id="\d+" w:author="(.)[^"]*" w:date="[^"]*"/g,
      ' by="$1"',
    );
    expect(header).toMatch(/<w:ins by="B">.*<w:del by="A">.*an act.*<w:ins by="A">.*a deed/);
    expect(told(accepted(bytes), 'word/header1.xml')).toEqual(told(accepted(after), 'word/header1.xml'));
  });
});
