/** Automatic numbers as a reader sees them: counters by list and level, and how a level writes them (17.9). */
import { attributeOf, type CanonicalNode, canonicalText, childNode, childNodes } from './canonical.ts';
import type { ListReference } from './style-sheet.ts';

/** The number of a paragraph: what is shown, and how the level formats and indents it. */
export interface AutomaticNumber {
  readonly shown: string;
  readonly format: string;
}

/** Gives the numbers of one story, in the order of its paragraphs. */
export interface NumberCounter {
  next(place: ListReference | undefined): AutomaticNumber | undefined;
}

/** The lists of a document. */
export interface NumberLists {
  counter(): NumberCounter;
}

interface ListLevel {
  readonly node: CanonicalNode | undefined;
  readonly start: number;
  readonly numberFormat: string;
  readonly pattern: string;
  /** The level whose next number restarts this one, from 1; 0 where none does. */
  readonly restart: number | undefined;
  readonly legal: boolean;
  readonly format: string;
}

interface ListDefinition {
  /** The list template, whose counters all lists on it share. */
  readonly template: string;
  readonly levels: readonly ListLevel[];
  /** Levels at which the list starts anew. */
  readonly starts: ReadonlyMap<number, number>;
}

const LEVELS = 9;

/** Reads the part of numbering; `refer` tells what a relationship of it leads to (pictures of bullets). */
export function numberLists(
  root: CanonicalNode | undefined,
  templateOfStyle: (id: string) => ListReference | undefined,
  refer: (id: string) => string,
): NumberLists {
  const known = new Map<string, ListDefinition | undefined>();
  const parts = indexed(root);
  const definition = (id: string): ListDefinition | undefined => {
    if (!known.has(id)) known.set(id, defined(parts, id, templateOfStyle, refer));
    return known.get(id);
  };
  return { counter: () => counterOf(definition) };
}

interface NumberingIndex {
  readonly lists: ReadonlyMap<string, CanonicalNode>;
  readonly templates: ReadonlyMap<string, CanonicalNode>;
  readonly pictures: ReadonlyMap<string, CanonicalNode>;
}

function indexed(root: CanonicalNode | undefined): NumberingIndex {
  const by = (name: string, id: string): Map<string, CanonicalNode> =>
    new Map(
      childNodes(root)
        .filter((node) => node.name === name)
        .reverse()
        .map((node) => [attributeOf(node, id) ?? '', node]),
    );
  return {
    lists: by('w:num', 'w:numId'),
    templates: by('w:abstractNum', 'w:abstractNumId'),
    pictures: by('w:numPicBullet', 'w:numPicBulletId'),
  };
}

function defined(
  parts: NumberingIndex,
  id: string,
  templateOfStyle: (id: string) => ListReference | undefined,
  refer: (id: string) => string,
): ListDefinition | undefined {
  const list = parts.lists.get(id);
  if (list === undefined) return undefined;
  let template = attributeOf(childNode(list, 'w:abstractNumId')) ?? '';
  const linked = attributeOf(childNode(parts.templates.get(template), 'w:numStyleLink'));
  const target = linked === undefined ? undefined : templateOfStyle(linked)?.list;
  if (target !== undefined) template = attributeOf(childNode(parts.lists.get(target), 'w:abstractNumId')) ?? template;
  const overrides = childNodes(list).filter(({ name }) => name === 'w:lvlOverride');
  const starts = new Map<number, number>();
  for (const one of overrides) {
    const start = attributeOf(childNode(one, 'w:startOverride'));
    if (start !== undefined) starts.set(Number(attributeOf(one, 'w:ilvl') ?? 0), Number(start));
  }
  const own = new Map(overrides.map((one) => [attributeOf(one, 'w:ilvl'), childNode(one, 'w:lvl')]));
  const general = childNodes(parts.templates.get(template)).filter(({ name }) => name === 'w:lvl');
  const levels = Array.from({ length: LEVELS }, (_, k) =>
    levelOf(own.get(String(k)) ?? general.find((node) => Number(attributeOf(node, 'w:ilvl')) === k), parts, refer),
  );
  return { template, levels, starts };
}

/** Children of a level that tell how it counts; the rest is how it looks. */
const COUNTING: ReadonlySet<string> = new Set([
  'w:start',
  'w:numFmt',
  'w:lvlText',
  'w:lvlRestart',
  'w:isLgl',
  'w:pStyle',
  'w:lvlPicBulletId',
]);

function levelOf(node: CanonicalNode | undefined, parts: NumberingIndex, refer: (id: string) => string): ListLevel {
  const restart = attributeOf(childNode(node, 'w:lvlRestart'));
  const picture = attributeOf(childNode(node, 'w:lvlPicBulletId'));
  const bullet = picture === undefined ? undefined : parts.pictures.get(picture);
  const format = childNode(node, 'w:numFmt');
  return {
    node,
    start: Number(attributeOf(childNode(node, 'w:start')) ?? 0),
    numberFormat: attributeOf(format, 'w:format') ?? attributeOf(format) ?? 'decimal',
    pattern: attributeOf(childNode(node, 'w:lvlText')) ?? '',
    restart: restart === undefined ? undefined : Number(restart),
    legal: childNode(node, 'w:isLgl') !== undefined && attributeOf(childNode(node, 'w:isLgl')) !== '0',
    format:
      childNodes(node)
        .filter(({ name }) => !COUNTING.has(name))
        .map((child) => canonicalText(child, refer))
        .join('') +
      (bullet === undefined
        ? ''
        : childNodes(bullet)
            .map((child) => canonicalText(child, refer))
            .join('')),
  };
}

function counterOf(definition: (id: string) => ListDefinition | undefined): NumberCounter {
  const counters = new Map<string, (number | undefined)[]>();
  const used = new Set<string>();
  return {
    next(place) {
      if (place?.list === undefined || place.list === '0') return undefined;
      const list = definition(place.list);
      const level = Math.min(LEVELS - 1, Math.max(0, Number(place.level ?? 0) || 0));
      const own = list?.levels[level];
      if (list === undefined || own?.node === undefined) return undefined;
      const counts = counters.get(list.template) ?? [];
      counters.set(list.template, counts);
      if (!used.has(place.list)) {
        used.add(place.list);
        for (const [at, start] of list.starts) counts[at] = start - 1;
      }
      advance(counts, list.levels, level);
      return { shown: shownNumber(list.levels, counts, level), format: own.format };
    },
  };
}

/** Counts one on at a level, and lets those below it begin again. */
function advance(counts: (number | undefined)[], levels: readonly ListLevel[], level: number): void {
  for (let above = 0; above < level; above++) counts[above] ??= (levels[above] as ListLevel).start;
  counts[level] = (counts[level] ?? (levels[level] as ListLevel).start - 1) + 1;
  for (let below = level + 1; below < LEVELS; below++) {
    const { restart } = levels[below] as ListLevel;
    if (restart === undefined || (restart !== 0 && level < restart)) counts[below] = undefined;
  }
}

function shownNumber(levels: readonly ListLevel[], counts: readonly (number | undefined)[], level: number): string {
  const own = levels[level] as ListLevel;
  if (own.numberFormat === 'bullet' || own.numberFormat === 'none')
    return own.numberFormat === 'none' ? '' : `${own.pattern}`;
  return own.pattern.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const { start, numberFormat } = levels[at] as ListLevel;
    return written(counts[at] ?? start, own.legal && at !== level ? 'decimal' : numberFormat);
  });
}

/** A count as a level writes it; formats of which there are many show the count and the name of the format. */
function written(count: number, format: string): string {
  if (format === 'decimal') return String(count);
  if (format === 'none') return '';
  if (format === 'decimalZero') return String(count).padStart(2, '0');
  if (/^(?:lower|upper)Letter$/.test(format) && count > 0 && count < 1000) return cased(letters(count), format);
  if (/^(?:lower|upper)Roman$/.test(format) && count > 0 && count < 4000) return cased(roman(count), format);
  return `${count} (${format})`;
}

const cased = (text: string, format: string): string => (format.startsWith('upper') ? text.toUpperCase() : text);

/** a to z, then aa, bb and so on, as Word counts. */
function letters(count: number): string {
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26));
}

const ROMAN: readonly (readonly [number, string])[] = [
  ...([
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
  ] as const),
  ...([
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const),
];

function roman(count: number): string {
  let [rest, text] = [count, ''];
  for (const [value, sign] of ROMAN) {
    text += sign.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return text;
}
