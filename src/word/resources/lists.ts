/**
 * Lists of before in after's numbering part (ISO/IEC 29500-1, 17.9): a list is the one of after in which its paragraphs
 * stand there, or is brought. Lists count together where they have one definition (`w:abstractNum`), so that definitions
 * meet one for one.
 */

import { type Document, remembered, typedPart } from '../document.ts';
import { digest } from '../document-fingerprint.ts';
import { type Output, rawRelationship } from '../output.ts';
import { type Rewriting, rewritten } from '../rewritten.ts';
import { attribute, childOf, type Element, innerXml, type Part } from '../tree.ts';

interface List {
  readonly num: Element;
  readonly definition: Element | undefined;
  /** That of the definition. */
  readonly id: string;
  /** What its levels look like, and what it says of its own. */
  readonly looks: string;
  readonly own: string;
}

/** Paragraphs that stand on both sides: the list of the one before, and that of the one after. */
export type ListPair = readonly [before: string, after: string];

/** Maps the ids of before's lists to ids of after's; lists that after has not are added to its part. */
export function numberingMap(
  before: Document,
  after: Document,
  output: Output,
  pairs: readonly ListPair[],
): (id: string) => string {
  const [from, to] = [typedPart(before, 'numbering'), typedPart(after, 'numbering')];
  if (from === undefined) return (id) => id;
  if (to === undefined) return takenWhole(before, after, from, output);
  const keys = new Map<string, string>();
  const [theirs, ours] = [listsOf(before, from, keys), listsOf(after, to, keys)];
  const { lists, definitions } = votedLists(pairs, theirs, ours);
  const bringing = new Bringing(from, to, output, definitions);
  return remembered((id) => {
    const list = theirs.get(id);
    return lists.get(id) ?? (list?.definition === undefined ? id : bringing.list(list.num, list.definition));
  });
}

/** After has no lists: it is given before's part as it is. */
function takenWhole(before: Document, after: Document, from: Part, output: Output): (id: string) => string {
  const name = 'word/numbering.xml';
  return remembered((id) => {
    if (output.hasPart(name)) return id;
    const relation = [...before.relationships(before.main).values()].find(({ type }) => type === 'numbering');
    const type = relation === undefined ? undefined : rawRelationship(before, before.main, relation.id)?.type;
    const { source, root } = from;
    const lists = rewritten({ from, into: from }, root, [], new Set(PICTURES));
    output.addPart(name, new TextEncoder().encode(source.slice(0, root.start) + lists), CONTENT_TYPE);
    output.addRelationship(after.main, type ?? '', `/${name}`, false);
    return id;
  });
}

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml';

/** Adds lists and definitions of before to after's part under fresh ids. */
class Bringing {
  readonly #from: Part;
  readonly #to: Part;
  readonly #output: Output;
  /** The id in after's part of each definition of before that has one there. */
  readonly #definitions: Map<Element, string>;
  readonly #nums: readonly Element[];
  #last: number;
  #lastDefinition: number;

  constructor(from: Part, to: Part, output: Output, definitions: Map<Element, string>) {
    this.#from = from;
    this.#to = to;
    this.#output = output;
    this.#definitions = definitions;
    this.#nums = to.root.children.filter((child) => child.name === 'w:num');
    this.#last = highest(to, 'w:numId');
    this.#lastDefinition = highest(to, 'w:abstractNumId');
  }

  list(num: Element, definition: Element): string {
    const known = this.#definitions.get(definition) ?? this.#definition(definition);
    const fresh = String(++this.#last);
    const link = childOf(num, 'w:abstractNumId');
    const values = [
      { element: num, name: 'w:numId', value: fresh },
      ...(link === undefined ? [] : [{ element: link, name: 'w:val', value: known }]),
    ];
    const end = this.#nums[this.#nums.length - 1]?.end ?? this.#listsEnd();
    this.#output.edits(this.#to).insert(end, this.#written(num, values), 1);
    return fresh;
  }

  #definition(definition: Element): string {
    const fresh = String(++this.#lastDefinition);
    this.#definitions.set(definition, fresh);
    const xml = this.#written(definition, [{ element: definition, name: 'w:abstractNumId', value: fresh }]);
    const at = this.#nums[0]?.start ?? this.#listsEnd();
    this.#output.edits(this.#to).insert(at, xml);
    return fresh;
  }

  #written(element: Element, values: readonly Rewriting[]): string {
    return rewritten({ from: this.#from, into: this.#to }, element, values, NOT_BROUGHT);
  }

  /** Behind the definitions and lists of a part. */
  #listsEnd(): number {
    return childOf(this.#to.root, 'w:numIdMacAtCleanup')?.start ?? this.#to.root.closeStart;
  }
}

/** Pictures as bullets: they stand apart from the lists, and are not brought. */
const PICTURES = ['w:numPicBullet', 'w:lvlPicBulletId'];
/** What is left out of a list that is brought: with what names its definition, since Word takes two of one name for one. */
const NOT_BROUGHT: ReadonlySet<string> = new Set(['w:nsid', 'w:tmpl', 'w:name', 'w:styleLink', ...PICTURES]);

/** Lists that most paragraphs say are the same, where they look alike; one for one, and so are their definitions. */
function votedLists(
  pairs: readonly ListPair[],
  theirs: ReadonlyMap<string, List>,
  ours: ReadonlyMap<string, List>,
): { readonly lists: Map<string, string>; readonly definitions: Map<Element, string> } {
  const votes = new Map<string, number>();
  for (const [x, y] of pairs) votes.set(`${x} ${y}`, (votes.get(`${x} ${y}`) ?? 0) + 1);
  const lists = new Map<string, string>();
  const taken = new Set<string>();
  const partners = new Map<Element | undefined, Element | undefined>();
  const takenDefinitions = new Set<Element | undefined>();
  for (const pair of alikeAs(theirs, ours)) if (!votes.has(pair)) votes.set(pair, 0);
  for (const [pair] of [...votes].sort((a, b) => b[1] - a[1])) {
    const [x, y] = pair.split(' ') as [string, string];
    const [list, own] = [theirs.get(x), ours.get(y)];
    if (lists.has(x) || taken.has(y) || list?.looks !== own?.looks || list?.own !== own?.own) continue;
    const partner = partners.get(list?.definition);
    if (partner === undefined ? takenDefinitions.has(own?.definition) : partner !== own?.definition) continue;
    partners.set(list?.definition, own?.definition);
    takenDefinitions.add(own?.definition);
    lists.set(x, y);
    taken.add(y);
  }
  return { lists, definitions: idsOf(partners, ours) };
}

/** Lists that look alike, those of one id first: what stands in cells, notes or headers has no vote. */
function alikeAs(theirs: ReadonlyMap<string, List>, ours: ReadonlyMap<string, List>): string[] {
  const keyOf = ({ looks, own }: List): string => `${looks}\u0001${own}`;
  const byKey = new Map<string, string[]>();
  for (const [id, list] of ours) byKey.set(keyOf(list), [...(byKey.get(keyOf(list)) ?? []), id]);
  const same = [...theirs].filter(([id, list]) => byKey.get(keyOf(list))?.includes(id) === true);
  const other = [...theirs].flatMap(([id, list]) =>
    (byKey.get(keyOf(list)) ?? []).slice(0, 1).map((y) => `${id} ${y}`),
  );
  return [...same.map(([id]) => `${id} ${id}`), ...other];
}

function idsOf(
  partners: ReadonlyMap<Element | undefined, Element | undefined>,
  ours: ReadonlyMap<string, List>,
): Map<Element, string> {
  const ids = new Map([...ours.values()].map(({ definition, id }) => [definition, id]));
  const found = new Map<Element, string>();
  for (const [theirs, own] of partners) {
    const id = ids.get(own);
    if (theirs !== undefined && own !== undefined && id !== undefined) found.set(theirs, id);
  }
  return found;
}

/** The highest number that an attribute says at the top of a part, at most what Word takes. */
function highest(part: Part, name: string): number {
  const ids = part.root.children.map((child) => attribute(part, child, name) ?? '');
  return ids.reduce((most, id) => (/^\d{1,9}$/.test(id) ? Math.max(most, Number(id)) : most), 0);
}

const WITHOUT_IDS = new Set(['w:nsid', 'w:tmpl', 'w:name', 'w:abstractNumId', 'w:styleLink', 'w:numStyleLink']);

/** The lists of a part; `keys` remembers what definitions say by their XML, most of which both files have. */
function listsOf(document: Document, part: Part, keys: Map<string, string>): Map<string, List> {
  const definitions = definitionsOf(part);
  const formats = new Map<Element | undefined, string>();
  const formatOf = (definition: Element | undefined): string => {
    const xml = definition === undefined ? '' : innerXml(part, definition);
    const known = formats.get(definition) ?? keys.get(xml) ?? contentKey(document, part, definition);
    formats.set(definition, known);
    if (!xml.includes('r:')) keys.set(xml, known);
    return known;
  };
  const lists = new Map<string, List>();
  for (const child of part.root.children) {
    const id = child.name === 'w:num' ? attribute(part, child, 'w:numId') : undefined;
    if (id === undefined || lists.has(id)) continue;
    const link = childOf(child, 'w:abstractNumId');
    const definition = definitions.get(link === undefined ? '' : (attribute(part, link, 'w:val') ?? ''));
    lists.set(id, {
      num: child,
      definition,
      id: definition === undefined ? '' : (attribute(part, definition, 'w:abstractNumId') ?? ''),
      looks: formatOf(definition),
      own: contentKey(document, part, child),
    });
  }
  return lists;
}

/** Definitions by id; one that only names a numbering style is the one that the style stands for (17.9.21). */
function definitionsOf(part: Part): Map<string, Element> {
  const all = part.root.children.filter((child) => child.name === 'w:abstractNum');
  const said = (element: Element, name: string): string | undefined => {
    const link = childOf(element, name);
    return link === undefined ? undefined : attribute(part, link, 'w:val');
  };
  const byStyle = new Map(all.map((one) => [said(one, 'w:styleLink'), one]));
  const found = new Map<string, Element>();
  for (const one of all) {
    const link = said(one, 'w:numStyleLink');
    const meant = link === undefined ? undefined : byStyle.get(link);
    found.set(attribute(part, one, 'w:abstractNumId') ?? '', meant ?? one);
  }
  return found;
}

function contentKey(document: Document, part: Part, element: Element | undefined): string {
  return (element?.children ?? []).map((child) => digest(document, part, child, { without: WITHOUT_IDS })).join('');
}
