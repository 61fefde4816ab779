/** Paragraphs and tables of one story as entries of the outline: what opens a provision, and with which label. */

import { definedTerm } from '../../model/define.ts';
import type { Block, Inline, Para } from '../../model/document.ts';
import { headingLabel, isInsertedLabel, isLimbLabel, paragraphLabel } from '../../model/label.ts';
import { plainText } from '../../model/walk.ts';
import { cutStart, type Entry } from '../outline/index.ts';
import { type Making, placeOf } from './context.ts';
import type { ListLabel } from './count.ts';
import type { Content } from './inlines.ts';
import { type LimbStack, limbLevel } from './limbs.ts';
import { joinNeighbours } from './neighbours.ts';
import { headingLevel, isContents, isLabel, listPlace, paraStyle } from './ranks.ts';
import type { WordParagraph } from './word.ts';

/** What is known of the paragraphs before, to tell clauses from limbs. */
export interface Before {
  /** The definition of the list that numbers the clauses. */
  clauses?: string;
  readonly limbs: LimbStack;
  /** Whether a clause with a label is open. */
  inClause: boolean;
}

/** Where a story stands: only the body has headings and typed labels. */
export type Where = 'body' | 'apart';

/** The entries of a paragraph: none for one that says nothing, two for one that opens a section and its first subsection. */
export function paragraphEntries(
  making: Making,
  paragraph: WordParagraph,
  content: Content,
  before: Before,
  where: Where,
): Entry[] {
  const entry = paragraphEntry(making, paragraph, content, before, where);
  return entry === undefined ? [] : Array.isArray(entry) ? entry : [entry];
}

function paragraphEntry(
  making: Making,
  paragraph: WordParagraph,
  content: Content,
  before: Before,
  where: Where,
): Entry | Entry[] | undefined {
  const { styles, lists } = making.parts;
  // Word and LibreOffice number no paragraph that only ends a section.
  const onlyEnds = paragraph.endsSection === true && content.inlines.length === 0 && content.boxes.length === 0;
  const listed = onlyEnds ? undefined : listPlace(paragraph.properties, styles, lists);
  const label = listed === undefined ? undefined : making.count(listed.numId, listed.level);
  const definition = listed === undefined ? undefined : lists.get(listed.numId)?.definition;
  const draft: Draft = { making, paragraph, content, label, definition, text: plainText(content.inlines) };
  if (isContents(paragraph, styles)) return plain(withLabel(draft));
  const level = where === 'body' ? headingLevel(paragraph.properties, styles) : undefined;
  if (level !== undefined && isHeading(draft.text) && !defines(draft)) return heading(draft, level, before);
  if (label !== undefined) return inList(draft, label, level, before, where);
  const both = where === 'body' ? sectionAndSubsection(draft.text) : undefined;
  if (both !== undefined) return typedSection(draft, both, before);
  const typed = where === 'body' ? typedLabel(draft.text) : undefined;
  return typed === undefined ? definitionOrPlain(draft, before, where) : typedClause(draft, typed, before);
}

/** A paragraph of a list. In a cell, a number without text is the cell's text. */
function inList(
  draft: Draft,
  label: ListLabel,
  level: number | undefined,
  before: Before,
  where: Where,
): Entry | undefined {
  if (label.bullet) return bullet(draft, label);
  if (!isLabel(label) || (where === 'apart' && draft.text.trim() === '')) return plain(withLabel(draft));
  return numbered(draft, label, level, before);
}

interface Draft {
  readonly making: Making;
  readonly paragraph: WordParagraph;
  readonly content: Content;
  readonly label: ListLabel | undefined;
  readonly definition: string | undefined;
  readonly text: string;
}

/** A heading is short and is no sentence: numbered clauses are often set in heading styles. */
function isHeading(text: string): boolean {
  const plain = text.trim();
  return plain !== '' && plain.length <= 200 && !/[;,]$/.test(plain) && !(plain.length > 60 && /[.:]$/.test(plain));
}

function heading(draft: Draft, level: number, before: Before): Entry {
  const shown = draft.label !== undefined && isLabel(draft.label) ? draft.label.text : undefined;
  const found = shown === undefined ? headingLabel(draft.text) : undefined;
  const label = shown?.trim() ?? found?.label;
  if (draft.definition !== undefined && shown !== undefined) before.clauses ??= draft.definition;
  before.limbs.length = 0;
  before.inClause = false;
  return {
    type: 'clause',
    kind: label === undefined || /^\p{Lu}?\p{L}{2,}\s/u.test(label) ? 'part' : 'clause',
    ...(label === undefined ? {} : { label }),
    heading: found === undefined ? draft.content.inlines : cutStart(draft.content.inlines, found.end),
    headingLevel: level,
    content: [],
    ...identity(draft),
  };
}

function identity(draft: Draft): { readonly id?: string; readonly place: ReturnType<typeof placeOf> } {
  const id = draft.content.ids[0];
  const place = placeOf(draft.making, draft.paragraph.start, draft.paragraph.end);
  return id === undefined ? { place } : { id, place };
}

function bullet(draft: Draft, label: ListLabel): Entry {
  const { place } = identity(draft);
  return { type: 'item', level: label.level, place, content: [paraOf(draft, draft.content.inlines, true)] };
}

/** A paragraph that a list numbers. */
function numbered(draft: Draft, label: ListLabel, level: number | undefined, before: Before): Entry {
  const text = label.text.trim();
  const limb = isLimbLabel(text) || isInnerList(draft, text, before);
  if (limb) {
    return clause(draft, 'limb', text, draft.content.inlines, {
      level: limbLevel(before.limbs, draft.definition, label),
    });
  }
  if (draft.definition !== undefined) before.clauses ??= draft.definition;
  before.limbs.length = 0;
  before.inClause = true;
  return clause(draft, 'clause', text, draft.content.inlines, { level: level === undefined ? label.level : level - 1 });
}

/** A list 1, 2, 3 within clauses that another list numbers. */
function isInnerList(draft: Draft, label: string, before: Before): boolean {
  return (
    before.inClause && before.clauses !== undefined && before.clauses !== draft.definition && /^\w+\.?$/.test(label)
  );
}

function clause(
  draft: Draft,
  kind: 'clause' | 'limb',
  label: string,
  inlines: readonly Inline[],
  more: { readonly level?: number; readonly fixed?: true },
): Entry {
  const content: Block[] = inlines.length === 0 ? [] : [paraOf(draft, inlines, false)];
  return { type: 'clause', kind, label, content, ...more, ...identity(draft) };
}

/** A label typed before text; a bare number is one only where a tab follows it. */
function typedLabel(text: string): { readonly label: string; readonly end: number } | undefined {
  const found = paragraphLabel(text);
  if (found !== undefined) return found.end < text.trimEnd().length ? found : undefined;
  const bare = /^(\d{1,3}[A-Z]?\.?)\t\s*/.exec(text);
  return bare?.[1] === undefined ? undefined : { label: bare[1], end: bare[0].length };
}

/** A section whose number stands in front of that of its first subsection: `12.(1)`, `12.—(1)`, as acts are printed. */
interface SectionAndSubsection {
  readonly section: string;
  readonly subsection: string;
  readonly end: number;
}

function sectionAndSubsection(text: string): SectionAndSubsection | undefined {
  const match = /^(\d{1,4}[A-Z]{0,2}\.?)\s?(?:[—–-]\s?)?(\(1\))\s+/.exec(text);
  if (match?.[1] === undefined || match[2] === undefined || match[0].length >= text.trimEnd().length) return undefined;
  return { section: match[1], subsection: match[2], end: match[0].length };
}

function typedSection(draft: Draft, { section, subsection, end }: SectionAndSubsection, before: Before): Entry[] {
  before.limbs.length = 0;
  before.inClause = true;
  const inner: Draft = { ...draft, content: { ...draft.content, ids: [] } };
  return [
    clause(draft, 'clause', section, [], isInsertedLabel(section) ? { fixed: true } : {}),
    clause(inner, 'limb', subsection, cutStart(draft.content.inlines, end), {}),
  ];
}

function typedClause(draft: Draft, typed: { readonly label: string; readonly end: number }, before: Before): Entry {
  const limb = isLimbLabel(typed.label);
  before.limbs.length = 0;
  if (!limb) before.inClause = true;
  const fixed = isInsertedLabel(typed.label) ? { fixed: true as const } : {};
  return clause(draft, limb ? 'limb' : 'clause', typed.label, cutStart(draft.content.inlines, typed.end), fixed);
}

/** A defined term stands among so many runs at the beginning of its paragraph. */
const SO_FAR = 50;

function termOf({ content }: Draft): string | undefined {
  return definedTerm(joinNeighbours(content.inlines.slice(0, SO_FAR)))?.term;
}

/** A definition in a heading style is none the less one. */
function defines(draft: Draft): boolean {
  return /^[“"‘'\p{L}]/u.test(draft.text) && termOf(draft) !== undefined;
}

function definitionOrPlain(draft: Draft, before: Before, where: Where): Entry | undefined {
  if (draft.content.inlines.length === 0) return undefined;
  const term = where === 'body' ? termOf(draft) : undefined;
  if (term === undefined) return plain(draft);
  before.limbs.length = 0;
  return { type: 'definition', term, content: [paraOf(draft, draft.content.inlines, false)], ...identity(draft) };
}

function plain(draft: Draft): Entry | undefined {
  if (draft.content.inlines.length === 0) return undefined;
  return { type: 'block', block: paraOf(draft, draft.content.inlines, true) };
}

function paraOf(draft: Draft, inlines: readonly Inline[], identified: boolean): Para {
  const { id, place } = identity(draft);
  const style = paraStyle(draft.paragraph.properties, draft.making.parts.styles);
  return {
    type: 'para',
    ...(identified && id !== undefined ? { id } : {}),
    ...(style === undefined ? {} : { style }),
    place,
    children: inlines,
  };
}

/** A number or word that the list puts before a paragraph that opens no provision is text of it. */
function withLabel(draft: Draft): Draft {
  const { label, content } = draft;
  if (label === undefined || label.bullet || label.text === '') return draft;
  const gap = content.inlines.length === 0 ? '' : ' ';
  return {
    ...draft,
    content: { ...content, inlines: joinNeighbours([{ type: 'text', value: label.text + gap }, ...content.inlines]) },
  };
}
