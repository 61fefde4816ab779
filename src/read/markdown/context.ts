/** What the steps of reading one Markdown file share: its name, its mode, its footnotes, and how to complain. */
import type { FootnoteDefinition, Nodes } from 'mdast';
import type { Message, Place, Report } from '../../message.ts';
import type { Block } from '../../model/document.ts';

export interface Context {
  readonly file: string | undefined;
  readonly source: string;
  /** How far offsets of the parser lie before those of the source: 1 where it begins with a byte order mark. */
  readonly shift: number;
  /** Legal Markdown: what is not understood is an error. Otherwise things become what they look like. */
  readonly strict: boolean;
  readonly report: Report;
  readonly footnotes: ReadonlyMap<string, Footnote>;
  /** How many footnotes are being read, one within another. */
  readonly depth: { notes: number };
  /** The addresses of link definitions, which files from elsewhere use. */
  readonly addresses: ReadonlyMap<string, string>;
}

/** A footnote's text, and what is known of its calls so far. */
export interface Footnote {
  readonly definition: FootnoteDefinition;
  calls: number;
  /** Whether its text is just being read: a call of itself from within would never end. */
  open: boolean;
  children: readonly Block[] | undefined;
  /** Whether other footnotes are called in it. */
  calling: boolean;
}

/** Anything of mdast that knows where it stands. */
export type Positioned = Pick<Nodes, 'position'>;

/** Where a node stands. */
export function placeOf(context: Context, node: Positioned): Place {
  const { position } = node;
  return {
    ...(context.file === undefined ? {} : { file: context.file }),
    ...(position === undefined ? {} : { line: position.start.line, column: position.start.column }),
    ...(position?.start.offset === undefined ? {} : { start: position.start.offset + context.shift }),
    ...(position?.end.offset === undefined ? {} : { end: position.end.offset + context.shift }),
  };
}

/** The source text of a node. */
export function sourceOf(context: Context, node: Positioned): string {
  const { start, end } = node.position ?? {};
  return context.source.slice((start?.offset ?? 0) + context.shift, (end?.offset ?? 0) + context.shift);
}

type Details = Pick<Message, 'actual' | 'expected' | 'note'>;

/** Reports an error at a node. */
export function complain(
  context: Context,
  node: Positioned,
  rule: string,
  reason: string,
  details: Details = {},
): void {
  context.report({ severity: 'error', rule: `read/${rule}`, reason, place: placeOf(context, node), ...details });
}

/** Reports what Legal Markdown does not know: an error there, a note in a file from elsewhere. */
export function unknown(context: Context, node: Positioned, rule: string, reason: string, details: Details = {}): void {
  const severity = context.strict ? 'error' : 'note';
  context.report({ severity, rule: `read/${rule}`, reason, place: placeOf(context, node), ...details });
}
