/** What must hold of every version under `documents/`, and of the two pairs that the Further Testing pack compares. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import { collect, formatMessage } from '../../src/message.ts';
import type { Document } from '../../src/model/document.ts';
import { deriveLabels } from '../../src/model/label.ts';
import { anchors, citesTarget, crossReferences, idOf } from '../../src/model/links.ts';
import type { Change } from '../../src/model/redline.ts';
import { walk } from '../../src/model/walk.ts';
import { readMarkdown } from '../../src/read/markdown/index.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const DOCUMENTS = ['svtad', 'mtad', 'mhhs-tad'] as const;

const VERSIONS = DOCUMENTS.flatMap((name) =>
  readdirSync(join(ROOT, 'documents', name))
    .filter((file) => file.endsWith('.md'))
    .map((file) => ({ name, file: join(ROOT, 'documents', name, file), version: file.slice(0, -'.md'.length) })),
);

function readVersion(file: string): { document: Document; messages: string[] } {
  const { value, messages } = collect((report) =>
    readMarkdown(readFileSync(file, 'utf8'), { file, mode: 'strict' }, report),
  );
  return { document: value, messages: messages.map(formatMessage) };
}

function version(name: string, number: string): Document {
  return readVersion(join(ROOT, 'documents', name, `${number}.md`)).document;
}

describe.each(VERSIONS)('$name $version', ({ file, version: number }) => {
  const { document, messages } = readVersion(file);

  it('reads strictly without a message', () => {
    expect(messages).toEqual([]);
  });

  it('says in its front matter what its file name says, and that it is demonstration drafting', () => {
    expect(document.meta).toMatchObject({ version: number, status: 'demonstration', language: 'en-GB' });
    expect(document.children[0]).toMatchObject({ type: 'para', style: 'notice' });
  });

  it('has the labels that numbering gives', () => {
    const typed = [...deriveLabels(document)].map(([node, label]) => ({ typed: node.label, label }));
    expect(typed.filter((entry) => entry.typed !== entry.label)).toEqual([]);
    expect(typed.length).toBeGreaterThan(50);
  });

  it('uses each anchor once', () => {
    const ids: string[] = [];
    walk(document, (node) => {
      const id = idOf(node);
      if (id !== undefined) ids.push(id);
    });
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('has no cross-reference that fails to cite its target', () => {
    const targets = anchors(document);
    const wrong = crossReferences(document).filter((reference) => {
      const target = targets.get(reference.target);
      return target === undefined || !citesTarget(reference.text, target);
    });
    expect(wrong).toEqual([]);
    expect(crossReferences(document).length).toBeGreaterThan(20);
  });

  it('gives a lasting anchor to every numbered clause and table', () => {
    const without: string[] = [];
    walk(document, (node) => {
      if (node.type === 'table' && node.label !== undefined && node.id === undefined) without.push(node.label);
      if (node.type === 'clause' && node.kind === 'clause' && node.id === undefined) without.push(node.label ?? '');
    });
    expect(without).toEqual([]);
  });
});

/** The references of the pack's change table, each with the anchors that it stands for. */
const REFERENCES = [
  { reference: 'SMETS1 SVTAD Table 1.1', document: 'svtad', within: ['defined-terms'] },
  { reference: 'SMETS1 SVTAD Clause 20.18', document: 'svtad', within: ['dmct-continue'] },
  { reference: 'SMETS1 SVTAD Clause 20.21', document: 'svtad', within: ['dmct-investigation'] },
  { reference: 'SMETS1 SVTAD Clause 20.26', document: 'svtad', within: ['dmct-referral'] },
  {
    reference: 'SMETS1 SVTAD Clause 20.28 to Clause 20.29',
    document: 'svtad',
    within: ['dmct-completion', 'dmct-excluded-issues'],
  },
  {
    reference: 'SMETS1 SVTAD Clause 20.30 to Clause 20.32',
    document: 'svtad',
    within: ['dmct-testing-report', 'dmct-successful', 'dmct-unsuccessful'],
  },
  { reference: 'SMETS1 SVTAD Clause 20.33', document: 'svtad', within: ['dmct-report-successful'] },
  { reference: 'SMETS1 SVTAD Clause 20.34', document: 'svtad', within: ['dmct-report-unsuccessful'] },
  {
    reference: 'SMETS1 SVTAD Clause 20.35 to Clause 20.37',
    document: 'svtad',
    within: ['dmct-report-issue', 'dmct-appeal', 'dmct-appeal-outcome'],
  },
  {
    reference: 'SMETS1 SVTAD Clause 20.38 to Clause 20.40',
    document: 'svtad',
    within: ['dmct-epcl-report', 'dmct-epcl-report-content', 'dmct-epcl-report-redaction'],
  },
  { reference: 'MTAD Table 9.3', document: 'mtad', within: ['mt-exit-criteria'] },
  { reference: 'SMETS1 SVTAD Table 13.1', document: 'svtad', within: ['sit-exit-criteria'] },
  {
    reference: 'SMETS1 SVTAD Clause 13.3 and Clause 13.4',
    document: 'svtad',
    within: ['sit-held-versions', 'sit-deselection'],
  },
  { reference: 'SMETS1 SVTAD Clause 13.5', document: 'svtad', within: ['sit-deselection-grounds'] },
  {
    reference: 'SMETS1 SVTAD Clause 13.10 to Clause 13.12',
    document: 'svtad',
    within: ['later-selection', 'later-deselection', 'secure-replacement'],
  },
] as const;

const PAIRS = [
  { name: 'svtad', before: '1.4', after: '1.5' },
  { name: 'mtad', before: '1.2', after: '1.3' },
] as const;

describe.each(PAIRS)('$name $before and $after', ({ name, before, after }) => {
  const redline = compare(version(name, before), version(name, after));
  const targets = anchors(version(name, after));
  const expected = REFERENCES.filter((row) => row.document === name);
  const substantive = redline.changes.filter((change) => change.weight === 'substantive');

  it('differ in substance within the references of the change table only', () => {
    const allowed = new Set<string>(expected.flatMap((row) => row.within));
    const stray = substantive.filter((change) => !anchorsOf(change).some((id) => allowed.has(id)));
    expect(stray).toEqual([]);
  });

  it.each(expected)('differ in substance within each provision of $reference', ({ within, reference }) => {
    const touched = new Set(substantive.flatMap(anchorsOf));
    expect(within.filter((id) => !touched.has(id))).toEqual([]);
    const label = reference.match(/[\d.]+\d$/)?.[0];
    expect(targets.get(within[within.length - 1] ?? '')?.label).toBe(label);
  });

  it('differ in typography and formatting too', () => {
    const weights = redline.changes.map((change) => change.weight);
    expect(weights).toContain('typographical');
    expect(weights).toContain('formatting');
  });

  it('keep every anchor of a clause, limb and table', () => {
    const lost: string[] = [];
    for (const [id, { node }] of anchors(version(name, before))) {
      if (node.type !== 'note' && !targets.has(id)) lost.push(id);
    }
    expect(lost).toEqual([]);
  });
});

function anchorsOf(change: Change): string[] {
  return [...(change.after?.within ?? []), ...(change.before?.within ?? [])];
}

it('tells the move within Clause 20 as a move, and its edited words with it', () => {
  const redline = compare(version('svtad', '1.4'), version('svtad', '1.5'));
  const moves = redline.changes.filter((change) => change.kind === 'move');
  expect(moves.map((move) => [move.before?.cite, move.after?.cite])).toEqual([['Clause 20.24', 'Clause 20.18']]);
});

const SEEDS = join(ROOT, '..', 'shared', 'seeds');

describe.skipIf(!existsSync(SEEDS))('the published papers (skipped where they are not at hand)', () => {
  it('lend the drafting no sentence', () => {
    const lent = new Set(readdirSync(SEEDS).flatMap((file) => sentences(readFileSync(join(SEEDS, file), 'utf8'))));
    expect(lent.size).toBeGreaterThan(100);
    for (const { file } of VERSIONS) {
      expect(sentences(readFileSync(file, 'utf8')).filter((sentence) => lent.has(sentence))).toEqual([]);
    }
  });
});

/** Sentences of eight words and more, in lower case and without marks. */
function sentences(text: string): string[] {
  return text
    .replace(/\]\(#[^)]*\)/g, ']')
    .split(/[.!?:;](?=\s)|\n\s*\n/)
    .map((sentence) => sentence.toLowerCase().match(/[a-z0-9]+/g) ?? [])
    .filter((words) => words.length >= 8)
    .map((words) => words.join(' '));
}
