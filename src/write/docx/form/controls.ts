/**
 * The places of a form that are left open, as content controls (17.5.2) by which a returned form can be read: text, tick
 * boxes for `[☐ Yes ☐ No]`, and a date picker where a date is asked for.
 */
import type { Blank, Document, Node } from '../../../model/document.ts';
import { slug } from '../../../model/slug.ts';
import { CHILD_LISTS, childList, plainText } from '../../../model/walk.ts';
import type { Ledger } from '../revisions.ts';
import { textRun } from '../runs.ts';
import { BOTH } from '../sides.ts';
import { Element, valued } from '../xml.ts';

/** The tag of each open place: the name by which its answer is read. */
export type ControlTags = ReadonlyMap<Blank<unknown>, string>;

const BOX = '☐';

/** Tags for the open places of a form: the anchor of their paragraph or row, else the words in front of them in the row. */
export function controlTags(document: Document): ControlTags {
  const tags = new Map<Blank<unknown>, string>();
  const used = new Set<string>();
  const visit = (node: Node, around: string | undefined): void => {
    const own =
      node.type === 'row'
        ? (node.id ?? (node.cells[0] && plainText(node.cells[0])))
        : 'id' in node
          ? node.id
          : undefined;
    const name = own === undefined || own === '' ? around : own;
    if (node.type === 'blank') tags.set(node, free(slug(name ?? node.text) || 'answer', used));
    for (const list of CHILD_LISTS[node.type]) for (const child of childList(node, list)) visit(child, name);
  };
  for (const child of document.children) visit(child, undefined);
  return tags;
}

function free(stem: string, used: Set<string>): string {
  let tag = stem;
  for (let i = 2; used.has(tag); i++) tag = `${stem}-${i}`;
  used.add(tag);
  return tag;
}

/** What stands within a line for an open place. */
export function controlRuns(text: string, tag: string, ledger: Ledger): Element[] {
  const inner = text.replace(/^\[|\]$/g, '');
  if (inner.includes(BOX)) return tickBoxes(inner, tag, ledger);
  const asked = asksForDate(inner) ? date() : new Element('w:text', { 'w:multiLine': 1 });
  return [control(tag, asked, ledger, [placeholder(text, ledger)])];
}

/** The control of an answer, whose text may have paragraphs and lists of its own. */
export function answerControl(tag: string, paragraph: Element, ledger: Ledger): Element {
  return control(tag, new Element('w:richText'), ledger, [paragraph]);
}

/** The text that stands in a place until it is filled in. */
export function placeholder(text: string, ledger: Ledger): Element {
  return textRun(text, BOTH, { style: 'Blank' }, ledger);
}

function asksForDate(text: string): boolean {
  return /\bdate\b/i.test(text) || /^D{1,2}[ /-]M{1,5}[ /-]Y{2,4}$/i.test(text.trim());
}

function date(): Element {
  return new Element('w:date', {}, [
    valued('w:dateFormat', 'd MMMM yyyy'),
    valued('w:lid', 'en-GB'),
    valued('w:storeMappedDataAs', 'dateTime'),
    valued('w:calendar', 'gregorian'),
  ]);
}

/** In the order of CT_SdtPr (17.5.2.38). The title is the tag again: LibreOffice 7.4 keeps titles, and no tags. */
function control(tag: string, kind: Element, ledger: Ledger, content: readonly Element[]): Element {
  return new Element('w:sdt', {}, [
    new Element('w:sdtPr', {}, [
      valued('w:alias', tag),
      valued('w:tag', tag),
      valued('w:id', ledger.nextId()),
      new Element('w:showingPlcHdr'),
      kind,
    ]),
    new Element('w:sdtContent', {}, content),
  ]);
}

/**
 * `☐ Yes ☐ No`: a box in front of each choice, tagged by both; `☐` alone is tagged as its place. LibreOffice 7.4 runs two
 * boxes of one paragraph together, so that one to a paragraph is safest.
 */
function tickBoxes(text: string, tag: string, ledger: Ledger): Element[] {
  const [lead = '', ...choices] = text.split(BOX);
  const before = lead.trim() === '' ? [] : [textRun(lead, BOTH, {}, ledger)];
  return [
    ...before,
    ...choices.flatMap((choice) => [
      tickBox(choice.trim() === '' ? tag : `${tag}-${slug(choice)}`, ledger),
      textRun(choice, BOTH, {}, ledger),
    ]),
  ];
}

function tickBox(tag: string, ledger: Ledger): Element {
  const state = (name: string, character: string): Element =>
    new Element(`w14:${name}`, { 'w14:val': character, 'w14:font': 'MS Gothic' });
  const kind = new Element('w14:checkbox', {}, [
    new Element('w14:checked', { 'w14:val': 0 }),
    state('checkedState', '2612'),
    state('uncheckedState', '2610'),
  ]);
  const fonts = { 'w:ascii': 'MS Gothic', 'w:eastAsia': 'MS Gothic', 'w:hAnsi': 'MS Gothic', 'w:hint': 'eastAsia' };
  const run = new Element('w:r', {}, [
    new Element('w:rPr', {}, [new Element('w:rFonts', fonts)]),
    new Element('w:t', {}, [BOX]),
  ]);
  return new Element('w:sdt', {}, [
    new Element('w:sdtPr', {}, [valued('w:alias', tag), valued('w:tag', tag), valued('w:id', ledger.nextId()), kind]),
    new Element('w:sdtContent', {}, [run]),
  ]);
}
