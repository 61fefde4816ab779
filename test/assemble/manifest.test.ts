import { describe, expect, it } from 'vitest';
import { checkManifest, checkNames } from '../../src/assemble/index.ts';
import { readYaml } from '../../src/library/yaml.ts';
import { collect, formatMessage, UnusableInput } from '../../src/message.ts';

const GOOD = `title: A consultation
summary: On something
classification: Public
contact: someone@example.org
website: https://example.org
organisation: { name: An Organisation, short: AO }
dates: { issued: 2020-01-02, respondBy: 2020-02-03T16:00 }
tracked: { author: AO, date: "2020-01-02T09:00:00Z" }
documents:
  - { id: act, before: "1.0", after: "1.1" }
sections:
  - { id: one, title: One, file: one.md }
questions:
  - { id: first, number: Q1, section: one, documents: [act], text: Why? }
attachments:
  - { number: 1, id: marked, kind: change-marked, document: act }
changes:
  - { document: act, covers: [a], description: Something, rationale: Because }
`;

/** What is said of the manifest once one piece of it is put in the place of another. */
function said(from: string, to: string): string[] {
  if (!GOOD.includes(from)) throw new Error(`no ${from}`);
  const { value, placeOf } = readYaml(GOOD.replace(from, to), 'pack.yaml');
  const { messages } = collect((report) => {
    const manifest = checkManifest(value, placeOf, report);
    if (manifest !== undefined) checkNames(manifest, placeOf, report);
  });
  return messages.map(formatMessage);
}

describe('a manifest', () => {
  it('that fits together is taken without a word', () => {
    expect(said('title', 'title')).toEqual([]);
  });

  it.each([
    ['title: A', 'titel: A', 'pack.yaml:1:1: error: titel: there is no such key here'],
    ['"1.0"', '1.0', 'pack.yaml:10:24: error: documents.0.before: a version is wanted, in quotation marks ("1.5")'],
    ['2020-01-02,', '2020-02-30,', 'pack.yaml:7:18: error: dates.issued: a date is wanted'],
    ['2020-02-03T', '2020-01-01T', 'the date "respondBy" is before the date "issued"'],
    ['section: one', 'section: two', 'pack.yaml:14:39: error: there is no section "two"'],
    ['documents: [act]', 'documents: [bill]', 'this pack has no document "bill"'],
    ['file: one.md', 'file: ../one.md', 'sections.0.file: a path below the folder is wanted'],
    ['file: one.md', 'file: /etc/passwd', 'sections.0.file: a path below the folder is wanted'],
    ['number: 1,', 'number: 2,', 'pack.yaml:16:15: error: attachment 1 is numbered 2'],
    ['change-marked, document: act', 'change-marked', 'this pack has no document ""'],
    ['before: "1.0", ', '', '"act" is compared with no version (before)'],
    ['kind: change-marked', 'kind: marked', 'attachments.0.kind'],
    ['covers: [a]', 'covers: []', 'changes.0.covers: a row covers at least one anchor'],
    ['document: act, covers', 'document: bill, covers', 'this pack has no document "bill"'],
    ['id: marked,', 'id: marked, file: con,', 'attachments.0.file: Windows keeps that name for itself'],
    ['id: marked,', 'id: marked, file: a/b,', 'attachments.0.file: a name is small letters'],
    ['someone@example.org', 'someone', 'contact: an e-mail address is wanted'],
    ['https://example.org', 'javascript:alert(1)', 'website: an address is wanted'],
    ['  - { id: one,', '  - { id: one, title: Again }\n  - { id: one,', 'two entries with one name: section "one"'],
  ])('with %s made %s is an error at its place', (from, to, message) => {
    expect(said(from, to).join('\n')).toContain(message);
  });

  it('tells every key that is missing', () => {
    const { value, placeOf } = readYaml('title: A\n', 'pack.yaml');
    const { messages } = collect((report) => checkManifest(value, placeOf, report));
    expect(messages.map(({ reason }) => reason.split(':')[0])).toEqual(
      expect.arrayContaining(['summary', 'dates', 'documents', 'sections', 'tracked']),
    );
    expect(messages.every(({ place }) => place?.line === 1)).toBe(true);
  });
});

describe('YAML', () => {
  it.each([
    ['a: [1, 2', 1],
    ['a: 1\nb: "x\n', 2],
    ['a: 1\na: 2', 2],
    ['a: *nowhere', 1],
  ])('that is none is an error with its line: %j', (text, line) => {
    try {
      readYaml(text, 'pack.yaml');
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(UnusableInput);
      expect((error as UnusableInput).messages[0]?.place).toMatchObject({ file: 'pack.yaml' });
      expect((error as UnusableInput).messages[0]?.place?.line).toBeGreaterThanOrEqual(line);
    }
  });

  it('does not grow without end out of aliases', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 10; i++)
      lines.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    expect(() => readYaml(lines.join('\n'), 'pack.yaml')).toThrow(UnusableInput);
  });

  it('knows the place of a value, of a key, and of a text in a block', () => {
    const { placeOf } = readYaml('a:\n  - { b: "text" }\nc: >-\n  folded\n  text\n', 'x');
    expect(placeOf(['a', 0, 'b'])).toEqual({ file: 'x', line: 2, column: 11 });
    expect(placeOf(['a', 0], 'b')).toEqual({ file: 'x', line: 2, column: 7 });
    expect(placeOf(['c'])).toEqual({ file: 'x', line: 4 });
    expect(placeOf(['a', 0, 'nowhere', 'at all'])).toEqual({ file: 'x', line: 2, column: 5 });
  });
});
