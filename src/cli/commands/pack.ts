/** `keeling pack build`: a consultation pack from its manifest. */
import { resolve } from 'node:path';
import { Command } from 'commander';
import type { Context } from '../context.ts';
import { tell } from '../io.ts';
import { counted } from '../text.ts';

interface PackOptions {
  readonly out?: string;
}

export function packCommand(context: Context): Command {
  const build = new Command('build')
    .summary('build a pack from documents/<name>/pack.yaml')
    .description(
      'Reads the versions that the manifest names, compares them and writes every document of the pack. What stood in\n' +
        'the folder before is replaced once the whole pack is there, and stays as it is when something is wrong.',
    )
    .argument('<name>', 'the folder of the manifest in documents/')
    .option('--out <folder>', 'where to write it (default: output/<name> below the root)')
    .action((name: string, options: PackOptions) => buildPackNamed(context, name, options))
    .addHelpText(
      'after',
      '\nExamples:\n  keeling pack build further-testing\n  keeling pack build mhhs --out /tmp/mhhs',
    );
  return new Command('pack')
    .summary('consultation packs')
    .description('Consultation packs: the documents of a consultation, made from versions and a manifest.')
    .addCommand(build)
    .addHelpText('after', '\nExample:\n  keeling pack build further-testing');
}

async function buildPackNamed(context: Context, name: string, { out }: PackOptions): Promise<void> {
  const { buildPack } = await import('../../library/pack/index.ts');
  const { root } = await context.library();
  const { value, messages } = await buildPack({
    root,
    name,
    ...(out === undefined ? {} : { out: resolve(context.io.folder, out) }),
    onProgress: context.progress.stage,
  });
  context.progress.end();
  for (const message of messages) context.report(message);
  tell(context.io, `${value.out}: ${counted(value.files.length, 'file')}`);
}
