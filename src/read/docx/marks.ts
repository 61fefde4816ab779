/** The formatting of runs as marks of the model. */
import type { Marks } from '../../model/document.ts';
import type { Styles } from './styles.ts';
import type { RunFormat } from './word.ts';

/** Gives the marks of a run, `undefined` where there are none; the same object for the same marks. */
export type MarksOf = (format: RunFormat, href?: string) => Marks | undefined;

/** Styles that make a link look like one: that it is a link is said by the link. */
const LINK_STYLES: ReadonlySet<string> = new Set(['hyperlink', 'followedhyperlink', 'internet link', 'internetlink']);

/** Character styles that set computer code. */
const CODE_STYLES = /^(?:code|source text|verbatim char|html (?:code|typewriter|keyboard|sample))\b/;

/**
 * What a run sets itself and what its character style sets; the look of its paragraph's style is not counted, since
 * it is the paragraph's.
 */
export function marksOf(styles: Styles, house: boolean): MarksOf {
  const known = new Map<string, Marks | undefined>();
  return (format, href) => {
    if (href === undefined && isPlain(format)) return undefined;
    const key = keyOf(format, href);
    if (known.has(key)) return known.get(key);
    const marks = read(withStyle(format, styles), isCode(format, styles, house), href);
    const made = Object.keys(marks).length === 0 ? undefined : sameAs([...known.values()], marks);
    known.set(key, made);
    return made;
  };
}

/** The marks among those known that say the same: runs of one formatting have one object. */
function sameAs(known: readonly (Marks | undefined)[], marks: Marks): Marks {
  const text = JSON.stringify(marks);
  return known.find((other) => other !== undefined && JSON.stringify(other) === text) ?? marks;
}

/** In the house style, code is known by its typeface; elsewhere whole contracts are typed in it. */
function isCode(format: RunFormat, styles: Styles, house: boolean): boolean {
  if (format.style !== undefined && CODE_STYLES.test(styles.name(format.style))) return true;
  return house && format.monospaced === true;
}

function isPlain(format: RunFormat): boolean {
  return (
    format.style === undefined &&
    format.monospaced === undefined &&
    format.bold !== true &&
    format.italic !== true &&
    format.underline !== true &&
    format.strike !== true &&
    format.smallCaps !== true &&
    (format.raised === undefined || format.raised === 'none')
  );
}

/** A text that is equal just where what a run sets is. */
function keyOf(format: RunFormat, href: string | undefined): string {
  const { bold, italic, underline, strike, smallCaps, raised, monospaced, style } = format;
  return `${bold} ${italic} ${underline} ${strike} ${smallCaps} ${raised} ${monospaced} ${style} ${href}`;
}

/** Whether a run is hidden. */
export function isHidden(format: RunFormat, styles: Styles): boolean {
  return format.hidden ?? (format.style === undefined ? false : (styles.format(format.style).hidden ?? false));
}

/** Whether a run is a blank to be filled in, by the name of its style. */
export function isBlank(format: RunFormat, styles: Styles): boolean {
  return format.style !== undefined && styles.name(format.style) === 'blank';
}

function withStyle(format: RunFormat, styles: Styles): RunFormat {
  if (format.style === undefined || LINK_STYLES.has(styles.name(format.style))) return format;
  return { ...styles.format(format.style), ...format };
}

function read(format: RunFormat, code: boolean, href: string | undefined): Marks {
  return {
    ...(format.bold === true ? { bold: true } : {}),
    ...(format.italic === true ? { italic: true } : {}),
    ...(format.underline === true ? { underline: true } : {}),
    ...(format.strike === true ? { strike: true } : {}),
    ...(format.raised === 'superscript' ? { superscript: true } : {}),
    ...(format.raised === 'subscript' ? { subscript: true } : {}),
    ...(format.smallCaps === true ? { smallCaps: true } : {}),
    ...(code ? { code: true } : {}),
    ...(href === undefined ? {} : { href }),
  };
}
