/** Whether a redline says after once it is accepted and before once it is rejected, by two readers; and what it marks. */
import { strFromU8, unzipSync } from 'fflate';
import { extractRawText } from 'mammoth';
import { plainText, readDocx } from '../../dist/index.js';

/** The text of a Word file as mammoth reads it, its tracked changes accepted. */
export async function textOf(bytes) {
  const { value } = await extractRawText({ buffer: Buffer.from(bytes) });
  return value.replace(/\n\n/g, '\n').trim();
}

const bare = (text) => text.replace(/\s+/g, ' ').trim();
const read = (bytes, tracked) => bare(plainText(readDocx(bytes, { tracked }, () => {})));
const same = async (work) => {
  try {
    return await work();
  } catch {
    return false;
  }
};

/** Two verdicts: of Keeling's reader, and of mammoth behind `rejectAll` of another engine, where there is one. */
export async function judge(redline, before, after, rejectAll) {
  return {
    ours: await same(
      () => read(redline, 'accept') === read(after, 'accept') && read(redline, 'reject') === read(before, 'accept'),
    ),
    other: await same(async () => {
      if (bare(await textOf(redline)) !== bare(await textOf(after))) return false;
      return rejectAll === undefined || bare(await textOf(await rejectAll(redline))) === bare(await textOf(before));
    }),
  };
}

/** How many characters of the parts of a file stand in insertions and deletions. */
export function markedCharacters(bytes) {
  const parts = unzipSync(bytes, { filter: ({ name }) => /^word\/(?:document|footnotes|endnotes)\.xml$/.test(name) });
  let count = 0;
  for (const part of Object.values(parts)) {
    const xml = strFromU8(part);
    for (const [, , inner] of xml.matchAll(/<w:(ins|del|moveFrom|moveTo)\s[^>]*[^/]>([\s\S]*?)<\/w:\1>/g)) {
      for (const [, text] of inner.matchAll(/<w:(?:t|delText)(?:\s[^>]*)?>([^<]*)</g)) count += text.length;
    }
  }
  return count;
}
