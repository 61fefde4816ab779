/** `keeling matrix`: counts of a matrix, what is wrong with it, and the tests that each group must run. */
import { Command } from 'commander';
import type { Context } from '../context.ts';
import { examples } from '../text.ts';
import { countsCommand } from './matrix-counts.ts';
import { exportCommand } from './matrix-export.ts';
import { importCommand } from './matrix-import.ts';
import { testsCommand } from './matrix-tests.ts';
import { verifyCommand } from './matrix-verify.ts';

export function matrixCommand(context: Context): Command {
  const command = new Command('matrix')
    .summary('matrices, such as the DUIS matrix: counts, checks and the tests that are required')
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
  for (const make of [countsCommand, verifyCommand, testsCommand, importCommand, exportCommand])
    command.addCommand(make(context));
  return command;
}
