/** A redline of two Word files in place: made, read back both ways, and given out only where both sides hold. */
import { compareAligned } from '../compare/index.ts';
import { type Message, type Report, UnusableInput } from '../message.ts';
import type { Alignment } from '../model/alignment.ts';
import { readDocx, readDocxSides } from '../read/docx/index.ts';
import { type InPlaceOptions, redlineInPlace, settleTracked } from '../write/in-place/index.ts';
import { checkRedline, MISMATCH, type RedlineSides } from './redline-check/index.ts';
import { reportUnmarked, unmarkedIn } from './word-account.ts';

/**
 * After's own file with tracked changes where it differs from before; what is unchanged stays byte for byte. Tracked
 * changes that the files carry already are resolved first, as the options say, with a message. The redline is read back, and
 * where fine marks would not say what the two files say, coarser ones are written, with a message. `wanted` is what the files
 * say, where it is known already. Throws `UnusableInput` where a file can't be read.
 */
export function redlineWordFiles(
  before: Uint8Array,
  after: Uint8Array,
  options: InPlaceOptions,
  report: Report,
  wanted: RedlineSides = saidBy(before, after, options),
): Uint8Array {
  let first: Message | undefined;
  for (const [k, attempt] of attemptsFor(options).entries()) {
    const messages: Message[] = [];
    const former = k > 0 && options.tracked === 'keep' ? settleTracked(before, () => 'reject', ignore) : before;
    const made = attempted(attempt, { before: former, after, wanted }, (message) => messages.push(message));
    if (made instanceof UnusableInput) {
      first ??= made.messages[0];
      continue;
    }
    for (const message of messages) report(message);
    if (k > 0) reportCoarse(attempt, first, report);
    return made;
  }
  throw new UnusableInput(first ?? NO_REDLINE);
}

const NO_REDLINE: Message = { severity: 'error', rule: MISMATCH, reason: 'no redline of the two files can be written' };

/** One way to mark what differs, from fine to coarse. */
interface Attempt {
  readonly options: InPlaceOptions;
  readonly coarsen: (alignment: Alignment) => Alignment | undefined;
  /** What is marked more coarsely, for people. */
  readonly coarse: string;
}

function attemptsFor(options: InPlaceOptions): Attempt[] {
  const settled: InPlaceOptions = {
    ...options,
    tracked: options.tracked === 'keep' ? 'accept' : (options.tracked ?? 'accept'),
  };
  const apart: InPlaceOptions = { ...settled, cells: 'replace', moves: 'apart' };
  return [
    { options, coarsen: (alignment) => alignment, coarse: '' },
    ...(options.tracked === 'keep' ? [{ options: settled, coarsen: whole, coarse: KEPT }] : []),
    { options: apart, coarsen: whole, coarse: 'tables by whole rows, moves as deletions and insertions' },
    { options: apart, coarsen: onlyEqual, coarse: 'changed paragraphs and tables as a whole' },
    { options: apart, coarsen: () => undefined, coarse: 'the whole text as deleted and inserted' },
  ];
}

const KEPT = 'the tracked changes of the file after cannot be kept, and are accepted first';

const whole = (alignment: Alignment): Alignment => alignment;

/** What says the same on both sides stays paired; everything else is of one side alone. */
function onlyEqual({ passages, unpaired }: Alignment): Alignment {
  const [kept, apart] = [
    passages.filter(({ retained }) => retained === 'all'),
    passages.filter(({ retained }) => retained !== 'all'),
  ];
  return {
    passages: kept,
    tables: [],
    cells: new Map(),
    unpaired: {
      before: [...unpaired.before, ...apart.flatMap((pair) => pair.before)],
      after: [...unpaired.after, ...apart.flatMap((pair) => pair.after)],
    },
  };
}

function reportCoarse({ coarse }: Attempt, first: Message | undefined, report: Report): void {
  const kept = coarse === KEPT;
  report({
    severity: 'warning',
    rule: kept ? 'write/in-place-unkept' : 'write/in-place-coarse',
    reason: kept
      ? coarse
      : `changes are marked coarsely (${coarse}), since finer marks would not give both versions back`,
    ...(first?.cite === undefined ? {} : { cite: first.cite }),
    ...(first?.note === undefined ? {} : { note: first.note }),
  });
}

/** The two files, and what they say. */
interface RedlineInputs {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly wanted: RedlineSides;
}

/** A redline that says what it must, or what it says otherwise. */
function attempted(attempt: Attempt, inputs: RedlineInputs, report: Report): Uint8Array | UnusableInput {
  try {
    return checked(attempt, inputs, report);
  } catch (error) {
    if (error instanceof UnusableInput && error.messages.some(({ rule }) => rule === MISMATCH)) return error;
    throw error;
  }
}

/** How the tracked changes that each file carries itself are taken. */
function resolutions({ tracked }: InPlaceOptions): {
  readonly before: 'accept' | 'reject';
  readonly after: 'accept' | 'reject';
} {
  const side = tracked === 'reject' ? 'reject' : 'accept';
  return { before: tracked === 'keep' ? 'reject' : side, after: side };
}

function checked({ options, coarsen }: Attempt, { before, after, wanted }: RedlineInputs, report: Report): Uint8Array {
  const results = options.fields === 'ignore' ? 'omit' : 'keep';
  const align = (x: Uint8Array, y: Uint8Array, keeps: boolean): Alignment | undefined => {
    const from = x === before && results === 'keep' ? wanted.before : readDocx(x, { results }, ignore);
    const known = y === after && !keeps && results === 'keep';
    const into = known ? wanted.after : readDocx(y, { tracked: keeps ? 'reject' : 'accept', results }, ignore);
    return coarsen(compareAligned(from, into, report).alignment);
  };
  const redline = redlineInPlace(before, after, align, options, report);
  const sides = results === 'keep' ? wanted : saidBy(before, after, options);
  checkRedline(readDocxSides(redline, { results }, ignore), sides, report);
  reportUnmarked(unmarkedIn(before, after, redline, { ...resolutions(options), results }), report);
  return redline;
}

/** What a redline must say on either side. */
function saidBy(before: Uint8Array, after: Uint8Array, { tracked, fields }: InPlaceOptions): RedlineSides {
  const results = fields === 'ignore' ? 'omit' : 'keep';
  const side = tracked === 'reject' ? 'reject' : 'accept';
  return {
    before: readDocx(before, { tracked: tracked === 'keep' ? 'reject' : side, results }, ignore),
    after: readDocx(after, { tracked: side, results }, ignore),
  };
}

/** What a file has to tell when it is read was told when it was read for the first time, or is not asked for. */
function ignore(): void {}
