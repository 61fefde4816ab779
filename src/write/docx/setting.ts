/** What all parts of a file follow: its page, its colours and its distances, the default ones or those of a reference file. */
import type { Brand, BrandLevel, PageFrame } from '../../word/brand/index.ts';
import { attributeOf } from '../../word/fragment.ts';
import { A4 } from './frame.ts';
import { type Palette, paletteOf, propertyOf } from './palette.ts';
import { DEFAULT_TABLE_TYPE, type TableType } from './widths.ts';

/** Distances in twips. */
export interface Indents {
  /** Where the text of a numbered clause begins; every depth of number stands at the margin. */
  readonly clause: number;
  /** How far the text of a limb or bullet stands in from what is around it. */
  readonly step: number;
}

export interface Setting {
  readonly frame: PageFrame;
  readonly palette: Palette;
  readonly indents: Indents;
  readonly table: TableType;
  /** The character of bullets at each depth, over again. */
  readonly bullets: readonly string[];
}

const INDENTS: Indents = { clause: 964, step: 567 };
const BULLETS = ['•', '–', '▪'] as const;
/** Wider indents would leave little of the line. */
const WIDEST = 1800;

export function settingOf(brand: Brand | undefined): Setting {
  if (brand === undefined) {
    return { frame: A4, palette: paletteOf(undefined), indents: INDENTS, table: DEFAULT_TABLE_TYPE, bullets: BULLETS };
  }
  return {
    frame: brand.frame,
    palette: paletteOf(brand),
    indents: {
      clause: hanging(brand, ['clause', 'heading 1', 'heading 2']) ?? INDENTS.clause,
      step: hanging(brand, ['limb', 'list number', 'bullet', 'list bullet']) ?? INDENTS.step,
    },
    table: tableType(brand),
    bullets: BULLETS.map((bullet, i) => levelNamed(brand, bulletNames(i))?.bullet ?? bullet),
  };
}

function bulletNames(depth: number): string[] {
  return depth === 0 ? ['bullet', 'list bullet'] : [`bullet ${depth + 1}`, `list bullet ${depth + 1}`];
}

function levelNamed(brand: Brand, names: readonly string[]): BrandLevel | undefined {
  return names
    .map((name) => brand.styles.find((style) => style.name.toLowerCase() === name)?.level)
    .find((level) => level !== undefined);
}

/** How far the first of these styles that is numbered has its number stand left of its text. */
function hanging(brand: Brand, names: readonly string[]): number | undefined {
  const level = levelNamed(brand, names);
  return level === undefined || level.hanging < 200 || level.hanging > WIDEST ? undefined : level.hanging;
}

function tableType(brand: Brand): TableType {
  const named = brand.styles.some(({ name }) => name.toLowerCase() === 'table text');
  const size = Number(attributeOf(named ? propertyOf(brand, 'table text', 'w:sz') : undefined, 'w:val'));
  if (!Number.isInteger(size) || size < 10 || size > 40) return DEFAULT_TABLE_TYPE;
  return { ...DEFAULT_TABLE_TYPE, regular: { ...DEFAULT_TABLE_TYPE.regular, size } };
}
