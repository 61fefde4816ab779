/** Two Markdown texts in one, and back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeTexts, splitText } from '../../src/amend/lines.ts';
import { cleanRedline } from '../../src/model/redline.ts';
import { writeMarkdown } from '../../src/write/markdown/index.ts';
import { editedPair } from '../arbitrary/edits.ts';

describe('mergeTexts', () => {
  it('marks words within a line, and lines behind their sign', () => {
    const before =
      '# 5.4 Release 2.0\n\nThe Party may test.\n\n- one\n- two\n\n| a | 18 |\n| --- | --- |\n| b | 40 |\n';
    const after =
      '# 5.4 Release 2.0 or November 19\n\nThe Party must test.\n\n- one\n- three\n- two\n\n| a | 19 |\n| --- | --- |\n| c | 1 |\n| b | 40 |\n';
    const merged = mergeTexts(before, after);
    expect(merged).toBe(
      '# 5.4 Release 2.0<ins> or November 19</ins>\n\nThe Party <del>may</del><ins>must</ins> test.\n\n' +
        '- one\n- <ins>three</ins>\n- two\n\n| a | <del>18</del><ins>19</ins> |\n| --- | --- |\n| <ins>c</ins> | <ins>1</ins> |\n| b | 40 |\n',
    );
    expect(splitText(merged)).toEqual({ before, after });
  });

  it('keeps a table together that only one text has', () => {
    const after = 'Text.\n\n| a | b |\n| --- | --- |\n| 1 |  |\n';
    const merged = mergeTexts('Text.\n', after);
    expect(merged).toContain('| <ins>a</ins> | <ins>b</ins> |\n| --- | --- |\n| <ins>1</ins> |  |');
    expect(splitText(merged)).toEqual({ before: 'Text.\n', after });
  });

  it('refuses a text with marks of its own', () => {
    expect(() => mergeTexts('`<ins>`\n', 'x\n')).toThrow('<ins>');
  });

  it('is undone to the letter, whatever the documents', () => {
    fc.assert(
      fc.property(editedPair, (pair) => {
        const [before, after] = [pair.before, pair.after].map((each) => writeMarkdown(cleanRedline(each)));
        if (before === undefined || after === undefined) return;
        expect(splitText(mergeTexts(before, after))).toEqual({ before, after });
      }),
      { numRuns: 150 },
    );
  });

  it('is undone to the letter, whatever the lines', () => {
    const piece = fc.constantFrom(
      '- ',
      '# ',
      '| ',
      ' |',
      '|',
      '  ',
      'a',
      'b',
      'c d',
      '\\|',
      '\\',
      '---',
      '> ',
      '1. ',
      '::: x',
      '[^1]: ',
    );
    const text = fc.array(fc.array(piece, { maxLength: 5 }), { maxLength: 8 }).map(
      (lines) =>
        `${lines
          .map((line) => line.join(''))
          .join('\n')
          .replace(/^\n+|\n+$/g, '')}\n`,
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        if (before === '\n' || after === '\n') return;
        let merged = '';
        try {
          merged = mergeTexts(before, after);
        } catch {
          return;
        }
        expect(splitText(merged)).toEqual({ before, after });
      }),
      { numRuns: 2000 },
    );
  });
});
