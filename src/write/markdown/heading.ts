/** Headings as Markdown: `# 4 Test completion {#completion}`. */
import type { Clause } from '../../model/document.ts';
import { headingLabel } from '../../model/label.ts';
import type { Revision } from '../../model/redline.ts';
import { LOOSE, writeInlines } from './inline.ts';
import { labelAt, type Opening, signAt } from './label.ts';
import type { Fate, State } from './state.ts';

/** The line of a heading; `remark` says where it was moved from or to. */
export function headingLine(
  clause: Clause<Revision>,
  opening: Opening,
  remark: string,
  level: number,
  fate: Fate,
  state: State,
): string {
  const { label, braces } = opening;
  const plain = label === '' && clause.label === undefined;
  const find = plain ? labelAt(headingLabel) : label !== '' && label === clause.label ? signAt(label) : undefined;
  const written = writeInlines(clause.heading ?? [], { ...LOOSE, fate, labelAt: find }, state);
  const text = written.replace(/(#+)$/, (hashes) => hashes.replace(/#/g, '\\#'));
  const pieces = ['#'.repeat(Math.min(level, 6)), label, text, remark, braces];
  return pieces.filter((piece) => piece !== '').join(' ');
}
