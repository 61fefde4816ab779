/** The open places of a pack: what its manifest and its narratives leave to be filled in. */
import { openPlacesIn, type PlaceOf, type TemplateSource } from '../../assemble/index.ts';
import type { Message, Severity } from '../../message.ts';

/** One message for each open place of the manifest, then of the narratives, each at its line and in order. */
export function openPlaces(
  manifest: unknown,
  placeOf: PlaceOf,
  narratives: Iterable<TemplateSource>,
  severity: Severity,
): Message[] {
  const own = inValue(manifest, [], placeOf, severity).sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0));
  return [...own, ...[...narratives].flatMap((text) => inText(text, severity))];
}

/** What a build says of open places: each of them as an error where it is for issue, else that there are some. */
export function reportOpenPlaces(
  name: string,
  found: readonly Message[],
  final: boolean,
  report: (message: Message) => void,
): void {
  if (final) for (const message of found) report({ ...message, severity: 'error' });
  else if (found.length > 0) {
    const count = `${found.length} ${found.length === 1 ? 'place is' : 'places are'}`;
    const note = `"keeling check ${name}" lists them, and --final refuses them`;
    report({ severity: 'note', rule: RULE, reason: `${count} still to be filled in`, note });
  }
}

const RULE = 'pack/open-place';

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
  return { severity, rule: RULE, actual: text } as const;
}
