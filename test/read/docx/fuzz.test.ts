/**
 * A seeded fuzzer: Word files with bytes, markup and structure disturbed are read or refused, never more.
 * `KEELING_FUZZ` sets how many (2,000 in CI, 300 elsewhere), `KEELING_SEED` the seed, which is printed.
 */
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { UnusableInput } from '../../../src/message.ts';
import { acceptAll, rejectAll } from '../../../src/model/decide.ts';
import { firstDifference } from '../../../src/model/equal.ts';
import { readDocx, readDocxRedline } from '../../../src/read/docx/index.ts';
import { del, docx, field, ins, level, listed, lists, p, r, style, zip } from './make.ts';

const RUNS = Number(process.env.KEELING_FUZZ ?? (process.env.CI === undefined ? 300 : 2000));
const SEED = Number(process.env.KEELING_SEED ?? Date.now() % 1_000_000);

/** Random numbers from 0 up to 1 that a seed determines (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Random = () => number;
const below = (random: Random, n: number) => Math.floor(random() * n);
const pick = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)] as T;

/** A file with something of everything. */
function sample(): Uint8Array {
  const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
  const table = `<w:tbl><w:tblGrid><w:gridCol w:w="100"/></w:tblGrid><w:tr><w:trPr><w:tblHeader/><w:ins w:author="A"/></w:trPr>${cell(p(r('a')), '<w:vMerge w:val="restart"/>')}${cell(p(r('b')), '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell(p(del('c')), '<w:vMerge/>')}${cell(p(r('d')))}</w:tr></w:tbl>`;
  const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${p(r('box'))}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>`;
  const body =
    p(r('Title'), '<w:pStyle w:val="H1"/>') +
    p(`<w:bookmarkStart w:id="1" w:name="_Ref1"/>${r('one ')}${ins(r('two '))}${del('three')}`, listed(1)) +
    p(r('limb'), `${listed(1, 1)}<w:rPr><w:del w:author="B"/></w:rPr>`) +
    p(r('next'), `${listed(1, 1)}<w:pPrChange w:author="C"><w:pPr>${listed(1)}</w:pPr></w:pPrChange>`) +
    p(`${r('see ') + field('REF _Ref1 \\h', r('1.'))}<w:hyperlink w:anchor="_Ref1">${r('link')}</w:hyperlink>`) +
    table +
    p(`${r('note')}<w:r><w:footnoteReference w:id="2"/></w:r>${box}<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>`) +
    `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p(r('[date]'))}</w:sdtContent></w:sdt>`;
  return docx(body, {
    numbering: lists(level(0, 'decimal', '%1.') + level(1, 'lowerLetter', '(%2)')),
    styles: style('H1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
    footnotes: `<w:footnote w:id="2">${p(r('foot') + ins(r('note')))}</w:footnote>`,
    comments: `<w:comment w:id="3" w:author="A">${p(r('why'))}</w:comment>`,
  });
}

const SNIPPETS = [
  '<',
  '>',
  '/>',
  '"',
  '&',
  '&#0;',
  '</w:p>',
  '<w:p>',
  '<w:tbl>',
  '</w:tr>',
  '<w:tc>',
  '<w:ins>',
  '<w:fldChar w:fldCharType="end"/>',
  '<!DOCTYPE x>',
  ']]>',
  '<![CDATA[',
  '\u0000',
  '\ud800',
  ' w:val="-1"',
  '999999999999',
];

/** One disturbance of the text of a part. */
const TEXT_DISTURBANCES: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => text.slice(0, below(random, text.length)),
  (text, random) => cut(text, below(random, text.length), below(random, 30), ''),
  (text, random) => cut(text, below(random, text.length), below(random, 3), pick(random, SNIPPETS)),
  (text, random) => swapTags(text, random),
  (text, random) => dropTag(text, random),
  (text, random) => repeatElement(text, random),
  (text, random) =>
    text.replace(/w:val="[^"]*"/g, (whole) =>
      random() < 0.1 ? `w:val="${pick(random, ['', '0', '-1', '9', 'x', '99999999999', '_Ref1'])}"` : whole,
    ),
];

function cut(text: string, at: number, length: number, put: string): string {
  return text.slice(0, at) + put + text.slice(at + length);
}

const tags = (text: string) => [...text.matchAll(/<[^>]*>/g)];

function swapTags(text: string, random: Random): string {
  const all = tags(text);
  const [a, b] = [pick(random, all), pick(random, all)].sort((x, y) => (x?.index ?? 0) - (y?.index ?? 0));
  if (a === undefined || b === undefined || a.index === b.index) return text;
  const between = text.slice(a.index + a[0].length, b.index);
  return text.slice(0, a.index) + b[0] + between + a[0] + text.slice(b.index + b[0].length);
}

function dropTag(text: string, random: Random): string {
  const tag = pick(random, tags(text));
  return tag === undefined ? text : cut(text, tag.index, tag[0].length, '');
}

/** Moves an element with all it holds somewhere else, or puts it there again: well-formed, and out of place. */
function repeatElement(text: string, random: Random): string {
  const elements = [...text.matchAll(/<(w:(?:p|r|tc|tr|t|ins|pPr|rPr|tbl|numPr|fldChar))\b[^>]*?(?:\/>|>.*?<\/\1>)/gs)];
  const element = pick(random, elements);
  const target = pick(random, tags(text));
  if (element === undefined || target === undefined) return text;
  const at = target.index + target[0].length;
  return text.slice(0, at) + element[0].repeat(1 + below(random, 3)) + text.slice(at);
}

function disturbBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = bytes.slice(0, random() < 0.2 ? below(random, bytes.length) : bytes.length);
  for (let i = below(random, 12); i >= 0; i--) copy[below(random, copy.length)] = below(random, 256);
  return copy;
}

function disturbed(files: Readonly<Record<string, Uint8Array>>, whole: Uint8Array, random: Random): Uint8Array {
  if (random() < 0.2) return disturbBytes(whole, random);
  const changed: Record<string, Uint8Array | string> = { ...files };
  for (let i = below(random, 3); i >= 0; i--) {
    const name = random() < 0.6 ? 'word/document.xml' : pick(random, Object.keys(files));
    const part = changed[name];
    if (part === undefined) continue;
    const text = typeof part === 'string' ? part : new TextDecoder().decode(part);
    if (random() < 0.05) delete changed[name];
    else changed[name] = pick(random, TEXT_DISTURBANCES)(text, random);
  }
  return zip(changed);
}

/** Reads in all ways; where both sides can be read, the redline gives them back. */
function survives(bytes: Uint8Array): 'read' | 'refused' {
  try {
    const after = readDocx(bytes, {}, () => {});
    const before = readDocx(bytes, { tracked: 'reject' }, () => {});
    const redline = readDocxRedline(bytes, {}, () => {});
    expect(firstDifference(acceptAll(redline), after)).toBeUndefined();
    expect(firstDifference(rejectAll(redline), before)).toBeUndefined();
    return 'read';
  } catch (error) {
    if (error instanceof UnusableInput) return 'refused';
    throw error;
  }
}

describe('disturbed files', () => {
  it(`${RUNS} of them are read or refused (seed ${SEED})`, { timeout: 300_000 }, () => {
    const whole = sample();
    const files = unzipSync(whole);
    expect(survives(whole)).toBe('read');
    const counts = { read: 0, refused: 0 };
    for (let i = 0; i < RUNS; i++) {
      const bytes = disturbed(files, whole, randomFrom(SEED * 10_000 + i));
      const started = performance.now();
      try {
        counts[survives(bytes)] += 1;
      } catch (error) {
        throw new Error(`seed ${SEED}, input ${i}: ${error}`, { cause: error });
      }
      expect(performance.now() - started, `seed ${SEED}, input ${i}`).toBeLessThan(5000);
    }
    process.stdout.write(`fuzz: seed ${SEED}: ${counts.read} read, ${counts.refused} refused\n`);
    expect(counts.read).toBeGreaterThan(RUNS / 10);
  });
});
