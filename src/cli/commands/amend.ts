/** `keeling amend`: amending instructions, drafted, read and applied. */
import { Command } from 'commander';
import type { Context } from '../context.ts';
import { examples } from '../text.ts';
import { applyCommand } from './amend-apply.ts';
import { draftCommand } from './amend-draft.ts';
import { parseCommand } from './amend-parse.ts';

export function amendCommand(context: Context): Command {
  const command = new Command('amend')
    .summary('amending instructions: draft, read and apply them')
    .description(
      'The legal text of a modification says what is to be done to each provision: "Amend Section 5.4 as follows:", then ' +
        'the provision with its changes marked.',
    )
    .addHelpText(
      'after',
      examples(
        'keeling amend draft appendix-r@6.18 appendix-r@6.18mp089 --out mp089.docx',
        'keeling amend parse mp089.docx',
        'keeling amend apply mp089.docx --to appendix-r@6.18 --as 6.19 --out 6.19.md',
      ),
    );
  for (const make of [draftCommand, parseCommand, applyCommand]) command.addCommand(make(context));
  return command;
}
