/** Which paragraph of a Word file a place is in: counted in the part of the package. */
import type { Place } from '../../message.ts';
import { withDefaults } from '../../word/limits.ts';
import { openPackage, type Package, partText } from '../../word/package.ts';
import { tallyFor } from '../../word/tally.ts';

/** What has places in a Word file, with the number of the paragraph in each that is one in a part of the file. */
export function withParagraphs<T extends { readonly place?: Place }>(findings: readonly T[], bytes: Uint8Array): T[] {
  const opened = openPackage(
    bytes,
    undefined,
    withDefaults(undefined),
    tallyFor(() => undefined),
  );
  const starts = new Map<string, readonly number[]>();
  return findings.map((finding) => {
    const { place } = finding;
    if (place?.part === undefined || place.start === undefined) return finding;
    if (!starts.has(place.part)) starts.set(place.part, paragraphsOf(opened, place.part));
    const paragraph = countUpTo(starts.get(place.part) ?? [], place.start);
    return paragraph === 0 ? finding : { ...finding, place: { ...place, paragraph } };
  });
}

const NAMESPACE = /xmlns:(\w+)="[^"]*\/wordprocessingml\/(?:2006\/)?main"/;

/** Where the paragraphs of a part begin, as UTF-16 offsets in its text. */
function paragraphsOf(opened: Package, part: string): number[] {
  const text = partText(opened, part) ?? '';
  const prefix = NAMESPACE.exec(text)?.[1] ?? 'w';
  return [...text.matchAll(new RegExp(`<${prefix}:p(?=[\\s/>])`, 'g'))].map(({ index }) => index);
}

/** How many begin at an offset or before it. */
function countUpTo(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
