/** Running text: texts with their formatting, cross-references, blanks, breaks, footnote calls and foreign matter. */
import type { Blank, Break, CrossReference, Marks, Note, Opaque, Text } from '../../model/document.ts';
import type { Revision } from '../../model/redline.ts';
import { plainText } from '../../model/walk.ts';
import { altered } from './alterations.ts';
import { classes, element, escapeText, type Html, safeHref } from './escape.ts';
import {
  alteredBy,
  changeNumber,
  fateOf,
  inside,
  markText,
  moveTag,
  noteMark,
  ownFate,
  pointTo,
  under,
  weightClass,
} from './marks.ts';
import { anchorOf, type Context, type Fate, type NoteNumber, type TrackedInline, targetOf } from './page.ts';

/** Inlines in a row. Neighbours that share a revision share one mark, so that a reader hears "inserted" once. */
export function writeInlines(inlines: readonly TrackedInline[], context: Context): Html {
  let html = '';
  for (let i = 0; i < inlines.length; ) {
    const run = runFrom(inlines, i);
    html += writeRun(run, context);
    i += run.length;
  }
  return html;
}

function runFrom(inlines: readonly TrackedInline[], start: number): readonly TrackedInline[] {
  const fate = ownFate(inlines[start] as TrackedInline);
  let end = start + 1;
  while (end < inlines.length && sameFate(ownFate(inlines[end] as TrackedInline), fate)) end += 1;
  return inlines.slice(start, end);
}

function sameFate(a: Fate | undefined, b: Fate | undefined): boolean {
  return a?.kind === b?.kind && a?.change === b?.change;
}

function writeRun(run: readonly TrackedInline[], context: Context): Html {
  const own = ownFate(run[0] as TrackedInline);
  const inner = under(own, context);
  const content = run.map((inline) => context.page.write(inline, inner)).join('');
  const tag = own === undefined ? '' : moveTag(own, context.page);
  return tag + markText(content, inner.fate, context, own !== undefined, isBlank(run) ? 'ws' : undefined);
}

/** White space alone: it needs more than a line to be seen. */
function isBlank(run: readonly TrackedInline[]): boolean {
  return run.every((inline) => inline.type === 'text') && plainText(run).trim() === '';
}

export function writeText(text: Text<Revision>, context: Context): Html {
  return writeFormatted(text, escapeText(text.value), text.value, context);
}

export function writeBlank(blank: Blank<Revision>, context: Context): Html {
  const content = element('span', { class: 'blank' }, escapeText(blank.text));
  return writeFormatted(blank, content, blank.text, context);
}

/** Formatting now, and, where it differs, a mark and the formatting before, which shows in the view of before. */
function writeFormatted(node: Text<Revision> | Blank<Revision>, content: Html, text: string, context: Context): Html {
  const before = altered(node, 'marks');
  const now = format(content, node.marks, text);
  if (before === undefined) return now;
  return markFormatting(now, format(content, (before.value ?? {}) as Marks, text), before.change, context);
}

function markFormatting(now: Html, then: Html, change: string, context: Context): Html {
  const attributes = {
    class: classes('alt', weightClass(change, context.page)),
    id: noteMark(change, 'alteration', context),
    'data-c': changeNumber(change, context.page),
  };
  return element('span', attributes, now) + onlyBefore(then);
}

/** What only the view of before shows; elsewhere the mark around what stands now says enough. */
export function onlyBefore(content: Html): Html {
  return element('del', { class: 'ob', hidden: true }, content);
}

const MARK_ELEMENTS = [
  ['code', 'code'],
  ['superscript', 'sup'],
  ['subscript', 'sub'],
  ['strike', 's'],
  ['underline', 'u'],
  ['italic', 'em'],
  ['bold', 'strong'],
] as const satisfies readonly (readonly [keyof Marks, string])[];

function format(content: Html, marks: Marks | undefined, text: string): Html {
  if (marks === undefined) return content;
  let html = content;
  for (const [mark, name] of MARK_ELEMENTS) if (marks[mark] === true) html = element(name, {}, html);
  if (marks.smallCaps === true) html = element('span', { class: 'sc' }, html);
  return marks.href === undefined ? html : writeLink(html, marks.href, text);
}

function writeLink(content: Html, address: string, text: string): Html {
  const href = safeHref(address);
  if (href === undefined) return element('span', { class: 'nolink', title: `not a link: ${address}` }, content);
  const bare = href === text || href.endsWith(`//${text}`);
  return element('a', { href, rel: 'noopener noreferrer', class: bare ? 'bare' : 'out' }, content);
}

export function writeCrossReference(reference: CrossReference<Revision>, context: Context): Html {
  const { page } = context;
  const revision = reference.revision;
  if (revision?.kind !== 'alteration') return linkTo(reference.target, reference.text, reference.marks, context);
  const text = altered(reference, 'text');
  const target = altered(reference, 'target');
  const marks = altered(reference, 'marks');
  const gone: Context = { ...context, fate: { kind: 'deletion', change: '' } };
  const before = linkTo(
    String(target?.value ?? reference.target),
    String(text?.value ?? reference.text),
    marks === undefined ? reference.marks : ((marks.value ?? {}) as Marks),
    target === undefined ? context : gone,
  );
  const now = linkTo(reference.target, reference.text, reference.marks, context);
  const points = alteredBy(revision).map((change) => pointTo(noteMark(change, 'alteration', context)));
  const change = (text ?? target ?? marks)?.change ?? '';
  const data = { 'data-c': changeNumber(change, page), class: weightClass(change, page) };
  if (text !== undefined) return points.join('') + element('del', data, before) + element('ins', data, now);
  return points.join('') + element('span', { ...data, class: classes('alt', data.class) }, now) + onlyBefore(before);
}

function linkTo(target: string, text: string, marks: Marks | undefined, context: Context): Html {
  const anchor = targetOf(target, context);
  const { href: _, ...look } = marks ?? {};
  const content = format(escapeText(text), look, text);
  if (anchor !== undefined) return element('a', { class: 'xref', href: `#${anchor}` }, content);
  return element('span', { class: 'nolink', title: `no such place: ${target}` }, content);
}

const BREAKS = {
  line: element('br', {}),
  column: element('br', {}),
  page: element('span', { class: 'page-break' }),
} as const satisfies Record<Break['kind'], Html>;

/** A break; the sign in front shows one that was inserted or deleted. */
export function writeBreak(node: Break<Revision>, context: Context): Html {
  const sign =
    fateOf(node, context) === undefined ? '' : element('span', { class: 'sign', title: `${node.kind} break` }, '↵');
  return sign + BREAKS[node.kind];
}

/** Stands for the number of a footnote that neither side has here: it was deleted from what was moved here. */
export const UNNUMBERED = '†';

/** The call of a footnote. Its text is written behind the document. */
export function writeNote(note: Note<Revision>, context: Context): Html {
  const { page } = context;
  const inner = inside(note, context);
  const call = page.notes.length + 1;
  const number = countNote(inner);
  page.notes.push({ note, call, number, context: inner });
  const label = `${note.kind} ${number.after || number.before || UNNUMBERED}`;
  const link = element('a', { id: `call-${call}`, href: `#note-${call}`, 'aria-label': label }, noteNumber(number));
  return element('sup', { class: 'call', id: anchorOf(note, inner) }, link);
}

function countNote(context: Context): NoteNumber {
  const { counts } = context.page;
  const before = context.sides.before ? ++counts.before : 0;
  const after = context.sides.after ? ++counts.after : 0;
  return { before, after };
}

/** Its number; where the two sides count differently, that of before shows in the view of before alone. */
export function noteNumber({ before, after }: NoteNumber): Html {
  if (before === 0 || after === 0 || before === after) return String(after || before || UNNUMBERED);
  return element('span', { class: 'oa' }, String(after)) + onlyBefore(String(before));
}

/** Matter that the model can't express, as a box that names it. Comments are not printed unless they changed. */
export function writeOpaque(opaque: Opaque<Revision>, context: Context): Html {
  const marked = fateOf(opaque, context) !== undefined;
  if (opaque.kind === 'comment' && !marked) return '';
  const name = element('span', { class: 'what' }, escapeText(opaque.kind));
  return element('span', { class: 'opaque' }, name + escapeText(opaque.text ?? ''));
}
