/** What every command works with: the library, documents read with their messages told, and outputs written safely. */
import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { writeFileAtomic } from '../library/atomic.ts';
import { asDraft } from '../library/drafts.ts';
import type { Library } from '../library/library.ts';
import type { ReadOptions, Source } from '../library/read.ts';
import { findRoot, PACKAGE_ROOT } from '../library/root.ts';
import { type Message, type Report, UnusableInput } from '../message.ts';
import type { Document } from '../model/document.ts';
import type { PictureStore } from '../model/picture.ts';
import { type Io, printMessages } from './io.ts';
import { type Progress, startProgress } from './progress.ts';

/** The exit status: all is well, something was found that is wrong, the command line was. */
export const STATUS = { fine: 0, findings: 1, usage: 2 } as const;
export type Status = (typeof STATUS)[keyof typeof STATUS];

export interface Context {
  readonly io: Io;
  readonly progress: Progress;
  /** The library at `--root`, the nearest one upward, or one without documents; opened when it is first asked for. */
  readonly library: () => Promise<Library>;
  /** The library as one that is written to. Throws `UnusableInput` (`cli/usage`) for the demonstration. */
  readonly ownLibrary: () => Promise<Library>;
  /** Prints a message at once; an error makes the exit status that of findings. */
  readonly report: Report;
  /** Makes the exit status that of findings, where they were printed as a result. */
  readonly fail: () => void;
  /** The exit status so far. */
  readonly status: () => Status;
}

/** Which library the command line names: a folder, the demonstration, or none. */
export interface NamedLibrary {
  readonly root?: string;
  readonly demo?: true;
}

/** A context for one run. `named` is what `--root` and `--demo` say. */
export function createContext(io: Io, named: () => NamedLibrary): Context {
  let status: Status = STATUS.fine;
  let library: Promise<Library> | undefined;
  const open = async (): Promise<Library> => {
    const { emptyLibrary, openLibrary } = await import('../library/library.ts');
    const { root: given, demo } = named();
    if (given !== undefined && demo === true) throw usage('--root and --demo name two libraries', 'leave one out');
    const root =
      demo === true ? PACKAGE_ROOT : given === undefined ? await findRoot(io.folder) : resolve(io.folder, given);
    return root === undefined ? emptyLibrary(io.folder) : openLibrary(root);
  };
  return {
    io,
    progress: startProgress(io),
    library: () => {
      library ??= open();
      return library;
    },
    ownLibrary() {
      if (named().demo !== true) return this.library();
      throw usage('the demonstration is only read', 'begin a library of your own with "keeling init"');
    },
    report: (message) => {
      if (message.severity === 'error') status = STATUS.findings;
      printMessages(io, [message]);
    },
    fail: () => {
      status = STATUS.findings;
    },
    status: () => status,
  };
}

/** A document, and the file that it was read from. */
export interface Input {
  readonly source: Source;
  readonly document: Document;
  /** What its pictures show. */
  readonly pictures?: PictureStore;
}

/**
 * Reads what references name and tells what the reader had to say, of notes and warnings those that `isHeard`. All are found before the first is read. Throws
 * `UnusableInput` where a message is an error: nothing is to be made of a text that was not understood.
 */
export async function readInputs<const R extends readonly string[]>(
  context: Context,
  references: R,
  options: ReadOptions = {},
  isHeard: (message: Message) => boolean = () => true,
): Promise<{ readonly [K in keyof R]: Input }> {
  const { resolveReference } = await import('../library/read.ts');
  const library = await context.library();
  const sources = references.map((reference) => resolveReference(library, reference, context.io.folder));
  const inputs: Input[] = [];
  for (const source of sources) inputs.push(await readInput(context, source, options, isHeard));
  return inputs as { readonly [K in keyof R]: Input };
}

async function readInput(
  context: Context,
  source: Source,
  options: ReadOptions,
  isHeard: (message: Message) => boolean,
): Promise<Input> {
  context.progress.stage(`Reading ${source.version?.name ?? source.shown}`);
  const { readSource } = await import('../library/read.ts');
  const { value: read, messages: found } = await readSource(source, options);
  const messages = [...asDraft(found)];
  const { withPictures, folderOf } = await import('../library/pictures/index.ts');
  const { document, pictures } = await withPictures(read, folderOf(source), (message) => messages.push(message));
  const errors = messages.filter((message) => message.severity === 'error');
  const rest = messages.filter((message) => message.severity !== 'error' && isHeard(message));
  printMessages(context.io, rest);
  if (errors.length > 0) throw new UnusableInput(errors);
  return { source, document, pictures };
}

/** Writes an output in one stroke. Throws `UnusableInput` where it is one of the inputs, or can't be written. */
export async function writeOutput(
  context: Context,
  out: string,
  content: Uint8Array | string,
  inputs: readonly Input[],
): Promise<void> {
  await refuseOverwriting(context, out, inputs);
  context.progress.stage(`Writing ${out}`);
  await writeFileAtomic(resolve(context.io.folder, out), content);
}

/** Throws `UnusableInput` where an output is one of the inputs. */
export async function refuseOverwriting(context: Context, out: string, inputs: readonly Input[]): Promise<void> {
  const target = resolve(context.io.folder, out);
  const real = await realpath(target).catch(() => target);
  for (const { source } of inputs) {
    if ((await realpath(source.file).catch(() => source.file)) === real) {
      throw usage(`the output would overwrite the input ${source.shown}`);
    }
  }
}

/** A fault of the command line, which exits with status 2. */
export function usage(reason: string, note?: string): UnusableInput {
  return new UnusableInput({ severity: 'error', rule: 'cli/usage', reason, ...(note === undefined ? {} : { note }) });
}

/** Rules that speak of what was typed, not of what stands in a file. */
const USAGE_RULES: ReadonlySet<string> = new Set([
  'cli/usage',
  'library/unknown-document',
  'library/unknown-version',
  'library/unknown-format',
  'library/no-documents',
  'library/no-file',
  'library/not-a-date',
  'pack/unknown',
]);

/** The exit status that follows from messages that stopped a command. */
export function statusOf(messages: readonly Message[]): Status {
  return messages.every((message) => USAGE_RULES.has(message.rule)) ? STATUS.usage : STATUS.findings;
}
