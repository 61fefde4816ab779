/** Open places: what a manifest or a narrative leaves to be filled in, written `[TBC]` or `[TBC: the date of issue]`. */

const OPEN_PLACE = /\[TBC(?::[^[\]{}]*)?\]/g;

/** Whether the whole text is an open place. */
export function isOpenPlace(text: string): boolean {
  return /^\[TBC(?::[^[\]{}]*)?\]$/.test(text.trim());
}

/** The open places of a text, in their order. */
export function openPlacesIn(text: string): { readonly text: string; readonly start: number }[] {
  return [...text.matchAll(OPEN_PLACE)].map((match) => ({ text: match[0], start: match.index }));
}

/** An open place that says what is to stand there. */
export function openPlace(what: string): string {
  return `[TBC: ${what.replace(/[[\]{}]/g, '')}]`;
}

/** The text in pieces: what stands between open places, and the open places. */
export function mapAroundOpenPlaces(text: string, between: (piece: string) => string): string {
  let result = '';
  let end = 0;
  for (const { text: open, start } of openPlacesIn(text)) {
    result += `${between(text.slice(end, start))}[${between(open.slice(1, -1))}]`;
    end = start + open.length;
  }
  return result + between(text.slice(end));
}
