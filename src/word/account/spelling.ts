/** One spelling for values that Word reads alike: on and off, colours, left and start (ISO/IEC 29500-1, 17.17 and 22.9). */

/** Names of strict files and of other programs, by the one that is used here. */
const NAMES: Readonly<Record<string, string>> = { 'w:start': 'w:left', 'w:end': 'w:right' };

const SWITCHES: Readonly<Record<string, string>> = { true: '1', on: '1', false: '0', off: '0' };
const EDGES: Readonly<Record<string, string>> = { start: 'left', end: 'right' };

/** Elements whose value is free text, which stays as it is. */
const FREE: ReadonlySet<string> = new Set([
  'w:tag',
  'w:alias',
  'w:name',
  'w:lvlText',
  'w:default',
  'w:statusText',
  'w:helpText',
  'w:docPart',
  'w:format',
  'w:entryMacro',
  'w:exitMacro',
]);

/** Elements whose value says which edge. */
const ALIGNED: ReadonlySet<string> = new Set(['w:jc', 'w:lvlJc', 'w:tab', 'w:ptab']);

const COLOURS: ReadonlySet<string> = new Set(['w:color', 'w:fill', 'w:val']);

/** The one name of an element; a `w:start` of a list level is a number, no edge. */
export function elementSpelling(parent: string, name: string): string {
  return parent !== 'w:lvl' && Object.hasOwn(NAMES, name) ? (NAMES[name] as string) : name;
}

/** The one name of an attribute. */
export function attributeSpelling(element: string, name: string): string {
  return element === 'w:ind' && Object.hasOwn(NAMES, name) ? (NAMES[name] as string) : name;
}

/** The one spelling of a value. */
export function canonicalValue(element: string, attribute: string, value: string): string {
  if (!attribute.startsWith('w:') || FREE.has(element)) return value;
  if (Object.hasOwn(SWITCHES, value)) return SWITCHES[value] as string;
  if (ALIGNED.has(element) && Object.hasOwn(EDGES, value)) return EDGES[value] as string;
  if (COLOURS.has(attribute) && /^[0-9a-f]{6}$/i.test(value)) return value.toUpperCase();
  return value;
}
