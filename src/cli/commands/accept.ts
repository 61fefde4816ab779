/** `keeling accept`: takes tracked changes of a Word file into its text. */
import { Command } from 'commander';
import type { Context } from '../context.ts';
import { examples } from '../text.ts';
import { type SettleOptions, settleFile, withSettleOptions } from './settle.ts';

export function acceptCommand(context: Context): Command {
  const command = new Command('accept')
    .description(
      'Takes tracked changes into the text, all of them or some, and touches nothing else of the file. Without --out it ' +
        'lists them, each with the id that --only takes.',
    )
    .action((file: string, options: SettleOptions) => settleFile(context, file, 'accept', options));
  return withSettleOptions(command).addHelpText(
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
