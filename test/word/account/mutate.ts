/** Changes one attribute, element or text of an XML part at random, and tells what was changed. */
import { isSilentAttribute, isSilentElement } from '../../../src/word/account/no-meaning.ts';

/** A part with one thing changed. */
export interface Mutation {
  readonly xml: string;
  /** The names of the elements from the root to the one that was changed. */
  readonly path: readonly string[];
  readonly attribute?: string;
  /** What was done, for people. */
  readonly what: string;
}

interface FoundTag {
  readonly name: string;
  readonly attributes: readonly FoundAttribute[];
  readonly path: readonly string[];
  readonly start: number;
  end: number;
}

interface FoundAttribute {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const TAG = /<!--[\s\S]*?-->|<(\/?)([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
const ATTRIBUTE = /\s+([\w.:-]+)\s*=\s*("[^"]*"|'[^']*')/g;

function tagsOf(xml: string): FoundTag[] {
  const found: FoundTag[] = [];
  const open: FoundTag[] = [];
  for (const match of xml.matchAll(TAG)) {
    const [whole, closing, name, written, empty] = match;
    if (name === undefined) continue;
    const end = match.index + whole.length;
    if (closing === '/') {
      const tag = open.pop();
      if (tag !== undefined) tag.end = end;
      continue;
    }
    const from = match.index + 1 + name.length;
    const attributes = [...(written ?? '').matchAll(ATTRIBUTE)].map((one) => ({
      name: one[1] as string,
      value: (one[2] as string).slice(1, -1),
      start: from + one.index,
      end: from + one.index + one[0].length,
    }));
    const path = [...open.map((tag) => tag.name), name];
    const tag: FoundTag = { name, attributes, path, start: match.index, end };
    found.push(tag);
    if (empty !== '/') open.push(tag);
  }
  return found;
}

/** One change; `random` gives numbers from 0 up to 1. `undefined` where there is nothing to change. */
export function mutated(xml: string, random: () => number): Mutation | undefined {
  const tags = tagsOf(xml).slice(1);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const tag = pick(tags);
  if (tag === undefined) return undefined;
  const attribute = pick(tag.attributes.filter(({ name }) => !name.startsWith('xmlns')));
  const kind = random();
  if (kind < 0.5 && attribute !== undefined) return withAttribute(xml, tag, attribute, otherValue(attribute.value));
  if (kind < 0.6 && attribute !== undefined) return withAttribute(xml, tag, attribute, undefined);
  if (kind < 0.8) {
    const what = `without ${tag.path.slice(-3).join('/')}: ${xml.slice(tag.start, Math.min(tag.end, tag.start + 80))}`;
    return { xml: xml.slice(0, tag.start) + xml.slice(tag.end), path: tag.path, what };
  }
  return withText(
    xml,
    pick(tags.filter((one) => /^[^<]*[\p{L}\d][^<]*<\//u.test(xml.slice(xml.indexOf('>', one.start) + 1, one.end)))),
  );
}

function otherValue(value: string): string {
  if (/^-?\d+$/.test(value)) return String(Number(value) + 1);
  if (value === 'true' || value === 'false') return String(value !== 'true');
  return `${value}x`;
}

function withAttribute(
  xml: string,
  tag: FoundTag,
  { name, value, start, end }: FoundAttribute,
  to: string | undefined,
): Mutation {
  const written = to === undefined ? '' : ` ${name}="${to}"`;
  const what = `${tag.path.slice(-3).join('/')}@${name}: ${value} to ${to ?? 'nothing'}`;
  return { xml: xml.slice(0, start) + written + xml.slice(end), path: tag.path, attribute: name, what };
}

function withText(xml: string, tag: FoundTag | undefined): Mutation | undefined {
  if (tag === undefined) return undefined;
  const at = xml.indexOf('>', tag.start) + 1;
  const to = xml.indexOf('<', at);
  const middle = at + Math.floor((to - at) / 2);
  const what = `text of ${tag.path.slice(-3).join('/')}: ${xml.slice(at, Math.min(to, at + 40))}`;
  return { xml: `${xml.slice(0, middle)}q${xml.slice(middle)}`, path: tag.path, what };
}

/** Whether what was changed stands on the documented list of what has no meaning, or within something that does. */
export function isListed({ path, attribute }: Mutation): boolean {
  if (path.some((name, at) => at > 0 && isSilentElement(path[at - 1] as string, name))) return true;
  return attribute !== undefined && isSilentAttribute(path.at(-1) as string, attribute);
}

/** Numbers from 0 up to 1 that depend on the seed alone. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
