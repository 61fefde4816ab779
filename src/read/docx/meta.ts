/** What a Word file says of itself: its title, its language, its properties. */
import type { Document, Meta } from '../../model/document.ts';
import { scanPart } from '../../word/package.ts';
import { relatedPart } from '../../word/relationships.ts';
import { decode } from '../../word/tag.ts';
import type { WordParts } from './context.ts';
import { titleOf } from './title.ts';
import type { WordBlock } from './word.ts';

/** The meta of a document. */
export function metaOf(parts: WordParts, blocks: readonly WordBlock[], children: Document['children']): Meta {
  const core = coreProperties(parts);
  const title = titleOf(parts, blocks, children, core.get('dc:title'));
  const language = core.get('dc:language') ?? languageOf(parts) ?? 'en-GB';
  return { title, ...(parts.house ? stated(parts, core) : {}), provision: provisionOf(parts), language };
}

/** The properties in which a file of our own states its front matter. */
const STATED = {
  version: 'Version',
  status: 'Status',
  baseline: 'Baseline',
  effective: 'Effective date',
  classification: 'Classification',
} as const satisfies Partial<Record<keyof Meta, string>>;

function stated(parts: WordParts, core: ReadonlyMap<string, string>): Partial<Meta> {
  const custom = customProperties(parts);
  const short = core.get('dc:subject');
  const found = Object.entries(STATED).flatMap(([key, name]) => {
    const value = custom.get(name);
    return value === undefined ? [] : [[key, value] as const];
  });
  return { ...(short === undefined ? {} : { short }), ...Object.fromEntries(found) };
}

function provisionOf(parts: WordParts): string {
  return (parts.house ? customProperties(parts).get('Provision') : undefined) ?? 'Clause';
}

function nonEmpty(text: string): string | undefined {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain === '' ? undefined : plain;
}

/** The core properties of a package by element name (29500-2, 8). */
function coreProperties(parts: WordParts): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const part = relatedPart(parts.opened, parts.relationships(''), 'core-properties');
  if (part === undefined) return found;
  scanPart(parts.opened, part, (source) => {
    let text = '';
    return {
      open: () => {
        text = '';
      },
      text: (start, end) => {
        text += decode(source.slice(start, end));
      },
      close: (name) => {
        const value = nonEmpty(text);
        if (value !== undefined && !found.has(name)) found.set(name, value);
        text = '';
      },
    };
  });
  return found;
}

/** The custom properties of a package by name (29500-1, 22.3). */
function customProperties(parts: WordParts): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const part = relatedPart(parts.opened, parts.relationships(''), 'custom-properties');
  if (part === undefined) return found;
  scanPart(parts.opened, part, (source) => {
    let name = '';
    let text = '';
    return {
      open(tag) {
        if (tag.name === 'op:property') name = tag.attribute('name') ?? '';
        text = '';
      },
      text: (start, end) => {
        text += decode(source.slice(start, end));
      },
      close: () => {
        const value = nonEmpty(text);
        if (value !== undefined && name !== '' && !found.has(name)) found.set(name, value);
        text = '';
      },
    };
  });
  return found;
}

/** The language that the default run properties set. */
function languageOf(parts: WordParts): string | undefined {
  const tag = parts.styles.language;
  return tag !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? tag : undefined;
}
