/** A redline of two Word files in place: after's own file, with marks that settle to both sides. */
import { describe, expect, it } from 'vitest';
import { redlineWordFiles } from '../../src/library/word-redline.ts';
import { type Message, UnusableInput } from '../../src/message.ts';
import { cleanRedline } from '../../src/model/redline.ts';
import { plainText } from '../../src/model/walk.ts';
import { readDocx } from '../../src/read/docx/index.ts';
import { readMarkdown } from '../../src/read/markdown/index.ts';
import { writeDocx } from '../../src/write/docx/index.ts';
import { settleTracked } from '../../src/write/in-place/index.ts';

const OPTIONS = { author: 'A. Drafter', date: '2020-01-31T00:00:00Z' };

function word(body: string): Promise<Uint8Array> {
  const source = `---\ntitle: A Document\nprovision: Clause\n---\n\n${body}`;
  return writeDocx(cleanRedline(readMarkdown(source, { mode: 'strict' }, () => undefined)), OPTIONS);
}

const said = (bytes: Uint8Array, tracked: 'accept' | 'reject'): string =>
  plainText(readDocx(bytes, { tracked }, () => undefined));

describe('two Word files', async () => {
  const before = await word(
    '# 1 Appeals\n\n1.1 A party may appeal within 10 Working Days.\n\n1.2 An appeal is free.\n',
  );
  const after = await word(
    '# 1 Appeals\n\n1.1 A party may appeal within 5 Working Days.\n\n1.2 It states its grounds.\n\n1.3 An appeal is free.\n',
  );
  const messages: Message[] = [];
  const redline = redlineWordFiles(before, after, OPTIONS, (message) => messages.push(message));

  it('become one that accepts to the second and rejects to the first, numbers included', () => {
    expect(messages).toEqual([]);
    expect(said(redline, 'accept')).toBe(said(after, 'accept'));
    expect(said(redline, 'reject')).toBe(said(before, 'accept'));
  });

  it('can be settled change by change', () => {
    const settled = settleTracked(
      redline,
      ({ text }) => (text === '10' || text === '5' ? 'reject' : 'accept'),
      () => {},
    );
    expect(said(settled, 'accept')).toContain('within 10 Working Days');
    expect(said(settled, 'accept')).toContain('It states its grounds');
  });

  it('that are no Word files are refused', () => {
    expect(() => redlineWordFiles(new Uint8Array([1, 2, 3]), after, OPTIONS, () => {})).toThrow(UnusableInput);
  });
});
