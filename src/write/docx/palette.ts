/** The colours of a file: those of the default style, or tints of what a reference file uses for text and headings. */
import type { Brand, BrandStyle } from '../../word/brand/index.ts';
import { attributeOf, childNamed, elementsOf, type XmlNode } from '../../word/fragment.ts';
import { COLOURS } from './look-and-feel.ts';

export type Palette = { readonly [name in keyof typeof COLOURS]: string };

/** How far the tints of a colour are from white: 0 is the colour, 1 is white. */
const TINTS = { rule: 0.66, tint: 0.92, muted: 0.3 } as const;

export function paletteOf(brand: Brand | undefined): Palette {
  if (brand === undefined) return COLOURS;
  const ink = colourOf(brand, 'normal') ?? '000000';
  const heading = colourOf(brand, 'heading 1') ?? colourOf(brand, 'title') ?? ink;
  return {
    ...COLOURS,
    ink,
    heading,
    muted: towardsWhite(ink, TINTS.muted),
    rule: towardsWhite(heading, TINTS.rule),
    tint: towardsWhite(heading, TINTS.tint),
    link: colourOf(brand, 'hyperlink') ?? COLOURS.link,
  };
}

/** The colour of a style's text, by the style's name, as six hexadecimal digits. */
function colourOf(brand: Brand, name: string): string | undefined {
  const colour = propertyOf(brand, name, 'w:color');
  const themed = themeColour(brand.theme, attributeOf(colour, 'w:themeColor'));
  const stated = attributeOf(colour, 'w:val');
  if (stated !== undefined && /^[0-9a-f]{6}$/i.test(stated)) return stated.toUpperCase();
  return themed;
}

/** A property of the runs of a style, or of what it is based on. */
export function propertyOf(brand: Brand, name: string, property: string): XmlNode | undefined {
  const byId = new Map(brand.styles.map((style) => [style.id, style]));
  let style: BrandStyle | undefined = brand.styles.find((one) => one.name.toLowerCase() === name);
  for (let steps = 0; style !== undefined && steps < 20; steps++) {
    const found = childNamed(childNamed(style.node, 'w:rPr'), property);
    if (found !== undefined) return found;
    style = byId.get(attributeOf(childNamed(style.node, 'w:basedOn'), 'w:val') ?? '');
  }
  return childNamed(childNamed(childNamed(brand.defaults, 'w:rPrDefault'), 'w:rPr'), property);
}

/** The names that WordprocessingML has for the colours of a theme where they differ from the theme's own (17.18.97). */
const THEME_NAMES: Readonly<Record<string, string>> = {
  text1: 'dk1',
  dark1: 'dk1',
  text2: 'dk2',
  dark2: 'dk2',
  background1: 'lt1',
  light1: 'lt1',
  background2: 'lt2',
  light2: 'lt2',
  hyperlink: 'hlink',
};

function themeColour(theme: XmlNode | undefined, name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const scheme = childNamed(childNamed(theme, 'a:themeElements'), 'a:clrScheme');
  const [colour] = elementsOf(childNamed(scheme, `a:${THEME_NAMES[name] ?? name}`));
  const value = attributeOf(colour, 'lastClr') ?? attributeOf(colour, 'val') ?? '';
  return /^[0-9a-f]{6}$/i.test(value) ? value.toUpperCase() : undefined;
}

function towardsWhite(colour: string, share: number): string {
  const parts = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return parts
    .map((part) => Math.round(part + (255 - part) * share))
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}
