/** Fields: what a field's code makes of the text that it last showed (ISO/IEC 29500-1, 17.16). */
import type { CrossReference, Inline, Text } from '../../model/document.ts';
import { RENEWED_FIELD } from '../../word/fields.ts';
import { type Making, placeOf } from './context.ts';
import type { FieldPiece, WordBlock } from './word.ts';

/** A field that has come to its end. */
export interface Field {
  readonly code: string;
  readonly start: number;
  readonly end: number;
  /** Whether it stands in a table of contents, whose links are not references of the text. */
  readonly contents: boolean;
}

type MakeResult = (making: Making, field: Field, words: readonly string[], result: readonly Inline[]) => Inline[];

/** What becomes of the result of each kind of field; that of any other kind is kept as text. */
const FIELDS: Readonly<Record<string, MakeResult>> = {
  REF: (making, field, words, result) => reference(making, field, words[1], result),
  PAGEREF: (making, field, words, result) => reference(making, field, words[1], result),
  NOTEREF: (making, field, words, result) => reference(making, field, words[1], result),
  FTNREF: (making, field, words, result) => reference(making, field, words[1], result),
  HYPERLINK: hyperlink,
  TOC: (_making, _field, _words, result) => [...result],
  MACROBUTTON: shown,
  GOTOBUTTON: shown,
};

/** The inlines that a field shows. */
export function fieldResult(making: Making, field: Field, shown: readonly Inline[]): Inline[] {
  const result = making.results === 'omit' && RENEWED_FIELD.test(field.code) ? withoutText(shown) : shown;
  const words = wordsOf(field.code);
  const name = (words[0] ?? '').toUpperCase();
  const make = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
  if (make !== undefined) return make(making, field, words, result);
  const reason = result.length === 0 ? 'a field shows no text' : 'a field is kept as the text that it last showed';
  making.tally.note('read/docx-field', reason, placeOf(making, field.start, field.end), name || 'no name');
  return [...result];
}

/** What a field shows short of its text: what stands in the text besides, and a reference that prints nothing. */
function withoutText(result: readonly Inline[]): Inline[] {
  return result.flatMap((inline): Inline[] => {
    if (inline.type === 'text') return inline.place === undefined ? [] : [{ ...inline, value: '' }];
    return inline.type === 'crossReference' ? [{ ...inline, text: '' }] : [inline];
  });
}

/** A field's code in words; what stands in quotation marks is one. */
function wordsOf(code: string): string[] {
  return [...code.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
}

function hyperlink(making: Making, field: Field, words: readonly string[], result: readonly Inline[]): Inline[] {
  const at = words.findIndex((word) => word.toLowerCase() === '\\l');
  const anchor = at < 0 ? undefined : words[at + 1];
  const target = words[1]?.startsWith('\\') === false ? words[1].replace(/\\\\/g, '\\') : undefined;
  if (target !== undefined) return linked(result, anchor === undefined ? target : `${target}#${anchor}`);
  return reference(making, field, anchor, result);
}

/** A button shows the words behind its name and its macro. */
function shown(making: Making, field: Field, _: readonly string[], result: readonly Inline[]): Inline[] {
  const value = /^\s*\S+\s+\S+\s+(.*)$/s.exec(field.code)?.[1]?.trim() ?? '';
  if (value === '') return [...result];
  return [...result, { type: 'text', value, place: placeOf(making, field.start, field.end) }];
}

/** Text with a hyperlink on it. */
export function linked(inlines: readonly Inline[], href: string): Inline[] {
  return inlines.map((inline) =>
    inline.type === 'text' || inline.type === 'blank' ? { ...inline, marks: { ...inline.marks, href } } : inline,
  );
}

/**
 * Text as a reference to what a bookmark marks: one for each formatting of it, notes and breaks left where they are. What
 * is a reference already, such as a field within a link, is part of it.
 */
export function reference(
  making: Making,
  field: Field,
  bookmark: string | undefined,
  result: readonly Inline[],
): Inline[] {
  if (field.contents) return [...result];
  const target = bookmark === undefined ? undefined : making.anchors(bookmark);
  if (target === undefined) {
    const reason = 'a cross-reference to a bookmark that does not exist is kept as text';
    making.tally.warn('read/docx-dangling-reference', reason, placeOf(making, field.start, field.end), bookmark ?? '');
    return [...result];
  }
  const made: Inline[] = [];
  for (const inline of result) {
    const last = made[made.length - 1];
    if (inline.type !== 'text' && inline.type !== 'crossReference') made.push(inline);
    else if (last?.type === 'crossReference' && last.marks === inline.marks) {
      made[made.length - 1] = longer(last, inline);
    } else made.push(crossReference(target, inline));
  }
  return made;
}

function crossReference(target: string, from: Text | CrossReference): CrossReference {
  const { marks, place } = from;
  return {
    type: 'crossReference',
    target,
    text: printed(from),
    ...(marks === undefined ? {} : { marks }),
    ...(place === undefined ? {} : { place }),
  };
}

function printed(inline: Text | CrossReference): string {
  return inline.type === 'text' ? inline.value : inline.text;
}

function longer(reference: CrossReference, more: Text | CrossReference): CrossReference {
  const { place } = reference;
  const end = more.place?.end;
  return {
    ...reference,
    text: reference.text + printed(more),
    ...(place === undefined || end === undefined ? {} : { place: { ...place, end } }),
  };
}

/** The beginnings, separators and ends of fields that meet no partner, each in its own container. */
export function unmatchedFields(blocks: readonly WordBlock[]): ReadonlySet<FieldPiece> {
  const open: { readonly begin: FieldPiece; separate?: FieldPiece }[] = [];
  const unmatched = new Set<FieldPiece>();
  for (const block of blocks) {
    if (block.kind === 'table') continue;
    for (const piece of block.pieces) {
      if (piece.kind !== 'field') continue;
      const top = open[open.length - 1];
      if (piece.mark === 'begin') open.push({ begin: piece });
      else if (top === undefined || (piece.mark === 'separate' && top.separate !== undefined)) unmatched.add(piece);
      else if (piece.mark === 'separate') top.separate = piece;
      else open.pop();
    }
  }
  for (const { begin, separate } of open) {
    unmatched.add(begin);
    if (separate !== undefined) unmatched.add(separate);
  }
  return unmatched;
}
