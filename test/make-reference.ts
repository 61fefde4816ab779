/** A reference Word file of an invented harbour authority, part by part, and what a hostile one may hold besides. */
import { zipAll } from '../src/word/zip.ts';
import { makePng } from './make-picture.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const DRAWN =
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

function style(id: string, name: string, run: string, more = ''): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}<w:rPr>${run}</w:rPr></w:style>`;
}

const STYLES = `${HEAD}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
${style('Ueberschrift1', 'heading 1', '<w:b/><w:color w:val="006B5E"/><w:sz w:val="36"/>', '<w:basedOn w:val="Standard"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>')}
${style('Titel', 'Title', '<w:color w:val="006B5E"/><w:sz w:val="60"/>', '<w:basedOn w:val="Standard"/>')}</w:styles>`;

const PICTURE =
  '<w:drawing><wp:inline><wp:extent cx="900000" cy="450000"/><wp:docPr id="1" name="Logo" descr="Anchor of the authority"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="450000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>';

function field(instruction: string): string {
  const character = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
  return `${character('begin')}<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>${character('separate')}<w:r><w:t>stale</w:t></w:r>${character('end')}`;
}

function relationships(...entries: readonly string[]): string {
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join('')}</Relationships>`;
}

function relationship(id: string, type: string, target: string, more = ''): string {
  return `<Relationship Id="${id}" Type="${TYPE}/${type}" Target="${target}"${more}/>`;
}

export interface ReferenceParts {
  /** More in the paragraph of the header, and more of its relationships. */
  readonly header?: string;
  readonly related?: string;
  /** More parts of the package. */
  readonly parts?: Readonly<Record<string, string>>;
  readonly page?: string;
}

export function makeReference({ header = '', related = '', parts = {}, page }: ReferenceParts = {}): Uint8Array {
  const size =
    page ??
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/>';
  const texts: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/></Types>`,
    '_rels/.rels': relationships(relationship('rId1', 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relationships(
      relationship('rId1', 'styles', 'styles.xml'),
      relationship('rId2', 'header', 'header1.xml'),
      relationship('rId3', 'numbering', 'numbering.xml'),
    ),
    'word/document.xml': `${HEAD}<w:document ${W} ${R}><w:body><w:p/><w:sectPr><w:headerReference w:type="default" r:id="rId2"/>${size}</w:sectPr></w:body></w:document>`,
    'word/styles.xml': STYLES,
    'word/numbering.xml': `${HEAD}<w:numbering ${W}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/><w:pPr><w:ind w:left="700" w:hanging="700"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
    'word/header1.xml': `${HEAD}<w:hdr ${W} ${R} ${DRAWN}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r>${PICTURE}</w:r><w:r><w:t>Harbour Authority, version </w:t></w:r>${field('DOCPROPERTY Version')}${header}</w:p></w:hdr>`,
    'word/_rels/header1.xml.rels': relationships(relationship('rId1', 'image', 'media/logo.png')).replace(
      '</Relationships>',
      `${related}</Relationships>`,
    ),
    ...parts,
  };
  const entries = new Map<string, Uint8Array>(
    Object.entries(texts).map(([name, text]) => [name, new TextEncoder().encode(text)]),
  );
  entries.set('word/media/logo.png', makePng(8, 4));
  return zipAll(entries);
}
