/** Word files of other people, where they are at hand, against themselves edited at random and against one another. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { checkRedline } from '../../../src/library/redline-check/index.ts';
import { UnusableInput } from '../../../src/message.ts';
import { readDocx, readDocxSides } from '../../../src/read/docx/index.ts';
import { redlineInPlace } from '../../../src/write/in-place/index.ts';
import { ALIGN } from './build.ts';

const CORPUS = fileURLToPath(new URL('../../../../shared/corpus/import/', import.meta.url));
const absent = !existsSync(`${CORPUS}manifest.json`);
const listed: readonly { readonly file: string; readonly bytes: number }[] = absent
  ? []
  : JSON.parse(readFileSync(`${CORPUS}manifest.json`, 'utf8'));
/** Every tenth of the files that are small. */
const FILES = listed.filter(({ bytes }) => bytes < 40_000).filter((_, k) => k % 10 === 0);
const quiet = (): void => {};
const read = (bytes: Uint8Array) => readDocx(bytes, { tracked: 'accept' }, quiet);

/** What such a pair may be refused for: what a file is, never what was made of it. */
const REFUSED = /^(?:read\/docx-|write\/in-place-(?:damaged|no-body))/;

function redlined(before: Uint8Array, after: Uint8Array): string {
  try {
    const options = { author: 'A. Drafter', date: '2020-01-31T09:00:00Z' };
    const made = redlineInPlace(before, after, ALIGN, options, quiet);
    checkRedline(readDocxSides(made, {}, quiet), { before: read(before), after: read(after) });
    return 'held';
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    return error.messages[0]?.rule ?? '';
  }
}

/** The file with words changed, and a paragraph of text doubled and one taken out. */
function edited(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes);
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  let [words, paragraphs] = [0, 0];
  const changed = xml
    .replace(/(<w:t(?: [^>]*)?>)([^<]{8,})/g, (all, tag: string, text: string) =>
      words++ % 4 === 1 ? tag + text.replace(/\S+/, 'another') : all,
    )
    .replace(/<w:p(?: [^>]*)?>(?:(?!<w:p[ >]|fldChar|sectPr|txbx)[\s\S])*?<\/w:p>(?=<w:p[ >])/g, (all) => {
      const turn = paragraphs++ % 7;
      return turn === 2 ? all + all : turn === 5 ? '' : all;
    });
  return zipSync({ ...files, 'word/document.xml': strToU8(changed) });
}

describe.skipIf(absent)('files of other people', () => {
  test.each(FILES)('$file against itself, edited', ({ file }) => {
    const bytes = readFileSync(CORPUS + file);
    let other: Uint8Array;
    try {
      other = edited(bytes);
    } catch {
      return;
    }
    const said = redlined(bytes, other);
    expect(said === 'held' || REFUSED.test(said) ? 'held' : said).toBe('held');
  });

  test('most of them against one that has nothing to do with it', () => {
    const said = FILES.map(({ file }, k) =>
      redlined(readFileSync(CORPUS + file), readFileSync(CORPUS + (FILES[(k + 1) % FILES.length]?.file ?? file))),
    );
    const mismatched = said.filter((one) => one !== 'held' && !REFUSED.test(one));
    expect(mismatched.length).toBeLessThanOrEqual(Math.ceil(said.length / 10));
  });
});
