/** A returned Word form: what stands in each of its content controls, whatever program saved it. */
import { type Report, UnusableInput } from '../../message.ts';
import { slug } from '../../model/slug.ts';
import { attributeOf, childNamed, elementsOf, parseXml, textIn, type XmlNode } from '../../word/fragment.ts';
import { type Limits, withDefaults } from '../../word/limits.ts';
import { openPackage, partText, refusal, relationshipsOf } from '../../word/package.ts';
import { relatedPart } from '../../word/relationships.ts';
import { XmlError } from '../../word/tag.ts';
import { tallyFor } from '../../word/tally.ts';

/** One place of a form. */
export interface FormField {
  /** Its tag, or its title where the program that saved it kept that alone. */
  readonly tag: string;
  readonly kind: 'text' | 'tick' | 'date' | 'choice';
  /** The text with a line for each paragraph; empty where nothing was entered. Of a date, ISO 8601 where the file has it. */
  readonly value: string;
  /** Of a tick box, whether it is ticked. */
  readonly ticked?: boolean;
}

export interface FormOptions {
  readonly file?: string;
  readonly limits?: Partial<Limits>;
}

/**
 * The places of a form that have a tag, in the order of the document. A tag that stands twice is reported as a warning.
 * Throws `UnusableInput` where the bytes are no Word file.
 */
export function readForm(bytes: Uint8Array, { file, limits }: FormOptions, report: Report): FormField[] {
  const tally = tallyFor(report);
  const opened = openPackage(bytes, file, withDefaults(limits), tally);
  const main = relatedPart(opened, relationshipsOf(opened, ''), 'officeDocument') ?? 'word/document.xml';
  const source = partText(opened, main);
  if (source === undefined)
    throw new UnusableInput(refusal(file, 'form/no-document', 'the file holds no Word document'));
  const fields: FormField[] = [];
  collect(parse(source, opened.limits.depth, file), fields);
  const seen = new Set<string>();
  for (const { tag } of fields) {
    if (seen.has(tag)) tally.warn('form/repeated-tag', 'two places of the form have one tag', { file }, tag);
    seen.add(tag);
  }
  tally.finish();
  return fields;
}

function parse(source: string, depth: number, file: string | undefined): XmlNode {
  try {
    return parseXml(source, depth);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw new UnusableInput(refusal(file, 'form/damaged', `the document is damaged: ${error.message}`));
  }
}

function collect(node: XmlNode, fields: FormField[], row = ''): void {
  for (const child of elementsOf(node)) {
    if (child.name === 'w:del' || child.name === 'w:moveFrom') continue;
    const field = child.name === 'w:sdt' ? fieldOf(child, row) : undefined;
    if (field !== undefined) fields.push(field);
    collect(child, fields, child.name === 'w:tr' ? rowName(child) : row);
  }
}

/** The words in front of the places of a row, as the tag that they give. */
function rowName(row: XmlNode): string {
  const first = childNamed(row, 'w:tc');
  return first === undefined ? '' : slug(linesOf(first).join(' '));
}

function fieldOf(control: XmlNode, row: string): FormField | undefined {
  const properties = childNamed(control, 'w:sdtPr');
  const stated = attributeOf(childNamed(properties, 'w:tag'), 'w:val') ?? '';
  const tag = stated === '' ? (attributeOf(childNamed(properties, 'w:alias'), 'w:val') ?? row) : stated;
  if (tag === '') return undefined;
  const content = childNamed(control, 'w:sdtContent');
  const box = childNamed(properties, 'w14:checkbox');
  if (box !== undefined) {
    const ticked = isOn(attributeOf(childNamed(box, 'w14:checked'), 'w14:val'));
    return { tag, kind: 'tick', value: ticked ? 'yes' : '', ticked };
  }
  const text = content === undefined ? '' : linesOf(content).join('\n').trim();
  // LibreOffice 7.4 keeps neither the tag nor the mark of a place that is still open, but the brackets that it shows.
  const empty = childNamed(properties, 'w:showingPlcHdr') !== undefined || (stated === '' && /^\[[^\]]*\]$/.test(text));
  const value = empty ? '' : text;
  const day = childNamed(properties, 'w:date');
  if (day !== undefined) {
    return { tag, kind: 'date', value: empty ? '' : (attributeOf(day, 'w:fullDate')?.slice(0, 10) ?? text) };
  }
  const list = childNamed(properties, 'w:dropDownList') ?? childNamed(properties, 'w:comboBox');
  return { tag, kind: list === undefined ? 'text' : 'choice', value };
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/** The text of blocks and runs, a line for each paragraph and break; deleted text is none. */
function linesOf(node: XmlNode): string[] {
  const lines = [''];
  const add = (text: string): void => {
    lines[lines.length - 1] += text;
  };
  const visit = (child: XmlNode): void => {
    if (/^w:(?:del|moveFrom|instrText|pPr|rPr|sdtPr)$/.test(child.name)) return;
    if (child.name === 'w:t') add(textIn(child));
    else if (child.name === 'w:tab') add('\t');
    else if (child.name === 'w:br' || child.name === 'w:cr') lines.push('');
    else {
      for (const inner of elementsOf(child)) visit(inner);
      if (child.name === 'w:p') lines.push('');
    }
  };
  for (const child of elementsOf(node)) visit(child);
  return lines;
}
