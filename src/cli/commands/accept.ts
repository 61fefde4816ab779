/** `keeling accept`: takes tracked changes of a Word file into its text. */
import { Command } from 'commander';
import type { Context } from '../context.ts';
import { examples } from '../text.ts';
import { type ResolveOptions, resolveFile, withResolveOptions } from './resolve.ts';

export function acceptCommand(context: Context): Command {
  const command = new Command('accept')
    .description(
      'Takes tracked changes into the text, all of them or some, and touches nothing else of the file. Without --out it ' +
        'lists them as `keeling diff` does, each with its author and the id that --only takes. Options that select go together: a change must fit all of them.',
    )
    .action((file: string, options: ResolveOptions) => resolveFile(context, file, 'accept', options));
  return withResolveOptions(command).addHelpText(
    'after',
    examples(
      'keeling accept redline.docx',
      'keeling accept redline.docx --out after.docx',
      'keeling accept redline.docx --out some.docx --only c3,c7',
      'keeling accept redline.docx --out hers.docx --author "A. Drafter"',
      'keeling accept redline.docx --out light.docx --weight consequential,typographical,formatting',
      'keeling accept redline.docx --out clause5.docx --clause "Clause 5"',
    ),
  );
}
