/** Front matter: the document's `meta` as YAML, in the order of the grammar. */
import type { Meta } from '../../model/document.ts';
import { META_KEYS } from '../../model/meta.ts';

/** The versions are quoted always: other tools would read 1.10 as a number. */
const QUOTED: readonly string[] = ['version', 'baseline'];

/** Plain text that YAML reads as that text and nothing else. */
const PLAIN = /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[A-Za-z][\w ,.()/'&+–-]*$/i;

/** The front matter with its fences. */
export function writeFrontMatter(meta: Meta): string {
  const lines = META_KEYS.flatMap((key) => {
    const value = meta[key];
    if (value === undefined || (key === 'language' && value === 'en-GB')) return [];
    return [`${key}: ${QUOTED.includes(key) ? quoted(value) : scalar(value)}`];
  });
  const properties = Object.entries(meta.properties ?? {});
  if (properties.length > 0) {
    lines.push('properties:', ...properties.map(([name, value]) => `  ${scalar(name)}: ${scalar(value)}`));
  }
  return `---\n${lines.join('\n')}\n---\n`;
}

function scalar(value: string): string {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(value);
  return date || (PLAIN.test(value) && !value.endsWith(' ')) ? value : quoted(value);
}

/** A double-quoted scalar (YAML 1.2, 7.3.1): JSON, with what YAML does not print escaped as well. */
function quoted(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
