/** Anchors for whatever was read: readable, unique, kept where a person gave them, and written so that they read back. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMadeUp, withAnchors } from '../../src/library/import/anchors.ts';
import { expressible } from '../../src/library/import/expressible.ts';
import { faithfulMarkdown } from '../../src/library/import/faithful.ts';
import { insertedLabels } from '../../src/library/import/fixed.ts';
import { continued } from '../../src/library/import/identities.ts';
import { nameFor } from '../../src/library/import/slug.ts';
import { UnusableInput } from '../../src/message.ts';
import type { Document } from '../../src/model/document.ts';
import { idOf } from '../../src/model/links.ts';
import { walk } from '../../src/model/walk.ts';
import { readDocx } from '../../src/read/docx/index.ts';
import { readMarkdown } from '../../src/read/markdown/index.ts';
import { arbitraryDocument } from '../arbitrary/document.ts';

const NOTHING = { anchors: new Map(), facts: new Map() };

function read(body: string): Document {
  const source = `---\ntitle: A Document\nprovision: Clause\n---\n\n${body}`;
  return readMarkdown(source, { mode: 'strict' }, () => undefined);
}

function idsOf(document: Document): string[] {
  const ids: string[] = [];
  walk(document, (node) => {
    const id = idOf(node);
    if (id !== undefined) ids.push(id);
  });
  return ids;
}

const named = (body: string) => idsOf(withAnchors(read(body), NOTHING, []).document);

describe('a name', () => {
  test('is made of the words that tell', () => {
    expect(named('# 4 The completion of a test\n')).toEqual(['completion-test']);
    expect(named('1.1 A Supplier Party may appeal within 10 Working Days of the report.\n')).toEqual([
      'supplier-party-appeal-within',
    ]);
    expect(named('1.1 **Run-in heading.** And a sentence.\n')).toEqual(['run-heading']);
    expect(named('**Testing Issue** means a defect.\n')).toEqual(['testing-issue']);
    expect(named('# 4 Über Größe\n')).toEqual(['über-größe']);
  });

  test('falls back on what the thing is, and begins with a letter', () => {
    expect(named('1.1\n\n1.2 2019\n')).toEqual(['clause-1-1', 'clause-2019']);
    expect(named('| 9 | 8 |\n| --- | --- |\n| 1 | 2 |\n')).toEqual(['table-9-8']);
  });

  test('that is taken goes with that of what is around it, then with more words, then with a number', () => {
    const clause = 'DCC shall publish a report on every test';
    expect(named(`# 1 Reports\n\n1.1 ${clause}.\n\n1.2 ${clause}.\n\n1.3 ${clause}.\n\n1.4 ${clause}.\n`)).toEqual([
      'reports',
      'dcc-publish-report-test',
      'reports-dcc-publish-report-test',
      'dcc-publish-report-test-2',
      'dcc-publish-report-test-3',
    ]);
  });

  test('is given to limbs and paragraphs only where a reference means them', () => {
    expect(named('1.1 A lead-in:\n\n- (a) {#ref77} one; and\n- (b) two, see [(a)](#ref77).\n')).toEqual([
      'lead',
      'one',
    ]);
  });

  test('is unique, short and made of letters, digits and dashes, whatever the words', () => {
    const taken = new Set<string>();
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.option(fc.constantFrom('part', 'x'.repeat(39))),
        (words, parent) => {
          const before = taken.size;
          const name = nameFor({ words, parent: parent ?? undefined, otherwise: 'clause 4.1' }, taken);
          expect(taken.size).toBe(before + 1);
          expect(name).toMatch(/^\p{L}[\p{L}\p{M}\p{N}-]*$/u);
          expect(name.length).toBeLessThanOrEqual(40);
        },
      ),
    );
  });
});

describe('bookmarks', () => {
  test.each(['fees', 'Appendix-A', 'regulation-2019', 'reference', 'tocsin', 'texts'])('%s is kept', (name) => {
    expect(isMadeUp(name)).toBe(false);
  });

  test.each([
    'ref140255745',
    'ref-x-9kb9',
    'toc12',
    'OLE-LINK1',
    'Text7',
    'goback',
    'heading-h.gjdgxs',
    'bookmark',
    'a',
  ])('%s is not', (name) => {
    expect(isMadeUp(name)).toBe(true);
  });

  test('of Word’s making give way to words, and references follow', () => {
    const { document, counts } = withAnchors(
      read('1.1 {#ref1234567} An appeal.\n\n1.2 {#Fees} Fees, see [Clause 1.1](#ref1234567).\n'),
      NOTHING,
      [],
    );
    expect(idsOf(document)).toEqual(['appeal', 'Fees']);
    expect(faithfulMarkdown(document, 'x')).toContain('[Clause 1.1](#appeal)');
    expect(counts).toEqual({ carried: 0, kept: 1, made: 1 });
  });
});

test('an inserted number that no count gives is fixed, one out of order is not', () => {
  const facts = insertedLabels(read('# 4 One\n\n# 4A Two\n\n# 6 Three\n'));
  expect([...facts].map(([node]) => 'label' in node && node.label)).toEqual(['4A']);
});

test('whatever a document holds, each anchor stands once and the Markdown reads back', () => {
  fc.assert(
    fc.property(arbitraryDocument, arbitraryDocument, (earlier, document) => {
      const plain = expressible(document, () => undefined);
      const { document: result } = withAnchors(plain, continued(earlier, plain), idsOf(earlier));
      const ids = idsOf(result);
      expect(new Set(ids).size).toBe(ids.length);
      walk(result, (node) => {
        if (node.type === 'definition') expect(node.id).toBeDefined();
      });
      expect(() => faithfulMarkdown(result, 'x')).not.toThrow();
    }),
    { numRuns: 60 },
  );
});

const CORPUS = join(import.meta.dirname, '../../../shared/corpus');

describe.skipIf(!existsSync(CORPUS))('real Word files (skipped where the corpus is absent)', () => {
  test.each(['import', 'pairs'])('%s: each can be kept as Markdown or is refused', { timeout: 180_000 }, (folder) => {
    const files = readdirSync(join(CORPUS, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.do[ct][xm]$/.test(name))
      .sort();
    const refused = files.filter((name) => !isKept(join(CORPUS, folder, name)));
    process.stdout.write(`${folder}: ${files.length} files, ${refused.length} refused\n`);
    expect(refused.length).toBeLessThan(files.length / 20);
  });
});

/** Whether a file can be kept; one that cannot be read is none, anything else that fails is a fault. */
function isKept(file: string): boolean {
  let document: Document;
  try {
    document = readDocx(readFileSync(file), { file: basename(file) }, () => undefined);
  } catch (error) {
    if (error instanceof UnusableInput) return false;
    throw error;
  }
  const { document: result } = withAnchors(
    expressible(document, () => undefined),
    NOTHING,
    [],
  );
  expect(() => faithfulMarkdown(result, basename(file)), file).not.toThrow();
  return true;
}
