/** Documents as JSON: what is written is read back the same, and what the schema does not allow is told in words. */
import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collect, type Message, UnusableInput } from '../../src/message.ts';
import type { Document } from '../../src/model/document.ts';
import { firstDifference } from '../../src/model/equal.ts';
import { cleanRedline } from '../../src/model/redline.ts';
import { documentJsonSchema } from '../../src/model/schema.ts';
import { JSON_LIMITS, readJson } from '../../src/read/json.ts';
import { writeJson, writeRedlineJson } from '../../src/write/json.ts';
import { arbitraryDocument } from '../arbitrary/document.ts';

const SCHEMA_FILE = new URL('../../schema/document.json', import.meta.url);

const meta = { title: 'A title', provision: 'Clause', language: 'en-GB' };
const head = { format: 'keeling/document', formatVersion: 1 };

const read = (source: string) => collect((report) => readJson(source, { file: 'a.json' }, report));

function refused(value: unknown): readonly Message[] {
  try {
    read(typeof value === 'string' ? value : JSON.stringify(value));
  } catch (error) {
    if (error instanceof UnusableInput) return error.messages;
    throw error;
  }
  throw new Error('it was read');
}

const reasons = (value: unknown): string[] => refused(value).map((message) => message.reason);
const file = (...children: unknown[]) => ({ ...head, document: { type: 'document', meta, children } });

describe('a document written as JSON', () => {
  test('is the same document when read back', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const { value, messages } = read(writeJson(document));
        expect(firstDifference(value, document)).toBeUndefined();
        expect(messages).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('is what the shipped JSON Schema describes', () => {
    const ajv = new Ajv2020({ strict: false, formats: { date: true } });
    const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA_FILE, 'utf8')));
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        expect(validate(JSON.parse(writeJson(document))), JSON.stringify(validate.errors)).toBe(true);
      }),
      { numRuns: 100 },
    );
    expect(validate(file({ type: 'para' }))).toBe(false);
    expect(validate(file({ type: 'para', children: [], colour: 'red' }))).toBe(false);
  });

  test('does not say where its nodes stood in a file, but keeps a property of that name', () => {
    const document: Document = {
      type: 'document',
      meta: { ...meta, properties: { place: 'London' } },
      children: [{ type: 'para', place: { file: '/home/me/a.md', line: 3 }, children: [{ type: 'text', value: 'x' }] }],
    };
    expect(writeJson(document)).not.toContain('/home/me');
    expect(read(writeJson(document)).value.meta.properties).toEqual({ place: 'London' });
  });

  test('may open with a byte order mark', () => {
    expect(read(`\uFEFF${JSON.stringify(file())}`).value.children).toEqual([]);
  });
});

describe('a redline written as JSON', () => {
  test('names its format, and is not taken for a document', () => {
    const source = writeRedlineJson(cleanRedline(read(JSON.stringify(file())).value));
    expect(JSON.parse(source)).toMatchObject({ format: 'keeling/redline', formatVersion: 1, changes: [] });
    expect(reasons(source)).toEqual(['the file is a redline, where a document is wanted']);
  });
});

describe('the shipped JSON Schema', () => {
  test('is made from the model as it is now (UPDATE_SCHEMA=1 writes it)', () => {
    const expected = `${JSON.stringify(documentJsonSchema(), null, 2)}\n`;
    if (process.env.UPDATE_SCHEMA === '1') writeFileSync(SCHEMA_FILE, expected);
    expect(readFileSync(SCHEMA_FILE, 'utf8').replaceAll('\r\n', '\n')).toBe(expected);
  });
});

describe('a file that holds no document', () => {
  test('is refused with the reason', () => {
    expect(reasons('{')).toEqual(['the file is not JSON']);
    expect(reasons([])).toEqual(['the file holds no document']);
    expect(reasons({})[0]).toContain('does not say that it is a document');
    expect(reasons({ ...head, formatVersion: 7 })[0]).toContain('another version of the format: 7');
  });

  test('is told by the path to each fault, in words, with the file', () => {
    const clause = {
      type: 'clause',
      kind: 'clause',
      label: '4.1',
      children: [{ type: 'para', children: [{ type: 'text' }] }],
    };
    const messages = refused(file({ type: 'para', children: [] }, clause));
    expect(messages).toEqual([
      {
        severity: 'error',
        rule: 'read/json-schema',
        place: { file: 'a.json' },
        reason:
          'document, children 2 (clause 4.1), children 1 (para), children 1 (text), value: expected string, received undefined',
      },
    ]);
  });

  test('may not have a key or a type that the model does not know, nor a revision', () => {
    expect(reasons(file({ type: 'para', children: [], colour: 'red' }))[0]).toContain('"colour"');
    expect(reasons(file({ type: 'paragraph', children: [] }))[0]).toContain('children 1 (paragraph), type');
    const revision = { kind: 'insertion', change: 'c1' };
    expect(reasons(file({ type: 'para', revision, children: [] }))[0]).toContain('"revision"');
    expect(reasons(file({ type: 'text', value: 'an inline among blocks' }))).toHaveLength(1);
  });

  test('does not flood the reader with faults', () => {
    const messages = refused(file(...Array.from({ length: 500 }, () => ({ type: 'para' }))));
    expect(messages).toHaveLength(21);
    expect(messages.at(-1)?.reason).toBe('480 more faults are not shown');
  });

  test('may neither set a prototype nor nest without end', () => {
    expect(reasons('{"__proto__": {"format": "keeling/document"}}')).toEqual(['a key is called "__proto__"']);
    expect(reasons('['.repeat(200_000) + ']'.repeat(200_000))[0]).toContain('nested more than');
  });

  test('is read as deep as the limit allows', () => {
    let inner: unknown = { type: 'para', children: [{ type: 'text', value: 'deep' }] };
    for (let depth = 0; depth < JSON_LIMITS.depth / 2 - 5; depth++) inner = { type: 'item', children: [inner] };
    expect(read(JSON.stringify(file(inner))).value.children).toHaveLength(1);
  });
});

test('two nodes with one id are an error, and the document comes back all the same', () => {
  const twins = file({ type: 'para', id: 'x', children: [] }, { type: 'para', id: 'x', children: [] });
  const { value, messages } = read(JSON.stringify(twins));
  expect(value.children).toHaveLength(2);
  expect(messages.map((message) => [message.severity, message.rule])).toEqual([['error', 'read/duplicate-anchor']]);
});
