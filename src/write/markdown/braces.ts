/** What stands in braces behind a label, a heading or a term: `{#outcome fixed}`. */
import { escapeText, MIDDLE } from './escape.ts';

export interface Braces {
  readonly id?: string | undefined;
  readonly label?: string | undefined;
  readonly level?: number | undefined;
  /** The number and the word of a figure. */
  readonly number?: string | undefined;
  readonly word?: string | undefined;
  /** Lengths as they stand, such as `width=8cm`. */
  readonly lengths?: readonly string[];
  readonly words: readonly string[];
}

/** The braces; empty where there is nothing to say. */
export function writeBraces({ id, label, level, number, word, words, lengths = [] }: Braces): string {
  const pieces = [
    ...(id === undefined ? [] : [`#${protect(id).replace(/\s/g, (space) => `&#${space.charCodeAt(0)};`)}`]),
    ...words,
    ...quoted('label', label),
    ...quoted('number', number),
    ...quoted('word', word),
    ...(level === undefined ? [] : [`level=${level}`]),
    ...lengths,
  ];
  return pieces.length === 0 ? '' : `{${pieces.join(' ')}}`;
}

function quoted(name: string, value: string | undefined): string[] {
  if (value === undefined) return [];
  return [`${name}="${protect(value).replace(/^\s|\s$/g, (space) => `&#${space.charCodeAt(0)};`)}"`];
}

/** Braces and quotation marks inside braces are escaped on top of all else. */
function protect(text: string): string {
  return escapeText(text, MIDDLE).replace(/["}]/g, (sign) => `\\${sign}`);
}

/** The attributes of a directive; those that are absent or false are left out. */
export function writeAttributes(attributes: Readonly<Record<string, string | number | boolean | undefined>>): string {
  const pieces = Object.entries(attributes).flatMap(([name, value]) => {
    if (value === undefined || value === false) return [];
    if (value === true) return [name];
    if (typeof value === 'number') return [`${name}=${value}`];
    if (name === 'id' && /^[A-Za-z_][\w-]*$/.test(value)) return [`#${value}`];
    return [`${name}="${attributeValue(value)}"`];
  });
  return pieces.length === 0 ? '' : `{${pieces.join(' ')}}`;
}

function attributeValue(value: string): string {
  return value.replace(/["&\n\r\t]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
