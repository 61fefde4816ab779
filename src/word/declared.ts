/** Namespaces of XML that goes from one part to another: what the other does not declare alike is declared on the spot. */

import { knownPrefix } from './namespaces.ts';
import { escapeXml, type Part } from './tree.ts';

/** The part that XML comes from, and the one that it goes to. */
export interface Sides {
  readonly from: Part;
  readonly into: Part;
}

const PREFIXES = /<([\w.-]+):|\s([\w.-]+):[\w.-]+\s*=/g;

/**
 * XML of before with the namespaces declared on its first element that after's part does not declare alike. Where one
 * file is strict and the other transitional, the names of after's kind are used.
 */
export function declared({ from, into }: Sides, xml: string): string {
  const needed = new Map<string, string>();
  for (const [, ofElement, ofAttribute] of xml.matchAll(PREFIXES)) {
    const prefix = ofElement ?? ofAttribute ?? '';
    if (prefix === 'xmlns' || prefix === 'xml' || needed.has(prefix)) continue;
    const uri = from.spaces.get(prefix);
    if (uri === undefined || into.rootSpaces.get(prefix) === uri) continue;
    if (from.rootSpaces.has(prefix) || !xml.includes(`xmlns:${prefix}=`)) needed.set(prefix, uriFor(into, uri));
  }
  const missing = [...needed].filter(([prefix, uri]) => into.rootSpaces.get(prefix) !== uri);
  const own = missing.filter(([prefix]) => !/^<[^>]*/.exec(xml)?.[0].includes(`xmlns:${prefix}=`));
  if (own.length === 0) return xml;
  return xml.replace(
    /^<[^\s/>]+/,
    (name) => `${name}${own.map(([prefix, uri]) => ` xmlns:${prefix}="${escapeXml(uri)}"`).join('')}`,
  );
}

function uriFor(into: Part, uri: string): string {
  const known = knownPrefix(uri);
  if (known === '?') return uri;
  for (const other of into.rootSpaces.values()) if (knownPrefix(other) === known) return other;
  return uri;
}
