/** The reference Word file that a library, a pack or a command names: `look: brand.docx`. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { collect, type Outcome, type Place, UnusableInput } from '../message.ts';
import { type Brand, readBrand } from '../word/brand/index.ts';
import { fileCode, fileFault } from './faults.ts';
import { readBytes, type Source } from './read.ts';
import { readYaml } from './yaml.ts';

const CONFIG_FILE = 'keeling.config.yaml';

/** A file below a folder, with `/` between folders: nothing that leads out of it. */
const BELOW = /^(?!.*(?:^|\/)\.\.?(?:\/|$))[^/\\:*?"<>|\p{Cc}][^\\:*?"<>|\p{Cc}]*$/u;

/** A reference file, and where it is named. */
export interface NamedLook extends Source {
  readonly place?: Place;
}

/** What `look` in `keeling.config.yaml` names; `undefined` where it names none. Throws `UnusableInput`. */
export async function configuredLook(root: string): Promise<NamedLook | undefined> {
  const text = await readFile(join(root, CONFIG_FILE), 'utf8').catch((error: unknown) => {
    if (fileCode(error) === 'ENOENT') return undefined;
    throw fileFault('library/no-file', 'the settings cannot be read', CONFIG_FILE, error);
  });
  if (text === undefined) return undefined;
  const { value, placeOf } = readYaml(text, CONFIG_FILE);
  const look = typeof value === 'object' && value !== null && 'look' in value ? value.look : undefined;
  if (look === undefined || look === null) return undefined;
  return namedBelow(root, '', look, placeOf(['look']));
}

/** A file that a value names below a folder of the library (`folder` from the root). Throws `UnusableInput`. */
export function namedBelow(root: string, folder: string, value: unknown, place: Place): NamedLook {
  if (typeof value === 'string' && BELOW.test(value)) {
    const shown = folder === '' ? value : `${folder}/${value}`;
    return { file: join(root, ...shown.split('/')), shown, place };
  }
  throw new UnusableInput({
    severity: 'error',
    rule: 'look/path',
    reason: 'look names no file below this folder',
    place,
    actual: String(value),
    expected: 'look: brand.docx',
  });
}

/** Reads a reference file. Throws `UnusableInput` where it can't be read; with the place at which it is named. */
export async function loadLook(named: NamedLook): Promise<Outcome<Brand>> {
  try {
    const bytes = await readBytes(named);
    return collect((report) => readBrand(bytes, { file: named.shown }, report));
  } catch (error) {
    if (!(error instanceof UnusableInput) || named.place === undefined) throw error;
    const { place } = named;
    throw new UnusableInput(
      error.messages.map((message) => ({ ...message, reason: `${named.shown}: ${message.reason}`, place })),
    );
  }
}
