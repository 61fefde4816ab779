/** Real Word files: every one is read or refused, nothing is lost without a word, and LibreOffice sees the same text. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { extractRawText } from 'mammoth';
import { beforeAll, describe, expect, it } from 'vitest';
import { collect, type Message, UnusableInput } from '../../../src/message.ts';
import { acceptAll, rejectAll } from '../../../src/model/decide.ts';
import type { Document, Node } from '../../../src/model/document.ts';
import { firstDifference, normalise } from '../../../src/model/equal.ts';
import { childrenOf } from '../../../src/model/walk.ts';
import { readDocx, readDocxRedline } from '../../../src/read/docx/index.ts';
import { linesOf } from './lines.ts';

const SHARED = join(import.meta.dirname, '../../../../shared');
const corpus = (name: string) => join(SHARED, 'corpus', name);
const absent = (name: string) => !existsSync(corpus(name));

function wordFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.do[ct][xm]$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

interface Read {
  readonly document: Document | undefined;
  readonly messages: readonly Message[];
}

/** Reads a file; a refusal counts as read where it is typed. */
function read(file: string, tracked: 'accept' | 'reject' = 'accept'): Read {
  try {
    const { value, messages } = collect((report) =>
      readDocx(readFileSync(file), { file: basename(file), tracked }, report),
    );
    return { document: value, messages };
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    return { document: undefined, messages: error.messages };
  }
}

function table(title: string, rows: readonly string[]): void {
  process.stdout.write(`${[title, ...rows].join('\n  ')}\n`);
}

describe.skipIf(absent('import'))('import: 200 files from elsewhere (skipped where the corpus is absent)', () => {
  it('keeps the text that mammoth finds, or says what was left out', { timeout: 120_000 }, async () => {
    const files = wordFiles(corpus('import'));
    const refused: string[] = [];
    const told: string[] = [];
    const lost: string[] = [];
    for (const file of files) {
      const { document, messages } = read(file);
      if (document === undefined) {
        refused.push(`${basename(file)}: ${messages[0]?.reason}`);
        continue;
      }
      const missing = missingShare(await mammothText(file), everyText(document));
      if (missing <= 0.01) continue;
      const reasons = messages.filter((message) => LEFT_OUT.has(message.rule)).map((message) => message.rule);
      (reasons.length > 0 ? told : lost).push(`${basename(file)}: ${(100 * missing).toFixed(1)} % missing: ${reasons}`);
    }
    table(`import: ${files.length} files, ${refused.length} refused, ${told.length} with text left out and told`, [
      ...refused,
      ...told,
      ...lost,
    ]);
    expect(lost).toEqual([]);
    expect(refused.length).toBeLessThan(files.length / 20);
  });

  it('tracked changes kept give back both sides, and what is read is in canonical form', { timeout: 120_000 }, () => {
    for (const folder of ['import', 'pairs', 'revisions', 'legislation-docx'].filter((name) => !absent(name))) {
      for (const file of wordFiles(corpus(folder))) checkSides(file);
    }
  });
});

/** The rules under which text is left out. */
const LEFT_OUT = new Set([
  'read/docx-hidden-text',
  'read/docx-not-read',
  'read/docx-note',
  'read/docx-covered-cell',
  'read/docx-ruby',
  'read/docx-computed',
  'read/docx-damaged-part',
]);

function checkSides(file: string): void {
  const after = read(file).document;
  const before = read(file, 'reject').document;
  if (after === undefined || before === undefined) return;
  const redline = readDocxRedline(readFileSync(file), { file: basename(file) }, () => {});
  expect(firstDifference(acceptAll(redline), after), file).toBeUndefined();
  expect(firstDifference(rejectAll(redline), before), file).toBeUndefined();
  expect(normalise(after), file).toEqual(after);
  const used = new Set<string>();
  visit(redline.document, (node) => {
    const revision = node.type === 'document' ? undefined : node.revision;
    if (revision === undefined) return;
    if (revision.kind === 'alteration') for (const { change } of Object.values(revision.before)) used.add(change);
    else used.add(revision.change);
  });
  expect([...used].sort(), file).toEqual(redline.changes.map((change) => change.id).sort());
}

function visit<R>(node: Node<R>, see: (node: Node<R>) => void): void {
  see(node);
  for (const child of childrenOf(node)) visit(child, see);
}

async function mammothText(file: string): Promise<string> {
  try {
    return (await extractRawText({ path: file })).value;
  } catch {
    return '';
  }
}

/** All that a document says, labels included. */
function everyText(document: Document): string {
  const pieces: string[] = [];
  visit(document, (node) => {
    if ('label' in node && node.label !== undefined)
      pieces.push(node.type === 'table' ? (node.word ?? 'Table') : '', node.label);
    if (node.type === 'text') pieces.push(node.value);
    if (node.type === 'crossReference' || node.type === 'blank') pieces.push(node.text);
    if (node.type === 'opaque') pieces.push(node.text ?? '');
  });
  return pieces.join('');
}

/** The share of the characters of `wanted` that `found` lacks, white space set aside. */
function missingShare(wanted: string, found: string): number {
  const counts = new Map<string, number>();
  for (const sign of found) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const signs = [...wanted.replace(/\s/g, '')];
  let missing = 0;
  for (const sign of signs) {
    const left = counts.get(sign) ?? 0;
    if (left === 0) missing += 1;
    else counts.set(sign, left - 1);
  }
  return signs.length === 0 ? 0 : missing / signs.length;
}

interface RevisionCase {
  readonly id: string;
  readonly source: string;
  readonly accepted: string | null;
  readonly rejected: string | null;
}

describe.skipIf(absent('revisions'))(
  'revisions: accepted and rejected by another hand (skipped where the corpus is absent)',
  () => {
    const cases: RevisionCase[] = absent('revisions')
      ? []
      : JSON.parse(readFileSync(join(corpus('revisions'), 'cases.json'), 'utf8'));
    const sides = cases.flatMap(({ id, source, accepted, rejected }) => [
      ...(accepted === null ? [] : [{ id, source, tracked: 'accept' as const, settled: accepted }]),
      ...(rejected === null ? [] : [{ id, source, tracked: 'reject' as const, settled: rejected }]),
    ]);

    it.each(sides)('$id, $tracked', ({ source, tracked, settled }) => {
      const ours = read(join(corpus('revisions'), source), tracked).document;
      const theirs = read(join(corpus('revisions'), settled)).document;
      expect(ours && linesOf(ours, true)).toEqual(theirs && linesOf(theirs, true));
    });
  },
);

/** Where LibreOffice prints something that the file does not say. */
const RECOMPUTED: Readonly<Record<string, string>> = {
  'WC018-Field-Simple-After-1.docx': 'LibreOffice prints the date of today in a date field',
  'WC018-Field-Simple-Before.docx': 'LibreOffice prints the date of today in a date field',
};

const JUDGE = join(SHARED, 'oracles/accept_reject.py');
const noJudge =
  absent('pairs') || !existsSync(JUDGE) || !existsSync('/usr/bin/soffice') || !existsSync('/usr/bin/python3');

describe.skipIf(noJudge)(
  'pairs: labels and text as LibreOffice exports them (skipped where it or the corpus is absent)',
  () => {
    const files = noJudge ? [] : wordFiles(corpus('pairs'));
    let judged: Readonly<Record<string, { readonly accepted: readonly string[] }>> = {};

    beforeAll(() => {
      const said = execFileSync('/usr/bin/python3', [JUDGE, '--text', ...files], { encoding: 'utf8', maxBuffer: 1e8 });
      judged = JSON.parse(said);
    }, 300_000);

    it('agrees', () => {
      const failed = files.filter((file) => {
        const { document } = read(file);
        const ours = document === undefined ? [] : linesOf(document, false).main;
        return JSON.stringify(plainBullets(ours)) !== JSON.stringify(plainBullets(judged[file]?.accepted ?? []));
      });
      const reasons = failed.map((file) => `${basename(file)}: ${RECOMPUTED[basename(file)] ?? 'differs'}`);
      table(`pairs: ${files.length - failed.length} of ${files.length} files agree with LibreOffice`, reasons);
      expect(failed.map((file) => basename(file)).filter((name) => RECOMPUTED[name] === undefined)).toEqual([]);
    });
  },
);

/** Bullets in one shape, white space in one width, no zero-width marks. */
function plainBullets(lines: readonly string[]): string[] {
  return lines
    .map((line) =>
      line
        .replace(/^[\uf000-\uf0ff●§▪–-](?=\s)/u, '•')
        .replace(/[\u200b\ufffc]/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '');
}
