/** How wide text is, by the widths of a grotesque's characters: enough to break lines and size columns without a font. */

/** In thousandths of the size, from the space (U+0020) on. */
const WIDTHS = (
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 ' +
  '584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 ' +
  '278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 ' +
  '500 334 260 334 584'
)
  .split(' ')
  .map(Number);
const OTHER_WIDTH = 556;

/** The width of a text on one line in twips; `size` in half-points. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += WIDTHS[text.charCodeAt(i) - 32] ?? OTHER_WIDTH;
  return (width * size * 10) / 1000;
}

/** How many lines a text takes, broken at spaces; `width` in twips, `size` in half-points. */
export function linesOf(text: string, width: number, size: number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let taken = 0;
    lines += 1;
    for (const word of paragraph.split(/(?<=\s)/)) {
      const length = widthOf(word, size);
      if (taken > 0 && taken + length > width) {
        lines += 1;
        taken = 0;
      }
      taken += length;
    }
  }
  return lines;
}
