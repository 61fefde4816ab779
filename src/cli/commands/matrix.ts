/** `keeling matrix`: counts of a matrix, what is wrong with it, and the tests that each group must run. */
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
    summary: 'list the tests that a User Role, or another group, must run',
    load: async () => (await import('./matrix-tests.ts')).testsCommand,
  },
  {
    term: 'import [options] <file>',
    summary: 'import a matrix from a Word file, a workbook or CSV',
    load: async () => (await import('./matrix-import.ts')).importCommand,
  },
  {
    term: 'export [options] <version>',
    summary: 'write a matrix as a workbook',
    load: async () => (await import('./matrix-export.ts')).exportCommand,
  },
];

export function matrixCommand(context: Context, args: readonly string[]): Promise<Command> {
  const command = new Command('matrix')
    .description(
      'A matrix says what is required of whom, such as which Service Requests a User Role tests. Its rows are CSV beside a ' +
        'version, its columns and values a shape, which is data; counts are derived.',
    )
    .addHelpText(
      'after',
      examples(
        'keeling matrix counts appendix-r@6.18',
        'keeling matrix verify appendix-r@6.18mp089 --baseline appendix-r@6.18',
        'keeling matrix tests appendix-r@6.18mp089 --role ED --scenario additive-nov-19 --before appendix-r@6.18',
        'keeling matrix tests appendix-r@6.18mp089 --all',
        'keeling matrix export appendix-r@6.18mp089 --out matrix.xlsx',
        'keeling matrix import table.docx --out table.csv',
      ),
    );
  return addCommands(command, MATRIX_COMMANDS, context, args);
}
