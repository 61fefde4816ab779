/** Legal Markdown, or Markdown from elsewhere, as a document: the grammar stands in `documents/README.md`. */
import type { FootnoteDefinition, Root, RootContent } from 'mdast';
import type { Report } from '../../message.ts';
import type { Block, Document, Meta } from '../../model/document.ts';
import { normalise } from '../../model/equal.ts';
import { crossReferences } from '../../model/links.ts';
import { plainText } from '../../model/walk.ts';
import { checkAnchors } from './anchors.ts';
import { type Context, complain, type Footnote } from './context.ts';
import { withHeadingAnchors } from './elsewhere.ts';
import { blocksOf } from './flow.ts';
import { reportUncalled } from './footnote.ts';
import { frontMatterOf, looseMeta, startOf, strictMeta } from './frontmatter.ts';
import { parse } from './parse.ts';

export interface MarkdownOptions {
  /** The file as messages name it. */
  readonly file?: string;
  /**
   * `strict`: Legal Markdown, what is not understood is an error. `lenient`: a file from elsewhere, things become
   * what they look like. `auto` (the default): strict where the front matter says `provision`.
   */
  readonly mode?: 'strict' | 'lenient' | 'auto';
}

/**
 * The document that a Markdown source stands for. A document comes back even where errors are reported.
 * Offsets in places are UTF-16 code units of `source`. Throws `UnusableInput` where it is nested beyond any use.
 */
export function readMarkdown(source: string, options: MarkdownOptions, report: Report): Document {
  const { file, mode = 'auto' } = options;
  const matter = frontMatterOf(source, file);
  const strict = mode === 'strict' || (mode === 'auto' && matter?.facts.has('provision') === true);
  const tree = parse(source, strict, file);
  const context = contextOf(tree, source, strict, file, report);
  for (const message of matter?.messages ?? []) report(message);
  reportNul(context);
  const children = blocksOf(tree.children, context);
  reportUncalled(context);
  const meta = strict ? strictMeta(matter, file, report) : looseMeta(matter, titleOf(children, file));
  const document = finish(meta, children, context);
  checkAnchors(document, strict, report);
  return document;
}

function contextOf(tree: Root, source: string, strict: boolean, file: string | undefined, report: Report): Context {
  const shift = source.startsWith('\uFEFF') ? 1 : 0;
  const base = { file, source, shift, strict, report, depth: { notes: 0 } };
  const footnotes = new Map<string, Footnote>();
  const addresses = new Map<string, string>();
  const context: Context = { ...base, footnotes, addresses };
  for (const node of descendants(tree)) {
    if (node.type === 'definition' && !addresses.has(node.identifier)) addresses.set(node.identifier, node.url);
    if (node.type === 'footnoteDefinition') addFootnote(node, footnotes, context);
  }
  return context;
}

function addFootnote(node: FootnoteDefinition, footnotes: Map<string, Footnote>, context: Context): void {
  if (footnotes.has(node.identifier)) {
    complain(context, node, 'duplicate-footnote', `footnote [^${node.label}] has two texts; the second is left out`);
    return;
  }
  const calling = descendants(node).some((inner) => inner.type === 'footnoteReference');
  footnotes.set(node.identifier, { definition: node, calls: 0, open: false, children: undefined, calling });
}

/** All nodes below one, in no particular order. */
function descendants(root: Root | FootnoteDefinition): RootContent[] {
  const found: RootContent[] = [...root.children];
  for (let i = 0; i < found.length; i++) {
    const node = found[i] as RootContent;
    if ('children' in node) for (const child of node.children) found.push(child as RootContent);
  }
  return found;
}

/** CommonMark replaces NUL, which is no character of a text. */
function reportNul(context: Context): void {
  const at = context.source.indexOf('\0');
  if (at < 0) return;
  const before = context.source.slice(0, at);
  const line = before.split(/\r\n|\n|\r/).length;
  const column = at - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
  const place = { ...startOf(context.file), line, column, start: at, end: at + 1 };
  const severity = context.strict ? 'error' : 'warning';
  context.report({ severity, rule: 'read/nul', reason: 'the file holds NUL characters, which become U+FFFD', place });
}

/** The title of a file without front matter: its first heading, else its name. */
function titleOf(blocks: readonly Block[], file: string | undefined): string {
  const first = blocks.find((block) => block.type === 'clause' && block.heading !== undefined);
  const heading = first?.type === 'clause' ? plainText(first.heading ?? []).trim() : '';
  return heading || (file ?? '').replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '') || 'Untitled';
}

function finish(meta: Meta, children: readonly Block[], context: Context): Document {
  const document = normalise({ type: 'document', meta, children } as Document);
  if (context.strict) return document;
  const wanted = new Set(crossReferences(document).map((reference) => reference.target));
  return wanted.size === 0 ? document : { ...document, children: withHeadingAnchors(document.children, wanted) };
}
