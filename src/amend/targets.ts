/** The provisions of a document that an instruction can name, and finding the one that it names. */
import { citations } from '../model/cite.ts';
import type { Block, Document } from '../model/document.ts';
import { plainText } from '../model/walk.ts';
import { type Target, WHOLE } from './instruction.ts';

/** A provision that can be named, and where it stands. */
export interface Place {
  readonly node: Block;
  /** The clause or document in whose list it stands. */
  readonly parent: Extract<Block, { type: 'clause' }> | Document;
  readonly target: Target;
}

/** All provisions that can be named, by node and by name. */
export interface Places {
  readonly document: Document;
  readonly byNode: ReadonlyMap<Block, Place>;
  readonly byCite: ReadonlyMap<string, readonly Place[]>;
}

/** Lists what can be named: parts, clauses, definitions and tables at any depth, and paragraphs outside all of them. */
export function placesOf(document: Document): Places {
  const cites = citations(document);
  const byNode = new Map<Block, Place>();
  const byCite = new Map<string, Place[]>();
  const visit = (parent: Place['parent']): void => {
    for (const node of parent.children) {
      if (isNamed(node, parent)) {
        const cite = (cites.get(node) ?? '').replace(/\s+/g, ' ').trim();
        const known = byCite.get(cite) ?? [];
        const occurrence = known.length === 0 ? {} : { occurrence: known.length + 1 };
        const place: Place = { node, parent, target: { cite, ...occurrence } };
        if (cite !== '') {
          byNode.set(node, place);
          byCite.set(cite, [...known, place]);
        }
      }
      if (node.type === 'clause') visit(node);
    }
  };
  visit(document);
  for (const places of byCite.values()) {
    const [first] = places;
    if (first !== undefined && places.length > 1) Object.assign(first, { target: { ...first.target, occurrence: 1 } });
  }
  return { document, byNode, byCite };
}

function isNamed(node: Block, parent: Place['parent']): boolean {
  if (node.type === 'clause') return node.label !== undefined || node.heading !== undefined;
  return node.type === 'definition' || node.type === 'table' || (parent.type === 'document' && node.type !== 'opaque');
}

/** The provision of that name. */
export function findPlace(places: Places, { cite, occurrence = 1 }: Target): Place | undefined {
  return places.byCite.get(cite)?.[occurrence - 1];
}

/** Whether a name means all of the document. */
export function isWhole({ cite }: Target): boolean {
  return cite === WHOLE;
}

/** The name that is nearest to one that is not there, with the beginning of its text. */
export function nearestPlace(places: Places, cite: string): string | undefined {
  const tail = numberOf(cite);
  const names = [...places.byCite.keys()];
  const shared = (name: string): number =>
    sharedLength(numberOf(name), tail) + (kindOf(name) === kindOf(cite) ? 0.5 : 0);
  const best = names.reduce<string | undefined>(
    (found, name) => (found === undefined || shared(name) > shared(found) ? name : found),
    undefined,
  );
  const place = best === undefined ? undefined : places.byCite.get(best)?.[0];
  return place === undefined ? undefined : `${best}: "${excerpt(plainText(place.node))}"`;
}

const numberOf = (cite: string): string => /[\dA-Z(][\w.()]*$/.exec(cite)?.[0] ?? cite;
const kindOf = (cite: string): string => cite.split(' ')[0] ?? '';

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length += 1;
  return length;
}

/** The beginning of a text on one line, at most some 80 UTF-16 code units, never cut inside a surrogate pair. */
export function excerpt(text: string): string {
  const line = text.slice(0, 400).replace(/\s+/g, ' ').trim();
  return line.length <= 80 ? line : `${line.slice(0, 79).replace(/[\ud800-\udbff]$/, '')}…`;
}
