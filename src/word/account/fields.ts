/** Fields in all their forms (17.16): simple and complex, nested, their codes and results, and fields of forms with their state. */
import { RENEWED_FIELD } from '../fields.ts';
import { attributeOf, type CanonicalNode, canonicalText, childNode, childNodes, textOf } from './canonical.ts';
import { addItem, NO_FACETS, NO_STORIES, type OpenField, type StoryReading } from './reading.ts';
import type { AccountFormat, AccountItem } from './types.ts';

/** A begin, separator or end of a complex field. */
export function readFieldMark(story: StoryReading, node: CanonicalNode, format: AccountFormat): void {
  const type = attributeOf(node, 'w:fldCharType');
  if (type === 'begin') beginField(story, node, format);
  else if (type === 'separate') {
    const field = story.fields.at(-1);
    if (field === undefined) emit(story, stray('field separator', format));
    else finishCode(story, field);
  } else if (type === 'end') endField(story, format);
}

/** Opens a field; its code comes later, or from a simple field at once. */
export function beginField(story: StoryReading, node: CanonicalNode, format: AccountFormat): void {
  const facets: Record<string, string> = { code: '', ...formState(childNode(node, 'w:ffData')) };
  if (attributeOf(node, 'w:fldLock') === '1') facets.locked = '1';
  const data = childNode(node, 'w:fldData');
  if (data !== undefined) facets.data = textOf(data);
  const item = { what: 'field', text: '', format, facets, inner: [] };
  if (!inCode(story) && !isOmitted(story)) addItem(story, item);
  story.fields.push({ item: storedItem(story, item), inCode: true, omitted: false, code: '', result: '' });
}

/** The item as it stands in the paragraph, so that its code can be told once it is known. */
function storedItem(story: StoryReading, made: AccountItem): OpenField['item'] {
  const last = story.items.at(-1);
  return (last?.what === 'field' && last.facets === made.facets ? last : made) as OpenField['item'];
}

export function finishCode(story: StoryReading, field: OpenField): void {
  if (!field.inCode) return;
  field.inCode = false;
  const code = canonicalCode(field.code);
  field.omitted = story.reading.results === 'omit' && RENEWED_FIELD.test(code);
  const link = linkFacets(code);
  if (link === undefined) field.item.facets.code = code;
  else {
    delete field.item.facets.code;
    field.item.what = 'link';
    Object.assign(field.item.facets, link);
    if (story.items.at(-1) === field.item) addItem(story, story.items.pop() as AccountItem);
  }
}

/** A code with one space where it has several, outside quotation marks. */
function canonicalCode(code: string): string {
  const pieces = code.trim().split('"');
  return pieces.map((piece, at) => (at % 2 === 0 ? piece.replace(/\s+/g, ' ') : piece)).join('"');
}

export function endField(story: StoryReading, format: AccountFormat): void {
  const field = story.fields.pop();
  if (field === undefined) {
    emit(story, stray('field end', format));
    return;
  }
  finishCode(story, field);
  const outer = story.fields.at(-1);
  if (inCode(story) && outer !== undefined) {
    const { facets } = field.item;
    const code = field.item.what === 'link' ? JSON.stringify(facets) : facets.code;
    take(outer, `{${code}${field.result === '' ? '' : `|${field.result}`}}`);
  } else if (!isOmitted(story)) {
    const { what, facets } = field.item;
    addItem(story, {
      what: `${what} end`,
      text: '',
      format,
      facets: what === 'link' ? facets : NO_FACETS,
      inner: NO_STORIES,
    });
  }
}

/** Adds an item where it belongs: to the paragraph, or to the code of the field that is being read. */
export function emit(story: StoryReading, item: AccountItem): void {
  const field = story.fields.at(-1);
  if (isOmitted(story)) return;
  if (field !== undefined && inCode(story)) take(field, item.text === '' ? '' : `‹${item.text}›`);
  else addItem(story, item);
}

/** Takes up text of a field code. */
export function readFieldCode(story: StoryReading, node: CanonicalNode, format: AccountFormat): void {
  const field = story.fields.at(-1);
  const text = textOf(node);
  if (field === undefined) addItem(story, { ...stray('field code', format), facets: { code: text } });
  else take(field, text);
}

function take(field: OpenField, text: string): void {
  if (field.inCode) field.code += text;
  else field.result += text;
}

/** Whether the place that is being read lies within the code of a field. */
export function inCode({ fields }: StoryReading): boolean {
  return fields.some((field) => field.inCode);
}

/** Whether the place that is being read lies within a result that is left out. */
export function isOmitted({ fields }: StoryReading): boolean {
  return fields.some(({ omitted }) => omitted);
}

function stray(what: string, format: AccountFormat): AccountItem {
  return { what, text: '', format, facets: {}, inner: [] };
}

/** The state of a field of a form (17.16.17): a tick, a choice, and how it is set up. */
function formState(data: CanonicalNode | undefined): Record<string, string> {
  if (data === undefined) return {};
  const box = childNode(data, 'w:checkBox');
  const list = childNode(data, 'w:ddList');
  const rest = childNodes(data).map((child) => setUp(child));
  return {
    ...(box === undefined ? {} : { ticked: tick(childNode(box, 'w:checked') ?? childNode(box, 'w:default')) }),
    ...(list === undefined ? {} : { choice: choiceOf(list) }),
    form: rest.join(''),
  };
}

function setUp(child: CanonicalNode): string {
  const state = new Set(['w:checked', 'w:result']);
  return canonicalText({ ...child, children: childNodes(child).filter(({ name }) => !state.has(name)) });
}

function tick(node: CanonicalNode | undefined): string {
  return node === undefined ? '0' : (attributeOf(node) ?? '1');
}

function choiceOf(list: CanonicalNode): string {
  const at = Number(attributeOf(childNode(list, 'w:result')) ?? attributeOf(childNode(list, 'w:default')) ?? 0);
  const entries = childNodes(list).filter(({ name }) => name === 'w:listEntry');
  return attributeOf(entries[at]) ?? `entry ${at}`;
}

/** What a HYPERLINK field says, in the terms of a `w:hyperlink`; `undefined` for another field. */
function linkFacets(code: string): Record<string, string> | undefined {
  if (!/^HYPERLINK\b/i.test(code) || code.includes('{')) return undefined;
  const facets: Record<string, string> = {};
  const names: Readonly<Record<string, string>> = { l: 'anchor', o: 'tooltip', t: 'frame' };
  const rest = code
    .slice(9)
    .replace(/\\([lot])\s+(?:"([^"]*)"|(\S+))/gi, (_, key: string, quoted?: string, bare?: string) => {
      facets[names[key.toLowerCase()] as string] = unescaped(quoted ?? bare ?? '');
      return '';
    });
  const target = /^\s*(?:"([^"]*)"|([^\s\\]\S*))/.exec(rest);
  if (target !== null) facets.target = unescaped(target[1] ?? target[2] ?? '');
  return facets;
}

const unescaped = (text: string): string => text.replace(/\\(["\\])/g, '$1');
