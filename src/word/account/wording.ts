/** What things and their facets are called in sentences for a lawyer. */
import type { DifferenceName, SideNames } from './difference.ts';
import { fewWords } from './difference.ts';

interface ThingName {
  readonly kind: DifferenceName;
  readonly name: string;
}

/** Things that stand in a text, and boundaries of blocks, by what the account calls them. */
const THINGS: Readonly<Record<string, ThingName>> = {
  field: { kind: 'field', name: 'field' },
  'field code': { kind: 'field', name: 'code of a field without a beginning' },
  'field separator': { kind: 'field', name: 'separator of a field without a beginning' },
  link: { kind: 'link', name: 'link' },
  footnote: { kind: 'note', name: 'footnote' },
  endnote: { kind: 'note', name: 'endnote' },
  footnoteRef: { kind: 'note', name: 'number at the start of a footnote' },
  endnoteRef: { kind: 'note', name: 'number at the start of an endnote' },
  comment: { kind: 'comment', name: 'comment' },
  drawing: { kind: 'drawing', name: 'drawing' },
  object: { kind: 'object', name: 'embedded object' },
  equation: { kind: 'object', name: 'equation' },
  symbol: { kind: 'text', name: 'symbol' },
  ruby: { kind: 'text', name: 'reading above text' },
  break: { kind: 'break', name: 'break' },
  'content control': { kind: 'content control', name: 'content control' },
  'custom XML': { kind: 'content control', name: 'custom XML mark' },
  direction: { kind: 'format', name: 'direction of writing' },
  'imported file': { kind: 'imported file', name: 'imported file' },
  table: { kind: 'table', name: 'table' },
  row: { kind: 'row', name: 'table row' },
  cell: { kind: 'cell', name: 'table cell' },
  section: { kind: 'section break', name: 'section break' },
};

/** What a thing is called, and the kind of difference where it stands on one side only. */
export function thingName(what: string): ThingName {
  return THINGS[what.replace(/ end$/, '')] ?? { kind: 'object', name: `item of the kind ${what}` };
}

/** Kinds of differences by facet, where it is not that of the thing: `what.facet`, or the facet of any thing. */
const FACET_KINDS: Readonly<Record<string, DifferenceName>> = {
  'field.ticked': 'form field',
  'field.choice': 'form field',
  'field.form': 'form field',
  'drawing.size': 'drawing set-up',
  'drawing.position': 'drawing set-up',
  'drawing.order': 'drawing set-up',
  'drawing.alternative text': 'drawing set-up',
  'object.size': 'drawing set-up',
  'object.position': 'drawing set-up',
  'object.order': 'drawing set-up',
  'section.': 'section',
  'table.widths': 'width',
  'table.w:tblW': 'width',
  'cell.w:tcW': 'width',
  'row.w:gridBefore': 'width',
  'row.w:wBefore': 'width',
  'row.w:wAfter': 'width',
  'table.': 'format',
  'row.': 'format',
  'cell.w:gridSpan': 'cell',
  'cell.w:vMerge': 'cell',
  'cell.w:hMerge': 'cell',
  'cell.': 'format',
  'table.style': 'style',
  'table.style name': 'style name',
};

/** The kind of difference where a facet of a thing differs. */
export function facetKind(what: string, facet: string): DifferenceName {
  return FACET_KINDS[`${what}.${facet}`] ?? FACET_KINDS[`${what}.`] ?? thingName(what).kind;
}

/** Facets and properties of formatting by the words for them; others are told by their name in the file. */
const WORDS: Readonly<Record<string, string>> = {
  content: 'content',
  picture: 'picture',
  size: 'size',
  position: 'position on the page',
  order: 'order among overlapping drawings',
  'alternative text': 'alternative text',
  code: 'code',
  target: 'address',
  anchor: 'bookmark it leads to',
  tooltip: 'tooltip',
  frame: 'window it opens in',
  choice: 'choice',
  ticked: 'tick',
  form: 'set-up of the form field',
  locked: 'lock',
  data: 'stored data',
  author: 'author',
  date: 'date',
  mark: 'mark of its own',
  alias: 'title',
  tag: 'tag',
  reading: 'reading',
  type: 'type',
  style: 'style',
  'style name': 'style',
  widths: 'column widths',
  'w:b': 'bold',
  'w:i': 'italics',
  'w:u': 'underlining',
  'w:vanish': 'hidden text',
  'w:specVanish': 'style separator',
  'w:strike': 'strikethrough',
  'w:dstrike': 'double strikethrough',
  'w:caps': 'capitals',
  'w:smallCaps': 'small capitals',
  'w:sz': 'font size',
  'w:color': 'colour',
  'w:highlight': 'highlighting',
  'w:shd': 'shading',
  'w:vertAlign': 'superscript or subscript',
  'w:rFonts': 'font',
  'w:spacing': 'spacing',
  'w:ind': 'indent',
  'w:jc': 'alignment',
  'w:tabs': 'tab stops',
  'w:keepNext': 'keep with next',
  'w:keepLines': 'keep lines together',
  'w:pageBreakBefore': 'page break before',
  'w:outlineLvl': 'outline level',
  'w:pBdr': 'borders',
  'w:pgSz': 'page size',
  'w:pgMar': 'margins',
  'w:cols': 'columns',
  'w:type': 'kind of section break',
  'w:pgNumType': 'page numbering',
  'w:docGrid': 'document grid',
  'w:tblLook': 'parts of the table style that apply',
  'w:tblCellMar': 'cell margins',
  'w:tcMar': 'cell margins',
  'w:widowControl': 'widow control',
  'w:titlePg': 'different first page',
  'w:tblBorders': 'table borders',
  'w:tcBorders': 'cell borders',
  'w:gridSpan': 'columns that the cell spans',
  'w:vMerge': 'merging with the cells above and below',
  'w:tblHeader': 'header row',
  'w:evenAndOddHeaders': 'different headers on even pages',
  'w:documentProtection': 'document protection',
  'w:defaultTabStop': 'default tab stops',
  'w:footnotePr': 'set-up of footnotes',
  'w:endnotePr': 'set-up of endnotes',
  'w:mirrorMargins': 'mirrored margins',
  'w:autoHyphenation': 'automatic hyphenation',
};

const PARTS: Readonly<Record<string, string>> = {
  theme: 'the theme (fonts and colours)',
  customXml: 'the custom XML data',
  glossaryDocument: 'the building blocks',
  vbaProject: 'the macros',
};

/** The words for a facet or a property: `w:spacing@w:before` is `spacing (before)`. */
export function wordFor(name: string): string {
  const [element = name, attribute] = name.split(/[@/]/, 2);
  const word = WORDS[element] ?? PARTS[element] ?? `“${element.replace(/^\w+:/, '')}”`;
  const detail = attribute === undefined || /^\d+$/.test(attribute) ? '' : ` (${attribute.replace(/^\w+:/, '')})`;
  return word + detail;
}

/** Words for several properties, each once. */
export function wordsFor(names: readonly string[]): string {
  return [...new Set(names.map((name) => wordFor(name).replace(/ \(.*\)$/, '')))].join(', ');
}

/** How the value of a facet is told; nothing where it is no text for people. */
function shownValue(value: string | undefined): string | undefined {
  if (value === undefined) return 'none';
  if (value.length > 200 || /[<>|]/.test(value) || /^[\w+/]{43}=$/.test(value)) return undefined;
  return value === '' ? 'empty' : `“${fewWords(value)}”`;
}

/** The sentence that a facet of a thing differs. */
export function facetSentence(
  what: string,
  facet: string,
  wanted: string | undefined,
  found: string | undefined,
  names: SideNames,
): string {
  const { name } = thingName(what);
  if (facet === 'ticked' && wanted !== undefined && found !== undefined) {
    const [where, other] = found === '1' ? [names.found, names.wanted] : [names.wanted, names.found];
    return `the check box is ticked in ${where} and not in ${other}`;
  }
  const subject = `the ${wordFor(facet)} of the ${name}`;
  const [ours, theirs] = [shownValue(wanted), shownValue(found)];
  if (ours === undefined || theirs === undefined || ours === theirs) return `${subject} differs`;
  return `${subject} is ${ours} in ${names.wanted} and ${theirs} in ${names.found}`;
}
