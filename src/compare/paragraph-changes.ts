/** The changes of one paragraph, opened as they are met: its words, its typography, its formatting, its references. */
import type { Marks, Node } from '../model/document.ts';
import { type Happening, RULES } from './classify.ts';
import type { Context } from './context.ts';
import type { Owners } from './inline.ts';
import { type Draft, excerpt } from './ledger.ts';

/** How much of an edit its summary quotes, in UTF-16 code units. */
const QUOTED = 60;

export class ParagraphChanges {
  readonly #owners: Owners;
  readonly #context: Context;
  #words: Draft | undefined;
  #typography: Draft | undefined;
  #formatting: Draft | undefined;

  constructor(owners: Owners, context: Context) {
    this.#owners = owners;
    this.#context = context;
  }

  /** The change of words, told that `from` gave way to `to`; either may be empty. */
  words(from: string, to: string): Draft {
    return this.#edit(from === '' ? 'insertion' : to === '' ? 'deletion' : 'words', told(from, to));
  }

  #edit(what: 'insertion' | 'deletion' | 'words', said: string): Draft {
    this.#words ??= this.#open(what);
    if (this.#words.kind !== RULES[what].kind) this.#words.kind = RULES.words.kind;
    this.#words.said.push(said);
    return this.#words;
  }

  /** The change of white space and of the style of quotation marks. */
  typographical(): Draft {
    this.#typography ??= this.#open('typography', 'white space or quotation marks');
    return this.#typography;
  }

  /** The change of formatting; an address behind a text is no matter of looks. */
  formatting(before: Marks | undefined, after: Marks | undefined): Draft {
    if (before?.href !== after?.href) {
      return this.#edit('words', `link to ${before?.href ?? 'nothing'} now to ${after?.href ?? 'nothing'}`);
    }
    this.#formatting ??= this.#open('formatting', formattingTold(before, after));
    return this.#formatting;
  }

  /** The description of a drawing that itself is the same. */
  described(): Draft {
    this.#formatting ??= this.#open('formatting', 'alternative text of a picture');
    return this.#formatting;
  }

  /** A reference whose number follows that of its target; each is a change of its own. */
  following(target: Node, from: string, to: string): Draft {
    const said = `reference ${from} now ${to}`;
    return this.#context.ledger.open({
      ...this.#owners,
      what: 'reference',
      follows: target,
      said,
    });
  }

  /** The number of a page, which follows from what pushed its target there. */
  page(from: string, to: string): Draft {
    return this.#open('page', `page ${from} now ${to}`);
  }

  /** A reference that became plain text, or the other way, and prints what it printed. */
  unlinked(text: string, wasReference: boolean): Draft {
    const said = wasReference ? `reference ${text} now plain text` : `plain text ${text} now a reference`;
    return this.#open('formatting', said);
  }

  /** A reference that means something else. */
  redirected(from: string, to: string): Draft {
    return this.#edit('words', `reference ${from} now to ${to}`);
  }

  /** The change that holds anchors, which no reader sees. */
  anchors(before: Node, after: Node): Draft {
    return this.#context.ledger.anchors(before, after);
  }

  #open(what: Happening, said?: string): Draft {
    return this.#context.ledger.open({ ...this.#owners, what, ...(said === undefined ? {} : { said }) });
  }
}

/** `"x" replaced by "y"`; either may be empty. */
export function told(from: string, to: string): string {
  const [x, y] = [quoted(from), quoted(to)];
  if (from === '') return `inserted ${y}`;
  return to === '' ? `deleted ${x}` : `${x} replaced by ${y}`;
}

function quoted(text: string): string {
  return `"${excerpt(text, QUOTED)}"`;
}

function formattingTold(before: Marks | undefined, after: Marks | undefined): string {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  const has = (marks: Marks | undefined, name: string) => marks !== undefined && name in marks;
  const turned = [...names].filter((name) => has(before, name) !== has(after, name));
  return turned.map((name) => `${name} ${has(after, name) ? 'on' : 'off'}`).join(', ');
}
