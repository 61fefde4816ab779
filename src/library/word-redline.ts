/** A redline of two Word files in place: made, read back both ways, and given out only where both sides hold. */
import { compareAligned } from '../compare/index.ts';
import { type Message, type Report, UnusableInput } from '../message.ts';
import type { Alignment } from '../model/alignment.ts';
import { readDocx, readDocxSides } from '../read/docx/index.ts';
import {
  checkRedline,
  type InPlaceOptions,
  MISMATCH,
  type RedlineSides,
  redlineInPlace,
  settleTracked,
} from '../write/in-place/index.ts';

/**
 * After's own file with tracked changes where it differs from before; what is unchanged stays byte for byte. Tracked
 * changes that the files carry already are settled first, as the options say, with a message. Throws `UnusableInput`
 * where the redline, read back, does not say what the two files say; `wanted` is that, where it is known already. Where
 * it does so for the sake of tracked changes that are to be kept, those are settled first after all.
 */
export function redlineWordFiles(
  before: Uint8Array,
  after: Uint8Array,
  options: InPlaceOptions,
  report: Report,
  wanted: RedlineSides = saidBy(before, after, options),
): Uint8Array {
  if (options.tracked !== 'keep') return checked(before, after, options, report, wanted);
  const heard: Message[] = [];
  try {
    const kept = checked(before, after, options, (message) => heard.push(message), wanted);
    for (const message of heard) report(message);
    return kept;
  } catch (error) {
    if (!(error instanceof UnusableInput) || !error.messages.some(({ rule }) => rule === MISMATCH)) throw error;
    report({
      severity: 'warning',
      rule: 'write/in-place-unkept',
      reason: 'the tracked changes of the file after cannot be kept, since the redline would not say what it must',
      ...(error.messages[0]?.note === undefined ? {} : { note: error.messages[0].note }),
    });
    const first = settleTracked(before, () => 'reject', ignore);
    return checked(first, after, { ...options, tracked: 'accept' }, report, wanted);
  }
}

function checked(
  before: Uint8Array,
  after: Uint8Array,
  options: InPlaceOptions,
  report: Report,
  wanted: RedlineSides,
): Uint8Array {
  const results = options.fields === 'ignore' ? 'omit' : 'keep';
  const align = (x: Uint8Array, y: Uint8Array, keeps: boolean): Alignment => {
    const read = x === before && options.tracked !== 'keep' && results === 'keep';
    const from = read ? wanted.before : readDocx(x, { results }, ignore);
    const known = y === after && !keeps && results === 'keep';
    const into = known ? wanted.after : readDocx(y, { tracked: keeps ? 'reject' : 'accept', results }, ignore);
    return compareAligned(from, into, report).alignment;
  };
  const redline = redlineInPlace(before, after, align, options, report);
  const sides = results === 'keep' ? wanted : saidBy(before, after, options);
  checkRedline(readDocxSides(redline, { results }, ignore), sides, report);
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
