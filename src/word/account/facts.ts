/** Facts about a whole document: its settings, its properties, and the parts that stand for themselves. */
import { attributeOf, type CanonicalNode, canonicalText, childNode, childNodes, textOf } from './canonical.ts';
import { isSilentPart } from './no-meaning.ts';
import type { AccountSource } from './source.ts';
import type { AccountFact } from './types.ts';

/** Relationships whose parts are accounted for where they are called, or as facts of their own kind. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  ...['officeDocument', 'styles', 'numbering', 'settings', 'footnotes', 'endnotes', 'comments', 'header', 'footer'],
  ...[
    'hyperlink',
    'image',
    'chart',
    'chartEx',
    'oleObject',
    'package',
    'control',
    'aFChunk',
    'video',
    'audio',
    'media',
  ],
  ...['diagramData', 'diagramLayout', 'diagramQuickStyle', 'diagramColors', 'diagramDrawing', 'subDocument', 'frame'],
  ...['core-properties', 'custom-properties', 'coreProperties', 'customProperties', 'attachedTemplate'],
]);

export function factsOf(source: AccountSource): readonly AccountFact[] {
  return numbered([
    ...settingFacts(source),
    ...propertyFacts(source),
    ...backgroundFacts(source),
    ...partFacts(source),
  ]);
}

/** A setting that is off, and a group of settings without any. */
const SAYS_NOTHING = /^<w:(?:\w+ w:val="0"|footnotePr|endnotePr)><\/>$/;

function settingFacts(source: AccountSource): AccountFact[] {
  const part = source.typed('settings');
  const root = source.part(part);
  if (part === undefined || root === undefined) return [];
  const fact = (node: CanonicalNode, name: string): AccountFact => ({
    what: 'setting',
    name,
    part,
    value: canonicalText(node, (id) => source.refer(part, id)),
  });
  return childNodes(root)
    .flatMap((node) =>
      node.name === 'w:compat' || node.name === 'w:docVars'
        ? childNodes(node).map((child) => fact(child, `${node.name}/${attributeOf(child, 'w:name') ?? child.name}`))
        : [fact(node, node.name)],
    )
    .filter(({ value }) => !SAYS_NOTHING.test(value));
}

/** Relationships to the properties of the file, by the types of transitional and strict files. */
const OWN_PROPERTIES: ReadonlySet<string> = new Set([
  'core-properties',
  'custom-properties',
  'coreProperties',
  'customProperties',
]);

function propertyFacts(source: AccountSource): AccountFact[] {
  const facts: AccountFact[] = [];
  for (const { type, target, external } of source.relationships('').values()) {
    if (external || !OWN_PROPERTIES.has(type)) continue;
    for (const node of childNodes(source.part(target))) {
      const name = attributeOf(node, 'name') ?? node.name.replace(/^\w+:/, '');
      const value = textOf(node);
      if (value !== '') facts.push({ what: 'property', name, part: target, value });
    }
  }
  return facts;
}

function backgroundFacts(source: AccountSource): AccountFact[] {
  const node = childNode(source.part(source.main), 'w:background');
  if (node === undefined) return [];
  const value = canonicalText(node, (id) => source.refer(source.main, id));
  return [{ what: 'setting', name: node.name, part: source.main, value }];
}

function partFacts(source: AccountSource): AccountFact[] {
  const facts: AccountFact[] = [];
  for (const from of ['', source.main]) {
    for (const { type, target, external } of source.relationships(from).values()) {
      const isDamaged = !external && target.endsWith('.xml') && source.part(target) === undefined;
      if (isSilentPart(type) || (ELSEWHERE.has(type) && !isDamaged)) continue;
      facts.push({ what: 'part', name: type, part: target, value: external ? target : source.fingerprint(target) });
    }
  }
  return facts;
}

/** Facts in a fixed order, those of one name told apart by their values. */
function numbered(facts: readonly AccountFact[]): readonly AccountFact[] {
  const order = (fact: AccountFact): string => `${fact.what} ${fact.name} ${fact.value}`;
  const sorted = facts.map((fact) => ({ fact, key: order(fact) })).sort((a, b) => (a.key < b.key ? -1 : 1));
  const seen = new Map<string, number>();
  return sorted.map(({ fact }) => {
    const key = `${fact.what} ${fact.name}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? fact : { ...fact, name: `${fact.name} (${count})` };
  });
}
