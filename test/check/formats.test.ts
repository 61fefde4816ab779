/** What readers set aside is told by rules, and findings have their place, in Markdown, Word and plain text alike. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sarif } from '../../src/check/sarif.ts';
import { checkTarget } from '../../src/library/check/index.ts';
import { formatMessage } from '../../src/message.ts';
import { docx, p, r } from '../read/docx/make.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keeling-formats-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function told(file: string, content: string | Uint8Array): Promise<string[]> {
  await writeFile(join(folder, file), content);
  const { findings, messages } = await checkTarget({ root: folder, documents: [] }, { target: file, folder });
  return [...messages, ...findings].map(formatMessage);
}

const call = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
const note = (id: number, text: string) => `<w:footnote w:id="${id}">${p(r(text))}</w:footnote>`;
const row = (...cells: string[]) => `<w:tr>${cells.map((cell) => `<w:tc>${p(r(cell))}</w:tc>`).join('')}</w:tr>`;

describe('a footnote', () => {
  it('that nothing calls is found', async () => {
    expect(await told('a.md', 'A party pays.[^1]\n\n[^1]: As agreed.\n\n[^2]: Or not.\n')).toEqual([
      expect.stringMatching(/^a\.md:5:1: warning: .*called nowhere.*check\/uncalled-footnote/),
    ]);
    expect(
      await told('a.txt', 'A party pays.<sup>1</sup>\n\n<sup>1</sup> As agreed.\n\n<sup>2</sup> Or not.\n'),
    ).toEqual([expect.stringMatching(/^a\.txt:5:1: warning: .*called nowhere.*check\/uncalled-footnote/)]);
    const word = docx(p(r('A party pays.') + call(1)), { footnotes: note(1, 'As agreed.') + note(2, 'Or not.') });
    expect(await told('a.docx', word)).toEqual([
      expect.stringMatching(/^a\.docx#word\/footnotes\.xml, paragraph 2: note: .*called nowhere.*found Or not\./),
    ]);
  });

  it('that is called and not there is found', async () => {
    expect(await told('a.md', 'A party pays.[^1] It agrees.[^2]\n\n[^1]: As agreed.\n')).toEqual([
      expect.stringMatching(/^a\.md:1:29: .*warning: there is no footnote 2: found \[\^2\] \(check\/missing-footnote/),
    ]);
    expect(
      await told('a.txt', 'A party pays.<sup>1</sup> It agrees.<sup>2</sup>\n\n<sup>1</sup> As agreed.\n'),
    ).toEqual([
      expect.stringMatching(/^a\.txt:1:\d+: .*warning: there is no footnote 2: found 2 \(check\/missing-footnote/),
    ]);
    const word = docx(p(r('One.')) + p(r('A party pays.') + call(1) + call(2)), { footnotes: note(1, 'As agreed.') });
    expect(await told('a.docx', word)).toEqual([
      expect.stringMatching(/^a\.docx#word\/document\.xml, paragraph 2: warning: a note is called that does not exist/),
    ]);
  });

  it('is not seen in a raised number of another kind', async () => {
    expect(await told('a.txt', 'A site of 20 m<sup>2</sup> is let.<sup>1</sup>\n\n<sup>1</sup> As agreed.\n')).toEqual(
      [],
    );
    expect(await told('a.md', 'Ten parties pay 10<sup>7</sup>.\n')).not.toContainEqual(
      expect.stringContaining('footnote'),
    );
  });
});

describe('a row of another width', () => {
  it('is found, and not the rows beside it', async () => {
    const table = '| a | b | c |\n| --- | --- | --- |\n| d | e | f |\n| g | h | i | j |\n';
    expect(await told('a.md', table)).toEqual([
      expect.stringMatching(/^a\.md:4:1: .*warning: .*found 4 columns, expected 3 columns \(check\/row-width/),
    ]);
    expect(await told('a.txt', 'Values\n\na\tb\tc\nd\te\tf\ng\th\n')).toEqual([
      expect.stringMatching(/^a\.txt:5:1: .*warning: .*found 2 columns, expected 3 columns \(check\/row-width/),
    ]);
    const word = docx(`<w:tbl>${row('a', 'b', 'c')}${row('d', 'e', 'f')}${row('g', 'h')}</w:tbl>`);
    expect(await told('a.docx', word)).toEqual([
      expect.stringMatching(
        /^a\.docx#word\/document\.xml, paragraph \d: .*note: .*found 2 columns, expected 3 columns/,
      ),
    ]);
  });
});

describe('a finding in a Word file', () => {
  it('has the part and the number of its paragraph', async () => {
    const body = p(r('It begins.')) + p(r('It is said of the the Parties.')) + p(r('It ends.'));
    expect(await told('a.docx', docx(body))).toEqual([
      expect.stringMatching(
        /^a\.docx#word\/document\.xml, paragraph 2: paragraph 2: error: "the" stands twice in a row/,
      ),
    ]);
  });
});

describe('what is left in a Word file', () => {
  const run = (text: string, properties: string) => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
  const left = docx(
    p(run('A sum', '<w:highlight w:val="yellow"/>')) +
      p(`<w:ins w:id="1" w:author="A" w:date="2024-01-01T00:00:00Z">${r('It ends.')}</w:ins>`) +
      p(run('None', '<w:highlight w:val="none"/>')),
  );

  it('is a note in a draft, each kind at its paragraph', async () => {
    const found = (await told('a.docx', left)).filter((line) => line.includes('left-in-draft'));
    expect(found).toEqual([
      expect.stringMatching(/^a\.docx#word\/document\.xml, paragraph 1: note: words are highlighted here: found A sum/),
      expect.stringMatching(
        /^a\.docx#word\/document\.xml, paragraph 2: note: a tracked change is left here: found It ends\./,
      ),
    ]);
  });

  it('is a warning in a document that is final', async () => {
    await writeFile(join(folder, 'keeling.config.yaml'), 'check:\n  final: true\n');
    expect(
      (await told('a.docx', left)).filter((line) => line.includes('warning') && line.includes('left-in-draft')),
    ).toHaveLength(2);
  });

  it('is a broken field, once, where Word printed its error', async () => {
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF _Ref9 \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('Error! Reference source not found.')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const found = (await told('b.docx', docx(p(r('It is subject to ') + field)))).filter((line) =>
      line.includes('broken-field'),
    );
    expect(found).toEqual([
      expect.stringMatching(/^b\.docx#word\/document\.xml, paragraph 1: .*error: Word could not find/),
    ]);
  });
});

describe('SARIF of a Word file', () => {
  it('has the file without a fragment, and the paragraph for a line', async () => {
    await writeFile(join(folder, 'c #1.docx'), docx(p(r('One.')) + p(r('It is the the first.'))));
    const { findings } = await checkTarget({ root: folder, documents: [] }, { target: 'c #1.docx', folder });
    const [result] = JSON.parse(sarif(findings, '1')).runs[0].results;
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'c%20%231.docx' },
      region: { startLine: 2 },
    });
    expect(result.locations[0].logicalLocations).toContainEqual(
      expect.objectContaining({ fullyQualifiedName: 'word/document.xml#2' }),
    );
    expect(result.partialFingerprints['keeling/v1']).toMatch(/^[0-9a-f]{32}:1$/);
  });
});
