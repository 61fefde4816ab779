/** Amending instructions: drafted from a redline, read from a legal text, and applied to a baseline. */
export { type Applied, type ApplyOptions, applyAmendment, type Provenance, type Refusal } from './apply.ts';
export { type DraftedAmendment, type DraftOptions, draft, draftWhole } from './draft.ts';
export {
  type Amendment,
  type Form,
  headOf,
  type Instruction,
  parseHead,
  type Target,
  targetText,
} from './instruction.ts';
export { parseAmendment } from './layout/index.ts';
export { mergeTexts, splitText } from './lines.ts';
export { DRAFT_STYLES, type DraftStyle, inStyle } from './style.ts';
export { legalText, type TextOptions } from './text.ts';
export { hasTypedMarks, sidesOfTypedMarks } from './typed-marks.ts';
export { typographic } from './typographic.ts';
