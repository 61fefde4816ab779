/** The fields of a header or footer: those that can be shown stand as one element, of the others stays what they print. */
import { attributeOf, elementsOf, textIn, type XmlChild, type XmlNode, xmlNode } from '../fragment.ts';

/** Page numbers, and what a document says of itself. No field that reaches out of the file, or tells the time. */
const SHOWN = /^(?:PAGE|NUMPAGES|SECTIONPAGES|TITLE|SUBJECT|AUTHOR|STYLEREF|DOCPROPERTY)$/;

/** The field with its instruction, if it is one that can be shown. */
export function fieldNode(instruction: string, properties: XmlNode | undefined): XmlNode | undefined {
  const text = instruction.trim().replace(/\s+/g, ' ');
  const [name = ''] = text.split(' ');
  if (!SHOWN.test(name.toUpperCase())) return undefined;
  return xmlNode('field', { instruction: text }, properties === undefined ? [] : [properties]);
}

interface OpenField {
  instruction: string;
  /** Whether what follows is what the field prints. */
  printing: boolean;
  properties: XmlNode | undefined;
  readonly printed: XmlChild[];
}

/** Runs in which each complex field that can be shown is a `field`; of another, `onLeftOut` is told its instruction. */
export function withFields(runs: readonly XmlChild[], onLeftOut: (instruction: string) => void): XmlChild[] {
  const out: XmlChild[] = [];
  const open: OpenField[] = [];
  const emit = (child: XmlChild): void => {
    const field = open[open.length - 1];
    if (field === undefined) out.push(child);
    else if (field.printing) field.printed.push(child);
  };
  const close = (): void => {
    const field = open.pop();
    if (field === undefined) return;
    const made = fieldNode(field.instruction, field.properties);
    if (made === undefined) onLeftOut(field.instruction.trim());
    for (const child of made === undefined ? field.printed : [made]) emit(child);
  };
  for (const run of runs) {
    if (typeof run === 'string' || run.name !== 'w:r') {
      emit(run);
      continue;
    }
    for (const piece of splitRun(run)) {
      const [child] = elementsOf(piece).filter(({ name }) => name !== 'w:rPr');
      const properties = elementsOf(piece).find(({ name }) => name === 'w:rPr');
      const field = open[open.length - 1];
      const kind = child?.name === 'w:fldChar' ? attributeOf(child, 'w:fldCharType') : undefined;
      if (kind === 'begin') open.push({ instruction: '', printing: false, properties, printed: [] });
      else if (kind === 'separate' && field !== undefined) field.printing = true;
      else if (kind === 'end') close();
      else if (child?.name === 'w:instrText') {
        if (field !== undefined && !field.printing) field.instruction += textIn(child);
      } else emit(piece);
    }
  }
  while (open.length > 0) close();
  return out;
}

/** A run for each of its parts where it holds a part of a field, else the run itself. */
function splitRun(run: XmlNode): XmlNode[] {
  const parts = elementsOf(run);
  if (!parts.some(({ name }) => name === 'w:fldChar' || name === 'w:instrText')) return [run];
  const properties = parts.filter(({ name }) => name === 'w:rPr');
  return parts.filter(({ name }) => name !== 'w:rPr').map((part) => ({ ...run, children: [...properties, part] }));
}
