/** `keeling import`: a Word file as a version of the library, or as prose. */
import { extname, relative, resolve, sep } from 'node:path';
import { Command } from 'commander';
import type { Imported } from '../../library/import/index.ts';
import { parseReference, VERSION_FORM } from '../../library/names.ts';
import type { Source } from '../../library/read.ts';
import type { Message } from '../../message.ts';
import { definitionRows } from '../../model/define-table.ts';
import { CHILD_LISTS, childList } from '../../model/walk.ts';
import { type Context, usage, writeOutput } from '../context.ts';
import { print, printMessages, tell } from '../io.ts';
import { countedByRule } from '../said.ts';
import { counted, examples } from '../text.ts';

interface ImportOptions {
  readonly as?: string;
  readonly tracked?: string;
  readonly provision?: string;
  readonly prose?: true;
  readonly out?: string;
}

export function importCommand(context: Context): Command {
  return new Command('import')
    .description(
      'Reads a Word file into Legal Markdown, gives every provision a lasting anchor, and keeps the Word file beside it. ' +
        'Where the library has an earlier version of the document, provisions that are paired keep their anchors. A ' +
        'version that is there is never written over. Everything that is not taken over is told, and counted at the end.',
    )
    .argument('<file>', 'the path of a .docx file')
    .option('--as <version>', 'the version that it becomes, as document@version')
    .option('--tracked <side>', 'what becomes of tracked changes: accept or reject', 'accept')
    .option('--provision <word>', 'the word by which provisions are cited, such as Section (default: Clause)')
    .option('--prose', 'read running prose into plain Markdown, without labels or anchors')
    .option('--out <file>', 'with --prose: the .md file to write (default: standard output)')
    .action((file: string, options: ImportOptions) => importFile(context, file, options))
    .addHelpText(
      'after',
      examples(
        'keeling import svtad.docx --as svtad@1.6-draft',
        'keeling import change-marked.docx --as svtad@1.6 --tracked reject',
        'keeling import letter.docx --prose --out letter.md',
      ),
    );
}

async function importFile(context: Context, file: string, options: ImportOptions): Promise<void> {
  const source: Source = { file: resolve(context.io.folder, file), shown: file };
  const messages: Message[] = [];
  const report = (message: Message): void => void messages.push(message);
  try {
    if (options.prose === true) await importProse(context, source, options, report);
    else await importAs(context, source, options, report);
  } finally {
    context.progress.end();
    printMessages(context.io, messages);
  }
  if (messages.length > 0) tell(context.io, `told: ${countedByRule(messages)}`);
}

async function importAs(
  context: Context,
  source: Source,
  { as, tracked = 'accept', provision, out }: ImportOptions,
  report: (message: Message) => void,
): Promise<void> {
  if (as === undefined) throw usage('--as says which version the file becomes', 'write --as svtad@1.5, or --prose');
  if (parseReference(as) === undefined) throw usage(`"${as}" is no name of a version`, VERSION_FORM);
  if (out !== undefined) throw usage('--out goes with --prose', 'a version is written where --as says');
  if (tracked !== 'accept' && tracked !== 'reject') throw trackedUsage(source.shown, tracked);
  const { importVersion } = await import('../../library/import/index.ts');
  const library = await context.ownLibrary();
  context.progress.stage(`Reading ${source.shown}`);
  const wanted = provision === undefined || provision.trim() === '' ? {} : { provision: provision.trim() };
  const imported = await importVersion(library, source, as, { tracked, ...wanted }, report);
  const shown = (path: string): string => relative(library.root, path).split(sep).join('/');
  print(context.io, shown(imported.target.markdown), shown(imported.target.word), shown(imported.target.source));
  tell(context.io, summaryOf(imported));
}

function trackedUsage(file: string, tracked: string): Error {
  if (tracked !== 'keep') return usage(`--tracked ${tracked} is neither accept nor reject`);
  return usage('a version is a clean text', `"keeling diff ${file} --tracked keep" tells its tracked changes`);
}

/** `123 clauses, 4 tables, 30 definitions; 110 anchors carried on from svtad@1.4, 3 bookmarks kept, 44 made`. */
function summaryOf({ document, anchors, earlier, target }: Imported): string {
  const counts = { clause: 0, table: 0, definition: 0 };
  const visit = (node: Parameters<typeof childList>[0]): void => {
    if (node.type === 'clause' || node.type === 'table' || node.type === 'definition') counts[node.type] += 1;
    if (node.type === 'table') counts.definition += definitionRows(node).length;
    for (const name of CHILD_LISTS[node.type]) for (const child of childList(node, name)) visit(child);
  };
  visit(document);
  const things = Object.entries(counts).map(([name, count]) => counted(count, name));
  const carried = earlier === undefined ? [] : [`${anchors.carried} carried on from ${earlier.name}`];
  const names = [...carried, `${anchors.kept} kept from bookmarks`, `${anchors.made} made`];
  return `${target.name}: ${things.join(', ')}; anchors: ${names.join(', ')}`;
}

async function importProse(
  context: Context,
  source: Source,
  { as, out }: ImportOptions,
  report: (message: Message) => void,
): Promise<void> {
  if (as !== undefined) throw usage('--prose makes no version', 'write --out letter.md in place of --as');
  if (out !== undefined && !['.md', '.markdown'].includes(extname(out))) throw usage(`"${out}" does not end in .md`);
  const { importProse: read } = await import('../../library/import/prose.ts');
  context.progress.stage(`Reading ${source.shown}`);
  const { document, markdown } = await read(source, report);
  if (out === undefined) {
    context.io.stdout.write(markdown);
    return;
  }
  await writeOutput(context, out, markdown, [{ source, document }]);
  tell(context.io, `${out}: written`);
}
