/** The styles of a document (ISO/IEC 29500-1, 17.7): what a style says itself, and with the styles it is based on. */
import { type Package, scanPart } from '../../word/package.ts';
import type { Tag } from '../../word/tag.ts';
import { PARAGRAPH_PROPERTIES, RUN_PROPERTIES } from './properties.ts';
import type { ParagraphProperties, RunFormat } from './word.ts';

interface Style {
  readonly id: string;
  readonly type: string;
  readonly isDefault: boolean;
  name: string;
  basedOn?: string;
  readonly paragraph: ParagraphProperties;
  readonly format: RunFormat;
}

/** What the rest of the reader asks of styles. Ids that are not defined give nothing. */
export interface Styles {
  /** The name of a style in lower case, as `heading 1`: it stays the same in every language of Word. */
  name(id: string | undefined): string;
  /** The paragraph properties that a style gives, those it inherits included; the default style where none is named. */
  paragraph(id: string | undefined): ParagraphProperties;
  /** The run formatting that a character style gives. */
  format(id: string | undefined): RunFormat;
  /** The names of the style and of those it is based on, the nearest first. */
  lineage(id: string | undefined): readonly string[];
  /** Whether there is a style of this name, in lower case. */
  has(name: string): boolean;
  /** The language of the text, as the defaults of the document set it. */
  readonly language: string | undefined;
}

/** Reads the part of styles. */
export function readStyles(opened: Package, part: string | undefined): Styles {
  const styles = new Map<string, Style>();
  const defaults: Defaults = {};
  if (part !== undefined) scanPart(opened, part, () => styleHandler(styles, defaults));
  return stylesOf(styles, defaults.language);
}

interface Defaults {
  language?: string;
}

function styleHandler(styles: Map<string, Style>, defaults: Defaults) {
  let current: Style | undefined;
  return {
    open(tag: Tag): boolean {
      if (tag.name === 'w:style') {
        current = newStyle(tag);
        if (!styles.has(current.id)) styles.set(current.id, current);
      } else if (current !== undefined) return readInto(current, tag);
      else if (tag.name === 'w:lang') defaults.language ??= tag.attribute('w:val') ?? '';
      return tag.name === 'w:latentStyles';
    },
    close(name: string) {
      if (name === 'w:style') current = undefined;
    },
    text() {},
  };
}

function newStyle(tag: Tag): Style {
  const isDefault = /^(?:1|true|on)$/.test(tag.attribute('w:default') ?? '');
  const id = tag.attribute('w:styleId') ?? '';
  return { id, type: tag.attribute('w:type') ?? 'paragraph', isDefault, name: id, paragraph: {}, format: {} };
}

/** Formatting of parts of a table, and what properties were before a tracked change, are passed over. */
function readInto(style: Style, tag: Tag): boolean {
  const value = tag.attribute('w:val');
  if (tag.name === 'w:name') style.name = value ?? style.name;
  else if (tag.name === 'w:basedOn' && value !== undefined) style.basedOn = value;
  else {
    PARAGRAPH_PROPERTIES.get(tag.name)?.(style.paragraph, tag);
    RUN_PROPERTIES.get(tag.name)?.(style.format, tag);
  }
  return tag.name === 'w:tblStylePr' || tag.name === 'w:pPrChange' || tag.name === 'w:rPrChange';
}

/** Chains of styles longer than this, loops among them, are cut. */
const LONGEST_CHAIN = 64;

function stylesOf(styles: ReadonlyMap<string, Style>, language: string | undefined): Styles {
  const fallback = [...styles.values()].find((style) => style.isDefault && style.type === 'paragraph');
  const chain = remember((id: string | undefined): Style[] => {
    const found: Style[] = [];
    let style = id === undefined ? fallback : (styles.get(id) ?? fallback);
    while (style !== undefined && found.length < LONGEST_CHAIN && !found.includes(style)) {
      found.push(style);
      style = style.basedOn === undefined ? undefined : styles.get(style.basedOn);
    }
    return found;
  });
  return {
    name: remember((id) => (id === undefined ? '' : (styles.get(id)?.name.toLowerCase() ?? ''))),
    paragraph: remember((id) => merged(chain(id).map((style) => style.paragraph))),
    format: remember((id) =>
      id === undefined || !styles.has(id) ? {} : merged(chain(id).map((style) => style.format)),
    ),
    language,
    has: (name) => [...styles.values()].some((style) => style.name.toLowerCase() === name),
    lineage: remember((id) => chain(id).map((style) => style.name.toLowerCase())),
  };
}

/** Properties of a chain in one; the nearest wins. */
function merged<T extends object>(chain: readonly T[]): T {
  return Object.assign({}, ...chain.toReversed()) as T;
}

function remember<T>(work: (id: string | undefined) => T): (id: string | undefined) => T {
  const known = new Map<string | undefined, T>();
  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const made = work(id);
    known.set(id, made);
    return made;
  };
}
