/** Native moves, case by case: what is taken for a move, how it is marked, and that both sides come back. */
import { describe, expect, test } from 'vitest';
import { listTracked, settleTracked } from '../../../src/write/in-place/index.ts';
import { accepted, bodyOf, lines, p, pack, part, r, redline, rejected, table, told, xmlOf } from './build.ts';

const NOTICE = 'A party gives notice of each appeal in writing.';
const RECORD = 'Each tester keeps a record of every test that was run.';
const REPORT = 'The operator sends a report within five days of the end.';
const FEES = 'No fee is due for the first two hearings of a month.';

/** Paragraphs that are longer together than what moves past them. */
const STAYS = [
  'One hearing is held for each of the appeals.',
  'Two testers attend each of them.',
  'Three days are enough for that.',
] as const;

/** The redline of two bodies with native moves, held to both sides. */
function both(before: string, after: string): { readonly body: string; readonly bytes: Uint8Array } {
  const [a, b] = [pack(before), pack(after)];
  const { bytes, body } = redline(a, b, { moves: 'native' });
  expect(told(accepted(bytes))).toEqual(told(b));
  expect(told(rejected(bytes))).toEqual(told(a));
  for (const settled of [accepted(bytes), rejected(bytes)]) expect(xmlOf(settled)).not.toMatch(/w:move/);
  return { body: body.replace(/ w:name="move\d+"/g, ' w:name="m"').replace(/ w:id="\d+"/g, ''), bytes };
}

const kinds = (bytes: Uint8Array): string[] => listTracked(bytes, () => {}).map(({ kind }) => kind);
const count = (body: string, name: string): number => body.split(`<w:${name}`).length - 1;

describe('a paragraph that moved', () => {
  const { body, bytes } = both(
    lines('One.', NOTICE, RECORD, REPORT, 'End.'),
    lines('One.', RECORD, REPORT, NOTICE, 'Quite new.', 'End.'),
  );

  test('is marked where it stood and where it stands, its mark too', () => {
    expect(body).toContain(
      `<w:p><w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr><w:moveFromRangeStart w:name="m"/><w:moveFrom><w:r><w:t>${NOTICE}</w:t></w:r></w:moveFrom></w:p><w:moveFromRangeEnd/>`,
    );
    expect(body).toContain(`<w:moveTo><w:r><w:t>${NOTICE}</w:t></w:r></w:moveTo>`);
  });

  test('is one change with both its ends', () => {
    expect(listTracked(bytes, () => {}).map(({ id, kind, text }) => [id, kind, text])).toEqual([
      ['c1', 'move', NOTICE],
      ['c2', 'insertion', 'Quite new.'],
    ]);
  });

  test.each(['accept', 'reject'] as const)('goes with the marks of its ranges when that alone is %sed', (decision) => {
    const settled = bodyOf(
      settleTracked(
        bytes,
        ({ id }) => (id === 'c1' ? decision : 'leave'),
        () => {},
      ),
    );
    expect(settled).not.toContain('w:move');
    expect(settled.split(NOTICE)).toHaveLength(2);
    expect(settled.indexOf(NOTICE) < settled.indexOf(RECORD)).toBe(decision === 'reject');
    expect(settled).toContain('<w:ins><w:r><w:t>Quite new.</w:t></w:r></w:ins>');
  });

  test('is deleted and inserted unless native moves are asked for', () => {
    const apart = redline(pack(lines(NOTICE, RECORD, REPORT, 'End.')), pack(lines(RECORD, REPORT, NOTICE, 'End.')));
    expect(apart.body).not.toContain('w:move');
    expect(kinds(apart.bytes)).toEqual(['deletion', 'insertion']);
  });
});

describe('what was edited on the way', () => {
  const edited = `Now ${NOTICE.replace('each ', '').replace('writing', 'writing to the other')}`;
  const { body, bytes } = both(lines(NOTICE, RECORD, REPORT, 'End.'), lines(RECORD, REPORT, edited, 'End.'));

  test('is whole in the source, and inserted words show in the target', () => {
    expect(body).toContain(`<w:moveFrom><w:r><w:t>${NOTICE}</w:t></w:r></w:moveFrom>`);
    expect(body).toContain(
      '<w:moveToRangeStart w:name="m"/><w:ins><w:r><w:t>Now </w:t></w:r></w:ins><w:moveTo><w:r><w:t>A party gives notice of appeal in writing</w:t></w:r></w:moveTo>' +
        '<w:ins><w:r><w:t> to the other</w:t></w:r></w:ins><w:moveTo><w:r><w:t>.</w:t></w:r></w:moveTo></w:p><w:moveToRangeEnd/>',
    );
    expect(body).not.toContain('w:del');
  });

  test('is settled with the move', () => expect(kinds(bytes)).toEqual(['move']));

  test('may be its looks', () => {
    const bold = both(lines(NOTICE, RECORD, REPORT), lines(RECORD, REPORT) + p(r(NOTICE, '<w:b/>')));
    expect(bold.body).toContain('<w:moveTo><w:r><w:rPr><w:b/></w:rPr>');
    expect(bold.body).not.toContain('rPrChange');
  });
});

describe('a block that moved', () => {
  test('is one move, short paragraphs and empty ones between included', () => {
    const block = ['Appeals', NOTICE, '', 'Fees', FEES];
    const stays = [RECORD, REPORT, 'Three words here.', 'Some words of the rest.', 'More of it.', 'And its end.'];
    const { body, bytes } = both(lines('One.', ...block, ...stays, 'Two.'), lines('One.', ...stays, ...block, 'Two.'));
    expect(kinds(bytes)).toEqual(['move']);
    for (const name of ['moveFromRangeStart', 'moveFromRangeEnd', 'moveToRangeStart', 'moveToRangeEnd']) {
      expect(count(body, name)).toBe(1);
    }
  });

  test('is one move though its paragraphs were edited', () => {
    const { bytes } = both(
      lines(NOTICE, FEES, RECORD, REPORT, 'Four further words here.', 'End.'),
      lines(
        RECORD,
        REPORT,
        'Four further words here.',
        NOTICE.replace('A party', 'Each party'),
        FEES.replace('two', 'three'),
        'End.',
      ),
    );
    expect(kinds(bytes)).toEqual(['move']);
  });

  test('ends at a table, whose rows are deleted and inserted', () => {
    const block = lines(NOTICE) + table(['1', 'one'], ['2', 'two']) + lines(FEES);
    const stays = lines(RECORD, REPORT, 'Three words here.', 'Some words of the rest.', 'And the end of it.');
    const { body, bytes } = both(block + stays, stays + block + lines('End.'));
    expect(kinds(bytes)).toEqual(['move', 'deletion', 'move', 'insertion', 'insertion']);
    expect(body).not.toMatch(/<w:trPr><w:move/);
  });

  test('is told from another that moved elsewhere', () => {
    const { bytes } = both(
      lines(STAYS[0], NOTICE, STAYS[1], FEES, STAYS[2], RECORD, REPORT),
      lines(FEES, ...STAYS, RECORD, NOTICE, REPORT),
    );
    expect(kinds(bytes)).toEqual(['move', 'move']);
    const names = [...xmlOf(bytes).matchAll(/RangeStart [^>]*w:name="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(names).size).toBe(2);
  });
});

describe('where a container ends', () => {
  test.each([
    ['the end', lines(NOTICE, RECORD, REPORT), lines(RECORD, REPORT, NOTICE)],
    ['the end, as a block', lines(NOTICE, FEES, RECORD, REPORT, RECORD), lines(RECORD, REPORT, RECORD, NOTICE, FEES)],
    [
      'a place before a table',
      lines(NOTICE, RECORD) + table(['1', '2']) + lines('End.'),
      lines(RECORD) + table(['1', '2']) + lines('End.', NOTICE),
    ],
    [
      'where other text was replaced',
      lines(NOTICE, RECORD, REPORT, 'Gone with the wind.'),
      lines(RECORD, REPORT, 'Quite new here today.', NOTICE),
    ],
  ])('%s is reached from and left', (_, before, after) => {
    expect(kinds(both(before, after).bytes)).toContain('move');
    expect(kinds(both(after, before).bytes)).toContain('move');
  });
});

describe('what is no move', () => {
  test.each([
    ['a short paragraph', ['Fees', RECORD, REPORT], [RECORD, REPORT, 'Fees']],
    ['one that stands elsewhere too', [NOTICE, RECORD, NOTICE, REPORT], [RECORD, NOTICE, REPORT, NOTICE]],
    [
      'one that says too little of the other',
      [NOTICE, RECORD, REPORT],
      [RECORD, REPORT, 'A party gives no money away to each of them.'],
    ],
  ])('%s', (_, before, after) => {
    expect(both(lines(...before), lines(...after)).body).not.toContain('w:move');
  });

  test('what went from the body into a table', () => {
    const { body } = both(
      lines(NOTICE, RECORD) + table(['1']) + lines('End.'),
      lines(RECORD) + table([NOTICE]) + lines('End.'),
    );
    expect(body).not.toContain('w:move');
  });
});

describe('what is more than text', () => {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const field = (result: string) =>
    `${mark('begin')}<w:r><w:instrText> REF x </w:instrText></w:r>${mark('separate')}${r(result)}${mark('end')}`;

  test('a field keeps its code, and its result may differ', () => {
    const clause = (result: string) =>
      p(r('An appeal goes to the panel under Clause ') + field(result) + r(' in writing.'));
    const { body } = both(
      clause('4.1') + lines(RECORD, REPORT, 'End.'),
      lines(RECORD, REPORT) + clause('4.2') + lines('End.'),
    );
    expect(count(body, 'instrText')).toBe(2);
    expect(body).toContain('<w:ins><w:r><w:t>4.2</w:t></w:r></w:ins>');
    expect(body).not.toContain('delInstrText');
  });

  test('a simple field and a link move, too', () => {
    const clause = p(
      r('An appeal goes to the panel on page ') +
        `<w:fldSimple w:instr=" PAGEREF x ">${r('7')}</w:fldSimple><w:hyperlink w:anchor="x">${r('of this text')}</w:hyperlink>`,
    );
    const { bytes } = redline(pack(clause + lines(RECORD, REPORT)), pack(lines(RECORD, REPORT) + clause), {
      moves: 'native',
    });
    const xml = xmlOf(bytes);
    expect(xml.match(/<w:hyperlink w:anchor="x"><w:move(?:From|To) /g)).toHaveLength(2);
    expect(bodyOf(rejected(bytes))).toMatch(/^<w:p>.*<w:instrText> PAGEREF x <\/w:instrText>.*of this text/);
  });

  test('a note moves with its call', () => {
    const call = '<w:r><w:footnoteReference w:id="1"/></w:r>';
    const notes = { 'footnotes.xml': part('footnotes', `<w:footnote w:id="1">${lines('A note.')}</w:footnote>`) };
    const [a, b] = [
      pack(p(r(NOTICE) + call) + lines(RECORD, REPORT), notes),
      pack(lines(RECORD, REPORT) + p(r(NOTICE) + call), notes),
    ];
    const { bytes } = redline(a, b, { moves: 'native' });
    for (const settled of [accepted(bytes), rejected(bytes)]) {
      expect(xmlOf(settled, 'word/footnotes.xml').match(/A note\./g)).toHaveLength(1);
      expect(xmlOf(settled).match(/footnoteReference/g)).toHaveLength(1);
    }
  });

  test('moves within a note and within a cell are moves', () => {
    const cell = (...texts: string[]) =>
      `<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>${lines(...texts)}</w:tc></w:tr></w:tbl>`;
    const { bytes } = both(cell(NOTICE, RECORD, REPORT) + p(''), cell(RECORD, REPORT, NOTICE) + p(''));
    expect(kinds(bytes)).toEqual(['move']);
  });
});

describe('moves of other hands', () => {
  const by = (id: number, author = 'A') => `w:id="${id}" w:author="${author}" w:date="2020-01-31T09:00:00Z"`;
  const from = (name: string, text: string) =>
    `<w:moveFromRangeStart ${by(1)} w:name="${name}"/><w:moveFrom ${by(2)}>${r(text)}</w:moveFrom><w:moveFromRangeEnd w:id="1"/>`;
  const to = (name: string, content: string) =>
    `<w:moveToRangeStart ${by(3)} w:name="${name}"/>${content}<w:moveToRangeEnd w:id="3"/>`;
  const told3 = (body: string) => listTracked(pack(body), () => {}).map(({ kind, author }) => `${kind} ${author}`);

  test('what another inserted into moved text is a change of its own', () => {
    const target = `<w:moveTo ${by(4)}>${r('x')}</w:moveTo><w:ins ${by(5, 'B')}>${r('z')}</w:ins>`;
    expect(told3(p(from('m', 'x') + r('y') + to('m', target)))).toEqual(['move A', 'insertion B']);
  });

  test('a range without its other end is a deletion, or an insertion', () => {
    expect(told3(p(from('m', 'x') + r('y')))).toEqual(['deletion A']);
    expect(told3(p(from('m', 'x') + r('y') + to('n', `<w:moveTo ${by(4)}>${r('x')}</w:moveTo>`)))).toEqual([
      'deletion A',
      'insertion A',
    ]);
  });

  test('a range may stand around whole paragraphs', () => {
    const marked = (name: string, id: number) =>
      p(`<w:${name} ${by(id)}>${r('x')}</w:${name}>`, `<w:rPr><w:${name} ${by(id + 10)}/></w:rPr>`);
    const body =
      `<w:moveFromRangeStart ${by(1)} w:name="m"/>${marked('moveFrom', 2)}<w:moveFromRangeEnd w:id="1"/>${lines('y')}` +
      `<w:moveToRangeStart ${by(3)} w:name="m"/>${marked('moveTo', 4)}<w:moveToRangeEnd w:id="3"/>${lines('z')}`;
    expect(told3(body)).toEqual(['move A']);
    expect(bodyOf(accepted(pack(body)))).not.toContain('w:move');
  });
});
