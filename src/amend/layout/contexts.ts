/** What instructions stand in: `In section 5—`, then (a), (b), (c), each of which may open a context of its own. */
import type { Message } from '../../message.ts';
import type { ProvisionName } from '../grammar/naming.ts';
import { excerpt } from '../targets.ts';
import { shapeOf } from '../work/order.ts';
import type { Gathering } from './gathering.ts';
import type { Head } from './index.ts';

/** The names around an instruction, and whether it may stand for itself where it is not found in them. */
export interface Around {
  readonly names: readonly ProvisionName[];
  readonly soft: boolean;
}

interface Opened {
  readonly shape: string;
  readonly names: readonly ProvisionName[];
  readonly gathering: Gathering;
  readonly text: string;
  /** Whether it opens what follows at its own level too: `(1) Section 5 is amended as follows. (2) …` */
  readonly wide: boolean;
  used: boolean;
}

const NOTHING: Around = { names: [], soft: false };

/** The heads that are open, the outermost first. */
export class Contexts {
  #stack: Opened[] = [];
  readonly #idle: Opened[] = [];

  /** What a head stands in; what no longer holds is closed. */
  around(head: Head): Around {
    const shape = head.number === '' ? '' : shapeOf(lastOf(head.number));
    this.#pop(shape, head);
    const around = this.#stack.at(-1);
    if (around === undefined) return NOTHING;
    around.used = true;
    around.gathering.hasParts = true;
    return { names: around.names, soft: around.wide || around.shape === shape };
  }

  #pop(shape: string, head: Head): void {
    if (shape === '') {
      // Only relative names follow without a number, right behind the head that opens them.
      const top = this.#stack.at(-1);
      if (top !== undefined && isRelative(head) && (top.shape === '' || !top.used)) return;
      this.#stack = [];
      return;
    }
    const at = this.#stack.findIndex((opened) => opened.shape === shape && !opened.wide);
    if (at >= 0) this.#stack.length = at;
    const wide = this.#stack.findIndex((opened) => opened.shape === shape && opened.wide);
    if (wide >= 0)
      this.#stack.length = isOpener(head) && !isRelative(head) && lastOf(head.number) !== '' ? wide : wide + 1;
  }

  /** Notes a head that others may stand in. */
  push(head: Head, gathering: Gathering): void {
    if (!isOpener(head) || gathering.names.length === 0) return;
    const shape = head.number === '' ? '' : shapeOf(lastOf(head.number));
    const wide = /amended/i.test(head.text) && /\((?:1|a)\)$/.test(head.number);
    this.#stack.push({ shape, names: gathering.names, gathering, text: head.text, wide, used: false });
  }

  /** What has content of its own opens nothing. */
  closed(gathering: Gathering): void {
    const at = this.#stack.findIndex((opened) => opened.gathering === gathering);
    if (at < 0) return;
    if (gathering.hasContent) this.#stack.length = at;
    else if (gathering.isBare) this.#idle.push(this.#stack[at] as Opened);
  }

  /** Heads that open a provision in which nothing is done. */
  unused(): readonly Omit<Message, 'severity'>[] {
    return this.#idle
      .filter(({ used }) => !used)
      .map(({ text }) => ({
        rule: 'amend/empty',
        reason: 'nothing follows this instruction',
        actual: `"${excerpt(text)}"`,
      }));
  }
}

/** The last number of `2(1)`. */
function lastOf(number: string): string {
  return /(?:\([^()]*\)|[^()\s]+)$/.exec(number)?.[0] ?? number;
}

function isOpener({ commands }: Head): boolean {
  const [only] = commands ?? [];
  return commands?.length === 1 && (only?.form === 'open' || only?.form === 'amend');
}

/** Whether a head names nothing that stands for itself. */
function isRelative({ commands }: Head): boolean {
  return (commands ?? []).every(
    ({ names, labels }) =>
      labels === undefined &&
      names.every(({ steps }) => {
        const [first] = steps;
        if (first === undefined) return true;
        if (first.kind === 'provision') return first.label.startsWith('(');
        if (first.kind === 'range') return first.from.startsWith('(');
        return ['heading', 'opening', 'closing', 'sentence', 'row', 'column'].includes(first.kind);
      }),
  );
}
