/** The title of a Word file: of its title style, of its cover, of its properties, of its first heading, or its name. */
import type { Document } from '../../model/document.ts';
import { plainText } from '../../model/walk.ts';
import type { WordParts } from './context.ts';
import { headingLevel, isContents, listPlace } from './ranks.ts';
import type { WordBlock, WordParagraph } from './word.ts';

/** How many blocks at the beginning are looked at for a title. */
const SO_FAR = 40;

/** A paragraph of more pieces is no title. */
const MOST_PIECES = 200;

/** How long a title may be, in UTF-16 code units. */
const LONGEST = 250;

/** The title, and whether nothing in the file says it. */
export function titleOf(
  parts: WordParts,
  blocks: readonly WordBlock[],
  children: Document['children'],
  property: string | undefined,
): string {
  const paragraphs = blocks
    .slice(0, SO_FAR)
    .filter((block): block is WordParagraph => block.kind === 'paragraph' && block.pieces.length <= MOST_PIECES);
  return (
    styledTitle(parts, paragraphs) ??
    coverTitle(parts, paragraphs) ??
    (property === undefined || isNoTitle(property) ? undefined : property) ??
    firstHeading(children) ??
    fileTitle(parts)
  );
}

/** Names of styles that titles of documents are set in; not those of parts, clauses or schedules. */
const TITLE_STYLE =
  /^(?:(?:cover|document|doc|main|agreement|contract|report|policy|front|toc ?short|short|bill|act|order)[ _-]*(?:page[ _-]*)?title|title(?:[ _-]*(?:page|cover|main|document))?)\d?$/;

/** The first paragraphs in a style for titles, those right behind one another as one. */
function styledTitle({ styles }: WordParts, paragraphs: readonly WordParagraph[]): string | undefined {
  const isTitle = (paragraph: WordParagraph | undefined): boolean =>
    paragraph !== undefined && styles.lineage(paragraph.properties.style).some((name) => TITLE_STYLE.test(name));
  const first = paragraphs.findIndex((paragraph) => isTitle(paragraph) && textOf(paragraph) !== '');
  if (first < 0) return undefined;
  const { style } = (paragraphs[first] as WordParagraph).properties;
  const lines: string[] = [];
  for (const paragraph of paragraphs.slice(first)) {
    if (!isTitle(paragraph) || paragraph.properties.style !== style) break;
    lines.push(textOf(paragraph));
  }
  return joined(lines);
}

/** Words that the name of a legal document has, in whatever jurisdiction writes English. */
const DOCUMENT_NOUN =
  /\b(?:act|addendum|agreement|articles|bill|by-?laws?|certificate|charter|code|conditions|constitution|contract|convention|decision|deed|directive|framework|guidance|instrument|lease|licen[cs]e|memorandum|notice|order|plan|policy|protocol|regulations?|rules|schedule|specification|statement|terms|treaty|undertaking|will)\b/i;

/** What stands on covers and is no title: dates, versions, parties, marks of confidence, addresses. */
const BESIDE =
  /^(?:dated?\b|draft\b|version\b|v\d|page\b|copyright\b|©|confidential\b|between\b|by and (?:between|among)\b|and$|to$|of$|for$|a$|an$|the$|made\b|prepared\b|www\.|https?:|\(?\d+\)|\[[^\]]*\]$|table of contents|contents$|(?:this|whereas|in accordance|preliminary|schedule|part|chapter|annex|appendix|exhibit)\b)|^\W*$|@|^\d{1,2}(?:st|nd|rd|th)? \p{L}+ \d{4}$|^\p{L}+ \d{4}$|\.{4,}/iu;

/** A paragraph of the cover and how it is set. */
interface CoverText {
  readonly text: string;
  /** In half-points; 0 where its runs do not say. */
  readonly size: number;
  readonly centred: boolean;
  readonly bold: boolean;
}

/** What stands out before the first provision: large, centred or bold capitals. */
function coverTitle(parts: WordParts, paragraphs: readonly WordParagraph[]): string | undefined {
  const { styles, lists } = parts;
  const isText = (paragraph: WordParagraph): boolean =>
    headingLevel(paragraph.properties, styles) === undefined &&
    listPlace(paragraph.properties, styles, lists) === undefined &&
    !isContents(paragraph, styles);
  const end = paragraphs.findIndex((paragraph) => !isText(paragraph) && textOf(paragraph) !== '');
  const cover = (end < 0 ? paragraphs : paragraphs.slice(0, end)).map((paragraph) => coverText(parts, paragraph));
  const scores = cover.map(scoreOf);
  const best = scores.reduce((found, score, i) => (score > (scores[found] as number) ? i : found), 0);
  if (cover.length === 0 || (scores[best] as number) <= 0) return undefined;
  return joined(aroundBest(cover, scores, best));
}

function coverText({ main, styles }: WordParts, paragraph: WordParagraph): CoverText {
  const { properties, start, end, pieces } = paragraph;
  const sizes = [...main.source.slice(start, end).matchAll(/<w:sz w:val="(\d{1,3})"/g)].map((match) =>
    Number(match[1]),
  );
  const runs = pieces.filter((piece) => piece.kind === 'text' && piece.value.trim() !== '');
  return {
    text: textOf(paragraph),
    size: Math.max(0, ...sizes),
    centred: (properties.align ?? styles.paragraph(properties.style).align) === 'center',
    bold: runs.length > 0 && runs.every((piece) => piece.kind === 'text' && piece.format.bold === true),
  };
}

/** How much a text stands out as a title; 0 where it cannot be one. */
function scoreOf({ text, size, centred, bold }: CoverText): number {
  const capitals = /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
  if (text.length < 3 || text.length > LONGEST || BESIDE.test(text)) return 0;
  if (/[;:,]$/.test(text) || (text.length > 80 && text.endsWith('.'))) return 0;
  if (!centred && size < 28 && !(bold && capitals)) return 0;
  return size / 2 + (centred ? 6 : 0) + (bold ? 3 : 0) + (capitals ? 3 : 0) + (DOCUMENT_NOUN.test(text) ? 8 : 0) + 1;
}

/** The best line with those right beside it that are set the same. */
function aroundBest(cover: readonly CoverText[], scores: readonly number[], best: number): string[] {
  const { size, centred, bold } = cover[best] as CoverText;
  const alike = (i: number): boolean => {
    const line = cover[i];
    const same = line !== undefined && line.size === size && line.centred === centred && line.bold === bold;
    return same && (scores[i] as number) > 0;
  };
  let [from, to] = [best, best];
  while (alike(from - 1)) from -= 1;
  while (alike(to + 1)) to += 1;
  const lines = cover.slice(from, to + 1).map(({ text }) => text);
  return lines.join(' ').length > LONGEST || lines.length > 4 ? [(cover[best] as CoverText).text] : lines;
}

/** What programs and templates put where a title should stand. */
function isNoTitle(text: string): boolean {
  return (
    /^(?:(?:draft|title|untitled|template|normal|word document|presentation)\d*|document ?\d*|doc\d+|microsoft word\b.*)$/i.test(
      text.trim(),
    ) ||
    /(?:\btemplate|\.(?:docx?|docm|dotx?|dotm|rtf|pdf|odt))$/i.test(text.trim()) ||
    !/\p{L}{2}/u.test(text)
  );
}

/** The first heading that has no number: a numbered one is that of a provision. */
function firstHeading(children: Document['children']): string | undefined {
  const headed = children.find((block) => block.type === 'clause' && block.heading !== undefined);
  if (headed?.type !== 'clause' || headed.label !== undefined) return undefined;
  return nonEmpty(plainText(headed.heading ?? []));
}

function fileTitle(parts: WordParts): string {
  const name = parts.opened.file
    ?.split(/[\\/]/)
    .pop()
    ?.replace(/\.do[ct][xm]$/i, '');
  return nonEmpty(name ?? '') ?? 'Untitled';
}

/** The text of a paragraph on one line; a break parts words. */
function textOf(paragraph: WordParagraph): string {
  const pieces = paragraph.pieces.map((piece) => {
    if (piece.kind === 'text') return piece.value;
    return piece.kind === 'break' ? ' ' : '';
  });
  return pieces.join('').replace(/\s+/g, ' ').trim();
}

function joined(lines: readonly string[]): string | undefined {
  return nonEmpty(lines.join(' ').slice(0, 2 * LONGEST));
}

function nonEmpty(text: string): string | undefined {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain === '' ? undefined : plain;
}
