/** A redline of two Word files in place: made, read back both ways, and given out only where both sides hold. */
import { alignSequence } from '../compare/sequence.ts';
import { tidy } from '../compare/tidy.ts';
import { tokenise } from '../compare/tokens.ts';
import type { Report } from '../message.ts';
import type { Document } from '../model/document.ts';
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
  wanted: RedlineSides = { before: saidBy(before, options), after: saidBy(after, options) },
): Uint8Array {
  const redline = redlineInPlace(before, after, { alignSequence, tokenise, tidy }, options, report);
  checkRedline(readDocxSides(redline, {}, ignore), wanted);
  return redline;
}

function saidBy(file: Uint8Array, { tracked = 'accept' }: InPlaceOptions): Document {
  return readDocx(file, { tracked }, ignore);
}

/** What a file has to tell when it is read was told when it was read for the first time, or is not asked for. */
function ignore(): void {}
