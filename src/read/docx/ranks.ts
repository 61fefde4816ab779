/** What a paragraph of Word is among the others: heading, numbered, bullet or plain, told by list, level and style. */
import type { ParaStyle } from '../../model/document.ts';
import type { ListLabel } from './count.ts';
import type { List } from './numbering.ts';
import type { Styles } from './styles.ts';
import type { ParagraphProperties, WordParagraph } from './word.ts';

/** The list and level of a paragraph. */
export interface ListPlace {
  readonly numId: string;
  readonly level: number;
}

/** Where a paragraph stands in the lists, by itself or by its style (ISO/IEC 29500-1, 17.9.23 and 17.3.1.19). */
export function listPlace(
  own: ParagraphProperties,
  styles: Styles,
  lists: ReadonlyMap<string, List>,
): ListPlace | undefined {
  const style = styles.paragraph(own.style);
  const numId = own.numId ?? style.numId;
  if (numId === undefined || numId === '0') return undefined;
  if (own.level !== undefined) return { numId, level: own.level };
  const level = own.numId === undefined ? linkedLevel(lists.get(numId), own.style, styles) : undefined;
  return { numId, level: level ?? style.level ?? 0 };
}

/** The level that a list gives to paragraphs of a style, or, where that says no level, of one it is based on. */
function linkedLevel(list: List | undefined, style: string | undefined, styles: Styles): number | undefined {
  if (list === undefined || style === undefined) return undefined;
  const direct = list.levels.findIndex((level) => level?.style === style);
  if (direct >= 0) return direct;
  if (styles.paragraph(style).level !== undefined) return undefined;
  const names = styles.lineage(style);
  const based = list.levels.findIndex(
    (level) => level?.style !== undefined && names.includes(styles.name(level.style)),
  );
  return based < 0 ? undefined : based;
}

/** The depth of a heading, from 1; `undefined` for text (17.3.1.20: level 9 is body text). */
export function headingLevel(own: ParagraphProperties, styles: Styles): number | undefined {
  const outline = own.outline ?? styles.paragraph(own.style).outline;
  if (outline !== undefined) return outline < 9 ? outline + 1 : undefined;
  for (const name of styles.lineage(own.style)) {
    const match = /^heading ([1-9])$/.exec(name);
    if (match?.[1] !== undefined) return Number(match[1]);
  }
  return undefined;
}

/** Whether a paragraph is an entry of a table of contents. */
export function isContents(paragraph: WordParagraph, styles: Styles): boolean {
  return paragraph.contents || /^toc \d$|^table of figures$/.test(styles.name(paragraph.properties.style));
}

/** Styles of paragraphs that are more than running text, by their name or that of one they are based on. */
const PARA_STYLES: Readonly<Record<string, ParaStyle>> = {
  quote: 'quote',
  'intense quote': 'quote',
  'block text': 'quote',
  question: 'question',
  answer: 'answer',
  notice: 'notice',
  code: 'code',
  'source code': 'code',
  'html preformatted': 'code',
};

export function paraStyle(own: ParagraphProperties, styles: Styles): ParaStyle | undefined {
  for (const name of styles.lineage(own.style)) {
    const style = Object.hasOwn(PARA_STYLES, name) ? PARA_STYLES[name] : undefined;
    if (style !== undefined) return style;
  }
  return undefined;
}

/** Whether a list label can stand as the label of a provision: it has a number, or a letter. */
export function isLabel(label: ListLabel): boolean {
  return !label.bullet && label.counts && /[\p{L}\p{N}]/u.test(label.text);
}
