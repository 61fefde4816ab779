/**
 * The defaults of the document, and the styles that Word and the library refer to by name: the library gives none of
 * its own to a document that brings styles of other makers. Sizes in half-points, distances in twips.
 */
import { COLOURS, TYPEFACE } from './look-and-feel.ts';
import { Element, valued } from './xml.ts';

/** The defaults come first in the part (CT_Styles, 17.7.4.18); `language` is a BCP 47 tag. */
export function baseStyles(language: string): Element[] {
  return [
    defaults(language),
    new Element('w:style', { 'w:type': 'paragraph', 'w:default': '1', 'w:styleId': 'Normal' }, [
      valued('w:name', 'Normal'),
      new Element('w:qFormat'),
    ]),
    character('Hyperlink', 'Hyperlink', [valued('w:color', COLOURS.link), valued('w:u', 'single')]),
    character('FootnoteReference', 'footnote reference', [valued('w:vertAlign', 'superscript')]),
    character('EndnoteReference', 'endnote reference', [valued('w:vertAlign', 'superscript')]),
    noteText('FootnoteText', 'footnote text'),
    noteText('EndnoteText', 'endnote text'),
  ];
}

function defaults(language: string): Element {
  const fonts = { 'w:ascii': TYPEFACE, 'w:hAnsi': TYPEFACE, 'w:eastAsia': TYPEFACE, 'w:cs': TYPEFACE };
  const run = [
    new Element('w:rFonts', fonts),
    valued('w:color', COLOURS.ink),
    valued('w:sz', 21),
    valued('w:szCs', 21),
    valued('w:lang', language),
  ];
  const spacing = new Element('w:spacing', { 'w:line': 276, 'w:lineRule': 'auto' });
  return new Element('w:docDefaults', {}, [
    new Element('w:rPrDefault', {}, [new Element('w:rPr', {}, run)]),
    new Element('w:pPrDefault', {}, [new Element('w:pPr', {}, [spacing])]),
  ]);
}

function character(id: string, name: string, run: readonly Element[]): Element {
  return new Element('w:style', { 'w:type': 'character', 'w:styleId': id }, [
    valued('w:name', name),
    new Element('w:rPr', {}, run),
  ]);
}

function noteText(id: string, name: string): Element {
  const spacing = new Element('w:spacing', { 'w:before': 0, 'w:after': 40, 'w:line': 240, 'w:lineRule': 'auto' });
  return new Element('w:style', { 'w:type': 'paragraph', 'w:styleId': id }, [
    valued('w:name', name),
    valued('w:basedOn', 'Normal'),
    new Element('w:pPr', {}, [spacing]),
    new Element('w:rPr', {}, [valued('w:sz', 17), valued('w:szCs', 17)]),
  ]);
}
