/** The properties of runs and paragraphs that bear on the text: a table of elements each (ISO/IEC 29500-1, 17.3). */
import type { Tag } from './tag.ts';
import type { Mark, ParagraphProperties, RunFormat } from './word.ts';

/** Whether an on-off property is on: on where its value is absent (17.17.4). */
export function isOn(tag: Tag): boolean {
  const value = tag.attribute('w:val');
  return value === undefined || !/^(?:0|false|off)$/i.test(value);
}

/** An attribute that is a whole number; `undefined` where it is none. */
export function integer(tag: Tag, name = 'w:val'): number | undefined {
  const value = tag.attribute(name);
  return value !== undefined && /^[+-]?\d{1,9}$/.test(value.trim()) ? Number(value) : undefined;
}

type SetFormat = (format: RunFormat, tag: Tag) => void;

/** What each element of run properties sets. */
export const RUN_PROPERTIES: ReadonlyMap<string, SetFormat> = new Map<string, SetFormat>([
  ['w:rStyle', (format, tag) => setDefined(format, 'style', tag.attribute('w:val'))],
  ['w:b', (format, tag) => void (format.bold = isOn(tag))],
  ['w:i', (format, tag) => void (format.italic = isOn(tag))],
  ['w:u', (format, tag) => void (format.underline = (tag.attribute('w:val') ?? 'single') !== 'none')],
  ['w:strike', (format, tag) => void (format.strike = isOn(tag))],
  ['w:dstrike', (format, tag) => void (format.strike = isOn(tag))],
  ['w:smallCaps', (format, tag) => void (format.smallCaps = isOn(tag))],
  ['w:vanish', (format, tag) => void (format.hidden = isOn(tag))],
  ['w:vertAlign', (format, tag) => void (format.raised = raised(tag.attribute('w:val')))],
  ['w:rFonts', (format, tag) => setDefined(format, 'font', tag.attribute('w:ascii') ?? tag.attribute('w:hAnsi'))],
]);

/** Run properties that say nothing that anyone could miss in a text, and so are not told as left out. */
export const SILENT_RUN_PROPERTIES: ReadonlySet<string> = new Set(
  'bCs iCs sz szCs lang rFonts noProof kern w spacing webHidden rtl cs eastAsianLayout snapToGrid specVanish'
    .split(' ')
    .map((name) => `w:${name}`),
);

function raised(value: string | undefined): 'superscript' | 'subscript' | 'none' {
  return value === 'superscript' || value === 'subscript' ? value : 'none';
}

type SetParagraph = (properties: ParagraphProperties, tag: Tag) => void;

/** What each element of paragraph properties sets; those of `w:numPr` among them. */
export const PARAGRAPH_PROPERTIES: ReadonlyMap<string, SetParagraph> = new Map<string, SetParagraph>([
  ['w:pStyle', (properties, tag) => setDefined(properties, 'style', tag.attribute('w:val'))],
  ['w:numId', (properties, tag) => setDefined(properties, 'numId', tag.attribute('w:val'))],
  ['w:ilvl', (properties, tag) => setDefined(properties, 'level', level(tag))],
  ['w:outlineLvl', (properties, tag) => setDefined(properties, 'outline', integer(tag))],
  ['w:jc', (properties, tag) => setDefined(properties, 'align', tag.attribute('w:val'))],
]);

/** A level of a list, from 0 to 8. */
export function level(tag: Tag, name = 'w:val'): number | undefined {
  const value = integer(tag, name);
  return value === undefined ? undefined : Math.min(8, Math.max(0, value));
}

function setDefined<T extends object, K extends keyof T>(target: T, key: K, value: T[K] | undefined): void {
  if (value !== undefined) target[key] = value;
}

/** Elements that say that something was inserted or deleted, as wrappers of content and as properties. */
export const MARK_KINDS: ReadonlyMap<string, 'insertion' | 'deletion'> = new Map([
  ['w:ins', 'insertion'],
  ['w:moveTo', 'insertion'],
  ['w:cellIns', 'insertion'],
  ['w:del', 'deletion'],
  ['w:moveFrom', 'deletion'],
  ['w:cellDel', 'deletion'],
]);

/** Makes marks; one object stands for all that say the same, so that they can be told apart by identity. */
export function markMaker(): (tag: Tag, kind: Mark['kind'], move?: string) => Mark {
  const known = new Map<string, Mark>();
  return (tag, kind, move) => {
    const author = tag.attribute('w:author');
    const date = tag.attribute('w:date');
    const key = JSON.stringify([kind, author, date, move]);
    const made: Mark = known.get(key) ?? {
      kind,
      ...(author === undefined ? {} : { author }),
      ...(date === undefined ? {} : { date }),
      ...(move === undefined ? {} : { move }),
    };
    known.set(key, made);
    return made;
  };
}
