/** Which instructions of a legal text are to be applied to which document: by the headings of the text, and by what is commenced. */
import type { Amendment, Instruction } from '../amend/index.ts';
import { UnusableInput } from '../message.ts';
import type { Document } from '../model/document.ts';
import type { Source } from './read.ts';

/** A baseline. */
interface Baseline {
  readonly source: Source;
  readonly document: Document;
}

/** An amendment whose instructions know their numbers in the legal text, from 1. */
export interface Share extends Amendment {
  readonly numbers: readonly number[];
}

/**
 * The instructions for each document: those below the heading that names it. With one document they are all for it. Throws
 * `UnusableInput` where an instruction is for none, or for two.
 */
export function shareOut(amendment: Amendment, baselines: readonly Baseline[]): readonly Share[] {
  const numbers = amendment.instructions.map((_, i) => i + 1);
  if (baselines.length === 1) return [{ ...amendment, numbers }];
  const homes = amendment.instructions.map((instruction, i) => homeOf(instruction, i + 1, baselines));
  return baselines.map((_, at) => {
    const own = numbers.filter((number) => homes[number - 1] === at);
    return { instructions: own.map((number) => amendment.instructions[number - 1] as Instruction), numbers: own };
  });
}

function homeOf({ document = '', wording = '' }: Instruction, number: number, baselines: readonly Baseline[]): number {
  const byTitle = sayingAny(document, baselines.map(titlesOf));
  const named = byTitle.length > 0 ? byTitle : sayingAny(document, baselines.map(folderOf));
  const [only, ...more] = named;
  if (only !== undefined && more.length === 0) return only;
  const reason =
    only === undefined
      ? 'does not say which document it amends'
      : 'stands below a heading that names several documents';
  throw new UnusableInput({
    severity: 'error',
    rule: 'amend/which-document',
    reason: `instruction ${number} ${reason}`,
    actual: document === '' ? `"${wording}"` : `the heading "${document}"`,
    note: 'put the instructions for each document below a heading with its title or short name',
  });
}

/** The documents of which a heading says one of the names. */
function sayingAny(text: string, names: readonly (readonly string[])[]): readonly number[] {
  return names.flatMap((own, i) => (own.some((name) => says(text, name)) ? [i] : []));
}

function titlesOf({ document: { meta } }: Baseline): readonly string[] {
  return [meta.title, meta.short ?? ''].filter((name) => name !== '');
}

function folderOf({ source }: Baseline): readonly string[] {
  return source.version === undefined ? [] : [source.version.document];
}

function says(text: string, name: string): boolean {
  const plain = name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\s+/g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}

/** The instructions that are commenced: `1-4,7`, by their numbers in the legal text. Throws `UnusableInput` for a number that is not there. */
export function commenced(shares: readonly Share[], numbers: string | undefined, count: number): readonly Share[] {
  if (numbers === undefined) return shares;
  const chosen = numbersIn(numbers, count);
  return shares.map(({ instructions, numbers: own, ...rest }) => ({
    ...rest,
    instructions: instructions.filter((_, i) => chosen.has(own[i] as number)),
    numbers: own.filter((number) => chosen.has(number)),
  }));
}

function numbersIn(text: string, count: number): ReadonlySet<number> {
  const chosen = new Set<number>();
  for (const piece of text.split(',')) {
    const range = /^\s*(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?\s*$/.exec(piece);
    const [first, last] = [Number(range?.[1]), Number(range?.[2] ?? range?.[1])];
    if (range === null || first < 1 || last < first || last > count) {
      const reason = `--commenced "${text}" is no list of instructions: the text has ${count}`;
      throw new UnusableInput({ severity: 'error', rule: 'cli/usage', reason, note: 'write it as 1-4,7' });
    }
    for (let number = first; number <= last; number++) chosen.add(number);
  }
  return chosen;
}
