/** A document as lines of plain text, labels in front, as LibreOffice's plain-text export has them. */
import type { Block, Document, Inline, Note } from '../../../src/model/document.ts';

export interface Lines {
  readonly main: readonly string[];
  /** The text of footnotes and endnotes, which that export leaves out. */
  readonly notes: readonly string[];
}

interface Printer {
  readonly lines: string[];
  readonly notes: Note[];
  /** The label that waits for its paragraph, and where that begins. */
  label: { readonly text: string; readonly start: number | undefined } | undefined;
  /** Where the paragraph written last ends in the source; text boxes begin before it. */
  reached: number;
}

/** The lines of a document. The export has no text boxes: `boxes` says whether to print them. */
export function linesOf(document: Document, boxes: boolean): Lines {
  const printer: Printer = { lines: [], notes: [], label: undefined, reached: -1 };
  for (const block of document.children) print(printer, block, boxes);
  const inNotes: Printer = { lines: [], notes: [], label: undefined, reached: -1 };
  for (const note of printer.notes) for (const block of note.children) print(inNotes, block, true);
  return { main: tidy(printer.lines), notes: tidy(inNotes.lines) };
}

function tidy(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
}

function print(printer: Printer, block: Block, boxes: boolean): void {
  const start = block.place?.start ?? printer.reached;
  if (!boxes && start < printer.reached && block.type !== 'opaque') return;
  if (block.type === 'para') {
    printLine(printer, block.children, start);
    printer.reached = Math.max(printer.reached, block.place?.end ?? 0);
  } else if (block.type === 'clause') {
    flushLabel(printer);
    printer.label = { text: block.label ?? '', start };
    if (block.heading !== undefined) {
      printLine(printer, block.heading, start);
      printer.reached = Math.max(printer.reached, block.place?.end ?? 0);
    }
    printAll(printer, block.children, boxes);
  } else if (block.type === 'item') {
    flushLabel(printer);
    printer.label = { text: '•', start };
    printAll(printer, block.children, boxes);
  } else if (block.type === 'definition') printAll(printer, block.children, boxes);
  else if (block.type === 'table') {
    flushLabel(printer);
    if (block.label !== undefined) printer.label = { text: `${block.word ?? 'Table'} ${block.label}`, start: -1 };
    printLine(printer, block.caption ?? [], -1);
    for (const row of block.rows) for (const cell of row.cells) printAll(printer, cell.children, boxes);
  }
}

function printAll(printer: Printer, blocks: readonly Block[], boxes: boolean): void {
  for (const block of blocks) print(printer, block, boxes);
  flushLabel(printer);
}

function flushLabel(printer: Printer): void {
  if (printer.label !== undefined) printer.lines.push(printer.label.text);
  printer.label = undefined;
}

function printLine(printer: Printer, inlines: readonly Inline[], start: number): void {
  if (printer.label !== undefined && printer.label.start !== start) flushLabel(printer);
  const label = printer.label === undefined ? '' : `${printer.label.text} `;
  printer.label = undefined;
  printer.lines.push(...(label + inlines.map((inline) => textOf(printer, inline)).join('')).split('\n'));
}

const ROMAN = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

function textOf(printer: Printer, inline: Inline): string {
  if (inline.type === 'text') return inline.value;
  if (inline.type === 'crossReference' || inline.type === 'blank') return inline.text;
  if (inline.type === 'break') return inline.kind === 'line' ? '\n' : '';
  if (inline.type !== 'note') return '';
  printer.notes.push(inline);
  const number = printer.notes.filter((note) => note.kind === inline.kind).length;
  return inline.kind === 'footnote' ? String(number) : (ROMAN[number] ?? String(number));
}
