/** Word's lists: each list of a document as a numbering instance of its own, and the part that defines them. */
import type { Counter } from '../../model/label.ts';
import { LEVELS, type ListFormat } from './labels.ts';
import type { ListPlace, ListShape } from './look.ts';
import { escapeXml } from './xml.ts';

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** How limbs are lettered below one another, where the text does not say otherwise. */
const LIMBS: readonly Counter[] = ['lowerLetter', 'lowerRoman', 'upperLetter', 'decimal'];

interface Instance {
  readonly definition: number;
  readonly place: ListPlace;
}

/** Gives each list its number, and each shape of list its definition, in the order in which they are asked for. */
export class Lists {
  readonly #definitions = new Map<string, { readonly id: number; readonly shape: ListShape; readonly level: number }>();
  readonly #instances = new Map<string, Instance & { readonly id: number }>();

  readonly #restored: ReadonlySet<string>;
  readonly #bullets: readonly string[];

  /**
   * `restored` names the lists that rejecting a change gives back to a paragraph. LibreOffice forgets where an
   * instance starts when it does so, so that such a list has a definition of its own that says it.
   */
  constructor(restored: ReadonlySet<string>, bullets: readonly string[]) {
    this.#restored = restored;
    this.#bullets = bullets;
  }

  /** The `w:numId` of a list. */
  numberOf(place: ListPlace): number {
    const known = this.#instances.get(place.list);
    if (known !== undefined) return known.id;
    const id = this.#instances.size + 1;
    this.#instances.set(place.list, { id, definition: this.#definitionOf(place), place });
    return id;
  }

  /** The numbering part (17.9). */
  toXml(): string {
    const definitions = [...this.#definitions.values()].map(({ id, shape, level }) =>
      definitionXml(id, shape, level, this.#bullets),
    );
    const instances = [...this.#instances.values()].map(({ id, definition, place }) =>
      instanceXml(id, definition, this.#restored.has(place.list) ? [] : place.shape.starts, place),
    );
    const content = [...definitions, ...instances].join('');
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:numbering xmlns:w="${NAMESPACE}">${content}</w:numbering>`;
  }

  #definitionOf({ shape, level, list }: ListPlace): number {
    const own = shape.format.kind === 'dotted' || this.#restored.has(list);
    const key = own ? list : JSON.stringify(definitionKey(shape, level));
    const known = this.#definitions.get(key);
    if (known !== undefined) return known.id;
    const id = this.#definitions.size + 1;
    this.#definitions.set(key, { id, shape, level });
    return id;
  }
}

/**
 * Word counts all instances of one definition together where no start is set. Dotted numbers show the levels above
 * too, so each run of them has a definition of its own; a list with one counter shares one, and says where it starts.
 */
function definitionKey({ format, left, hanging, step }: ListShape, level: number): unknown {
  return [format, left, hanging, step, format.kind === 'bullet' ? 0 : level];
}

function definitionXml(id: number, shape: ListShape, level: number, bullets: readonly string[]): string {
  const levels = Array.from({ length: LEVELS }, (_, i) => levelXml(i, shape, level, bullets)).join('');
  return `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels}</w:abstractNum>`;
}

function levelXml(index: number, shape: ListShape, used: number, bullets: readonly string[]): string {
  const { left, hanging, step, format, starts } = shape;
  const { counter, text } = levelText(index, format, used, bullets);
  const start = starts[index] ?? 1;
  const indent = Math.max(hanging, left + step * index);
  return (
    `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${counter}"/>` +
    `${hanging === 0 ? '<w:suff w:val="space"/>' : ''}<w:lvlText w:val="${escapeXml(text)}"/><w:lvlJc w:val="left"/>` +
    `<w:pPr><w:ind w:left="${indent}" w:hanging="${hanging}"/></w:pPr></w:lvl>`
  );
}

function levelText(
  index: number,
  format: ListShape['format'],
  used: number,
  bullets: readonly string[],
): { counter: string; text: string } {
  if (format.kind === 'bullet') return { counter: 'bullet', text: bullets[index % bullets.length] as string };
  if (format.kind === 'dotted') return { counter: 'decimal', text: dottedText(index, format) };
  if (index === used) return { counter: format.counter, text: `${format.prefix}%${index + 1}${format.suffix}` };
  return { counter: LIMBS[index % LIMBS.length] as string, text: `(%${index + 1})` };
}

function dottedText(index: number, format: ListFormat & { kind: 'dotted' }): string {
  const numbers = Array.from({ length: index + 1 }, (_, i) => `%${i + 1}`).join('.');
  return numbers + (format.suffixes[index] ?? '');
}

function instanceXml(id: number, definition: number, starts: readonly number[], { shape }: ListPlace): string {
  const overrides = (shape.format.kind === 'single' ? starts : [])
    .map((start, i) => `<w:lvlOverride w:ilvl="${i}"><w:startOverride w:val="${start}"/></w:lvlOverride>`)
    .join('');
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${overrides}</w:num>`;
}
