/** A redline of two Word files in place: made, read back both ways, and given out only where both sides hold. */
import { alignSequence } from '../compare/sequence.ts';
import { tidy } from '../compare/tidy.ts';
import { tokenise } from '../compare/tokens.ts';
import type { Report } from '../message.ts';
import { readDocx, readDocxSides } from '../read/docx/index.ts';
import { checkRedline, type InPlaceOptions, type RedlineSides, redlineInPlace } from '../write/in-place/index.ts';

/**
 * After's own file with tracked changes where it differs from before; what is unchanged stays byte for byte. Tracked
 * changes that the files carry already are settled first, as the options say, with a message. Throws `UnusableInput`
 * where the redline, read back, does not say what the two files say; `wanted` is that, where it is known already.
 */
export function redlineWordFiles(
  before: Uint8Array,
  after: Uint8Array,
  options: InPlaceOptions,
  report: Report,
  wanted: RedlineSides = saidBy(before, after, options),
): Uint8Array {
  const redline = redlineInPlace(before, after, { alignSequence, tokenise, tidy }, options, report);
  checkRedline(readDocxSides(redline, {}, ignore), wanted);
  return redline;
}

/** What a redline must say on either side. */
function saidBy(before: Uint8Array, after: Uint8Array, { tracked }: InPlaceOptions): RedlineSides {
  const [from, to] = sidesCompared(tracked);
  return {
    before: readDocx(before, { tracked: from }, ignore),
    after: readDocx(after, { tracked: to }, ignore),
  };
}

/** What a file has to tell when it is read was told when it was read for the first time, or is not asked for. */
function ignore(): void {}

/** On which side of their own tracked changes two files are read that a redline must give back. */
export function sidesCompared(tracked: InPlaceOptions['tracked'] = 'accept'): ['accept' | 'reject', 'accept' | 'reject'] {
  return tracked === 'keep' ? ['reject', 'accept'] : [tracked, tracked];
}
