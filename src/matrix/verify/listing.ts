/** The provision of a text that lists rows for testing, and what each of its paragraphs says of values and rows. */
import type { Message, Place } from '../../message.ts';
import type { Block } from '../../model/document.ts';
import { plainText } from '../../model/walk.ts';
import type { Shape } from '../shape/shape.ts';
import { anchorsOf, type MatrixVersion } from './version.ts';

/** A paragraph of the provision, and the rows that the bullets or limbs behind it list. */
export interface ListingSection {
  readonly text: string;
  /** Its words, in small letters. */
  readonly words: readonly string[];
  readonly requests: readonly string[];
  readonly place?: Place;
}

/** How the provision is cited, what it says, and which rows it lists in bullets or limbs. */
export interface Listing {
  readonly cite: string;
  readonly text: string;
  readonly requests: readonly string[];
  /** Where each of them is listed first; of the provision under the empty name. */
  readonly places: ReadonlyMap<string, Place>;
  readonly sections: readonly ListingSection[];
}

/** The listing that the settings of a version name; `undefined` where there is none. */
export function listingOf(version: MatrixVersion): Listing | undefined {
  if (!LISTINGS.has(version)) LISTINGS.set(version, findListing(version));
  return LISTINGS.get(version);
}

/** Several checks ask for the listing of one version. */
const LISTINGS = new WeakMap<MatrixVersion, Listing | undefined>();

function findListing(version: MatrixVersion): Listing | undefined {
  const { document, settings } = version;
  const found =
    document === undefined || settings.listedIn === undefined ? undefined : anchorsOf(document).get(settings.listedIn);
  const node = found?.node;
  if (found === undefined || node?.type !== 'clause') return undefined;
  const children = node.children.filter(({ type }) => type !== 'table');
  const places = new Map<string, Place>();
  if (node.place !== undefined) places.set('', node.place);
  const sections = sectionsOf(children, keysIn(version), places);
  const requests = [...new Set(sections.flatMap((section) => section.requests))];
  return { cite: found.cite, text: plainText(children), requests, places, sections };
}

/** Where a message about a listing belongs: to the listed row, or to the provision. */
export function aboutList({ cite, places }: Listing, request = ''): Pick<Message, 'cite' | 'place'> {
  const place = places.get(request) ?? places.get('');
  return place === undefined ? { cite } : { cite, place };
}

type KeysIn = (text: string) => string[];

function sectionsOf(children: readonly Block[], keys: KeysIn, places: Map<string, Place>): ListingSection[] {
  const sections: { text: string; words: string[]; requests: string[]; place?: Place }[] = [];
  for (const block of children) {
    const last = sections.at(-1);
    if (!isListed(block) || last === undefined) {
      const place = block.place === undefined ? {} : { place: block.place };
      const text = isListed(block) ? '' : plainText(block);
      sections.push({ text, words: wordsOf(text), requests: [], ...place });
    }
    if (isListed(block)) sections.at(-1)?.requests.push(...requestsOf(block, keys, places));
  }
  return sections;
}

const SMALL = new Set(['a', 'an', 'and', 'for', 'in', 'of', 'on', 'or', 'the', 'to', 'with']);

/** The words of a text that say something, in small letters. */
export function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+)*/gu) ?? []).filter((word) => !SMALL.has(word));
}

function requestsOf(block: Block, keys: KeysIn, places: Map<string, Place>): string[] {
  return piecesOf(block).flatMap(({ text, place }) => {
    const found = keys(text);
    for (const key of found) if (place !== undefined && !places.has(key)) places.set(key, place);
    return found;
  });
}

function isListed(block: Block): boolean {
  return block.type === 'item' || (block.type === 'clause' && block.kind === 'limb');
}

interface ListedText {
  readonly text: string;
  readonly place: Place | undefined;
}

/** The texts of a bullet or limb and of those within it, each with its place. */
function piecesOf(block: Block): ListedText[] {
  if (block.type === 'para') return [{ text: plainText(block), place: block.place }];
  return 'children' in block ? block.children.flatMap((child) => (isBlock(child) ? piecesOf(child) : [])) : [];
}

function isBlock(child: { readonly type: string }): child is Block {
  return ['para', 'item', 'clause', 'definition'].includes(child.type);
}

/** How keys are found in a text: numbers with a dot by their form, others by those that the tables have. */
function keysIn({ shape, tables }: MatrixVersion): KeysIn {
  if (hasNumbers(shape)) return numbersIn;
  const known = [...new Set(tables.flatMap(({ rows }) => rows.map(({ key }) => key)))].slice(0, 100_000);
  return (text) => known.filter((key) => isWordIn(key, text));
}

/** Whether a key is one number. */
export function hasNumbers({ keys }: Shape): boolean {
  return keys.length === 1 && keys[0]?.form === 'number';
}

function isWordIn(key: string, text: string): boolean {
  const at = text.indexOf(key);
  if (at < 0) return false;
  const isWord = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);
  return !isWord(text[at - 1]) && !isWord(text[at + key.length]);
}

/** Numbers with a dot that are no part of another word: `6.2.10`, but not `R2.0` or `ABC1`. */
function numbersIn(text: string): string[] {
  return [...text.matchAll(/(?<![\w.])\d{1,4}(?:\.\d{1,4}){1,5}[A-Z]?(?!\w|\.\d)/g)].map(([match]) => match);
}
