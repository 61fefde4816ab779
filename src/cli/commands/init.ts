/** `keeling init`: lays out a library for a team's own documents. */
import { relative, resolve } from 'node:path';
import { Command } from 'commander';
import { type Context, usage } from '../context.ts';
import { print, tell } from '../io.ts';
import { examples } from '../text.ts';

export function initCommand(context: Context): Command {
  return new Command('init')
    .description(
      'Lays out a library: documents/, settings with comments, what git should know, and a schema by which editors help ' +
        'with manifests. Files that are there already stay as they are.',
    )
    .argument('[folder]', 'the folder of the library, which is made where it is not there (default: this one)')
    .action((folder?: string) => init(context, folder ?? '.'))
    .addHelpText('after', examples('keeling init', 'keeling init our-code'));
}

async function init(context: Context, folder: string): Promise<void> {
  if (folder.trim() === '') throw usage('the name of the folder is empty');
  const { layOutLibrary } = await import('../../library/init.ts');
  const root = resolve(context.io.folder, folder);
  const { written, present } = await layOutLibrary(root);
  const within = relative(context.io.folder, root);
  const shown = (path: string): string => (within === '' ? path : `${within}/${path}`);
  if (written.length > 0) print(context.io, ...written.map(shown));
  for (const path of present) tell(context.io, `${shown(path)}: left as it was`);
  for (const line of nextSteps(within)) tell(context.io, line);
}

function nextSteps(folder: string): string[] {
  const steps = [
    ...(folder === '' ? [] : [`  cd ${folder}`]),
    '  keeling import code-1.0.docx --as code@1.0   the version in force, from Word',
    '  keeling import code-2.0.docx --as code@2.0   the version that is proposed',
    '  keeling diff code@1.0 code@2.0               what changes',
    '  keeling pack new changes --documents code@1.0..2.0',
    '  keeling pack build changes                   the consultation, in output/changes/',
  ];
  return ['Next:', ...steps];
}
