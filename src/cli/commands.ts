/** The commands of `keeling`, in the order of its help. A new one is a file in commands/ and a line here. */
import type { Command } from 'commander';
import { acceptCommand } from './commands/accept.ts';
import { amendCommand } from './commands/amend.ts';
import { checkCommand } from './commands/check.ts';
import { cleanCommand } from './commands/clean.ts';
import { diffCommand } from './commands/diff.ts';
import { exportCommand } from './commands/export.ts';
import { formatCommand } from './commands/format.ts';
import { importCommand } from './commands/import.ts';
import { listCommand } from './commands/list.ts';
import { matrixCommand } from './commands/matrix.ts';
import { packCommand } from './commands/pack.ts';
import { redlineCommand } from './commands/redline.ts';
import { rejectCommand } from './commands/reject.ts';
import { renumberCommand } from './commands/renumber.ts';
import type { Context } from './context.ts';

export const COMMANDS: readonly ((context: Context) => Command)[] = [
  listCommand,
  importCommand,
  diffCommand,
  redlineCommand,
  acceptCommand,
  rejectCommand,
  cleanCommand,
  checkCommand,
  exportCommand,
  formatCommand,
  renumberCommand,
  packCommand,
  matrixCommand,
  amendCommand,
];
