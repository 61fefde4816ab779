/**
 * The styles of a file in the look of a reference file: its styles under our ids, matched by name; of ours that it does
 * not have, the shape in its colours; and what a style must do for the text whatever it looks like.
 */
import { type Brand, type BrandStyle, inOrder } from '../../../word/brand/index.ts';
import { attributeOf, childNamed, elementsOf, type XmlChild, type XmlNode, xmlNode } from '../../../word/fragment.ts';
import { COLOURS } from '../look-and-feel.ts';
import type { Palette } from '../palette.ts';

/** Names under which Word knows what we call otherwise; our own name goes first. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  bullet: ['list bullet'],
  'bullet 2': ['list bullet 2'],
  'bullet 3': ['list bullet 3'],
  quote: ['block text'],
};

/** Running text takes its distances from the reference file where that has no style of the name. */
const INHERITS_SPACING = /^(?:body text|clause|limb|bullet)$/;

/** Properties of ours that a style keeps whatever it looks like: the list level, the outline, what stays with what. */
const KEPT = ['w:keepNext', 'w:keepLines', 'w:numPr', 'w:outlineLvl'] as const;

/** Our styles part with the styles of the reference file in it. */
export function brandedStyles(own: XmlNode, brand: Brand, palette: Palette, language: string): XmlNode {
  const ours = elementsOf(own).filter(({ name }) => name === 'w:style');
  const matches = matchStyles(ours, brand);
  const ids = idsFor(ours, brand, matches);
  const taken = ours.map((style) => {
    const match = matches.get(idOf(style));
    return match === undefined ? inColours(style, palette) : merged(style, match, ids);
  });
  const matched = new Set([...matches.values()].map(({ id }) => id));
  const others = brand.styles.filter(({ id }) => !matched.has(id)).map((style) => renamed(style, ids));
  const defaults = brand.defaults ?? childNamed(own, 'w:docDefaults');
  const head = defaults === undefined ? [] : [withLanguage(defaults, language)];
  return { ...own, children: [...head, ...taken, ...others] };
}

function idOf(style: XmlNode): string {
  return attributeOf(style, 'w:styleId') ?? '';
}

function nameOf(style: XmlNode): string {
  return (attributeOf(childNamed(style, 'w:name'), 'w:val') ?? '').toLowerCase();
}

/** For our style ids, the style of the reference file that takes its place. */
function matchStyles(ours: readonly XmlNode[], brand: Brand): Map<string, BrandStyle> {
  const byName = new Map<string, BrandStyle>();
  for (const style of brand.styles) {
    const name = style.isDefault && style.type === 'paragraph' ? 'normal' : style.name.toLowerCase();
    if (!byName.has(name)) byName.set(name, style);
  }
  const matches = new Map<string, BrandStyle>();
  for (const style of ours) {
    const name = nameOf(style);
    const found = [name, ...(OTHER_NAMES[name] ?? [])].map((each) => byName.get(each)).find(Boolean);
    if (found !== undefined && found.type === attributeOf(style, 'w:type')) matches.set(idOf(style), found);
  }
  return matches;
}

/** The id that each style of the reference file gets. */
function idsFor(ours: readonly XmlNode[], brand: Brand, matches: ReadonlyMap<string, BrandStyle>): Map<string, string> {
  const ids = new Map([...matches].map(([own, { id }]) => [id, own]));
  const used = new Set(ours.map(idOf));
  for (const { id } of brand.styles) {
    if (ids.has(id)) continue;
    let free = id;
    for (let i = 1; used.has(free); i++) free = `${id}Brand${i}`;
    used.add(free);
    ids.set(id, free);
  }
  return ids;
}

/** A style with the ids in it as they are in the file. A style that is based on none that is there stands alone. */
function withIds(style: XmlNode, ids: ReadonlyMap<string, string>): XmlNode[] {
  return elementsOf(style).flatMap((child) => {
    if (!/^w:(?:basedOn|next|link)$/.test(child.name)) return [child];
    const id = ids.get(attributeOf(child, 'w:val') ?? '');
    return id === undefined ? [] : [xmlNode(child.name, { 'w:val': id })];
  });
}

function renamed({ id, type, node, isDefault }: BrandStyle, ids: ReadonlyMap<string, string>): XmlNode {
  const standard = isDefault && type !== 'paragraph' ? { 'w:default': 1 } : {};
  return xmlNode('w:style', { 'w:type': type, ...standard, 'w:styleId': ids.get(id) ?? id }, withIds(node, ids));
}

/** A style of the reference file in the place of ours. */
function merged(own: XmlNode, match: BrandStyle, ids: ReadonlyMap<string, string>): XmlNode {
  const name = childNamed(own, 'w:name') as XmlNode;
  const rest = withIds(match.node, ids).filter((child) => child.name !== 'w:name');
  const paragraph = withKept(childNamed(match.node, 'w:pPr'), childNamed(own, 'w:pPr'));
  const children = inserted(
    rest.filter((child) => child.name !== 'w:pPr'),
    paragraph,
  );
  return { ...own, children: [name, ...children] };
}

/** Paragraph properties stand in front of run properties and those of tables (CT_Style, 17.7.4.17). */
function inserted(children: readonly XmlNode[], paragraph: XmlNode | undefined): XmlNode[] {
  if (paragraph === undefined) return [...children];
  const at = children.findIndex(({ name }) => /^w:(?:rPr|tblPr|trPr|tcPr|tblStylePr)$/.test(name));
  const before = at < 0 ? children : children.slice(0, at);
  return [...before, paragraph, ...(at < 0 ? [] : children.slice(at))];
}

function withKept(theirs: XmlNode | undefined, ours: XmlNode | undefined): XmlNode | undefined {
  if (ours === undefined) return theirs;
  const kept = elementsOf(ours).filter(({ name }) => (KEPT as readonly string[]).includes(name));
  const names = new Set(kept.map(({ name }) => name));
  const rest = elementsOf(theirs).filter(({ name }) => !names.has(name));
  const tabs = tabStops(childNamed(theirs, 'w:tabs'), childNamed(ours, 'w:tabs'));
  const all = [...rest.filter(({ name }) => name !== 'w:tabs'), ...kept, ...tabs];
  if (all.length === 0) return theirs;
  return xmlNode('w:pPr', {}, inOrder('w:pPr', all));
}

/** Theirs, and ours where they have none at the right: a contents list needs one for its page numbers. */
function tabStops(theirs: XmlNode | undefined, ours: XmlNode | undefined): XmlNode[] {
  if (ours === undefined) return theirs === undefined ? [] : [theirs];
  const has = elementsOf(theirs).some((tab) => /^(?:right|end)$/.test(attributeOf(tab, 'w:val') ?? ''));
  if (has) return [theirs as XmlNode];
  const stops = [...elementsOf(theirs), ...elementsOf(ours)];
  const at = (tab: XmlNode): number => Number(attributeOf(tab, 'w:pos') ?? 0);
  return [
    xmlNode(
      'w:tabs',
      {},
      [...stops].sort((a, b) => at(a) - at(b)),
    ),
  ];
}

/** A style of ours in the colours of the reference file. */
function inColours(style: XmlNode, palette: Palette): XmlNode {
  const colours = new Map<string, string>(
    (Object.keys(COLOURS) as (keyof Palette)[]).map((name) => [COLOURS[name], palette[name]]),
  );
  const recoloured = recolour(style, colours);
  if (!INHERITS_SPACING.test(nameOf(style))) return recoloured;
  return without(recoloured, 'w:spacing');
}

function recolour(node: XmlNode, colours: ReadonlyMap<string, string>): XmlNode {
  const attributes = node.attributes.map(([name, value]): [string, string] => {
    const isColour = name === 'w:color' || name === 'w:fill' || (node.name === 'w:color' && name === 'w:val');
    return [name, isColour ? (colours.get(value) ?? value) : value];
  });
  const children = node.children.map(
    (child): XmlChild => (typeof child === 'string' ? child : recolour(child, colours)),
  );
  return { name: node.name, attributes, children };
}

function without(node: XmlNode, name: string): XmlNode {
  const children = node.children.flatMap((child): XmlChild[] => {
    if (typeof child === 'string') return [child];
    return child.name === name ? [] : [without(child, name)];
  });
  return { ...node, children };
}

/** The defaults in the document's own language (17.7.5). */
function withLanguage(defaults: XmlNode, language: string): XmlNode {
  const runs = childNamed(childNamed(defaults, 'w:rPrDefault'), 'w:rPr');
  const others = elementsOf(runs).filter(({ name }) => name !== 'w:lang');
  const lang = xmlNode('w:lang', { 'w:val': language });
  const paragraphs = elementsOf(defaults).filter(({ name }) => name === 'w:pPrDefault');
  return xmlNode('w:docDefaults', {}, [
    xmlNode('w:rPrDefault', {}, [xmlNode('w:rPr', {}, [...others, lang])]),
    ...paragraphs,
  ]);
}
