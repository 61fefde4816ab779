/** The properties of runs and paragraphs that bear on the text: a table of elements each (ISO/IEC 29500-1, 17.3). */
import type { Tag } from '../../word/tag.ts';
import type { Mark, ParagraphProperties, RunFormat } from './word.ts';

/** Whether an on-off property is on: on where its value is absent (17.17.4). */
export function isOn(tag: Tag): boolean {
  return !/^(?:0|false|off)$/i.test(tag.attribute('w:val') ?? '');
}

/** An attribute that is a whole number; `undefined` where it is none. */
export function integer(tag: Tag, name = 'w:val'): number | undefined {
  const text = tag.attribute(name);
  return text !== undefined && /^\s*[+-]?\d{1,9}\s*$/.test(text) ? Number(text) : undefined;
}

type Setter<T> = (target: T, tag: Tag) => void;

/** Sets a property to what is read from the element; where nothing can be read, it stays as it is. */
function sets<T extends object, K extends keyof T>(key: K, read: (tag: Tag) => T[K] | undefined): Setter<T> {
  return (target, tag) => {
    const value = read(tag);
    if (value !== undefined) target[key] = value;
  };
}

const ofRun = sets<RunFormat, keyof RunFormat>;
const value = (tag: Tag) => tag.attribute('w:val');

/** What each element of run properties sets. */
export const RUN_PROPERTIES: ReadonlyMap<string, Setter<RunFormat>> = new Map([
  ['w:rStyle', ofRun('style', value)],
  ['w:b', ofRun('bold', isOn)],
  ['w:i', ofRun('italic', isOn)],
  ['w:u', ofRun('underline', (tag) => value(tag) !== 'none')],
  ['w:strike', ofRun('strike', isOn)],
  ['w:dstrike', ofRun('strike', isOn)],
  ['w:smallCaps', ofRun('smallCaps', isOn)],
  ['w:vanish', ofRun('hidden', isOn)],
  ['w:rFonts', ofRun('monospaced', (tag) => (/^courier\b/i.test(tag.attribute('w:ascii') ?? '') ? true : undefined))],
  ['w:vertAlign', ofRun('raised', (tag) => raised(value(tag)))],
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

const ofParagraph = sets<ParagraphProperties, keyof ParagraphProperties>;

/** What each element of paragraph properties sets; those of `w:numPr` among them. */
export const PARAGRAPH_PROPERTIES: ReadonlyMap<string, Setter<ParagraphProperties>> = new Map([
  ['w:pStyle', ofParagraph('style', value)],
  ['w:numId', ofParagraph('numId', value)],
  ['w:ilvl', ofParagraph('level', level)],
  ['w:outlineLvl', ofParagraph('outline', integer)],
  ['w:jc', ofParagraph('align', value)],
]);

/** A level of a list, from 0 to 8. */
export function level(tag: Tag, name = 'w:val'): number | undefined {
  const at = integer(tag, name);
  return at === undefined ? undefined : Math.min(8, Math.max(0, at));
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

/** Makes marks; one object stands for all that say the same. */
export interface MarkMaker {
  make(tag: Tag, kind: Mark['kind'], move?: string): Mark;
  /** How many have been asked for. */
  count: number;
}

export function markMaker(): MarkMaker {
  const known = new Map<string, Mark>();
  const make: MarkMaker['make'] = (tag, kind, move) => {
    maker.count += 1;
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
  const maker: MarkMaker = { make, count: 0 };
  return maker;
}
