/** The provision of a text that lists Service Requests for testing. */
import type { Message, Place } from '../message.ts';
import type { Block, Document } from '../model/document.ts';
import { anchors } from '../model/links.ts';
import { plainText } from '../model/walk.ts';

/** How the provision is cited, what it says, and which Service Requests it lists in bullets or limbs. */
export interface Listing {
  readonly cite: string;
  readonly text: string;
  readonly requests: readonly string[];
  /** Where each of them is listed first; of the provision under the empty name. */
  readonly places: ReadonlyMap<string, Place>;
}

/** The listing that stands at an anchor; `undefined` where nothing does. */
export function listingOf(document: Document | undefined, id: string | undefined): Listing | undefined {
  const found = document === undefined || id === undefined ? undefined : anchors(document).get(id);
  const node = found?.node;
  if (found === undefined || node?.type !== 'clause') return undefined;
  const children = node.children.filter(({ type }) => type !== 'table');
  const places = new Map<string, Place>();
  if (node.place !== undefined) places.set('', node.place);
  const requests = new Set<string>();
  for (const piece of children.filter(isListed).flatMap(piecesOf)) {
    for (const request of requestsIn(piece.text)) {
      if (!requests.has(request) && piece.place !== undefined) places.set(request, piece.place);
      requests.add(request);
    }
  }
  return { cite: found.cite, text: plainText(children), requests: [...requests], places };
}

/** Where a message about a listing belongs: to the listed Service Request, or to the provision. */
export function aboutList({ cite, places }: Listing, request = ''): Pick<Message, 'cite' | 'place'> {
  const place = places.get(request) ?? places.get('');
  return place === undefined ? { cite } : { cite, place };
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

/** Numbers with a dot that are no part of another word: `6.2.10`, but not `R2.0` or `SMETS1`. */
function requestsIn(text: string): string[] {
  return [...text.matchAll(/(?<![\w.])\d{1,2}(?:\.\d{1,3}){1,2}(?!\w|\.\d)/g)].map(([match]) => match);
}
