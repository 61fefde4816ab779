/** The open places of a pack: what its manifest and its narratives leave to be filled in. */
import { openPlacesIn, type PlaceOf, type TemplateSource } from '../../assemble/index.ts';
import type { Message, Severity } from '../../message.ts';

/** One message for each open place of the manifest, in its order, then of the narratives, each at its line. */
export function openPlaces(
  manifest: unknown,
  placeOf: PlaceOf,
  narratives: Iterable<TemplateSource>,
  severity: Severity,
): Message[] {
  return [...inValue(manifest, [], placeOf, severity), ...[...narratives].flatMap((text) => inText(text, severity))];
}

function inValue(value: unknown, path: readonly PropertyKey[], placeOf: PlaceOf, severity: Severity): Message[] {
  if (typeof value === 'string') {
    return openPlacesIn(value).map(({ text }) => ({
      ...about(text, severity),
      reason: `${path.join('.')}: a place is still to be filled in`,
      place: placeOf(path),
    }));
  }
  if (typeof value !== 'object' || value === null) return [];
  const entries: [PropertyKey, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, inner]) => inValue(inner, [...path, key], placeOf, severity));
}

function inText({ file, text }: TemplateSource, severity: Severity): Message[] {
  return openPlacesIn(text).map((open) => {
    const before = text.slice(0, open.start).split('\n');
    const column = (before[before.length - 1] ?? '').length + 1;
    return {
      ...about(open.text, severity),
      reason: 'a place is still to be filled in',
      place: { file, line: before.length, column },
    };
  });
}

function about(text: string, severity: Severity) {
  return { severity, rule: 'pack/open-place', actual: text } as const;
}
