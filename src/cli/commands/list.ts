/** `keeling list`: the documents and versions of the library. */
import { Command } from 'commander';
import { inForce } from '../../library/in-force.ts';
import { allVersions, type Library, type LibraryVersion } from '../../library/library.ts';
import { readMeta } from '../../library/read.ts';
import { UnusableInput } from '../../message.ts';
import type { Meta } from '../../model/document.ts';
import type { Context } from '../context.ts';
import { colours, print, tell } from '../io.ts';
import { columns, examples } from '../text.ts';

interface ListOptions {
  readonly on?: string;
}

export function listCommand(context: Context): Command {
  return new Command('list')
    .description('Lists every version in documents/, with its status, the date it takes effect and its title.')
    .option('--on <date>', 'only the versions in force on a date, such as 2020-01-31')
    .action((options: ListOptions) => list(context, options))
    .addHelpText('after', examples('keeling list', 'keeling list --on 2020-01-31', 'keeling list --demo'));
}

async function list(context: Context, options: ListOptions): Promise<void> {
  const library = await context.library();
  const versions = options.on === undefined ? allVersions(library) : await versionsOn(library, options.on);
  const paint = colours(context.io, context.io.stdout);
  const rows: string[][] = [];
  for (const version of versions) {
    const meta = await metaOf(context, library, version);
    rows.push([version.name, meta?.status ?? '', meta?.effective ?? '', meta?.title ?? '']);
  }
  if (rows.length === 0) tellNone(context, library, options);
  else print(context.io, ...columns(rows, [paint.bold, paint.dim, String, String]));
}

function tellNone({ io }: Context, library: Library, { on }: ListOptions): void {
  if (library.documents.length > 0) tell(io, `no version is in force on ${on ?? 'that day'}`);
  else for (const line of ['There is no version here yet.', ...FIRST_STEPS]) tell(io, line);
}

/** How to begin, a line each. */
export const FIRST_STEPS = [
  '  keeling init                                 lays out a library in this folder',
  '  keeling import code.docx --as code@1.0       makes a version of a Word file',
  '  keeling list --demo                          shows the demonstration that comes with Keeling',
] as const;

async function versionsOn(library: Library, date: string): Promise<LibraryVersion[]> {
  const found = await Promise.all(library.documents.map((document) => inForce(library, document.name, date)));
  return found.filter((version) => version !== undefined);
}

/** One version that can't be read does not hide the others. */
async function metaOf(context: Context, library: Library, version: LibraryVersion): Promise<Meta | undefined> {
  try {
    const { value, messages } = await readMeta(library, version);
    for (const message of messages) context.report(message);
    return value;
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    for (const message of error.messages) context.report(message);
    return undefined;
  }
}
