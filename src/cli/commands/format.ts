/** `keeling format`: Legal Markdown in its one canonical form. */
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { allVersions } from '../../library/library.ts';
import { resolveReference, type Source, sourceOf } from '../../library/read.ts';
import { UnusableInput } from '../../message.ts';
import type { Context } from '../context.ts';
import { print, tell } from '../io.ts';
import { isLegalMarkdown, readForRewrite, rewrite } from '../rewrite.ts';
import { counted, examples } from '../text.ts';

interface FormatOptions {
  readonly check?: true;
}

export function formatCommand(context: Context): Command {
  return new Command('format')
    .description(
      'Rewrites versions so that one text has one form; what they say stays the same. Without a path it takes every ' +
        'version of the library. The names of the files that change are printed.',
    )
    .argument('[path...]', 'document@version, the path of a .md file, or a folder')
    .option('--check', 'change nothing; exit with status 1 where a file is not in its canonical form')
    .action((paths: string[], options: FormatOptions) => format(context, paths, options))
    .addHelpText(
      'after',
      examples('keeling format', 'keeling format --check', 'keeling format svtad@1.5 drafts/mtad.md'),
    );
}

async function format(context: Context, paths: readonly string[], options: FormatOptions): Promise<void> {
  const sources = await sourcesOf(context, paths);
  const changed: string[] = [];
  for (const source of sources) {
    context.progress.stage(`Formatting ${source.shown}`);
    if (await formatOne(context, source, options.check === true)) changed.push(source.shown);
  }
  if (changed.length > 0) print(context.io, ...changed);
  if (options.check === true && changed.length > 0) {
    const reason = `${counted(changed.length, 'file')} not in canonical form`;
    context.report({ severity: 'error', rule: 'cli/format', reason, note: '"keeling format" writes it' });
  } else {
    tell(context.io, `${counted(sources.length, 'file')} looked at, ${changed.length} changed`);
  }
}

/** Whether the file is (or was) not in its canonical form. A file that is not understood is told, and left alone. */
async function formatOne(context: Context, source: Source, check: boolean): Promise<boolean> {
  try {
    const before = await readForRewrite(context, source);
    return await rewrite(source, before, before.document, check);
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    for (const message of error.messages) context.report(message);
    return false;
  }
}

async function sourcesOf(context: Context, paths: readonly string[]): Promise<Source[]> {
  const library = await context.library();
  if (paths.length === 0) return allVersions(library).map((version) => sourceOf(library, version));
  const lists = await Promise.all(
    paths.map(async (path) => (await inFolder(context, path)) ?? [resolveReference(library, path, context.io.folder)]),
  );
  return lists.flat();
}

/** The Legal Markdown below a folder; `undefined` where the path is none. Links to folders are not followed. */
async function inFolder(context: Context, path: string): Promise<Source[] | undefined> {
  const folder = resolve(context.io.folder, path);
  if (!(await stat(folder).catch(() => undefined))?.isDirectory()) return undefined;
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md')).sort();
  const sources = names
    .filter((name) => !name.split(/[/\\]/).includes('node_modules'))
    .map((name) => ({ file: join(folder, name), shown: join(path, name) }));
  const legal = await Promise.all(sources.map(isLegalMarkdown));
  return sources.filter((_, i) => legal[i] === true);
}
