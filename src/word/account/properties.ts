/** Formatting as a map of properties: what a level says, levels laid over one another, and what has the value that Word takes anyway. */
import { attributeOf, type CanonicalNode, canonicalText, childNodes } from './canonical.ts';

/** Values by property: `w:b`, `w:spacing@w:before`, `w:tabs@720`. */
export type FormatProperties = ReadonlyMap<string, string>;

export const NO_FORMAT: FormatProperties = new Map();

/** Properties whose attributes are inherited one by one (17.3.1.12, 17.3.1.33, 17.3.2.26). */
const BY_ATTRIBUTE: ReadonlySet<string> = new Set([
  'w:ind',
  'w:spacing',
  'w:rFonts',
  'w:framePr',
  'w:pgSz',
  'w:pgMar',
  'w:cols',
  'w:pgNumType',
  'w:docGrid',
  'w:lnNumType',
]);

/** Properties whose children are inherited one by one. */
const BY_CHILD: ReadonlySet<string> = new Set([
  'w:pBdr',
  'w:tblBorders',
  'w:tcBorders',
  'w:tcMar',
  'w:tblCellMar',
  'w:pgBorders',
]);

/** On or off without a value (17.17.4). */
const SWITCH_DEFAULTS: Readonly<Record<string, string>> = {
  'w:widowControl': '1',
  'w:kinsoku': '1',
  'w:wordWrap': '1',
  'w:overflowPunct': '1',
  'w:autoSpaceDE': '1',
  'w:autoSpaceDN': '1',
  'w:adjustRightInd': '1',
  'w:snapToGrid': '1',
  ...Object.fromEntries(
    [
      ...['b', 'bCs', 'i', 'iCs', 'caps', 'smallCaps', 'strike', 'dstrike', 'outline', 'shadow', 'emboss', 'imprint'],
      ...['vanish', 'webHidden', 'rtl', 'cs', 'oMath', 'specVanish', 'keepNext', 'keepLines', 'pageBreakBefore'],
      ...['suppressLineNumbers', 'suppressAutoHyphens', 'topLinePunct', 'bidi', 'contextualSpacing', 'mirrorIndents'],
      ...['suppressOverlap', 'cantSplit', 'tblHeader', 'hidden', 'noWrap', 'tcFitText', 'hideMark', 'titlePg'],
      ...['formProt', 'noEndnote', 'rtlGutter', 'bidiVisual'],
    ].map((name) => [`w:${name}`, '0']),
  ),
};

/** What a property is where nothing sets it. */
const DEFAULTS: Readonly<Record<string, string>> = {
  ...SWITCH_DEFAULTS,
  'w:jc': 'left',
  'w:spacing@w:before': '0',
  'w:spacing@w:after': '0',
  'w:spacing@w:line': '240',
  'w:spacing@w:lineRule': 'auto',
  'w:spacing@w:beforeAutospacing': '0',
  'w:spacing@w:afterAutospacing': '0',
  'w:spacing': '0',
  'w:ind@w:left': '0',
  'w:ind@w:right': '0',
  'w:ind@w:firstLine': '0',
  'w:ind@w:hanging': '0',
  'w:type': 'nextPage',
  'w:pgNumType@w:fmt': 'decimal',
  'w:cols@w:space': '720',
  'w:cols@w:num': '1',
  'w:cols@w:equalWidth': '1',
  'w:tblCellMar@w:left': '<w:left w:type="dxa" w:w="108"></>',
  'w:tblCellMar@w:right': '<w:right w:type="dxa" w:w="108"></>',
  'w:tblCellMar@w:top': '<w:top w:type="dxa" w:w="0"></>',
  'w:tblCellMar@w:bottom': '<w:bottom w:type="dxa" w:w="0"></>',
  'w:outlineLvl': '9',
  'w:color': 'auto',
  'w:u': 'none',
  'w:vertAlign': 'baseline',
  'w:highlight': 'none',
  'w:w': '100',
  'w:kern': '0',
  'w:position': '0',
  'w:sz': '20',
  'w:szCs': '20',
  'w:textAlignment': 'auto',
  'w:textDirection': 'lrTb',
  'w:em': 'none',
  'w:effect': 'none',
  'w:shd': '<w:shd w:fill="auto" w:val="clear"></>',
};

/** Properties that undo one another where the nearer level sets the one and the farther the other. */
const RIVALS: Readonly<Record<string, string>> = {
  'w:rFonts@w:ascii': 'w:rFonts@w:asciiTheme',
  'w:rFonts@w:asciiTheme': 'w:rFonts@w:ascii',
  'w:rFonts@w:hAnsi': 'w:rFonts@w:hAnsiTheme',
  'w:rFonts@w:hAnsiTheme': 'w:rFonts@w:hAnsi',
  'w:rFonts@w:cs': 'w:rFonts@w:cstheme',
  'w:rFonts@w:cstheme': 'w:rFonts@w:cs',
  'w:rFonts@w:eastAsia': 'w:rFonts@w:eastAsiaTheme',
  'w:rFonts@w:eastAsiaTheme': 'w:rFonts@w:eastAsia',
  'w:ind@w:firstLine': 'w:ind@w:hanging',
  'w:ind@w:hanging': 'w:ind@w:firstLine',
};

/** What an element of properties sets; children named in `without` are left out. */
export function readProperties(node: CanonicalNode | undefined, without: ReadonlySet<string>): FormatProperties {
  const children = childNodes(node);
  if (children.length === 0) return NO_FORMAT;
  const found = new Map<string, string>();
  for (const child of children) if (!without.has(child.name)) addProperty(found, child);
  return found;
}

function addProperty(into: Map<string, string>, node: CanonicalNode): void {
  const { name } = node;
  if (name === 'w:tabs') {
    for (const tab of childNodes(node)) into.set(`w:tabs@${attributeOf(tab, 'w:pos')}`, tabOf(tab));
  } else if (BY_CHILD.has(name)) {
    for (const child of childNodes(node)) into.set(`${name}@${child.name}`, canonicalText(child));
  } else if (BY_ATTRIBUTE.has(name) && attributeOf(node) === undefined) {
    for (const [attribute, value] of node.attributes) into.set(`${name}@${attribute}`, value);
    for (const child of childNodes(node)) into.set(`${name}/${child.name}`, canonicalText(child));
  } else if (name === 'w:tblLook') into.set(name, tableLook(node));
  else if (Object.hasOwn(SWITCH_DEFAULTS, name)) into.set(name, attributeOf(node) ?? '1');
  else into.set(name, simpleValue(node));
}

function tabOf(tab: CanonicalNode): string {
  const leader = attributeOf(tab, 'w:leader');
  return `${attributeOf(tab)}${leader === undefined || leader === 'none' ? '' : ` ${leader}`}`;
}

/** Which parts of a table style apply, by their bits in the older form (17.4.55). */
const TABLE_LOOK: Readonly<Record<string, number>> = {
  'w:firstRow': 0x20,
  'w:lastRow': 0x40,
  'w:firstColumn': 0x80,
  'w:lastColumn': 0x100,
  'w:noHBand': 0x200,
  'w:noVBand': 0x400,
};

/** The parts of a table style that apply, whether written one by one or as one number. */
function tableLook(node: CanonicalNode): string {
  const bits = Number.parseInt(attributeOf(node) ?? '0', 16);
  const on = ([name, bit]: [string, number]): boolean => {
    const written = attributeOf(node, name);
    return written === undefined ? (bits & bit) !== 0 : written === '1';
  };
  return Object.entries(TABLE_LOOK)
    .filter(on)
    .map(([name]) => name)
    .join(' ');
}

/** The value of a property that has nothing else, or all of it. */
function simpleValue(node: CanonicalNode): string {
  const [only, ...more] = node.attributes;
  return only?.[0] === 'w:val' && more.length === 0 && node.children.length === 0 ? only[1] : canonicalText(node);
}

/** Levels laid over one another, the nearest last. */
export function layered(levels: readonly FormatProperties[]): FormatProperties {
  const set = levels.filter(({ size }) => size > 0);
  if (set.length < 2) return set[0] ?? NO_FORMAT;
  const result = new Map<string, string>();
  for (const level of set) {
    for (const [name, value] of level) {
      const rival = RIVALS[name];
      if (rival !== undefined && !level.has(rival)) result.delete(rival);
      result.set(name, value);
    }
  }
  return result;
}

/** Properties that change nothing left out: those with the value that stands anyway, cleared tabs, and the like. */
export function effective(properties: FormatProperties): FormatProperties {
  const result = new Map<string, string>();
  const hasGrid = (properties.get('w:docGrid@w:type') ?? 'default') !== 'default';
  for (const name of [...properties.keys()].sort()) {
    const value = properties.get(name) as string;
    if (!hasGrid && name.startsWith('w:docGrid')) continue;
    if (DEFAULTS[name] === value || (name.startsWith('w:tabs@') && value.startsWith('clear'))) continue;
    if (value === '<w:shd></>' || /^<w:\w+ w:val="(?:nil|none)">/.test(value)) continue;
    result.set(name, value);
  }
  return result;
}

/** A key that is the same for two sets of properties just where they are. */
export function formatKey(properties: FormatProperties): string {
  let key = '';
  for (const [name, value] of properties) key += `${name}=${value};`;
  return key;
}

/** The names of properties that differ. */
export function differingProperties(a: FormatProperties, b: FormatProperties): string[] {
  const found = new Set<string>();
  for (const [name, value] of a) if (b.get(name) !== value) found.add(name);
  for (const name of b.keys()) if (!a.has(name)) found.add(name);
  return [...found].sort();
}
