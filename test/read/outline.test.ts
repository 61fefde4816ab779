import { describe, expect, it } from 'vitest';
import { collect } from '../../src/message.ts';
import { definedTerm } from '../../src/model/define.ts';
import type { Block, Para } from '../../src/model/document.ts';
import { plainText } from '../../src/model/walk.ts';
import { type ClauseEntry, type Entry, outline } from '../../src/read/outline/index.ts';

function para(text: string): Para {
  return { type: 'para', children: [{ type: 'text', value: text }] };
}

/** `# 4 Tests`, `4.1 text`, `(a) text`, `* bullet`, `**term`, `end`, `inside 4.1 …`, anything else a paragraph. */
function entryOf(line: string): Entry {
  const inside = line.startsWith('inside ');
  const [, hashes, label, text = ''] =
    /^(#*) ?(\d[\d.A-Z]*|\(\w+\)|\*+)? ?(.*)$/.exec(line.replace('inside ', '')) ?? [];
  if (line === 'end') return { type: 'end' };
  if (label?.startsWith('**')) return { type: 'definition', term: text, content: [para(text)] };
  if (label === '*') return { type: 'item', content: [para(text)] };
  const facts = { ...(label === undefined ? {} : { label }), ...(inside ? { inside: true as const } : {}) };
  if (hashes) {
    const kind = label === undefined ? 'part' : 'clause';
    return { type: 'clause', kind, headingLevel: hashes.length, heading: para(text).children, content: [], ...facts };
  }
  if (label === undefined) return { type: 'block', block: para(text) };
  return {
    type: 'clause',
    kind: label.startsWith('(') ? 'limb' : 'clause',
    content: [para(text)],
    ...facts,
  } as ClauseEntry;
}

/** The tree as indented lines. */
function show(blocks: readonly Block[], indent = ''): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'clause') {
      const heading = block.heading === undefined ? '' : plainText(block.heading);
      return [`${indent}${block.label ?? ''} ${heading}`.trimEnd(), ...show(block.children, `${indent}  `)];
    }
    if (block.type === 'definition')
      return [`${indent}"${block.term}"`, ...show(block.children.slice(1), `${indent}  `)];
    if (block.type === 'item') return [`${indent}* ${plainText(block)}`];
    return [indent + plainText(block)];
  });
}

function outlined(...lines: string[]): string[] {
  const { value, messages } = collect((report) => outline(lines.map(entryOf), report));
  return [...show(value), ...messages.map((message) => message.rule)];
}

describe('outline', () => {
  it('puts deeper headings and deeper numbers inside', () => {
    expect(outlined('# 4 Tests', '4.1 a', '4.1.1 b', '4.2 c', '## 4.3 Deep', 'd', '# 5 More', '5.1 e')).toEqual([
      '4 Tests',
      '  4.1',
      '    a',
      '    4.1.1',
      '      b',
      '  4.2',
      '    c',
      '  4.3 Deep',
      '    d',
      '5 More',
      '  5.1',
      '    e',
    ]);
  });

  it('keeps a number that skips or repeats at its depth', () => {
    expect(outlined('4.1 a', '7.2 b', '4.1A c')).toEqual(['4.1', '  a', '7.2', '  b', '4.1A', '  c']);
  });

  it('nests limbs by the series that they continue', () => {
    const limbs = ['4.1 x:', '(a) a', '(i) i', '(ii) ii', '(b) b', 'closing', '4.2 y'];
    expect(outlined(...limbs)).toEqual([
      '4.1',
      '  x:',
      '  (a)',
      '    a',
      '    (i)',
      '      i',
      '    (ii)',
      '      ii',
      '  (b)',
      '    b',
      '  closing',
      '4.2',
      '  y',
    ]);
  });

  it('reads (i) as the letter behind (h) and as a numeral behind (g)', () => {
    expect(outlined('(h) h', '(i) i', '(j) j')).toEqual(['(h)', '  h', '(i)', '  i', '(j)', '  j']);
    expect(outlined('(g) g', '(i) i', '(h) h')).toEqual(['(g)', '  g', '  (i)', '    i', '(h)', '  h']);
  });

  it('lets a paragraph numbered (1) hold what follows, as statutes have it', () => {
    expect(outlined('# 1 Scope', '(1) one', 'more', '(2) two')).toEqual([
      '1 Scope',
      '  (1)',
      '    one',
      '    more',
      '  (2)',
      '    two',
    ]);
  });

  it('gives a definition its list and their closing words, and no other paragraph', () => {
    expect(outlined('4.1 x', '** Test', '(a) a', 'and more', 'Other', '** Issue', 'loose')).toEqual([
      '4.1',
      '  x',
      '  "Test"',
      '    (a)',
      '      a',
      '    and more',
      '  Other',
      '  "Issue"',
      '  loose',
    ]);
  });

  it('does as the author says: `inside`, and `end` for words behind an inner clause', () => {
    expect(outlined('4.1 if:', '4.1.1 a', 'end', 'then', 'inside 3 b', '4.2 c')).toEqual([
      '4.1',
      '  if:',
      '  4.1.1',
      '    a',
      '  then',
      '  3',
      '    b',
      '4.2',
      '  c',
    ]);
    expect(outlined('x', 'end')).toEqual(['x', 'read/nothing-to-end']);
  });

  it('puts an unheaded clause beside a headed one of its series', () => {
    expect(outlined('# 4 A', '## 4.1 B', '4.1.1 b', '4.2 c')).toEqual([
      '4 A',
      '  4.1 B',
      '    4.1.1',
      '      b',
      '  4.2',
      '    c',
    ]);
  });

  it('stays shallow enough to be walked', () => {
    const deep = outlined(...Array.from({ length: 300 }, (_, i) => `inside ${i + 1} x`));
    expect(deep.filter((line) => line === 'read/too-deep').length).toBeGreaterThan(0);
    expect(Math.max(...deep.map((line) => line.length - line.trimStart().length))).toBeLessThan(300);
  });

  it('is quick on many entries', () => {
    const entries = Array.from({ length: 100_000 }, (_, i) => entryOf(`4.${i} x`));
    expect(outline(entries, () => {})).toHaveLength(100_000);
  });
});

describe('definedTerm', () => {
  const bold = { type: 'text', value: 'Test', marks: { bold: true } } as const;
  it('wants bold and a verb', () => {
    expect(definedTerm([bold, { type: 'text', value: ' means x' }])?.term).toBe('Test');
    expect(definedTerm([{ type: 'text', value: '“' }, bold, { type: 'text', value: '” includes x' }])?.term).toBe(
      'Test',
    );
    expect(definedTerm([bold, { type: 'text', value: ' meanstest' }])).toBeUndefined();
    expect(definedTerm([{ type: 'text', value: 'Test means x' }])).toBeUndefined();
  });
});
