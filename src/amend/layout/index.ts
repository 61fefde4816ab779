/** The whole of a legal text laid out as instructions, their content and furniture. Any other word of it is an error. */
import type { Message, Report } from '../../message.ts';
import type { Block, Document, Inline } from '../../model/document.ts';
import { type Command, parseSentence } from '../grammar/sentence.ts';
import { nearestForm, readsLikeInstruction } from '../grammar/suspicion.ts';
import { type Amendment, type Instruction, parseHead } from '../instruction.ts';
import { excerpt } from '../targets.ts';
import { labelAt } from '../work/content.ts';
import { sliceInlines, textRun } from '../work/inlines.ts';
import { shapeOf } from '../work/order.ts';
import { alignLines, type MarkedLine } from './align.ts';
import { Contexts } from './contexts.ts';
import { isFurniture, opensNote } from './furniture.ts';
import { Gathering } from './gathering.ts';
import { type FlatLine, flatten } from './lines.ts';
import { opensQuotation } from './quotation.ts';

/**
 * Reads the instructions of a legal text from its two sides: as it stands, and once its marks are accepted. Reports as an
 * error every line that is no part of an instruction, and every sentence that reads like an instruction and is not understood.
 */
export function parseAmendment(before: Document, after: Document, report: Report): Amendment {
  const layout = new Layout(report);
  for (const line of alignLines(flatten(before), flatten(after), (each) => layout.isHead(each))) layout.add(line);
  const instructions = layout.end();
  if (!layout.sawHead) {
    const reason = 'there is no instruction in this text';
    report({
      severity: 'error',
      rule: 'amend/no-instruction',
      reason,
      note: 'an instruction begins as "Amend Section 5.4 as follows:"',
    });
  }
  return { instructions };
}

/** What an instruction says in its own words, and the number that its text gives it. */
export interface Head {
  readonly commands: readonly Command[] | undefined;
  /** A head to the letter as Keeling drafts it. */
  readonly drafted: ReturnType<typeof parseHead>;
  readonly line: FlatLine;
  readonly text: string;
  readonly inlines: readonly Inline[];
  readonly number: string;
}

class Layout {
  readonly #report: Report;
  readonly #contexts = new Contexts();
  readonly #done: Instruction[] = [];
  #open: Gathering | undefined;
  #inNote = false;
  #document = '';
  /** Heads by line: a line is asked about more than once. */
  readonly #heads = new Map<FlatLine, Head | undefined>();
  failed = false;
  sawHead = false;

  constructor(report: Report) {
    this.#report = report;
  }

  #fail(message: Omit<Message, 'severity'>): void {
    this.failed = true;
    this.#report({ severity: 'error', ...message });
  }

  #headOf(line: FlatLine): Head | undefined {
    if (!this.#heads.has(line)) this.#heads.set(line, headOfLine(line));
    return this.#heads.get(line);
  }

  /** Whether a line is understood as an instruction by itself. */
  isHead(line: FlatLine): boolean {
    return (line.kind === 'text' || line.kind === 'heading') && this.#headOf(line) !== undefined;
  }

  add(line: MarkedLine): void {
    const side = line.after ?? (line.before as FlatLine);
    if (this.#open?.inQuotation === true) this.#open.take(line);
    else if (side.text === '' && side.label === '' && side.kind !== 'block') this.#addEmpty(line);
    else if (this.#open?.owns(line, () => this.#headOf(side) !== undefined) === true) this.#takeOwned(line, side);
    else {
      const head = this.isHead(side) ? this.#headOf(side) : undefined;
      if (head !== undefined) this.#addHead(head, line);
      else this.#addOther(line, side);
    }
  }

  /** An empty paragraph says nothing; in the content of an instruction it is kept. */
  #addEmpty(line: MarkedLine): void {
    if (this.#open?.hasContent === true && this.#open.wants(line)) this.#open.take(line);
  }

  #addOther(line: MarkedLine, side: FlatLine): void {
    const wanted = this.#open?.wants(line) === true;
    if (side.kind === 'heading' && !wanted) this.#inNote = false;
    if (!wanted && this.#isNote(line, side)) return;
    if (wanted) this.#takeContent(line, side);
    else if (this.#reads(line)) this.#notUnderstood(side);
    else if (isFurniture(line)) this.#addFurniture(side);
    else this.#unused(line, side);
  }

  /** A heading names the document that the instructions below it amend. */
  #addFurniture(side: FlatLine): void {
    this.#close();
    if (side.kind === 'heading') this.#document = `${side.label} ${side.text}`.trim();
  }

  #isNote(line: MarkedLine, side: FlatLine): boolean {
    if (opensNote(line) && line.plain) {
      this.#close();
      this.#inNote = true;
      return true;
    }
    if (!this.#inNote) return false;
    if (!line.plain) this.#unused(line, side);
    else if (this.#reads(line)) this.#notUnderstood(side);
    return true;
  }

  #reads({ after, before }: MarkedLine): boolean {
    const { text, label } = (after ?? before) as FlatLine;
    if (/^[A-Z][a-z]/.test(label) && readsLikeInstruction(`${label} ${text}`)) return true;
    return readsLikeInstruction(text) || readsLikeInstruction(withoutNumber(text).text);
  }

  /** A line inside the provision that an instruction restates: law, unless it was inserted and reads like an instruction. */
  #takeOwned(line: MarkedLine, side: FlatLine): void {
    if (
      line.before === undefined &&
      side.kind !== 'block' &&
      (this.#reads(line) || parseSentence(side.text) !== undefined)
    )
      this.#notUnderstood(side, true);
    else this.#open?.take(line);
  }

  #takeContent(line: MarkedLine, side: FlatLine): void {
    const quoted = this.#open?.startsQuotation(line) === true && opensQuotation(side);
    if (!quoted && line.before === undefined && this.#reads(line)) this.#notUnderstood(side, true);
    else this.#open?.take(line);
  }

  #addHead(head: Head, line: MarkedLine): void {
    if (line.after === undefined) {
      this.#fail({
        rule: 'amend/marked-head',
        reason: 'an instruction is marked as deleted',
        actual: `"${excerpt(head.text)}"`,
      });
      return;
    }
    if (!line.plain && line.before !== undefined) {
      this.#fail({
        rule: 'amend/marked-head',
        reason: 'the words that introduce an instruction are themselves marked as changed',
        actual: `"${excerpt(head.text)}"`,
        note: 'accept or reject the change in these words',
      });
    }
    this.sawHead = true;
    if (head.line.kind === 'heading') this.#inNote = false;
    if (this.#inNote) {
      this.#fail({
        rule: 'amend/in-note',
        reason: 'an instruction stands in a note',
        actual: `"${excerpt(head.text)}"`,
        note: 'put it under a heading of its own',
      });
    }
    this.#close();
    const around = this.#contexts.around(head);
    this.#open = new Gathering(head, around, (message) => this.#fail(message));
    this.#contexts.push(head, this.#open);
  }

  #close(): void {
    if (this.#open === undefined) return;
    const number = this.#done.length;
    const named = this.#document === '' ? {} : { document: this.#document };
    this.#done.push(...this.#open.instructions(number).map((instruction) => ({ ...instruction, ...named })));
    this.#contexts.closed(this.#open);
    this.#open = undefined;
  }

  #unused(line: MarkedLine, side: FlatLine): void {
    const marked = line.plain ? '' : ', which are marked as changed,';
    this.#fail({
      rule: 'amend/unused-words',
      reason: `these words${marked} are part of no instruction`,
      actual: `"${excerpt(`${side.label} ${side.text}`)}"`,
      note: 'delete them, put them into an instruction, or begin them with "Note:"',
    });
  }

  #notUnderstood(side: FlatLine, inside = false): void {
    this.#close();
    this.#fail({
      rule: 'amend/not-understood',
      reason: inside
        ? 'this reads like an instruction, but stands in the text of a provision'
        : 'this reads like an instruction, but is not understood',
      actual: `"${excerpt(side.text)}"`,
      note: `the nearest form that is understood: ${nearestForm(side.text)}`,
    });
  }

  end(): readonly Instruction[] {
    this.#close();
    for (const message of this.#contexts.unused()) this.#fail(message);
    return this.#done;
  }
}

/** The head that a line is, its own number taken off. */
function headOfLine(line: FlatLine): Head | undefined {
  const own = { text: line.text, number: line.label, inlines: line.inlines };
  return headIn(named(line), line) ?? headIn(own, line) ?? headIn(unnumbered(own), line);
}

interface Wording {
  readonly text: string;
  readonly number: string;
  readonly inlines: readonly Inline[];
}

function headIn(wording: Wording | undefined, line: FlatLine): Head | undefined {
  if (wording === undefined) return undefined;
  const commands = parseSentence(wording.text);
  const drafted = parseHead(wording.text);
  return commands === undefined && drafted === undefined ? undefined : { commands, drafted, line, ...wording };
}

/** A heading `Section 5.1 is amended …`, of which a reader has taken the beginning for its number. */
function named({ kind, label, text, inlines }: FlatLine): Wording | undefined {
  if (kind !== 'heading' || !/^(?:[A-Z][a-z]|§)/.test(label)) return undefined;
  return { text: `${label} ${text}`, number: '', inlines: [textRun(`${label} `), ...inlines] };
}

function unnumbered({ text, number, inlines }: Wording): Wording | undefined {
  const { text: rest, number: own, from } = withoutNumber(text);
  return from === 0
    ? undefined
    : { text: rest, number: number + own, inlines: sliceInlines(inlines, from, text.length) };
}

/** The number in front of an instruction, where the reader left it in the text: `2.—(1)`, `(a)`, `3.` */
function withoutNumber(text: string): { readonly text: string; readonly number: string; readonly from: number } {
  let from = 0;
  let number = '';
  for (let times = 0; times < 2; times++) {
    const rest = text.slice(from);
    const found = labelAt(rest, true) ?? bullet(rest);
    if (found === undefined) break;
    number += found.label;
    from += found.end;
  }
  return { text: text.slice(from), number, from };
}

function bullet(text: string): { readonly label: string; readonly end: number } | undefined {
  const match = /^(?:\d+[.)]|[•·▪–—-])\s+/.exec(text);
  return match === null ? undefined : { label: match[0].trim(), end: match[0].length };
}

export { type Block, shapeOf };
