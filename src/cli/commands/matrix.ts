/** `keeling matrix`: counts of a DUIS matrix, what is wrong with them, and the tests that a User Role must run. */
import { Command } from 'commander';
import type { Context } from '../context.ts';
import { addCommands, type CommandEntry } from '../lazy.ts';
import { examples } from '../text.ts';

export const MATRIX_COMMANDS: readonly CommandEntry[] = [
  {
    term: 'counts [options] <version>',
    summary: 'count the values of each table',
    load: async () => (await import('./matrix-counts.ts')).countsCommand,
  },
  {
    term: 'verify [options] <version>',
    summary: 'hold typed counts against derived ones, and check the tables',
    load: async () => (await import('./matrix-verify.ts')).verifyCommand,
  },
  {
    term: 'tests [options] <version>',
    summary: 'list the tests that a User Role must run',
    load: async () => (await import('./matrix-tests.ts')).testsCommand,
  },
  {
    term: 'import [options] <file>',
    summary: 'take a matrix out of a Word file or CSV',
    load: async () => (await import('./matrix-import.ts')).importCommand,
  },
];

export function matrixCommand(context: Context, args: readonly string[]): Promise<Command> {
  const command = new Command('matrix')
    .description(
      'A DUIS matrix says which Service Requests a User Role tests. Its rows are CSV beside a version; counts are derived.',
    )
    .addHelpText(
      'after',
      examples(
        'keeling matrix counts appendix-r@6.18',
        'keeling matrix verify appendix-r@6.18mp089 --baseline appendix-r@6.18',
        'keeling matrix tests appendix-r@6.18mp089 --role ED --scenario additive-nov-19 --before appendix-r@6.18',
        'keeling matrix import table.docx --out table.csv',
      ),
    );
  return addCommands(command, MATRIX_COMMANDS, context, args);
}
