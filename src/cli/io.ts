/** What a command touches of the world: two outputs, a folder, an environment and a clock, so that tests can bring theirs. */
import pico from 'picocolors';
import { formatMessage, type Message, oneLine } from '../message.ts';

/** Where text goes. Standard output carries results and nothing else; messages go to standard error. */
export interface Output {
  write(text: string): void;
  /** Whether a person is watching, so that colour makes sense. */
  readonly isTerminal: boolean;
  /** Columns, where the output knows them. */
  readonly columns?: number | undefined;
}

export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  /** The folder that paths are relative to, absolute. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The time now. */
  readonly now: () => Date;
}

/** Functions that colour a text, or leave it as it is. */
export type Colours = ReturnType<typeof pico.createColors>;

/** The colours for an output: none where it is no terminal, or where `NO_COLOR` is set (no-color.org). */
export function colours(io: Io, output: Output): Colours {
  const unwanted = (io.env.NO_COLOR ?? '') !== '' || io.env.TERM === 'dumb';
  return pico.createColors(output.isTerminal && !unwanted);
}

/** A result, line by line; nothing in it can steer the terminal. */
export function print(io: Io, ...lines: readonly string[]): void {
  io.stdout.write(`${lines.join('\n')}\n`);
}

/** A line for the person at the terminal, beside the result. */
export function tell(io: Io, line: string): void {
  io.stderr.write(`${oneLine(line)}\n`);
}

/** How many messages of one rule are shown in full; of errors all are. */
const SHOWN = 5;

/** Messages, one a line; of a rule that speaks often the first few and a count. */
export function printMessages(io: Io, messages: readonly Message[]): void {
  const counts = new Map<string, number>();
  for (const message of messages) {
    const count = (counts.get(message.rule) ?? 0) + 1;
    counts.set(message.rule, count);
    if (message.severity === 'error' || count <= SHOWN) io.stderr.write(`${coloured(io, message)}\n`);
  }
  for (const [rule, count] of counts) {
    const severity = messages.find((message) => message.rule === rule)?.severity;
    if (severity !== 'error' && count > SHOWN) tell(io, `${count - SHOWN} more like these (${rule})`);
  }
}

function coloured(io: Io, message: Message): string {
  const paint = colours(io, io.stderr);
  const colour = { error: paint.red, warning: paint.yellow, note: paint.dim }[message.severity];
  return colour(formatMessage(message));
}
