/** Author and date of a redline: what the options say, else who is at work here, and now. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { isDate } from '../library/in-force.ts';
import { usage } from './context.ts';
import type { WriteFacts } from './formats.ts';
import type { Io } from './io.ts';

/** What `--author` and `--date` say. */
export interface FactOptions {
  readonly author?: string;
  readonly date?: string;
}

export async function writeFacts(io: Io, options: FactOptions): Promise<WriteFacts> {
  return { author: await authorOf(io, options), date: dateOf(io, options) };
}

async function authorOf(io: Io, options: FactOptions): Promise<string> {
  const named = options.author ?? io.env.KEELING_AUTHOR;
  return named?.trim() || (await gitUser(io)) || 'Keeling';
}

/** The name that git signs with, empty where there is no git or no name. */
async function gitUser(io: Io): Promise<string> {
  try {
    const run = promisify(execFile);
    const { stdout } = await run('git', ['config', '--get', 'user.name'], { cwd: io.folder, timeout: 2000 });
    return stdout.trim();
  } catch {
    return '';
  }
}

/** `2020-01-31` is midnight in UTC; an instant is taken as it is. Throws `UnusableInput` (`cli/usage`). */
function dateOf(io: Io, options: FactOptions): string {
  if (options.date === undefined) return instant(io.now());
  const time = /^(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/;
  const date = new Date(options.date);
  const sound = isDate(options.date.slice(0, 10)) && time.test(options.date.slice(10));
  if (sound && !Number.isNaN(date.getTime())) return instant(date);
  throw usage(`--date "${options.date}" is no date`, 'write 2020-01-31, or 2020-01-31T09:00:00Z');
}

/** Whole seconds, as Word writes them. */
function instant(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
