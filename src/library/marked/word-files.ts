/** The changes between two Word files: those of the Word redline of the two, so that both show one list. */
import type { Message, Report } from '../../message.ts';
import { UnusableInput } from '../../message.ts';
import type { Redline } from '../../model/redline.ts';
import type { InPlaceOptions } from '../../write/in-place/index.ts';
import type { RedlineSides } from '../redline-check/index.ts';
import { redlineWordFiles } from '../word-redline.ts';
import { readMarked } from './index.ts';

/**
 * The redline of two Word files with formatting, headers and footers in its list. `wanted` is what the two files say.
 * `undefined` where the Word redline of the two cannot be made, or does not say what they say; `report` then receives a
 * warning.
 */
export function redlineOfWordFiles(
  before: Uint8Array,
  after: Uint8Array,
  options: InPlaceOptions,
  wanted: RedlineSides,
  report: Report,
): Redline | undefined {
  try {
    const marked = redlineWordFiles(before, after, options, ignore, wanted);
    const { redline } = readMarked(marked, {}, (message) => {
      if (message.rule.startsWith('compare/')) report(message);
    });
    return {
      before: wanted.before.meta,
      document: { ...redline.document, meta: wanted.after.meta },
      changes: redline.changes.map(({ author: _, date: __, ...change }) => change),
    };
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    report(noRedline(error.messages));
    return undefined;
  }
}

function noRedline([first]: readonly Message[]): Message {
  return {
    severity: 'warning',
    rule: 'library/no-word-redline',
    reason: 'no Word redline of the two files can be made; formatting, headers and footers are not compared',
    ...(first === undefined ? {} : { note: first.reason }),
  };
}

/** What the files have to report was reported when they were read. */
function ignore(): void {}
