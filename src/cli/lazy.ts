/** Commands that are loaded when the command line names them, so that a start pays for what it uses alone. */
import { Command } from 'commander';
import type { Context } from './context.ts';

/** Makes a command; one that has commands of its own looks in the command line for those that it names. */
export type MakeCommand = (context: Context, args: readonly string[]) => Command | Promise<Command>;

/** A command as help lists it, and how to load it. */
export interface CommandEntry {
  /** Its name, options and arguments, such as `diff [options] <before> [after]`. */
  readonly term: string;
  readonly summary: string;
  readonly load: () => Promise<MakeCommand>;
}

/** Adds commands to the program or to a command: in full where the command line names them, else for help to list. */
export async function addCommands(
  parent: Command,
  entries: readonly CommandEntry[],
  context: Context,
  args: readonly string[],
): Promise<Command> {
  const terms = new Map<string, string>();
  for (const entry of entries) {
    const name = nameOf(entry);
    terms.set(name, entry.term);
    const command = args.includes(name) ? await loadCommand(entry, context, args) : new Command(name);
    parent.addCommand(command.summary(entry.summary));
  }
  const { subcommandTerm } = parent.createHelp();
  return parent.configureHelp({
    subcommandTerm(command) {
      return terms.get(command.name()) ?? subcommandTerm.call(this, command);
    },
  });
}

/** The command of an entry. */
export async function loadCommand(entry: CommandEntry, context: Context, args: readonly string[]): Promise<Command> {
  const make = await entry.load();
  return make(context, args);
}

/** What a command is called by. */
export function nameOf({ term }: CommandEntry): string {
  return term.split(' ', 1)[0] as string;
}
