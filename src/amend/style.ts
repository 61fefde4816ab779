/** Drafted instructions in the words of a family of texts, renumberings that follow one another in one. */
import { parseLabel } from '../model/label.ts';
import type { Drafted, DraftedAmendment } from './draft.ts';
import { parseSentence } from './grammar/sentence.ts';
import type { Form, Target } from './instruction.ts';

/** Whose words instructions are drafted in. */
export type DraftStyle = 'code' | 'uk' | 'eu' | 'us';

export const DRAFT_STYLES = ['code', 'uk', 'eu', 'us'] as const satisfies readonly DraftStyle[];

type Say = (name: string, label: string) => string;

/** What each style says for a form; where it says nothing, Keeling's own words stand. */
const SAY: Readonly<Record<DraftStyle, Partial<Readonly<Record<Form, Say>>>>> = {
  code: {},
  uk: {
    amend: (name) => `${name} is amended as follows—`,
    definition: (name) => `For the ${name} substitute—`,
    'insert-after': (name) => `After ${name} insert—`,
    'insert-before': (name) => `Before ${name} insert—`,
    'insert-start': (name) => `At the beginning of ${name} insert—`,
    delete: (name) => `Omit ${name}:`,
    renumber: (name, label) => `${name} is renumbered as ${label}.`,
  },
  eu: {
    amend: (name) => `${name} is amended as follows:`,
    definition: (name) => `The ${name} is replaced by the following:`,
    'insert-after': (name) => `The following text is inserted after ${name}:`,
    'insert-before': (name) => `The following text is inserted before ${name}:`,
    delete: (name) => `${name} is deleted:`,
    renumber: (name, label) => `${name} becomes ${label}.`,
  },
  us: {
    amend: (name) => `${name} is amended to read as follows:`,
    definition: (name) => `The ${name} is amended to read as follows:`,
    'insert-after': (name) => `After ${name} insert the following:`,
    'insert-before': (name) => `Before ${name} insert the following:`,
    delete: (name) => `${name} is repealed:`,
    renumber: (name, label) => `${name} is redesignated as ${label}.`,
  },
};

/** The amendment in the words of a style. What the grammar would not read back as it is keeps Keeling's own words. */
export function inStyle(amendment: DraftedAmendment, style: DraftStyle): DraftedAmendment {
  const instructions = gathered(amendment.instructions).map((instruction) => styled(instruction, style));
  return { ...amendment, instructions };
}

function styled(instruction: Drafted, style: DraftStyle): Drafted {
  const say = SAY[style][instruction.form];
  if (say === undefined || instruction.wording !== undefined || instruction.target.occurrence !== undefined)
    return instruction;
  const { cite } = instruction.target;
  if (!/^(?:[A-Z][a-z]+ [\w.()-]+|§ \w+|definition of "[^"]+")$/.test(cite)) return instruction;
  const wording = say(cite, instruction.label ?? '');
  const [only, ...more] = parseSentence(wording) ?? [];
  return only === undefined || more.length > 0 || only.names.length !== 1 ? instruction : { ...instruction, wording };
}

/** Renumberings of provisions one behind the other, each by as many numbers, in one instruction. */
function gathered(instructions: readonly Drafted[]): readonly Drafted[] {
  const result: Drafted[] = [];
  for (let i = 0; i < instructions.length; ) {
    let end = i + 1;
    while (end < instructions.length && goesOn(instructions[end - 1] as Drafted, instructions[end] as Drafted))
      end += 1;
    const run = instructions.slice(i, end);
    result.push(...(run.length < 2 ? run : [range(run) ?? run].flat()));
    i = end;
  }
  return result;
}

function goesOn(a: Drafted, b: Drafted): boolean {
  if (
    a.form !== 'renumber' ||
    b.form !== 'renumber' ||
    a.target.occurrence !== undefined ||
    b.target.occurrence !== undefined
  )
    return false;
  return (
    isNext(a.oldLabel, b.oldLabel) &&
    isNext(a.label, b.label) &&
    wordOf(a.target) !== '' &&
    wordOf(a.target) === wordOf(b.target)
  );
}

function isNext(a = '', b = ''): boolean {
  const [x, y] = [parseLabel(a.replace(/\.$/, '')), parseLabel(b.replace(/\.$/, ''))];
  return (
    x !== undefined &&
    y !== undefined &&
    x.prefix === y.prefix &&
    x.suffix === y.suffix &&
    x.counter === y.counter &&
    y.ordinal === x.ordinal + 1
  );
}

/** `Clause` of `Clause 8.1`, where that is all there is to it. */
function wordOf({ cite }: Target): string {
  return /^([A-Z][a-z]+) [\d.]+$/.exec(cite)?.[1] ?? '';
}

function range(run: readonly Drafted[]): Drafted | undefined {
  const [first, last] = [run[0] as Drafted, run.at(-1) as Drafted];
  const bare = (label = ''): string => label.replace(/\.$/, '');
  const old = `${bare(first.oldLabel)} to ${bare(last.oldLabel)}`;
  const wording = `Renumber ${wordOf(first.target)}s ${old} as ${bare(first.label)} to ${bare(last.label)}`;
  if (parseSentence(wording) === undefined) return undefined;
  return { ...first, targets: run.map(({ target }) => target), labels: run.map(({ label = '' }) => label), wording };
}
