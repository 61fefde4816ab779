/**
 * The styles of paragraphs that Word numbers: headings, clauses, limbs and bullets, one style for each list level. A
 * style names its level alone, the paragraph its list: LibreOffice knows the level of a paragraph whose change is
 * rejected by nothing but its style.
 */
import { COLOURS } from './look-and-feel.ts';
import { Element, valued } from './xml.ts';

/** Sizes in half-points, distances in twips. */
const HEADINGS = [
  { size: 32, before: 480, after: 160 },
  { size: 26, before: 320, after: 120 },
  { size: 23, before: 260, after: 100 },
  { size: 21, before: 220, after: 80 },
  { size: 21, before: 200, after: 80 },
  { size: 21, before: 200, after: 80 },
] as const;

type HeadingDepth = 1 | 2 | 3 | 4 | 5 | 6;
type Kind = 'Clause' | 'Limb' | 'Bullet';

/** `Heading1` … `Heading6`, `Clause`, `Clause2` … `Clause9`, and likewise limbs and bullets. */
export type LevelStyle = `Heading${HeadingDepth}` | `${Kind}${'' | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`;

/** The style of a numbered paragraph at a list level from 0. */
export function levelStyle(kind: Kind, level: number): LevelStyle {
  const depth = Math.min(9, level + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
  return depth === 1 ? kind : `${kind}${depth}`;
}

/** The list level that a style names, from 0. LibreOffice knows the level of a changed paragraph by nothing else. */
export function levelOfStyle(style: string): number {
  const depth = /^(?:Heading|Clause|Limb|Bullet)([2-9])$/.exec(style)?.[1];
  return depth === undefined ? 0 : Number(depth) - 1;
}

/** The style of a heading at a depth from 1; deeper ones look like the sixth. */
export function headingStyle(depth: number): LevelStyle {
  return `Heading${Math.min(6, Math.max(1, depth)) as HeadingDepth}`;
}

/** The distance above and below the paragraphs of each kind, in twips. */
const GAPS = { Clause: 120, Limb: 80, Bullet: 60 } as const satisfies Record<Kind, number>;

export function levelStyles(): Element[] {
  const kinds = Object.keys(GAPS) as Kind[];
  return [
    ...HEADINGS.map((_, i) => heading(i)),
    ...kinds.flatMap((kind) => NINE.map((level) => numbered(kind, level))),
  ];
}

const NINE = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;

function heading(index: number): Element {
  const { size, before, after } = HEADINGS[index] as (typeof HEADINGS)[number];
  const properties = [
    new Element('w:keepNext'),
    new Element('w:keepLines'),
    ...levelNumbering(index),
    new Element('w:spacing', { 'w:before': before, 'w:after': after, 'w:line': 264, 'w:lineRule': 'auto' }),
    valued('w:outlineLvl', index),
  ];
  const run = [
    new Element('w:b'),
    new Element('w:bCs'),
    ...(index > 3 ? [new Element('w:i'), new Element('w:iCs')] : []),
    valued('w:color', COLOURS.heading),
    valued('w:sz', size),
    valued('w:szCs', size),
  ];
  return style(
    `Heading${index + 1}`,
    `heading ${index + 1}`,
    'Normal',
    [valued('w:next', 'BodyText')],
    properties,
    run,
  );
}

function numbered(kind: Kind, level: number): Element {
  const gap = GAPS[kind];
  const spacing = level === 0 ? [new Element('w:spacing', { 'w:before': gap, 'w:after': gap })] : [];
  const name = level === 0 ? kind : `${kind} ${level + 1}`;
  return style(
    levelStyle(kind, level),
    name,
    level === 0 ? 'BodyText' : kind,
    [],
    [...levelNumbering(level), ...spacing],
    [],
  );
}

function levelNumbering(level: number): Element[] {
  return [new Element('w:numPr', {}, [valued('w:ilvl', level)])];
}

/** In the order of CT_Style (17.7.4.17). */
function style(
  id: string,
  name: string,
  basedOn: string,
  next: readonly Element[],
  paragraph: readonly Element[],
  run: readonly Element[],
): Element {
  return new Element('w:style', { 'w:type': 'paragraph', 'w:styleId': id }, [
    valued('w:name', name),
    valued('w:basedOn', basedOn),
    ...next,
    new Element('w:qFormat'),
    new Element('w:pPr', {}, paragraph),
    new Element('w:rPr', {}, run),
  ]);
}
