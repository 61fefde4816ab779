/** The provisions of a document that an instruction can name, and finding the one that it names. */
import { type Citation, dividedCitations } from '../model/cite.ts';
import type { Block, Document } from '../model/document.ts';
import { plainText } from '../model/walk.ts';
import { parseTarget, type Target, targetText, WHOLE } from './instruction.ts';

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
  readonly byCite: ReadonlyMap<string, Place>;
  /** By other ways to name them, in lower case: `paragraph 2.1 of schedule 1`, `clause 2.1` in any division. */
  readonly byOtherName: ReadonlyMap<string, readonly Place[]>;
}

/** Lists what can be named: parts, clauses, definitions and tables at any depth, and paragraphs outside all of them. */
export function placesOf(document: Document): Places {
  const cites = dividedCitations(document);
  const byNode = new Map<Block, Place>();
  const byCite = new Map<string, Place>();
  const byOtherName = new Map<string, Place[]>();
  const visit = (parent: Place['parent']): void => {
    for (const node of parent.children) {
      const citation = isNamed(node, parent) ? cites.get(node) : undefined;
      if (citation !== undefined && citation.cite !== '') {
        const cite = oneLine(citation.cite);
        const place: Place = { node, parent, target: parseTarget(cite) };
        byNode.set(node, place);
        byCite.set(cite, place);
        for (const name of otherNames(citation, document.meta.provision)) listAt(byOtherName, name).push(place);
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

function listAt(lists: Map<string, Place[]>, name: string): Place[] {
  const list = lists.get(name) ?? [];
  lists.set(name, list);
  return list;
}

/** The ways in which drafters name a provision beside ours, in lower case. */
function otherNames({ own, division }: Citation, provision: string): Set<string> {
  const clause = own.replace(/^(?:paragraph )?(?=\d)/, `${provision} `);
  const names = [own, clause];
  if (division !== undefined)
    for (const name of [own, clause]) names.push(`${name} of ${division}`, `${division}, ${name}`);
  return new Set(names.map((name) => oneLine(name).toLowerCase()));
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function isNamed(node: Block, parent: Place['parent']): boolean {
  if (node.type === 'clause') return node.label !== undefined || node.heading !== undefined;
  return node.type === 'definition' || node.type === 'table' || (parent.type === 'document' && node.type !== 'opaque');
}

/** The provision of that name. A name that several have, whatever they stand in, needs the number of one of them. */
export function findPlace({ byCite, byOtherName }: Places, target: Target): Place | undefined {
  const exact = byCite.get(targetText(target));
  if (exact !== undefined) return exact;
  const named = byOtherName.get(target.cite.toLowerCase()) ?? [];
  return named.length > 1 || target.occurrence !== undefined ? named[(target.occurrence ?? 0) - 1] : named[0];
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
  const place = best === undefined ? undefined : places.byCite.get(best);
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
