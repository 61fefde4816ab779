/** What stands inside a paragraph as Markdown: first each leaf, then the marks around neighbouring leaves. */
import type { Blank, Break, CrossReference, Inline, Marks, Note, Opaque, Picture, Text } from '../../model/document.ts';
import { printLength } from '../../model/picture.ts';
import type { Revision } from '../../model/redline.ts';
import { writeBraces } from './braces.ts';
import { escapeText, MIDDLE, type Standing } from './escape.ts';
import { GrowingLine } from './growing-line.ts';
import { groupBy, type Leaf, writeMarked } from './marked.ts';
import { address, codeSpan } from './marks.ts';
import { nameNote } from './notes.ts';
import { type Fate, fateOf, type State, valueBefore, wrapFate } from './state.ts';

type Tracked = Inline<Revision>;

/** Where inlines stand. */
export interface Setting {
  readonly fate: Fate;
  /** What stands before them on their line; '' at its beginning. */
  readonly before: string;
  /** Whether a line begins with them, so that they could open a block. */
  readonly opensBlock: boolean;
  readonly inCell: boolean;
  /** Whether they stand in the brackets of a directive, where brackets must balance. */
  readonly inBrackets: boolean;
  /** See `Standing`. */
  readonly labelAt?: Standing['labelAt'];
  /**
   * Where the text behind a defined term begins: in which inline and at which offset; and the braces to put there. Where
   * they are absent, the space there is hidden, so that there is no definition.
   */
  readonly behindTerm?:
    | { readonly at: number; readonly offset: number; readonly braces: string | undefined }
    | undefined;
}

/** Inlines in a place where nothing is looked for at their beginning. */
export const LOOSE: Setting = { fate: undefined, before: ' ', opensBlock: false, inCell: false, inBrackets: false };

/** Inlines as Markdown on one line. */
export function writeInlines(inlines: readonly Tracked[], setting: Setting, state: State): string {
  const leaves = inlines.flatMap((inline, i) =>
    withBraces(leavesOf(inline, standingOf(inlines, i, setting), setting, state), inline, i, setting),
  );
  const line = new GrowingLine();
  for (const group of groupBy(leaves, (leaf) => leaf.fate)) {
    const fate = group[0]?.fate;
    const before = fate !== undefined ? '>' : line.last || setting.before;
    const after = fate !== undefined ? '<' : group.at(-1) === leaves.at(-1) ? '' : '<';
    line.add(wrapFate(writeMarked(group, 0, { before, after }), fate));
  }
  const result = line.text;
  return setting.opensBlock && OPENS_HTML.test(result) ? `{}${result}` : result;
}

/** `**Term** {#anchor} means …`: the braces stand behind the term and the space behind it. */
function withBraces(leaves: Leaf[], inline: Tracked, i: number, { behindTerm }: Setting): Leaf[] {
  if (behindTerm?.at !== i || behindTerm.braces === undefined || behindTerm.braces === '') return leaves;
  const { braces, offset } = behindTerm;
  const before = inline.type === 'text' ? inline.value.slice(0, offset).split(' ').length - 1 : 0;
  return leaves.map((leaf) => ({ ...leaf, source: afterSpace(leaf.source, before, `${braces} `) }));
}

/** A source with an insertion behind its first space but so many. Escaping leaves the spaces of a text as they are. */
function afterSpace(source: string, passed: number, insertion: string): string {
  let at = source.indexOf(' ');
  for (let i = 0; i < passed && at >= 0; i++) at = source.indexOf(' ', at + 1);
  return at < 0 ? source : `${source.slice(0, at + 1)}${insertion}${source.slice(at + 1)}`;
}

/** A tag alone on a line, or a comment at its beginning, would open a block of HTML. */
const OPENS_HTML = /^<!--|^<[^>]*>$/;

function standingOf(inlines: readonly Tracked[], i: number, setting: Setting): Standing {
  const previous = inlines[i - 1];
  const first = i === 0;
  return {
    first,
    last: i === inlines.length - 1,
    opensBlock: first && setting.opensBlock,
    afterBracket: previous?.type === 'blank' || previous?.type === 'note',
    inCell: setting.inCell,
    labelAt: setting.labelAt,
    hideSpaceFrom:
      i === setting.behindTerm?.at && setting.behindTerm.braces === undefined ? setting.behindTerm.offset : undefined,
  };
}

/** The leaves that an inline becomes: two where it shows what it was before, else one. */
function leavesOf(inline: Tracked, standing: Standing, setting: Setting, state: State): Leaf[] {
  const fate = fateOf(inline, setting.fate);
  const marks = ('marks' in inline ? inline.marks : undefined) ?? {};
  if (inline.type === 'crossReference') {
    const altered = referenceBefore(inline);
    if (altered !== undefined && fate === undefined) {
      return [
        { source: reference(altered, standing.inCell), marks, fate: 'deletion' },
        { source: reference(inline, standing.inCell), marks, fate: 'insertion' },
      ];
    }
  }
  return [
    { source: WRITE[inline.type](inline as never, standing, setting, state), marks: outerMarks(inline, marks), fate },
  ];
}

/** Code is part of the leaf itself: nothing in it is escaped. */
function outerMarks(inline: Tracked, marks: Marks): Marks {
  if (inline.type !== 'text' || marks.code !== true) return marks;
  const { code: _, ...rest } = marks;
  return rest;
}

/** How each leaf is written. */
const WRITE = {
  text: (text, standing, setting) => writeText(text, standing, setting),
  crossReference: (node, standing) => reference(node, standing.inCell),
  note: (note, _, setting, state) => `[^${nameNote(note, fateOf(note, setting.fate), state)}]`,
  blank: (blank, standing) => writeBlank(blank, standing),
  break: (node) => (node.kind === 'line' ? '<br>' : `<br class="${node.kind}">`),
  picture: (node, standing) => writePicture(node, standing),
  opaque: (node, standing, setting) => writeOpaque(node, standing, setting),
} satisfies { [T in Tracked['type']]: (node: Of<T>, standing: Standing, setting: Setting, state: State) => string };

type Of<T extends Tracked['type']> = {
  text: Text<Revision>;
  crossReference: CrossReference<Revision>;
  note: Note<Revision>;
  blank: Blank<Revision>;
  break: Break<Revision>;
  picture: Picture<Revision>;
  opaque: Opaque<Revision>;
}[T];

function writeText(text: Text<Revision>, standing: Standing, setting: Setting): string {
  if (text.marks?.code !== true) {
    const plain = text.marks === undefined || Object.keys(text.marks).length === 0;
    return escapeText(text.value, plain ? standing : { ...standing, opensBlock: false, labelAt: undefined });
  }
  const escaped = escapeText(text.value, { ...MIDDLE, inCell: standing.inCell });
  return setting.inBrackets ? `<code>${escaped}</code>` : codeSpan(text.value, escaped, standing.inCell);
}

/** A cross-reference; its anchor is part of an address, where only some characters may stand. */
function reference(node: { readonly text: string; readonly target: string }, inCell: boolean): string {
  const target = encodeURIComponent(node.target).replace(/[()'*!~]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `[${escapeText(node.text, { ...MIDDLE, inCell })}](#${target})`;
}

function referenceBefore(node: CrossReference<Revision>): { text: string; target: string } | undefined {
  const [text, target] = [valueBefore(node, 'text'), valueBefore(node, 'target')];
  if (text === undefined && target === undefined) return undefined;
  return {
    text: typeof text === 'string' ? text : node.text,
    target: typeof target === 'string' ? target : node.target,
  };
}

/** The brackets of a blank are its sign; a blank without them can only be text. */
function writeBlank(blank: Blank<Revision>, standing: Standing): string {
  const inner = /^\[([\s\S]*)\]$/.exec(blank.text)?.[1];
  if (inner === undefined) return escapeText(blank.text, standing);
  return `[${escapeText(inner, { ...MIDDLE, inCell: standing.inCell }).replace(/^\^/, '\\^')}]`;
}

/** A picture with its caption as title, and its anchor, number and size in braces. */
function writePicture(
  { file, text = '', caption, id, label, word, fixed, width, height }: Picture<Revision>,
  standing: Standing,
): string {
  const alternative = escapeText(text, { ...MIDDLE, inCell: standing.inCell });
  const title = caption === undefined ? '' : ` "${escapeTitle(caption)}"`;
  const lengths = [
    ...(width === undefined ? [] : [`width=${printLength(width)}`]),
    ...(height === undefined ? [] : [`height=${printLength(height)}`]),
  ];
  const braces = writeBraces({ id, number: label, word, words: fixed === true ? ['fixed'] : [], lengths });
  return `![${alternative}](${address(file.replace(/%/g, '%25'))}${title})${braces}`;
}

/** A comment as it is; anything else as an image, of which every viewer shows the text. */
function writeOpaque(node: Opaque<Revision>, standing: Standing, setting: Setting): string {
  const { kind, digest, source, text = '' } = node;
  if (isComment(node) && !standing.inCell && !setting.inBrackets) return source as string;
  const alternative = escapeText(text, { ...MIDDLE, inCell: standing.inCell });
  const url = address(`opaque:${encodeURIComponent(kind)}:${encodeURIComponent(digest)}`);
  const title = source === undefined ? '' : ` "${escapeTitle(source)}"`;
  return `![${alternative}](${url}${title})`;
}

/** A comment that Markdown carries on one line as it is. */
function isComment({ kind, digest, source, text }: Opaque<Revision>): boolean {
  return (
    kind === 'comment' && digest === source && text === undefined && /^<!--(?!-?>)(?:(?!--)[^\n\r])*-->$/.test(digest)
  );
}

function escapeTitle(source: string): string {
  return source
    .replace(/[\\"&[\]|]/g, (sign) => `\\${sign}`)
    .replace(/[\n\r\t]|^ +| +$/g, (space) => [...space].map((one) => `&#${one.charCodeAt(0)};`).join(''));
}
