/**
 * A version written to the library: its tables and settings first, its text last, so that the version exists only once it
 * is whole. What a killed run leaves is known by a record of the write, and is cleared away by the next one.
 */
import { createHash } from 'node:crypto';
import { readFile, unlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { UnusableInput } from '../message.ts';
import { writeFileAtomic } from './atomic.ts';
import { fileCode } from './faults.ts';

/** A file of a version. */
export interface VersionFile {
  readonly file: string;
  readonly content: string | Uint8Array;
}

/** What a write is about to make: the hash of each file by its name, so that its own leavings are told from others' files. */
interface WriteRecord {
  readonly format: 'keeling/version-write';
  readonly files: Readonly<Record<string, string>>;
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/**
 * Writes the files of a version, the last of them its text. Throws `UnusableInput` where one of them is there already with
 * other content, unless `replace` says that it may go. A version that is there already to the letter is left as it is.
 */
export async function writeVersion(
  files: readonly VersionFile[],
  options: { readonly replace?: boolean } = {},
): Promise<void> {
  const text = files.at(-1) as VersionFile;
  const record = recordOf(text.file);
  const left = await leftOf(record);
  const there = await Promise.all(files.map(({ file }) => readFile(file).catch(absent)));
  if (options.replace !== true) refuseOthers(files, there, left);
  const content: WriteRecord = {
    format: 'keeling/version-write',
    files: Object.fromEntries(files.map((each) => [basename(each.file), sha256(each.content)])),
  };
  const wanted = files.filter(
    ({ content: own }, i) => there[i] === undefined || sha256(there[i] as Uint8Array) !== sha256(own),
  );
  if (wanted.length > 0) {
    await writeFileAtomic(record, `${JSON.stringify(content, undefined, 2)}\n`);
    for (const each of wanted) await writeFileAtomic(each.file, each.content);
  }
  await unlink(record).catch(absent);
}

/** Where the record of a write stands while it lasts: beside the version, in plain sight. */
function recordOf(text: string): string {
  return `${text.replace(/\.[^.]*$/, '')}.writing.json`;
}

function absent(error: unknown): undefined {
  if (fileCode(error) === 'ENOENT') return undefined;
  throw error;
}

/** The files that a killed run was to make, by name; none where there was no such run. */
async function leftOf(record: string): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(record, 'utf8').catch(absent);
  if (text === undefined) return {};
  try {
    const value = JSON.parse(text) as Partial<WriteRecord>;
    return value.format === 'keeling/version-write' && typeof value.files === 'object' ? value.files : {};
  } catch {
    return {};
  }
}

/** A file that is there already is this version's own, or a killed run's; anybody else's is kept. */
function refuseOthers(
  files: readonly VersionFile[],
  there: readonly (Uint8Array | undefined)[],
  left: Readonly<Record<string, string>>,
): void {
  const text = files.length - 1;
  const textIsThere = there[text] !== undefined;
  const others = files.filter(({ file, content }, i) => {
    const found = there[i];
    if (found === undefined) return false;
    const hash = sha256(found);
    return hash !== sha256(content) && (textIsThere || left[basename(file)] !== hash);
  });
  if (others.length === 0) return;
  throw new UnusableInput(
    others.map(({ file }) => ({
      severity: 'error' as const,
      rule: 'library/exists',
      reason: `${basename(file)} is there already, and says something else`,
      place: { file },
      note: 'name another version with --as, write elsewhere with --out, or let --replace write over it',
    })),
  );
}
