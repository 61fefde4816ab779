/** Reading the case files: prose and fences, a case for each heading of the second level (README.md). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The fences of a case, in the order in which they stand. */
const FENCES = ['before', 'after', 'redline', 'changes'] as const;
type Fence = (typeof FENCES)[number];

export interface Case {
  /** The file's name without its ending. */
  readonly file: string;
  readonly heading: string;
  /** The line of the heading, from 1. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
  readonly redline: string;
  readonly changes: string;
}

/** Every case in a folder; a file without one, and a case without one of its fences, is an error. */
export function readCases(folder: string): Case[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md');
  return files.sort().flatMap((file) => {
    const cases = casesIn(readFileSync(join(folder, file), 'utf8'), file.slice(0, -'.md'.length));
    if (cases.length === 0) throw new Error(`${file} holds no case`);
    return cases;
  });
}

interface Open {
  readonly heading: string;
  readonly line: number;
  readonly prose: string[];
  readonly fences: Partial<Record<Fence, string>>;
}

function casesIn(source: string, file: string): Case[] {
  const open: Open[] = [];
  const lines = source.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const text = lines[at] as string;
    const heading = /^## (.+)$/.exec(text)?.[1];
    const fence = /^(`{3,})(\w+)$/.exec(text);
    const current = open[open.length - 1];
    if (heading !== undefined) open.push({ heading, line: at + 1, prose: [], fences: {} });
    else if (fence !== null && current !== undefined) at = readFence(lines, at, fence, current, `${file}.md:${at + 1}`);
    else current?.prose.push(text);
  }
  return open.map((one) => finished(one, file));
}

/** Reads the fence that opens at a line; the line at which it closes. */
function readFence(lines: readonly string[], at: number, fence: RegExpExecArray, into: Open, where: string): number {
  const name = fence[2] as Fence;
  const end = lines.indexOf(fence[1] as string, at + 1);
  if (!FENCES.includes(name)) throw new Error(`${where}: "${name}" is none of ${FENCES.join(', ')}`);
  if (end < 0 || into.fences[name] !== undefined) throw new Error(`${where}: the fence is not closed, or stands twice`);
  into.fences[name] = lines.slice(at + 1, end).join('\n');
  return end;
}

function finished({ heading, line, prose, fences }: Open, file: string): Case {
  const { before, after, redline, changes } = fences;
  if (before === undefined || after === undefined || redline === undefined || changes === undefined) {
    throw new Error(`${file}.md:${line}: "${heading}" needs ${FENCES.join(', ')}`);
  }
  if (prose.join('').trim() === '')
    throw new Error(`${file}.md:${line}: "${heading}" does not say what is expected, and why`);
  return { file, heading, line, before, after, redline, changes };
}
