/** Markdown source to mdast: CommonMark with GFM, directives and front matter, less what legal text trips over. */
import type { Nodes, Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Data, type Processor, unified } from 'unified';
import { refuseDeepTree, refuseHostile } from './refuse.ts';

type MicromarkExtension = NonNullable<Data['micromarkExtensions']>[number];
type MdastExtension = Exclude<NonNullable<Data['fromMarkdownExtensions']>[number], readonly unknown[]>;

/** Where the characters of a text node that were escaped or written as a reference stand, as offsets in its value. */
export interface EscapeData {
  escapes?: number[];
}

/** `16:00` is no directive, an address is a link only where it is written as one, and four spaces are no code. */
const NEVER = ['wwwAutolink', 'protocolAutolink', 'emailAutolink', 'tasklistCheck', 'codeIndented'];

/** In Legal Markdown `[DD MMM]: x` is a blank, and a line of dashes makes no heading. */
const NEVER_STRICT = [...NEVER, 'definition', 'setextUnderline'];

/** The tree of a source text. Throws `UnusableInput` where it is nested or marked beyond any use. */
export function parse(source: string, strict: boolean, file: string | undefined): Root {
  refuseHostile(source, file);
  const tree = (strict ? STRICT : LENIENT).parse(source);
  refuseDeepTree(tree, file);
  return tree;
}

function processor(disabled: string[]): Processor<Root> {
  return unified()
    .use(remarkParse)
    .use(remarkFrontmatter, ['yaml'])
    .use(remarkGfm, { singleTilde: false })
    .use(remarkDirective)
    .use(function tame(this: Processor) {
      const data = this.data();
      data.micromarkExtensions = (data.micromarkExtensions ?? []).map(withoutTextDirectives);
      data.micromarkExtensions.push({ disable: { null: disabled } });
      data.fromMarkdownExtensions = [
        ...(data.fromMarkdownExtensions ?? []).flat().map(withoutTransforms),
        KEEP_ESCAPES,
      ];
    })
    .freeze() as unknown as Processor<Root>;
}

/** A colon in running text (`16:00`, `Note:see`) begins no directive; lines that begin with two or more still do. */
function withoutTextDirectives(extension: MicromarkExtension): MicromarkExtension {
  const colon = ':'.charCodeAt(0);
  if (extension.flow?.[colon] === undefined || extension.text?.[colon] === undefined) return extension;
  const { text: _, ...rest } = extension;
  return rest;
}

/** The only transform among the extensions makes links of bare addresses, escaped or not. */
function withoutTransforms(extension: MdastExtension): MdastExtension {
  const { transforms: _, ...rest } = extension;
  return rest;
}

/** Notes in each text node which of its characters were escaped, so that `4\.1` and `\[` stay plain text. */
const KEEP_ESCAPES: MdastExtension = {
  enter: {
    // The token stands for both the ampersand and the semicolon; the first tells where the reference begins.
    characterReferenceMarker() {
      const text = this.stack[this.stack.length - 1];
      const data = this.data as { from?: number | undefined };
      if (text?.type === 'text') data.from ??= text.value.length;
    },
  },
  exit: {
    characterEscapeValue(token) {
      const text = this.stack.pop();
      if (text?.type !== 'text') return;
      markEscaped(text, text.value.length, 1);
      text.value += this.sliceSerialize(token);
      endAt(text, token.end);
    },
    characterReference(token) {
      const text = this.stack.pop();
      const data = this.data as { from?: number | undefined };
      const { from } = data;
      data.from = undefined;
      if (text?.type !== 'text' || from === undefined) return;
      markEscaped(text, from, text.value.length - from);
      endAt(text, token.end);
    },
  },
};

function markEscaped(text: Nodes, from: number, length: number): void {
  text.data ??= {};
  const data = text.data as EscapeData;
  data.escapes ??= [];
  for (let i = 0; i < length; i++) data.escapes.push(from + i);
}

function endAt(node: Nodes, end: { readonly line: number; readonly column: number; readonly offset: number }): void {
  if (node.position !== undefined) node.position.end = { line: end.line, column: end.column, offset: end.offset };
}

const STRICT = processor(NEVER_STRICT);
const LENIENT = processor(NEVER);
