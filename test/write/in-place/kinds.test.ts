/** Differences that a redline once missed, marked too much, or was refused for: one case of each kind, made up here. */
import { describe, expect, test } from 'vitest';
import { redlineWordFiles } from '../../../src/library/word-redline.ts';
import type { Message } from '../../../src/message.ts';
import { readDocx } from '../../../src/read/docx/index.ts';
import { accepted, bodyOf, holds, lines, p, pack, part, r, redline, rejected, xmlOf } from './build.ts';

const OPTIONS = { author: 'A. Drafter', date: '2020-01-31T09:00:00Z' } as const;
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
const WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"';

/** The redline of two files, which must give both back without an error, and what was reported of it. */
function made(before: Uint8Array, after: Uint8Array): { readonly body: string; readonly messages: readonly Message[] } {
  const messages: Message[] = [];
  const bytes = redlineWordFiles(before, after, OPTIONS, (message) => messages.push(message));
  holds(before, after, bytes);
  expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { body: bodyOf(bytes), messages };
}

const bodies = (before: string, after: string) => made(pack(before), pack(after));

const char = (type: string, inner = ''): string => `<w:r><w:fldChar w:fldCharType="${type}">${inner}</w:fldChar></w:r>`;
const code = (text: string): string => `<w:r><w:instrText xml:space="preserve"> ${text} </w:instrText></w:r>`;

describe('fields', () => {
  const box = (ticked: boolean): string => {
    const data = `<w:ffData><w:checkBox><w:sizeAuto/><w:default w:val="0"/>${ticked ? '<w:checked/>' : ''}</w:checkBox></w:ffData>`;
    return p(r('Agreed: ') + char('begin', data) + code('FORMCHECKBOX') + char('separate') + char('end'));
  };

  test('a box that was ticked is deleted and inserted whole', () => {
    const { body } = bodies(box(false) + lines('End.'), box(true) + lines('End.'));
    expect(body).toContain('<w:delInstrText> FORMCHECKBOX </w:delInstrText>');
    expect(body.match(/<w:checked\/>/g)).toHaveLength(1);
  });

  test('the code of a field within a field counts', () => {
    const nested = (name: string): string => {
      const inner = char('begin') + code(`MERGEFIELD ${name}`) + char('separate') + r(name) + char('end');
      return p(char('begin') + code('IF ') + inner + code('= 1 "a" "b"') + char('separate') + r('b') + char('end'));
    };
    const { body } = bodies(nested('Country') + lines('End.'), nested('Region') + lines('End.'));
    expect(body).toContain('<w:delInstrText> MERGEFIELD Country </w:delInstrText>');
  });

  test('what an emptied field showed is deleted inside it', () => {
    const field = (result: string): string => {
      const tag = 'w:fldSimple w:instr=" PAGE "';
      return p(`${r('Page ')}${result === '' ? `<${tag}/>` : `<${tag}>${r(result)}</w:fldSimple>`}`);
    };
    const { body } = bodies(field('7') + lines('End.'), field('') + lines('End.'));
    expect(body).toMatch(/<w:fldSimple w:instr=" PAGE "><w:del>.*<w:delText>7<\/w:delText>.*<\/w:fldSimple>/);
  });

  test('results are left unmarked where they are not compared, the check included', () => {
    const page = (n: string): string =>
      p(r('See page ') + char('begin') + code('PAGEREF a') + char('separate') + r(n) + char('end'));
    const [before, after] = [pack(page('7') + lines('Old.')), pack(page('9') + lines('New.'))];
    const bytes = redlineWordFiles(before, after, { ...OPTIONS, fields: 'ignore' }, () => {});
    expect(bodyOf(bytes)).not.toContain('<w:delText>7');
    expect(bodyOf(bytes)).toMatch(/<w:delText>Old\.?<\/w:delText>/);
  });
});

describe('sections', () => {
  const ending = (text: string, size: string): string => p(r(text), `<w:sectPr><w:pgSz w:w="${size}"/></w:sectPr>`);

  test('a break that went is there again once its deletion is rejected', () => {
    const { body } = bodies(`${ending('One.', '20000')}${lines('Two.', 'Three.')}`, lines('One.', 'Two.', 'Three.'));
    expect(body).toMatch(/<w:rPr><w:del\/><\/w:rPr><w:sectPr><w:pgSz w:w="20000"\/><\/w:sectPr>/);
  });

  test('a break that moved stands where each file has it', () => {
    const [before, after] = [
      pack(`${ending('One.', '20000')}${lines('Two.', 'Three.')}`),
      pack(`${lines('One.')}${ending('Two.', '20000')}${lines('Three.')}`),
    ];
    const { bytes } = redline(before, after);
    const broken = (file: Uint8Array) => /<w:pgSz w:w="20000"\/>.*?<w:t[^>]*>([^<]*)/s.exec(xmlOf(file))?.[1];
    expect([broken(rejected(bytes)), broken(accepted(bytes))]).toEqual([broken(before), broken(after)]);
  });

  test('the header of a rewritten part comes back with its break', () => {
    const header = part('hdr', lines('Part One'));
    const first = (text: string): string =>
      p(r(text), '<w:sectPr><w:headerReference w:type="default" r:id="rheader1xml"/></w:sectPr>');
    const [before, after] = [
      pack(`${first('The old words of a part.')}${lines('End.')}`, { 'header1.xml': header }),
      pack(lines('Quite another thing here.', 'End.')),
    ];
    const { bytes } = redline(before, after);
    expect(xmlOf(rejected(bytes))).toContain('headerReference');
  });
});

describe('formatting', () => {
  const styles = (name: string): string =>
    part('styles', `<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="${name}"/></w:style>`);

  test('the look of a paragraph mark is marked', () => {
    const { body } = bodies(p(r('Scope'), '<w:rPr><w:specVanish/></w:rPr>') + lines('End.'), lines('Scope', 'End.'));
    expect(body).toContain('<w:rPrChange><w:rPr><w:specVanish/></w:rPr></w:rPrChange>');
  });

  test('a style is known by its name, not by its id', () => {
    const styled = p(r('Heading'), '<w:pStyle w:val="a3"/>') + lines('End.');
    const [before, after] = [
      pack(styled, { 'styles.xml': styles('Title') }),
      pack(styled, { 'styles.xml': styles('Subtitle') }),
    ];
    const { bytes } = redline(before, after);
    const id = /<w:pPrChange[^>]*><w:pPr><w:pStyle w:val="([^"]*)"/.exec(xmlOf(bytes))?.[1] ?? '';
    expect(id).not.toBe('a3');
    expect(xmlOf(bytes, 'word/styles.xml')).toMatch(new RegExp(`w:styleId="${id}"[^>]*><w:name w:val="Title"/>`));
  });

  test('numbers that a style gives in another way come back', () => {
    const numbering = (text: string): string =>
      part(
        'numbering',
        `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
      );
    const style = part(
      'styles',
      '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="Clause"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
    );
    const file = (text: string, words: string) =>
      pack(p(r(words), '<w:pStyle w:val="C"/>') + lines('End.'), {
        'styles.xml': style,
        'numbering.xml': numbering(text),
      });
    const { body } = made(file('%1', 'A party pays.'), file('Clause %1', 'A party pays promptly.'));
    expect(body).toMatch(
      /<w:pPrChange><w:pPr><w:pStyle w:val="C"\/><w:numPr><w:ilvl w:val="0"\/><w:numId w:val="2"\/>/,
    );
  });

  test('a list that stands in cells alone is the same list', () => {
    const numbering = part(
      'numbering',
      '<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>',
    );
    const item = p(r('one'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>');
    const file = pack(`<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>${item}</w:tc></w:tr></w:tbl>${lines('End.')}`, {
      'numbering.xml': numbering,
    });
    expect(redlineWordFiles(file, file.slice(), OPTIONS, () => {})).toEqual(file);
  });
});

describe('drawings and equations', () => {
  const drawing = (attributes: string, empty = true): string =>
    p(
      `${r('See ')}<w:r><w:drawing><wp:inline ${WP}><wp:extent cx="5" cy="5"/><wp:docPr id="1" name="x" ${attributes}${empty ? '/>' : '></wp:docPr>'}</wp:inline></w:drawing></w:r>`,
    );

  test('are the same however their XML is spelt', () => {
    expect(bodies(drawing('descr="a&#10;b"'), drawing("descr='a&#xA;b'", false)).body).not.toContain('<w:del>');
  });

  test('a description that changed is named and not marked', () => {
    const { body, messages } = bodies(drawing('descr="a logo"'), drawing('descr="the logo"'));
    expect(body).not.toContain('<w:del>');
    expect(messages.map(({ rule }) => rule)).toContain('write/in-place-unmarked');
  });

  test('the language of an equation says nothing', () => {
    const equation = (lang: string): string =>
      p(`<m:oMath ${MATH}><m:r><w:rPr><w:lang w:val="${lang}"/></w:rPr><m:t>x</m:t></m:r></m:oMath>`) + lines('End.');
    expect(bodies(equation('en-GB'), equation('de-DE')).body).not.toContain('<w:del>');
  });

  test('runs with an alternative are compared by what Word shows', () => {
    const choice = (words: string): string =>
      p(
        `${r('A ')}<mc:AlternateContent ${MC}><mc:Choice Requires="w14">${r(words)}</mc:Choice><mc:Fallback>${r('b')}</mc:Fallback></mc:AlternateContent>`,
      );
    expect(bodies(choice('short word'), choice('short new word')).body).toContain(
      '<w:ins><w:r><w:t>new </w:t></w:r></w:ins>',
    );
  });
});

describe('words', () => {
  test('of scripts without spaces are marked one by one', () => {
    const { body } = bodies(
      lines('本协议自双方签字之日起生效。', 'End.'),
      lines('本协议自双方盖章之日起生效。', 'End.'),
    );
    expect([...body.matchAll(/<w:delText>([^<]*)/g)].map((match) => match[1]).join('')).toBe('签字');
  });

  test('no text stands within a deletion under its living name', () => {
    const ruby = (text: string): string =>
      `<w:r><w:ruby><w:rubyPr/><w:rt>${r('kana')}</w:rt><w:rubyBase>${r(text)}</w:rubyBase></w:ruby></w:r>`;
    const { body } = bodies(p(r('A ') + ruby('base') + r(' b.')) + lines('End.'), lines('A  b.', 'End.'));
    for (const [, deleted = ''] of body.matchAll(/<w:del>(.*?)<\/w:del>/gs)) expect(deleted).not.toMatch(/<w:t[ >]/);
  });

  test('a note call with a mark of its own keeps it in one run', () => {
    const notes = part('footnotes', `<w:footnote w:id="2">${lines('A note.')}</w:footnote>`);
    const call = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>';
    const { bytes } = redline(
      pack(p(r('Fees') + call + r(' are due.')) + lines('End.'), { 'footnotes.xml': notes }),
      pack(lines('Fees are due.', 'End.')),
    );
    expect(bodyOf(bytes)).toMatch(/<w:footnoteReference [^>]*\/><w:delText>\*<\/w:delText><\/w:r>/);
  });

  test('a brought note takes no id of the separators that come with it', () => {
    const separator = (type: string, id: number): string =>
      `<w:footnote w:type="${type}" w:id="${id}"><w:p><w:r><w:${type}/></w:r></w:p></w:footnote>`;
    const separators = separator('separator', 0) + separator('continuationSeparator', 1);
    const notes = part('footnotes', `${separators}<w:footnote w:id="2">${lines('A note.')}</w:footnote>`);
    const call = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const { bytes } = redline(
      pack(p(r('Fees') + call + r(' are due.')) + lines('End.'), { 'footnotes.xml': notes }),
      pack(lines('Fees are due.', 'End.')),
    );
    const ids = [...xmlOf(bytes, 'word/footnotes.xml').matchAll(/<w:footnote [^>]*?w:id="(\d+)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(3);
  });

  test('a bookmark that a reference leads to comes back around its words', () => {
    const mark = (inner: string): string =>
      `<w:bookmarkStart w:id="1" w:name="Scope"/>${inner}<w:bookmarkEnd w:id="1"/>`;
    const reference = p(
      r('See ') + char('begin') + code('REF Scope') + char('separate') + r('the works') + char('end'),
    );
    const { bytes } = redline(
      pack(p(r('A party does ') + mark(r('the works')) + r(' in time.')) + reference),
      pack(lines('A party pays in time.', 'End.')),
    );
    expect(xmlOf(rejected(bytes))).toMatch(/bookmarkStart[^>]*\/><w:r><w:t[^>]*>the works<\/w:t><\/w:r><w:bookmarkEnd/);
  });
});

describe('paragraphs', () => {
  test('that were set otherwise between blank lines keep their words', () => {
    const texts = ['One of them says this.', 'Another says that.', 'A third says more.'];
    const before = lines(...texts.flatMap((text) => [text, '']));
    const after = `${lines('Quite new.', '', 'And this.', '')}${texts.map((text) => p(r(text), '<w:jc w:val="both"/>') + p('')).join('')}`;
    expect(bodies(before, after).body).not.toContain('<w:delText>');
  });

  test('that only end a section take no number', () => {
    const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const numbering = part(
      'numbering',
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    );
    const body = `${p('', `${numbered}<w:sectPr/>`)}${p(r('A party pays.'), numbered)}`;
    const { children } = readDocx(pack(body, { 'numbering.xml': numbering }), {}, () => {});
    expect(children.map((child) => ('label' in child ? child.label : undefined))).toEqual(['1.']);
  });
});
