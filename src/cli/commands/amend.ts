/** `keeling amend`: amending instructions, drafted, read and applied. */
import { Command } from 'commander';
import type { Context } from '../context.ts';
import { addCommands, type CommandEntry } from '../lazy.ts';
import { examples } from '../text.ts';

export const AMEND_COMMANDS: readonly CommandEntry[] = [
  {
    term: 'draft [options] <before> <after>',
    summary: 'write the amending instructions between two versions',
    load: async () => (await import('./amend-draft.ts')).draftCommand,
  },
  {
    term: 'parse [options] <file>',
    summary: 'read the instructions of a legal text',
    load: async () => (await import('./amend-parse.ts')).parseCommand,
  },
  {
    term: 'apply [options] <file>',
    summary: 'apply a legal text to its baseline, all of it or nothing',
    load: async () => (await import('./amend-apply.ts')).applyCommand,
  },
];

export function amendCommand(context: Context, args: readonly string[]): Promise<Command> {
  const command = new Command('amend')
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
  return addCommands(command, AMEND_COMMANDS, context, args);
}
