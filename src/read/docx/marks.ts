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
export function marksOf(styles: Styles): MarksOf {
  const known = new Map<string, Marks>();
  return (format, href) => {
    const marks = read(withStyle(format, styles), styles, href);
    const key = JSON.stringify(marks);
    if (key === '{}') return undefined;
    const same = known.get(key);
    if (same === undefined) known.set(key, marks);
    return same ?? marks;
  };
}

/** Whether a run is hidden. */
export function isHidden(format: RunFormat, styles: Styles): boolean {
  return format.hidden ?? (format.style === undefined ? false : (styles.format(format.style).hidden ?? false));
}

function withStyle(format: RunFormat, styles: Styles): RunFormat {
  if (format.style === undefined || LINK_STYLES.has(styles.name(format.style))) return format;
  return { ...styles.format(format.style), ...format };
}

function read(format: RunFormat, styles: Styles, href: string | undefined): Marks {
  return {
    ...(format.bold === true ? { bold: true } : {}),
    ...(format.italic === true ? { italic: true } : {}),
    ...(format.underline === true ? { underline: true } : {}),
    ...(format.strike === true ? { strike: true } : {}),
    ...(format.raised === 'superscript' ? { superscript: true } : {}),
    ...(format.raised === 'subscript' ? { subscript: true } : {}),
    ...(format.smallCaps === true ? { smallCaps: true } : {}),
    ...(format.style !== undefined && CODE_STYLES.test(styles.name(format.style)) ? { code: true } : {}),
    ...(href === undefined ? {} : { href }),
  };
}
