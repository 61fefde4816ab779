/**
 * Plain text, such as is extracted from a PDF, as a document. Nothing in it says what is what, so headings, lists,
 * footnotes and tables are guessed: page furniture is set aside, wrapped lines are joined, and every piece keeps its
 * place. The document is good enough to be checked and compared; it is not a version to be kept.
 */
import type { Place, Report } from '../../message.ts';
import type { Document, Note, Para } from '../../model/document.ts';
import { normalise } from '../../model/equal.ts';
import { outline } from '../outline/index.ts';
import { entriesOf } from './entries.ts';
import { inlinesOf } from './inlines.ts';
import { isDoubleSpaced, linesOf, withoutFurniture } from './lines.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { unmarked } from './shape.ts';

export interface PlainOptions {
  /** The file as messages name it. */
  readonly file?: string;
}

/** The document that a plain text stands for. Offsets in places are UTF-16 code units of `source`. */
export function readPlain(source: string, options: PlainOptions, report: Report): Document {
  const { file } = options;
  const lines = withoutFurniture(linesOf(source), file, report);
  const pieces = piecesOf(lines, isDoubleSpaced(lines));
  const placeOf = (piece: Piece): Place => ({
    ...(file === undefined ? {} : { file }),
    line: piece.line,
    column: 1,
    start: piece.start,
    end: piece.end,
  });
  const { find, uncalled } = footnotesOf(pieces, placeOf);
  const body = pieces.filter((piece) => piece.shape?.kind !== 'footnote');
  const entries = entriesOf(body, placeOf, find, report);
  for (const { piece, note } of uncalled()) {
    const place = placeOf(piece);
    report({ severity: 'warning', rule: 'read/uncalled-footnote', reason: 'a footnote is called nowhere', place });
    entries.push(...note.children.map((block) => ({ type: 'block' as const, block })));
  }
  const children = outline(entries, report);
  const meta = { title: titleOf(body, file), provision: 'Clause', language: 'en-GB' };
  return normalise({ type: 'document', meta, children });
}

interface Footnote {
  readonly piece: Piece;
  readonly note: Note;
  called: boolean;
}

/** The footnotes by their number; a number that comes again on another page is told apart by being called in order. */
function footnotesOf(pieces: readonly Piece[], placeOf: (piece: Piece) => Place) {
  const all: Footnote[] = [];
  const byNumber = new Map<string, Footnote[]>();
  for (const piece of pieces) {
    if (piece.shape?.kind !== 'footnote') continue;
    const place = placeOf(piece);
    const para: Para = { type: 'para', children: inlinesOf(piece.text, place, () => undefined), place };
    const note: Note = { type: 'note', kind: 'footnote', children: [para], place };
    const footnote: Footnote = { piece, note, called: false };
    all.push(footnote);
    byNumber.set(piece.shape.number, [...(byNumber.get(piece.shape.number) ?? []), footnote]);
  }
  const find = (number: string): Note | undefined => {
    const footnote = byNumber.get(number)?.find((candidate) => !candidate.called);
    if (footnote === undefined) return undefined;
    footnote.called = true;
    return footnote.note;
  };
  return { find, uncalled: () => all.filter((footnote) => !footnote.called) };
}

/** The first line of the text that is no fact about it. */
function titleOf(pieces: readonly Piece[], file: string | undefined): string {
  const first = pieces.find((piece) => piece.shape?.kind !== 'fact');
  const name = (file ?? '').replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  return unmarked(first?.text.slice(0, 300) ?? '') || name || 'Untitled';
}
