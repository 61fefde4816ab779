/** An instruction as it is gathered line by line: its words, and the content that its form asks for. */
import type { Message } from '../../message.ts';
import type { Block, Inline } from '../../model/document.ts';
import { type ProvisionName, parseNames } from '../grammar/naming.ts';
import { takeQuotes } from '../grammar/quotes.ts';
import type { Command } from '../grammar/sentence.ts';
import type { Form, Instruction, Target, WordEdit } from '../instruction.ts';
import { excerpt } from '../targets.ts';
import { blocksOfQuotation, labelAt } from '../work/content.ts';
import { printedAll, sliceInlines } from '../work/inlines.ts';
import { describe } from '../work/resolve.ts';
import type { MarkedLine } from './align.ts';
import type { Around } from './contexts.ts';
import type { Head } from './index.ts';
import { blocksOf, type FlatLine } from './lines.ts';
import { opensQuotation, Quotation } from './quotation.ts';

type Fail = (message: Omit<Message, 'severity'>) => void;

/** Forms whose content is the provision restated with its changes marked. */
const RESTATES: ReadonlySet<string> = new Set([
  'amend',
  'open',
  'replace',
  'definition',
  'heading',
  'insert-rows',
  'delete-rows',
  'delete',
]);

export class Gathering {
  readonly head: Head;
  /** The provisions that the head names, in what it stands in. */
  readonly names: readonly ProvisionName[];
  readonly #around: Around;
  readonly #fail: Fail;
  readonly #lines: MarkedLine[] = [];
  readonly #outside: ReadonlySet<Block>;
  #quotation: Quotation | undefined;
  #done = false;
  /** Whether other instructions stand in this one. */
  hasParts = false;

  constructor(head: Head, around: Around, fail: Fail) {
    this.head = head;
    this.#around = around;
    this.#fail = fail;
    this.#outside = new Set(head.line.path);
    this.names = within(around.names, head.commands?.[0]?.names ?? []);
  }

  get inQuotation(): boolean {
    return this.#quotation !== undefined && !this.#quotation.closed;
  }

  get hasContent(): boolean {
    return this.#lines.length > 0 || this.#quotation !== undefined;
  }

  /** Whether it only opens a provision. */
  get isBare(): boolean {
    return this.#isOpener && !this.hasContent && !this.hasParts;
  }

  get #isOpener(): boolean {
    const [only, ...more] = this.head.commands ?? [];
    return only !== undefined && more.length === 0 && (only.form === 'open' || only.form === 'amend');
  }

  /** The command that takes the content: the last. */
  get #last(): Command | undefined {
    return this.head.commands?.at(-1);
  }

  get #form(): Form | 'open' {
    return this.#last?.form ?? this.head.drafted?.form ?? 'amend';
  }

  /**
   * Whether a line stands inside a provision that this instruction's content opened. What has no number there and is
   * understood as an instruction is one: readers put a paragraph into the provision in front of it.
   */
  owns(line: MarkedLine, isHead: () => boolean): boolean {
    if (this.#lines.length === 0 || !this.#accepts()) return false;
    const side = line.after ?? (line.before as FlatLine);
    const own = side.path.filter((block) => !this.#outside.has(block) && !side.opens.includes(block));
    const inside = own.some((block) =>
      this.#lines.some(({ before, after }) => opens(before, block) || opens(after, block)),
    );
    if (side.label === '' && side.kind !== 'block') return inside && this.wants(line) && !isHead();
    return this.wants(line) && (inside || isNumbered(side));
  }

  #accepts(): boolean {
    if (this.#done || this.hasParts) return false;
    if (this.#last === undefined) return this.head.drafted !== undefined && this.head.drafted.form !== 'renumber';
    const { content, form, quoted, names, row } = this.#last;
    if (names.some(({ steps }) => steps.some(({ kind }) => kind === 'listed'))) return true;
    if (form === 'open') return /amended/.test(row.pattern);
    return (content || form === 'delete') && quoted === undefined;
  }

  /** Whether a line may be content. */
  wants(line: MarkedLine): boolean {
    if (!this.#accepts()) return false;
    if (this.startsQuotation(line)) return true;
    if (this.#isHeadingOutside(line)) return false;
    if (this.#isListed) return line.plain || line.before === undefined;
    if (RESTATES.has(this.#form)) return this.#form !== 'delete' || !line.plain || !this.#hasOnlyStruck(line);
    return line.before === undefined;
  }

  /** Behind content, an unmarked heading without a number that does not stand below the instruction's own is none of it. */
  #isHeadingOutside({ plain, after }: MarkedLine): boolean {
    if (!plain || after?.kind !== 'heading' || after.label !== '') return false;
    const own = this.head.line.opens.at(-1);
    return own === undefined ? this.hasContent : !after.path.includes(own);
  }

  get #isListed(): boolean {
    return this.#last?.names.some(({ steps }) => steps.some(({ kind }) => kind === 'listed')) === true;
  }

  /** What a deletion restates is struck: unmarked words behind it are none of it. */
  #hasOnlyStruck({ after }: MarkedLine): boolean {
    return after !== undefined;
  }

  /** Whether a line opens the quotation that holds the content. */
  startsQuotation(line: MarkedLine): boolean {
    if (this.hasContent || !this.#accepts() || this.#isListed || line.after === undefined) return false;
    if (this.#form === 'delete' || /rows$/.test(this.#form)) return false;
    return opensQuotation(line.after) && (line.plain || line.before === undefined);
  }

  take(line: MarkedLine): void {
    if (this.#quotation === undefined && this.startsQuotation(line))
      this.#quotation = new Quotation(line.after as FlatLine);
    if (this.#quotation === undefined) {
      this.#lines.push(line);
      return;
    }
    if (line.after === undefined || (!line.plain && line.before !== undefined)) {
      const actual = `"${excerpt((line.after ?? line.before)?.text ?? '')}"`;
      this.#fail({
        rule: 'amend/marked-quotation',
        reason: 'words in a quotation are marked as changed',
        actual,
        note: 'quote the provision as it is to read, or restate it without quotation marks',
      });
      return;
    }
    this.#quotation.take(line.after);
    this.#done = this.#quotation.closed;
  }

  /** The instructions, once all of their content is there. */
  instructions(from: number): readonly Instruction[] {
    if (this.inQuotation)
      this.#fail({
        rule: 'amend/open-quotation',
        reason: 'a quotation is opened and never closed',
        actual: `"${excerpt(this.head.text)}"`,
      });
    if (this.hasParts || this.isBare) return [];
    const wording = this.head.text;
    const number = this.head.number === '' ? {} : { number: this.head.number };
    if (this.head.commands === undefined)
      return [
        {
          ...(this.head.drafted as Pick<Instruction, 'form' | 'target' | 'label'>),
          ...this.#sides(),
          wording,
          ...number,
        },
      ];
    const last = this.head.commands.length - 1;
    return this.head.commands.flatMap((command, i) =>
      this.#instruction(command, i === last, { wording, ...number }, from),
    );
  }

  #instruction(command: Command, last: boolean, more: Partial<Instruction>, _from: number): readonly Instruction[] {
    const names = within(this.#around.names, command.names);
    const named = names.some(({ steps }) => steps.some(({ kind }) => kind === 'listed')) ? this.#listed(names) : names;
    const targets = named.map((name) => this.#target(name));
    const form = formOf(command, named);
    const content = this.#content(command, last);
    const exact =
      this.head.commands?.length === 1 && this.head.drafted?.form === form && command.labels === undefined
        ? this.head.drafted.target
        : undefined;
    const first = targets[0] ?? { cite: '' };
    const [label] = command.labels ?? [];
    const words = command.words === undefined ? undefined : this.#words(command, command.words);
    return [
      {
        form,
        target: exact === undefined ? first : { ...first, cite: exact.cite },
        ...(targets.length > 1 ? { targets } : {}),
        ...content,
        ...(label === undefined
          ? command.thing?.label === undefined
            ? {}
            : { label: command.thing.label }
          : { label }),
        ...(command.labels === undefined || command.labels.length < 2 ? {} : { labels: command.labels }),
        ...(command.cascade === true ? { cascade: true as const } : {}),
        ...(words === undefined ? {} : { words }),
        ...more,
      } as Instruction,
    ];
  }

  #target(name: ProvisionName): Target {
    const own = this.#around.soft && this.#around.names.length > 0 ? { soft: true as const } : {};
    return {
      cite: citeOf(name),
      name,
      ...(name.occurrence === undefined ? {} : { occurrence: name.occurrence }),
      ...own,
    };
  }

  #words({ span }: Command, words: WordEdit): WordEdit {
    return span === undefined ? words : { ...words, inlines: sliceInlines(this.head.inlines, span.start, span.end) };
  }

  /** The content of a command: quoted in its sentence, quoted below, or restated below. */
  #content(command: Command, last: boolean): Pick<Instruction, 'before' | 'after' | 'quoted'> {
    const none = { before: [], after: [] };
    if (command.quoted !== undefined && command.span !== undefined && command.words === undefined) {
      return {
        before: [],
        after: quotedBlocks(sliceInlines(this.head.inlines, command.span.start, command.span.end)),
        quoted: true,
      };
    }
    if (!last || this.#isListed) return none;
    return this.#sides();
  }

  #sides(): Pick<Instruction, 'before' | 'after' | 'quoted'> {
    if (this.#quotation !== undefined)
      return { before: [], after: blocksOfQuotation(this.#quotation.paragraphs(true)), quoted: true };
    const side = (name: 'before' | 'after'): readonly Block[] =>
      blocksOf(
        this.#lines.flatMap((line) => line[name] ?? []),
        this.#outside,
      );
    return { before: side('before'), after: side('after') };
  }

  /** The provisions that are listed below the words. */
  #listed(names: readonly ProvisionName[]): readonly ProvisionName[] {
    const found = this.#lines.flatMap(({ after }): readonly ProvisionName[] => {
      const text = (after?.text ?? '').replace(/[.;,]?(?: and| or)?[.;,]?$/, '').trim();
      const { text: plain, quotes } = takeQuotes(text.replace(/^in /i, ''));
      const own = parseNames(plain, quotes);
      if (own === undefined)
        this.#fail({
          rule: 'amend/not-understood',
          reason: 'this names no provision',
          actual: `"${excerpt(after?.text ?? '')}"`,
        });
      return own ?? [];
    });
    if (found.length === 0)
      this.#fail({
        rule: 'amend/empty',
        reason: 'no provisions are listed below this instruction',
        actual: `"${excerpt(this.head.text)}"`,
      });
    const outer = names[0]?.steps.filter(({ kind }) => kind !== 'listed') ?? [];
    return found.map((name) => ({ ...name, steps: [...outer, ...name.steps] }));
  }
}

/** A head that names a heading restates it; one that names a table and rows is about rows. */
function formOf({ form, thing }: Command, names: readonly ProvisionName[]): Form {
  if (form === 'open') return 'amend';
  const kind = names[0]?.steps.at(-1)?.kind;
  if (form === 'amend' && kind === 'heading') return 'heading';
  if (form === 'insert-in-order' && thing?.kind === 'row' && kind === 'table') return 'insert-rows';
  return form;
}

function quotedBlocks(inlines: readonly Inline[]): readonly Block[] {
  const text = printedAll(inlines);
  const label = labelAt(text, true);
  return blocksOfQuotation([
    {
      kind: 'text',
      inlines: label === undefined ? inlines : sliceInlines(inlines, label.end, text.length),
      ...(label === undefined ? {} : { label: label.label }),
    },
  ]);
}

function within(outer: readonly ProvisionName[], inner: readonly ProvisionName[]): readonly ProvisionName[] {
  if (outer.length === 0) return inner;
  if (inner.length === 0) return outer;
  return outer.flatMap(({ steps }) => inner.map((name) => ({ ...name, steps: [...steps, ...name.steps] })));
}

function opens(line: FlatLine | undefined, block: Block): boolean {
  return line?.opens.includes(block) === true;
}

/** Whether a line opens a provision with a number of its own, not a limb. */
function isNumbered({ label }: FlatLine): boolean {
  return /^[A-Z]?\d+[A-Z]{0,2}(?:\.\d+[A-Z]{0,2})+/.test(label);
}

/** A name as messages show it. */
export function citeOf({ steps }: ProvisionName): string {
  return steps
    .map(describe)
    .reduceRight(
      (inner, outer) =>
        inner === ''
          ? outer
          : /^\(/.test(inner.replace(/^\S+ /, '')) && /\d$/.test(outer) && /^\S+ \(/.test(inner)
            ? `${outer}${inner.replace(/^\S+ /, '')}`
            : `${inner} of ${outer}`,
      '',
    );
}
