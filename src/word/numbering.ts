/**
 * The list and level of a paragraph, by its own properties or by its style (ISO/IEC 29500-1, 17.3.1.19 and 17.9.23).
 */

import { type Document, typedPart } from './document.ts';
import { attribute, childOf, type Element, type Part } from './tree.ts';

/** A list by its id, and a level from 0. */
export interface NumberingPlace {
  readonly numId: string;
  readonly level: number;
}

/** What properties say of a list; a list or level that they do not name is absent. */
interface NumberingProperties {
  readonly numId?: string | undefined;
  readonly level?: number | undefined;
}

/** A paragraph style, as far as numbering goes. */
interface NumberingStyle extends NumberingProperties {
  readonly basedOn: string | undefined;
}

/** The styles of a document by their ids, under the empty id the default, and the levels that lists give to styles. */
interface StyleNumbering {
  readonly styles: ReadonlyMap<string, NumberingStyle>;
  readonly levels: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

const known = new WeakMap<Document, StyleNumbering>();

/** Where a paragraph with such properties stands; `undefined` where no list numbers it. */
export function numberingOf(
  document: Document,
  part: Part,
  properties: Element | undefined,
): NumberingPlace | undefined {
  const own = propertiesIn(part, properties);
  const style = styleNumberingOf(document, styleOf(part, properties));
  const numId = own.numId ?? style?.numId;
  if (numId === undefined || numId === '0') return undefined;
  return { numId, level: own.level ?? (own.numId === undefined ? style?.level : undefined) ?? 0 };
}

/** The list and level that a style gives; the default style where `id` is empty. */
export function styleNumberingOf(document: Document, id: string): NumberingPlace | undefined {
  const { styles, levels } = styleNumbering(document);
  let [numId, level]: [string | undefined, number | undefined] = [undefined, undefined];
  const seen = new Set<string>();
  const lineage: string[] = [];
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = styles.get(at)?.basedOn) {
    seen.add(at);
    lineage.push(at);
    const style = styles.get(at);
    numId ??= style?.numId;
    level ??= style?.level;
  }
  if (numId === undefined || numId === '0') return undefined;
  const linked = levels.get(numId);
  const own = linked?.get(id);
  const based =
    level === undefined ? lineage.map((one) => linked?.get(one)).find((one) => one !== undefined) : undefined;
  return { numId, level: own ?? level ?? based ?? 0 };
}

/** The style that properties name; empty where they name none. */
export function styleOf(part: Part, properties: Element | undefined): string {
  const style = childOf(properties, 'w:pStyle');
  return style === undefined ? '' : (attribute(part, style, 'w:val') ?? '');
}

/** Whether properties name a list themselves. */
export function namesList(part: Part, properties: Element | undefined): boolean {
  return propertiesIn(part, properties).numId !== undefined;
}

function propertiesIn(part: Part, properties: Element | undefined): NumberingProperties {
  const list = childOf(properties, 'w:numPr');
  const value = (name: string): string | undefined => {
    const element = childOf(list, name);
    return element === undefined ? undefined : attribute(part, element, 'w:val');
  };
  const level = Number.parseInt(value('w:ilvl') ?? '', 10);
  return { numId: value('w:numId'), level: Number.isNaN(level) ? undefined : level };
}

function styleNumbering(document: Document): StyleNumbering {
  const found = known.get(document) ?? { styles: stylesOf(document), levels: levelsOf(document) };
  known.set(document, found);
  return found;
}

function stylesOf(document: Document): Map<string, NumberingStyle> {
  const part = typedPart(document, 'styles');
  const styles = new Map<string, NumberingStyle>();
  if (part === undefined) return styles;
  for (const element of part.root.children) {
    const id = element.name === 'w:style' ? attribute(part, element, 'w:styleId') : undefined;
    if (id === undefined || (attribute(part, element, 'w:type') ?? 'paragraph') !== 'paragraph') continue;
    const based = childOf(element, 'w:basedOn');
    const basedOn = based === undefined ? undefined : attribute(part, based, 'w:val');
    const style = { ...propertiesIn(part, childOf(element, 'w:pPr')), basedOn };
    styles.set(id, style);
    if (/^(?:1|true|on)$/.test(attribute(part, element, 'w:default') ?? '')) styles.set('', { basedOn: id });
  }
  return styles;
}

/** For each list the levels that belong to styles, by the ids of these. */
function levelsOf(document: Document): Map<string, ReadonlyMap<string, number>> {
  const part = typedPart(document, 'numbering');
  const levels = new Map<string, ReadonlyMap<string, number>>();
  if (part === undefined) return levels;
  const definitions = new Map<string, ReadonlyMap<string, number>>();
  for (const element of part.root.children) {
    if (element.name !== 'w:abstractNum') continue;
    definitions.set(attribute(part, element, 'w:abstractNumId') ?? '', styleLevels(part, element));
  }
  for (const element of part.root.children) {
    const link = element.name === 'w:num' ? childOf(element, 'w:abstractNumId') : undefined;
    if (link === undefined) continue;
    const found = definitions.get(attribute(part, link, 'w:val') ?? '');
    if (found !== undefined) levels.set(attribute(part, element, 'w:numId') ?? '', found);
  }
  return levels;
}

function styleLevels(part: Part, definition: Element): Map<string, number> {
  const levels = new Map<string, number>();
  for (const level of definition.children) {
    const style = level.name === 'w:lvl' ? childOf(level, 'w:pStyle') : undefined;
    const at = Number.parseInt(attribute(part, level, 'w:ilvl') ?? '', 10);
    if (style !== undefined && !Number.isNaN(at)) levels.set(attribute(part, style, 'w:val') ?? '', at);
  }
  return levels;
}
