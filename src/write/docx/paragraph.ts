/** Paragraphs: their properties, what tracked changes say of them, and their pieces. */
import { Paragraph } from 'docx';
import { inlineRuns, type Surroundings } from './inline.ts';
import type { Look } from './look.ts';
import type { Lists } from './numbering.ts';
import type { SettledPara } from './settle.ts';
import { type Child, Element, valued } from './xml.ts';

/** A paragraph with properties of our own making, which the library's options do not reach. */
class WrittenParagraph extends Paragraph {
  constructor(properties: Element, children: readonly Child[]) {
    super({});
    this.root = [properties, ...children];
  }
}

/** A paragraph; `section` is what it says of the section that it ends. */
export function paragraph(para: SettledPara, around: Surroundings, section?: Element): Paragraph {
  return new WrittenParagraph(paragraphProperties(para, around, section), inlineRuns(para.pieces, around));
}

function paragraphProperties(para: SettledPara, around: Surroundings, section: Element | undefined): Element {
  const { ledger, lists } = around;
  const mark = ledger.flag(para.mark);
  const own = propertiesOf(para.look, lists);
  const flagged = mark.length === 0 ? [] : [new Element('w:rPr', {}, mark)];
  const change =
    para.lookBefore === undefined
      ? []
      : [
          new Element('w:pPrChange', ledger.attributes(), [
            new Element('w:pPr', {}, propertiesOf(para.lookBefore, lists)),
          ]),
        ];
  return new Element('w:pPr', {}, [...own, ...flagged, ...(section === undefined ? [] : [section]), ...change]);
}

/** Paragraph properties in the order of CT_PPr (17.3.1.26). */
function propertiesOf(look: Look, lists: Lists): Element[] {
  const { list, indent, align, stays } = look;
  return [
    valued('w:pStyle', look.style),
    ...(stays === true ? [new Element('w:keepNext')] : []),
    ...(list === undefined
      ? []
      : [new Element('w:numPr', {}, [valued('w:ilvl', list.level), valued('w:numId', lists.numberOf(list))])]),
    ...(indent === undefined
      ? []
      : [new Element('w:ind', { 'w:left': indent.left, 'w:hanging': indent.hanging ?? 0 })]),
    ...(align === undefined || align === 'left' ? [] : [valued('w:jc', align)]),
  ];
}
