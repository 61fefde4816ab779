/** Provisions in quotation marks below an instruction: where the quotation ends, and its paragraphs without the marks. */
import type { Block, Inline } from '../../model/document.ts';
import { openingMark } from '../grammar/quotes.ts';
import { labelAt, type QuotedLine } from '../work/content.ts';
import { printedAll, sliceInlines } from '../work/inlines.ts';
import type { FlatLine } from './lines.ts';

const CLOSES: Readonly<Record<string, RegExp>> = {
  '“': /”/g,
  '‘': /’/g,
  '„': /[“”]/g,
  '«': /»/g,
  '‹': /›/g,
  '"': /"/g,
  "'": /'/g,
  '``': /''/g,
};

/** Whether a line opens a quotation that may run over several. */
export function opensQuotation({ kind, text }: FlatLine): boolean {
  return kind !== 'block' && kind !== 'open' && openingMark(text) !== undefined;
}

/** What may stand behind the mark that closes: the instruction's own stop, and the word that joins it to the next. */
const TAIL = /[\s.;,:]*(?:(?:and|or)\s*)?$/;

/** A quotation as it is read line by line. */
export class Quotation {
  readonly #mark: string;
  readonly #lines: FlatLine[] = [];
  closed = false;

  constructor(first: FlatLine) {
    this.#mark = openingMark(first.text) as string;
  }

  /** Takes the next line of it. */
  take(line: FlatLine): void {
    this.#lines.push(line);
    this.closed = line.kind !== 'block' && this.#isClosed();
  }

  /** Whether as many quotations close as open, a paragraph's own opening mark counted once for all of them. */
  #isClosed(): boolean {
    const last = (this.#lines.at(-1) as FlatLine).text;
    const end = last.replace(TAIL, '');
    const closes = CLOSES[this.#mark] as RegExp;
    const width = this.#mark === '``' ? 2 : 1;
    if (!new RegExp(`(?:${closes.source})$`).test(end)) return false;
    return this.#balance() <= 0 || end.length === width;
  }

  #balance(): number {
    let open = 0;
    for (const [i, { text }] of this.#lines.entries()) {
      const own = i > 0 && text.startsWith(this.#mark) ? text.slice(this.#mark.length) : text;
      open += countOpen(own, this.#mark, CLOSES[this.#mark] as RegExp, open);
    }
    return open;
  }

  /** The paragraphs, without the marks that hold the quotation. `loose` lets a bare number be one. */
  paragraphs(loose: boolean): readonly QuotedLine[] {
    return this.#lines.map((line, i) => this.#paragraph(line, i === this.#lines.length - 1, loose));
  }

  #paragraph(line: FlatLine, last: boolean, loose: boolean): QuotedLine {
    if (line.kind === 'block' || line.kind === 'open') return { kind: 'block', block: line.block as Block };
    const text = printedAll(line.inlines);
    const from = text.startsWith(this.#mark) ? this.#mark.length : 0;
    const end = last ? text.replace(TAIL, '').length - (this.#mark === '``' ? 2 : 1) : text.length;
    const inner = trimmed(sliceInlines(line.inlines, from, Math.max(from, end)));
    const label = line.label !== '' ? { label: line.label, end: 0 } : labelAt(printedAll(inner), loose);
    const rest = label === undefined ? inner : sliceInlines(inner, label.end, printedAll(inner).length);
    return {
      kind: 'text',
      inlines: rest,
      ...(label === undefined ? {} : { label: label.label }),
      ...(line.kind === 'heading' ? { heading: true } : {}),
    };
  }
}

function trimmed(inlines: readonly Inline[]): readonly Inline[] {
  const text = printedAll(inlines);
  const start = text.length - text.trimStart().length;
  return sliceInlines(inlines, start, text.trimEnd().length);
}

function countOpen(text: string, mark: string, closes: RegExp, before: number): number {
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const front = text[at - 1] ?? ' ';
    const behind = text[at + mark.length] ?? ' ';
    if (mark === '"' || mark === "'") {
      if (text[at] !== mark) continue;
      const opening = /[\s([—–]/.test(front) && !/\s/.test(behind);
      const closing = !/[\p{L}\p{N}]/u.test(behind);
      if (opening && !(at === 0 && before + open > 0)) open += 1;
      else if (closing && (mark === '"' || !/\s/.test(front))) open -= 1;
    } else if (text.startsWith(mark, at)) open += 1;
    else if (new RegExp(`^(?:${closes.source})`).test(text.slice(at))) {
      const apostrophe = mark === '‘' && /[\p{L}\p{N}]/u.test(front) && /[\p{L}\p{N}]/u.test(text[at + 1] ?? '');
      if (!apostrophe) open -= 1;
    }
  }
  return open;
}
