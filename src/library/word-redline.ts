/** A redline of two Word files in place: made, read back both ways, and given out only where both sides hold. */
import { alignSequence } from '../compare/sequence.ts';
import { tidy } from '../compare/tidy.ts';
import { tokenise } from '../compare/tokens.ts';
import type { Report } from '../message.ts';
import { readDocx } from '../read/docx/index.ts';
import { checkRedline, type InPlaceOptions, redlineInPlace } from '../write/in-place/index.ts';

/**
 * After's own file with tracked changes where it differs from before; what is unchanged stays byte for byte. Tracked
 * changes that the files carry already are settled first, as the options say, with a message. Throws `UnusableInput` where the redline,
 * read back, does not say what the two files say.
 */
export function redlineWordFiles(
  before: Uint8Array,
  after: Uint8Array,
  options: InPlaceOptions,
  report: Report,
): Uint8Array {
  const redline = redlineInPlace(before, after, { alignSequence, tokenise, tidy }, options, report);
  const read = (bytes: Uint8Array, tracked: 'accept' | 'reject') => readDocx(bytes, { tracked }, () => undefined);
  checkRedline({ before, after, redline }, read, options.tracked);
  return redline;
}
