/** `keeling reject`: takes tracked changes of a Word file back. */
import { Command } from 'commander';
import type { Context } from '../context.ts';
import { examples } from '../text.ts';
import { type ResolveOptions, resolveFile, withResolveOptions } from './resolve.ts';

export function rejectCommand(context: Context): Command {
  const command = new Command('reject')
    .description(
      'Takes tracked changes back, all of them or some, and touches nothing else of the file. Without --out it lists ' +
        'them, each with the id that --only takes.',
    )
    .action((file: string, options: ResolveOptions) => resolveFile(context, file, 'reject', options));
  return withResolveOptions(command).addHelpText(
    'after',
    examples(
      'keeling reject redline.docx --out before.docx',
      'keeling reject redline.docx --out some.docx --only c3,c7',
      'keeling reject redline.docx --out clause5.docx --clause "Clause 5"',
    ),
  );
}
