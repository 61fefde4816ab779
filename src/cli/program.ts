/** One run of `keeling`: the command line in, an exit status out. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { PACKAGE_ROOT } from '../library/root.ts';
import { oneLine, UnusableInput } from '../message.ts';
import { COMMANDS } from './commands.ts';
import { createContext, type NamedLibrary, STATUS, type Status, statusOf } from './context.ts';
import { type Io, printMessages, tell } from './io.ts';
import { addCommands } from './lazy.ts';

const EPILOGUE = `
Examples:
  keeling init my-library
  keeling list --demo
  keeling diff svtad@1.4 svtad@1.5
  keeling redline before.docx after.docx --out redline.html
  keeling pack build further-testing

Exit status: 0 all is well, 1 something is wrong in what was read or written, 2 the command line is.
Results go to standard output, everything else to standard error. NO_COLOR turns colour off.`;

/** Runs one command line, without the names of node and script. Nothing is thrown: faults become messages. */
export async function run(args: readonly string[], io: Io): Promise<Status> {
  const program = new Command('keeling');
  const context = createContext(io, () => program.opts<NamedLibrary>());
  describeProgram(program, await packageVersion());
  try {
    await addCommands(program, COMMANDS, context, args);
    for (const command of withSubcommands(program)) configure(command, io);
    await program.parseAsync([...args], { from: 'user' });
    return context.status();
  } catch (error) {
    return fault(io, error);
  } finally {
    context.progress.end();
  }
}

function describeProgram(program: Command, version: string): void {
  program
    .description('Legal text as structured, versioned data: comparison, redlines and consultation packs.')
    .version(version, '--version', 'print the version of Keeling')
    .option('--root <folder>', 'the folder that holds documents/ (default: the nearest upward)')
    .option('--demo', 'the demonstration that comes with Keeling, in place of a library of your own')
    .addHelpText('after', EPILOGUE);
}

function configure(command: Command, io: Io): void {
  command
    .exitOverride()
    .showHelpAfterError('("keeling help" and "keeling <command> --help" tell more)')
    .configureHelp({ ...command.configureHelp(), showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text.split('\n').map(oneLine).join('\n')),
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
}

function withSubcommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)];
}

/** What commander throws once it has printed help or a version; anything else it throws is a fault of usage. */
const TOLD: ReadonlySet<string> = new Set(['commander.helpDisplayed', 'commander.version']);

function fault(io: Io, error: unknown): Status {
  if (error instanceof CommanderError) return TOLD.has(error.code) ? STATUS.fine : STATUS.usage;
  if (error instanceof UnusableInput) {
    printMessages(io, error.messages);
    return statusOf(error.messages);
  }
  tell(io, `keeling: a fault of its own: ${error instanceof Error ? error.message : String(error)}`);
  if ((io.env.KEELING_DEBUG ?? '') !== '' && error instanceof Error) {
    for (const line of (error.stack ?? '').split('\n')) tell(io, line);
  } else tell(io, 'please report it, with what KEELING_DEBUG=1 prints');
  return STATUS.findings;
}

async function packageVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as { version: string };
  return version;
}
