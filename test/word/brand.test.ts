/** A reference Word file: what is taken from it, and what of a hostile one is not. */
import { describe, expect, it } from 'vitest';
import { collect, UnusableInput } from '../../src/message.ts';
import { cleanRedline } from '../../src/model/redline.ts';
import { readBrand } from '../../src/word/brand/index.ts';
import { writeDocx } from '../../src/write/docx/index.ts';
import { makeReference, type ReferenceParts } from '../make-reference.ts';
import { clause, doc, head, META, p, redline } from '../write/docx/build.ts';
import { partsOf } from '../write/docx/parts.ts';

const read = (parts: ReferenceParts = {}) => collect((report) => readBrand(makeReference(parts), {}, report));
const blocks = [head('1', 'Purpose', [clause('1.1', [p('Every vessel shall anchor.')])])];

function rulesOf(parts: ReferenceParts): string[] {
  try {
    return read(parts).messages.map(({ rule }) => rule);
  } catch (error) {
    return error instanceof UnusableInput ? error.messages.map(({ rule }) => rule) : [String(error)];
  }
}

describe('a reference file', () => {
  it('gives its styles under our ids, its page, and its header with the logo', async () => {
    const { value: brand, messages } = read();
    expect(messages).toEqual([]);
    const parts = partsOf(await writeDocx(redline(blocks), { brand }));
    expect(parts['word/styles.xml']).toMatch(/w:styleId="Heading1"><w:name w:val="heading 1"\/>.*?006B5E/s);
    expect(parts['word/styles.xml']).toContain('Georgia');
    expect(parts['word/styles.xml']).not.toContain('Ueberschrift1');
    expect(parts['word/document.xml']).toContain('w:left="1418"');
    expect(parts['word/headerAdded1.xml'] ?? parts['word/headerAdded2.xml']).toContain('r:embed="rIdAdded');
    expect(Object.keys(parts).filter((name) => name.startsWith('word/media/brand'))).toHaveLength(1);
    expect(parts['word/numbering.xml']).toContain('w:left="700" w:hanging="700"');
  });

  it('has its fields say what the document says, tracked where the versions differ', async () => {
    const { value: brand } = read();
    const header = async (before: string, after: string) =>
      Object.entries(
        partsOf(await writeDocx(redline(blocks, { ...META, version: after }, { ...META, version: before }), { brand })),
      ).find(([name]) => name.startsWith('word/headerAdded'))?.[1] ?? '';
    expect(await header('2.0', '2.0')).toMatch(/DOCPROPERTY Version .*<w:t xml:space="preserve">2\.0<\/w:t>/);
    expect(await header('1.0', '2.0')).toMatch(/<w:delText xml:space="preserve">1\.0<.*<w:ins .*>2\.0</);
    expect(await header('1.0', '2.0')).not.toContain('stale');
  });

  it.each<[string, ReferenceParts, string]>([
    [
      'a link',
      {
        header: '<w:hyperlink r:id="rId9"><w:r><w:t>site</w:t></w:r></w:hyperlink>',
        related: '<Relationship Id="rId9" Type="x/hyperlink" Target="http://evil.example" TargetMode="External"/>',
      },
      'look/link',
    ],
    [
      'a field that reaches out',
      { header: '<w:fldSimple w:instr="INCLUDETEXT C:\\\\secret.txt"><w:r><w:t>x</w:t></w:r></w:fldSimple>' },
      'look/field',
    ],
    ['an object', { header: '<w:r><w:object/></w:r>' }, 'look/left-out'],
    [
      'a linked picture',
      { header: '<w:r><w:drawing><wp:inline><a:blip r:link="rId8"/></wp:inline></w:drawing></w:r>' },
      'look/drawing',
    ],
    ['macros', { parts: { 'word/vbaProject.bin': 'x' } }, 'look/macros'],
    ['a document type', { parts: { 'word/styles.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' } }, 'look/damaged'],
    ['a page without room', { page: '<w:pgSz w:w="3000" w:h="16838"/>' }, 'look/page'],
  ])('does not take over %s', async (_, parts, rule) => {
    expect(rulesOf(parts)).toContain(rule);
    if (/macros|damaged|page/.test(rule)) return;
    const written = partsOf(await writeDocx(redline(blocks), { brand: read(parts).value }));
    for (const [name, text] of Object.entries(written))
      expect([name, /TargetMode="External"|r:link|INCLUDETEXT|w:object/.test(text)]).toEqual([name, false]);
  });

  it('leaves a file without one as it was', async () => {
    const clean = cleanRedline(doc([]) as never);
    const [one, two] = [partsOf(await writeDocx(clean)), partsOf(await writeDocx(clean, {}))];
    expect(one['word/styles.xml']).toBe(two['word/styles.xml']);
    expect(one['word/styles.xml']).toContain('Arial');
  });
});
