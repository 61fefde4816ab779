/** Where a document names a government department. */
import { GOVERNMENT_BODIES } from '../data/government-bodies.ts';
import { escapeExpression } from '../locate.ts';
import type { Subject } from '../subject.ts';

/** A name in any of the ways in which it is written: of or for, and or &, with and without the comma before it. */
function nameExpression(name: string): string {
  return escapeExpression(name)
    .replace(/ (?:of|for) /, ' (?:of|for) ')
    .replace(/,? and /g, ',? (?:and|&) ')
    .replace(/, /g, ',? ');
}

/** One expression for the full names and short names of all bodies. */
export const NAMED_BODIES = GOVERNMENT_BODIES.map((body) => ({
  body,
  full: new RegExp(`\\b${nameExpression(body.name)}\\b`, 'g'),
  short: body.short === undefined ? undefined : new RegExp(`(?<![\\p{L}\\p{N}])${body.short}(?![\\p{L}\\p{N}])`, 'gu'),
}));

const ANY =
  /\b(?:Department|Ministry|Foreign)\b|\bBEIS\b|\bDECC\b|\bBERR\b|\bDCLG\b|\bDLUHC\b|\bDFID\b|\bDESNZ\b|\bDSIT\b|\bDBT\b|\bFCDO\b|\bDExEU\b/;

/** Whether it is worth looking for any. */
export function mentionsBodies(subject: Subject): boolean {
  return subject.passages.some((at) => ANY.test(at.text));
}
