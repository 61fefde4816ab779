/** `keeling pack`: packs made from versions and a manifest. */
import { join, relative, resolve } from 'node:path';
import { Command } from 'commander';
import { isWithin } from '../../library/library.ts';
import type { Context } from '../context.ts';
import { print, tell } from '../io.ts';
import { counted, examples } from '../text.ts';
import { packNewCommand } from './pack-new.ts';

interface PackOptions {
  readonly pdf?: true;
  readonly out?: string;
  readonly final?: true;
  readonly house?: true;
  readonly anchor?: true;
}

export function packCommand(context: Context): Command {
  const build = new Command('build')
    .summary('build a pack from documents/<name>/pack.yaml')
    .description(
      'Reads the versions that the manifest names, compares them and writes every document of the pack. What stood in ' +
        'the folder before is replaced once the whole pack is there, and stays as it is when something is wrong.',
    )
    .argument('<name>', 'the folder of the manifest in documents/')
    .option('--out <folder>', 'where to write it (default: output/<name> of the library)')
    .option('--final', 'build for issue: an open place, or a draft that is unfinished, is an error')
    .option('--anchor', 'give provisions without an anchor one first')
    .option('--house', 'write attachments in the look of the pack, though Word files are kept beside the versions')
    .option('--pdf', 'write a tagged PDF beside each Word file, by way of LibreOffice, which must be installed')
    .action((name: string, options: PackOptions) => buildPackNamed(context, name, options))
    .addHelpText('after', examples('keeling pack build changes', 'keeling pack build changes --final --out ../issue'));
  return new Command('pack')
    .description(
      'Packs: the documents of a consultation, a note of changes or a legal text, made from versions and a manifest.',
    )
    .addCommand(packNewCommand(context))
    .addCommand(build)
    .addHelpText('after', examples('keeling pack new changes --documents code@1.0..2.0', 'keeling pack build changes'));
}

async function buildPackNamed(context: Context, name: string, options: PackOptions): Promise<void> {
  const { buildPack } = await import('../../library/pack/index.ts');
  const { root } = await context.library();
  const out = options.out ?? join(outputBase(root, context.io.folder), name);
  const target = resolve(context.io.folder, out);
  if (options.anchor === true) await anchorPack(context, name);
  if (options.pdf === true) await (await import('../../library/office/find.ts')).findOffice(context.io.env);
  const settings = { final: options.final === true, house: options.house === true };
  const more = { ...settings, ...(options.pdf === true ? { pdf: context.io.env } : {}) };
  const { value, messages } = await buildPack({ root, name, out: target, ...more, onProgress: context.progress.stage });
  context.progress.end();
  for (const message of messages) context.report(message);
  print(context.io, ...value.files.map((file) => join(out, file.path)));
  tell(context.io, `${value.title}: ${counted(value.files.length, 'file')}`);
}

/** Anchors for the versions that a pack compares. */
async function anchorPack(context: Context, name: string): Promise<void> {
  const { anchorPackVersions } = await import('../../library/pack/anchor.ts');
  for (const { version, made } of await anchorPackVersions(await context.ownLibrary(), name, context.report)) {
    if (made > 0) tell(context.io, `${version.name}: ${counted(made, 'anchor')} made`);
  }
}

/** `output/` of the library that one stands in; of where one stands, where the library is elsewhere. */
function outputBase(root: string, folder: string): string {
  const inside = root === folder || isWithin(root, folder);
  return join(inside ? relative(folder, root) : '', 'output');
}
