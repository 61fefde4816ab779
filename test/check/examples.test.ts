/** Every rule finds its bad example and leaves its good one alone. */
import { describe, expect, it } from 'vitest';
import { check, checkMatrixMessages, checkPack, packText } from '../../src/check/index.ts';
import type { PackRole, PackView } from '../../src/check/pack.ts';
import { GROUPS, type MatrixExample, type PackExample } from '../../src/check/rule.ts';
import { ALL_RULES, MATRIX_RULES, PACK_RULES, RULE_IDS, RULES } from '../../src/check/rules.ts';
import { compare } from '../../src/compare/index.ts';
import { matrixFromCsv, readSettings, verifyMatrix } from '../../src/matrix/index.ts';
import { collect } from '../../src/message.ts';
import { readMarkdown } from '../../src/read/markdown/index.ts';
import { DUIS } from '../matrix/figures.ts';

async function foundBy(id: string, source: string): Promise<string[]> {
  const { value: document, messages: reported } = collect((report) => readMarkdown(source, { mode: 'auto' }, report));
  const findings = await check(document, { source, reported });
  return findings.filter((finding) => finding.rule === `check/${id}`).map((finding) => finding.reason);
}

function packOf({ before, after, rows = [], dates, texts = {} }: PackExample): PackView {
  const read = (source: string) => readMarkdown(source, { mode: 'strict' }, () => undefined);
  const [from, to] = [read(before), read(after)];
  const document = { id: 'code', before: from, after: to, redline: compare(from, to) };
  return {
    name: 'example',
    ...(dates === undefined ? {} : { dates }),
    documents: [document],
    rows: rows.map((row) => ({ document: 'code', ...row })),
    texts: Object.entries(texts).map(([role, source]) => {
      const text = readMarkdown(source, { mode: 'auto' }, () => undefined);
      return packText(`${role}.md`, role as PackRole, text, source);
    }),
  };
}

/** A rule about Word files alone has its example in test/check/formats.test.ts. */
const IN_MARKDOWN = RULES.filter(({ good, bad }) => good !== bad);

describe.each(IN_MARKDOWN)('$id', (rule) => {
  it('finds its bad example', async () => {
    expect(await foundBy(rule.id, rule.bad)).not.toEqual([]);
  });

  it('leaves its good example alone', async () => {
    expect(await foundBy(rule.id, rule.good)).toEqual([]);
  });
});

describe.each(PACK_RULES)('$id', (rule) => {
  const found = (example: PackExample): number =>
    checkPack(packOf(example)).filter((finding) => finding.rule === `check/${rule.id}`).length;

  it('finds its bad example', () => {
    expect(found(rule.bad)).toBeGreaterThan(0);
  });

  it('leaves its good example alone', () => {
    expect(found(rule.good)).toBe(0);
  });
});

describe.each(MATRIX_RULES)('$id', (rule) => {
  const found = ({ text, csv, settings }: MatrixExample): number => {
    const { stated, listedIn, ...more } = settings;
    const document = readMarkdown(text, { mode: 'auto' }, () => undefined);
    const table = { number: '1', file: 'table.csv', ...(stated === undefined ? {} : { stated }), ...more };
    const value = { tables: [table], ...(listedIn === undefined ? {} : { listedIn }) };
    const { messages } = collect((report) => {
      const read = readSettings(value, DUIS, () => ({}), report);
      const rows = matrixFromCsv(csv, { number: '1', shapes: [DUIS] }, 'table.csv', report);
      const [{ stated: counts, rest } = {}] = read.tables;
      const parts = { ...(counts === undefined ? {} : { stated: counts }), ...(rest === undefined ? {} : { rest }) };
      const tables = rows === undefined ? [] : [{ ...rows, ...parts }];
      verifyMatrix({ version: { name: 'a@1', shape: DUIS, tables, settings: read, document } }, report);
    });
    return checkMatrixMessages(messages).filter((finding) => finding.rule === `check/${rule.id}`).length;
  };

  it('finds its bad example', () => {
    expect(found(rule.bad)).toBeGreaterThan(0);
  });

  it('leaves its good example alone', () => {
    expect(found(rule.good)).toBe(0);
  });
});

describe('the table of rules', () => {
  const all = ALL_RULES;

  it('names each rule once, by small letters and dashes', () => {
    expect(RULE_IDS.size).toBe(all.length);
    expect(all.filter(({ id }) => !/^[a-z]+(?:-[a-z]+)*$/.test(id))).toEqual([]);
  });

  it('says of each in one sentence what it finds', () => {
    expect(all.filter(({ says }) => !/^[A-Z"].*\.$/.test(says))).toEqual([]);
    expect(all.filter(({ group }) => !GROUPS.includes(group))).toEqual([]);
  });
});
