/** What the pass over a part takes from runs: text, and what stands for text. */

import { decode, isSpace, type Tag } from '../../../word/tag.ts';
import { addPiece, type BodyState, placeAt, type Rule } from '../body-state.ts';
import { symbol } from '../symbols.ts';
import type { BreakPiece, FieldPiece, RunFormat, TextPiece } from '../word.ts';
import { RULES_OF_RUN } from './properties.ts';

const NO_FORMAT: RunFormat = {};

/** Adds text with the formatting of the run that is open. */
export function addText(state: BodyState, value: string, start: number, end: number): void {
  const run = state.runs[state.runs.length - 1];
  const piece: TextPiece = {
    kind: 'text',
    value,
    format: run?.format ?? NO_FORMAT,
    formatBefore: run?.before,
    tracked: state.tracked,
    start,
    end,
  };
  const prompt = state.controls.length > 0 && state.controls[state.controls.length - 1]?.placeholder === true;
  addPiece(state, prompt ? { ...piece, placeholder: true } : piece);
}

/** An element that stands for fixed text. */
function fixed(value: string): Rule {
  return { open: (state, tag) => addText(state, value, tag.start, tag.end) };
}

/** An element whose content is text; `take` is given it at the end. */
export function textual(take: (state: BodyState, value: string, end: number) => void): Rule {
  return {
    open(state, tag) {
      state.text = '';
      state.textStart = tag.start;
      const space = tag.attribute('xml:space');
      state.textKept = space === undefined ? state.keepsSpace : space === 'preserve';
    },
    close(state, _, end) {
      const value = state.text ?? '';
      state.text = undefined;
      take(state, value, end);
    },
  };
}

/** Text as shown: line ends are spaces; white space at the ends is kept only where the file says so. */
export function shownText(value: string, kept: boolean): string {
  const plain = value.includes('\n') || value.includes('\r') ? value.replace(/\r\n?|\n/g, ' ') : value;
  return kept || !hasEdgeSpace(plain) ? plain : plain.replace(/^[ \t]+|[ \t]+$/g, '');
}

function hasEdgeSpace(value: string): boolean {
  return value.length > 0 && (isSpace(value.charCodeAt(0)) || isSpace(value.charCodeAt(value.length - 1)));
}

/** Takes up a stretch of text of the part, where text means something. */
export function takeText(state: BodyState, start: number, end: number, raw: boolean): void {
  if (state.text === undefined) return;
  const value = state.source.slice(start, end);
  state.text += raw ? value : decode(value);
}

const TEXT = textual((state, value, end) => addText(state, shownText(value, state.textKept), state.textStart, end));

const INSTRUCTION = textual((state, value, end) => {
  const field = state.fields[state.fields.length - 1];
  if (field !== undefined && field.code.length < 1000) field.code += value;
  addPiece(state, { kind: 'instruction', value, tracked: state.tracked, start: state.textStart, end });
});

function lineBreak(state: BodyState, tag: Tag): void {
  const type = tag.attribute('w:type');
  const kind: BreakPiece['break'] = type === 'page' || type === 'column' ? type : 'line';
  addPiece(state, { kind: 'break', break: kind, tracked: state.tracked, start: tag.start, end: tag.end });
}

function note(kind: 'footnote' | 'endnote'): Rule {
  return {
    open(state, tag) {
      const id = tag.attribute('w:id') ?? '';
      addPiece(state, { kind: 'note', note: kind, id, tracked: state.tracked, start: tag.start, end: tag.end });
    },
  };
}

function addField(state: BodyState, mark: FieldPiece['mark'], start: number, end: number): void {
  addPiece(state, { kind: 'field', mark, tracked: state.tracked, start, end });
  if (mark === 'begin') state.fields.push({ contents: false, code: '' });
  const field = state.fields[state.fields.length - 1];
  if (mark === 'separate' && field !== undefined) field.contents = /^\s*TOC\b/i.test(field.code);
  if (mark === 'end') state.fields.pop();
}

const FIELD_MARKS: Readonly<Record<string, FieldPiece['mark']>> = { begin: 'begin', separate: 'separate', end: 'end' };

function fieldCharacter(state: BodyState, tag: Tag): boolean {
  const mark = FIELD_MARKS[tag.attribute('w:fldCharType') ?? ''];
  if (mark !== undefined) addField(state, mark, tag.start, tag.end);
  return true;
}

/** A field in one element is told as a field in several, so that what follows knows one kind only. */
function openSimpleField(state: BodyState, tag: Tag): void {
  const { start, end } = tag;
  const value = tag.attribute('w:instr') ?? '';
  addField(state, 'begin', start, end);
  const field = state.fields[state.fields.length - 1];
  if (field !== undefined) field.code = value;
  addPiece(state, { kind: 'instruction', value, tracked: state.tracked, start, end });
  addField(state, 'separate', start, end);
}

function openSymbol(state: BodyState, tag: Tag): void {
  const code = Number.parseInt(tag.attribute('w:char') ?? '', 16);
  if (!Number.isInteger(code) || code < 32 || code > 0xffff) return;
  const font = tag.attribute('w:font') ?? '';
  const shown = symbol(font, code);
  if (shown === undefined) {
    const reason = `a symbol of the font ${font === '' ? 'in use' : font} is kept by its code`;
    state.opened.tally.note(
      'read/docx-symbol',
      reason,
      placeAt(state, tag.start),
      `U+${code.toString(16).toUpperCase()}`,
    );
  }
  addText(state, shown ?? String.fromCharCode(code), tag.start, tag.end);
}

/** Words that Word makes up when it prints. */
function computed(state: BodyState, tag: Tag): void {
  const reason = `what <${tag.name}> prints is made up by Word, and left out`;
  state.opened.tally.warn('read/docx-computed', reason, placeAt(state, tag.start));
}

export const RUN_RULES: readonly (readonly [string, Rule])[] = [
  [
    'w:r',
    {
      open: (state) => void state.runs.push({ format: NO_FORMAT, before: undefined }),
      close: (state) => void state.runs.pop(),
    },
  ],
  [
    'w:rPr',
    {
      open(state) {
        const run = state.runs[state.runs.length - 1];
        if (run === undefined) return true;
        state.format = {};
        run.format = state.format;
        state.enter(RULES_OF_RUN);
        return false;
      },
    },
  ],
  ['w:t', TEXT],
  ['w:delText', TEXT],
  ['w:instrText', INSTRUCTION],
  ['w:delInstrText', INSTRUCTION],
  ['w:tab', fixed('\t')],
  ['w:ptab', fixed('\t')],
  ['w:noBreakHyphen', fixed('\u2011')],
  ['w:softHyphen', fixed('\u00ad')],
  ['w:br', { open: lineBreak }],
  ['w:cr', { open: lineBreak }],
  ['w:sym', { open: openSymbol }],
  ['w:footnoteReference', note('footnote')],
  ['w:endnoteReference', note('endnote')],
  ['w:fldChar', { open: fieldCharacter }],
  ['w:fldSimple', { open: openSimpleField, close: (state, start, end) => addField(state, 'end', start, end) }],
  ...['dayShort', 'dayLong', 'monthShort', 'monthLong', 'yearShort', 'yearLong', 'pgNum'].map(
    (name) => [`w:${name}`, { open: computed }] as const,
  ),
];
