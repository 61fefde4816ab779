/** Headers and footers of a redline: compared in their own parts, and brought where only before has them. */
import { describe, expect, test } from 'vitest';
import { accepted, lines, p, pack, part, redline, rejected, told, xmlOf } from './build.ts';

type Furniture = Readonly<Record<string, string>>;

const reference = (name: string, type = 'default'): string =>
  `<w:${name.replace(/\d/, '')}Reference w:type="${type}" r:id="r${name}xml"/>`;
const parts = (furniture: Furniture): Record<string, string> =>
  Object.fromEntries(
    Object.entries(furniture).map(([name, text]) => [
      `${name}.xml`,
      part(name.startsWith('header') ? 'hdr' : 'ftr', lines(text)),
    ]),
  );
/** A file of one section. */
const file = (furniture: Furniture, type = 'default'): Uint8Array =>
  pack(
    lines('one'),
    parts(furniture),
    '',
    Object.keys(furniture)
      .map((name) => reference(name, type))
      .join(''),
  );
/** A file of two sections, each with the headers that are named. */
const twoSections = (furniture: Furniture, first: readonly string[], last: readonly string[]): Uint8Array =>
  pack(
    p('', `<w:sectPr>${first.map((name) => reference(name)).join('')}</w:sectPr>`) + lines('one'),
    parts(furniture),
    '',
    last.map((name) => reference(name)).join(''),
  );

describe('a header or footer', () => {
  test('that both files have is compared in its part', () => {
    const { bytes } = redline(file({ header1: 'Draft one' }), file({ header2: 'Draft two' }));
    expect(told(rejected(bytes), 'word/header2.xml')).toEqual([' | Draft one']);
    expect(told(accepted(bytes), 'word/header2.xml')).toEqual([' | Draft two']);
  });

  test('that only after has has come as a whole', () => {
    const { bytes } = redline(file({}), file({ footer1: 'Page' }));
    expect(told(rejected(bytes), 'word/footer1.xml')).toEqual([' | ']);
  });

  test.each(['default', 'first'])(
    'that only before has is brought with its text gone, as one of the type %s',
    (type) => {
      const { bytes, messages } = redline(file({ header1: 'Draft' }, type), file({}));
      expect(messages).toEqual([]);
      expect(xmlOf(bytes)).toContain(
        `<w:sectPr><w:headerReference w:type="${type}" r:id="rId1"/><w:pgSz w:w="11906"/>`,
      );
      expect(xmlOf(bytes, 'word/_rels/document.xml.rels')).toMatch(
        /Id="rId1" Type="[^"]*\/header" Target="\/word\/header1.xml"/,
      );
      expect(xmlOf(bytes, '[Content_Types].xml')).toContain('/word/header1.xml');
      expect(told(rejected(bytes), 'word/header1.xml')).toEqual([' | Draft']);
      expect(told(accepted(bytes), 'word/header1.xml')).toEqual([' | ']);
    },
  );

  test('that only before has takes no name that after uses', () => {
    const { bytes } = redline(file({ header1: 'Draft' }, 'first'), file({ header1: 'Final' }));
    expect(told(accepted(bytes), 'word/header1.xml')).toEqual([' | Final']);
    expect(told(rejected(bytes), 'word/header1-before1.xml')).toEqual([' | Draft']);
    expect(told(rejected(bytes), 'word/header1.xml')).toEqual([' | ']);
  });

  test('that says nothing is not brought', () => {
    const after = file({});
    expect(redline(file({ header1: '' }), after).bytes).toBe(after);
  });

  test('that a section has of the one before it is compared once', () => {
    const before = twoSections({ header1: 'Draft one' }, ['header1'], []);
    const after = twoSections({ header1: 'Draft two' }, ['header1'], []);
    const { bytes } = redline(before, after);
    expect(xmlOf(bytes, 'word/header1.xml').match(/<w:ins\b/g)).toHaveLength(1);
    expect(xmlOf(bytes)).toBe(xmlOf(after));
  });

  test('for even pages is told where one file alone shows those', () => {
    const settings = { 'settings.xml': part('settings', '<w:evenAndOddHeaders/>') };
    const header = { 'header1.xml': part('hdr', lines('Draft')) };
    const before = pack(lines('one'), { ...header, ...settings }, '', reference('header1', 'even'));
    const after = pack(lines('one'), header, '', reference('header1', 'even'));
    const { bytes, messages } = redline(before, after);
    expect(bytes).toBe(after);
    expect(messages.map(({ rule }) => rule)).toEqual(['write/in-place-even-headers']);
    expect(messages[0]?.reason).toContain('in the version before alone');
  });

  test('in whose place a section has that of the one before it is told', () => {
    const before = twoSections({ header1: 'Body', header2: 'Annex' }, ['header1'], ['header2']);
    const after = twoSections({ header1: 'Body' }, ['header1'], []);
    const { bytes, messages } = redline(before, after);
    expect(bytes).toBe(after);
    expect(messages.map(({ rule, place }) => `${rule} ${place?.part}`)).toEqual([
      'write/in-place-furniture word/header2.xml',
    ]);
  });
});
