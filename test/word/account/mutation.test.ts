/** One attribute, element or text of any part changed at random is seen, or stands on the documented list: nothing is silent. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { UnusableInput } from '../../../src/message.ts';
import { differences, NO_MEANING } from '../../../src/word/account/index.ts';
import { isListed, type Mutation, mutated, randomFrom } from './mutate.ts';
import { everything } from './package.ts';

type Files = Readonly<Record<string, Uint8Array>>;

const packed = (files: Files): Uint8Array => zipSync({ ...files }, { level: 0 });

/** A package with one thing of one part changed, and whether the account sees it. */
function tried(files: Files, part: string, random: () => number): (Mutation & { seen: boolean }) | undefined {
  const mutation = mutated(strFromU8(files[part] as Uint8Array), random);
  if (mutation === undefined) return undefined;
  const seen = differences(packed(files), packed({ ...files, [part]: strToU8(mutation.xml) })).length > 0;
  return { ...mutation, seen };
}

/** Changes that say the same, since what is written is what stands anyway. */
const STANDS_ANYWAY: readonly RegExp[] = [/w:style@w:type: paragraph to nothing$/];

describe('one thing changed at random', () => {
  test('in a package that uses all that it holds is seen, or on the list', () => {
    const files = unzipSync(everything());
    const parts = Object.keys(files).filter((name) => name.startsWith('word/') && name.endsWith('.xml'));
    expect(parts.length).toBeGreaterThan(8);
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.integer(), (part, seed) => {
        const made = tried(files, part, randomFrom(seed));
        if (made === undefined || made.seen || isListed(made) || STANDS_ANYWAY.some((one) => one.test(made.what)))
          return;
        throw new Error(`${part}: ${made.what}: not seen`);
      }),
      { numRuns: 1500 },
    );
  });

  test('is told apart by a test that can fail', () => {
    const files = unzipSync(everything());
    const random = randomFrom(7);
    const made = Array.from({ length: 60 }, () => tried(files, 'word/document.xml', random));
    expect(made.filter((one) => one?.seen === true).length).toBeGreaterThan(30);
    expect(isListed({ xml: '', path: ['w:p', 'w:r'], attribute: 'w:rsidR', what: '' })).toBe(true);
    expect(isListed({ xml: '', path: ['w:p', 'w:r'], attribute: 'w:val', what: '' })).toBe(false);
  });
});

const CORPUS = fileURLToPath(new URL('../../../../shared/corpus/import/', import.meta.url));
const absent = !existsSync(CORPUS);

/** Parts, and what in them, that a file of other people may hold without using it; the list says so of each. */
const UNUSED: readonly (readonly [RegExp, RegExp, string])[] = [
  [
    /(?:webSettings|fontTable|stylesWithEffects|people|comments(?:Ids|Extended|Extensible))\d*\.xml$|^docProps\/|itemProps\d*\.xml$|^_xmlsignatures|customizations\.xml$|attachedToolbars/,
    /^/,
    'a part on the list',
  ],
  [/styles\.xml$/, /^/, 'a style that nothing uses'],
  [/numbering\.xml$/, /^/, 'a list or level that nothing uses'],
  [/(?:footnotes|endnotes)\.xml$/, /^/, 'a line between text and notes that is the usual one'],
  [/(?:header|footer)\d*\.xml$/, /pPr|rPr|w:p$|w:pStyle|@/, 'a header or footer without text'],
  [/document\d*\.xml$/, /docGrid/, 'a document grid without a type'],
  [/document\d*\.xml$/, /(?:header|footer)Reference@/, 'a header or footer without text'],
  [/^docProps\/|settings\.xml$/, /^/, 'a value that stands anyway'],
  [
    /./,
    /@w:val: (?:0|1|true|false|auto|none)\b|@w:(?:before|after|left|right|firstLine|line|lineRule|type|w|fill|color|space|themeColor)\b/,
    'a value that stands anyway',
  ],
  [/./, /rPr|pPr|w:sectPr@|bookmark|Range|w:sz|w:jc/, 'formatting of a run without text, or what its style says too'],
];

describe.skipIf(absent)('one thing changed at random in files of other people', () => {
  test('is seen, on the list, or not used', () => {
    const seed = Number(process.env.KEELING_SEED) || 20200131;
    const random = randomFrom(seed);
    const names = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.doc[xm]$/.test(name) && statSync(CORPUS + name).size < 40_000,
    );
    const silent: string[] = [];
    const counts = { seen: 0, listed: 0, unused: 0 };
    for (let run = 0; run < 300; run++) {
      const name = names[Math.floor(random() * names.length)] as string;
      const made = triedFile(name, random);
      if (made === undefined) continue;
      if (made.seen) counts.seen += 1;
      else if (isListed(made)) counts.listed += 1;
      else if (UNUSED.some(([part, what]) => part.test(made.part) && what.test(made.what))) counts.unused += 1;
      else silent.push(`${name} ${made.part}: ${made.what}`);
    }
    console.log(`seed ${seed}:`, counts, silent);
    expect(silent).toEqual([]);
    expect(counts.seen).toBeGreaterThan(100);
  });
});

/** A package that carries tracked changes: what goes with them is not seen on the other side. */
const TRACKED = /<w:(?:ins|del|moveFrom)\s/;

function triedFile(name: string, random: () => number) {
  try {
    const files = unzipSync(readFileSync(CORPUS + name));
    if (TRACKED.test(strFromU8(files['word/document.xml'] ?? new Uint8Array()))) return undefined;
    const parts = Object.keys(files).filter((part) => part.endsWith('.xml') && part !== '[Content_Types].xml');
    const main = parts.find((part) => part.endsWith('/document.xml'));
    const part = random() < 0.5 && main !== undefined ? main : (parts[Math.floor(random() * parts.length)] as string);
    const made = tried(files, part, random);
    return made === undefined ? undefined : { ...made, part };
  } catch (error) {
    if (error instanceof UnusableInput || /zip|invalid/i.test(String(error))) return undefined;
    throw error;
  }
}

describe('the list of what has no meaning', () => {
  test('gives each name once, with a reason', () => {
    const names = NO_MEANING.flatMap(({ what, names: all }) => all.map((name) => `${what} ${name}`));
    expect(new Set(names).size).toBe(names.length);
    for (const { reason } of NO_MEANING) expect(reason.length).toBeGreaterThan(20);
  });
});
