/** A made-up Word package in which everything is used: styles, lists, notes, comments, headers, fields, forms, drawings. */
import { p, pack, part, r } from '../../write/in-place/build.ts';

const style = (type: string, id: string, rest: string): string =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="My ${id}"/>${rest}</w:style>`;

const STYLES = part(
  'styles',
  `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259"/></w:pPr></w:pPrDefault></w:docDefaults>` +
    style('paragraph', 'Base', '<w:pPr><w:jc w:val="both"/></w:pPr><w:rPr><w:color w:val="112233"/></w:rPr>') +
    style('paragraph', 'Clause', '<w:basedOn w:val="Base"/><w:pPr><w:ind w:left="700"/></w:pPr><w:rPr><w:b/></w:rPr>') +
    style('character', 'Strong', '<w:rPr><w:i/><w:sz w:val="30"/></w:rPr>') +
    style('table', 'Grid', '<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/></w:tblBorders></w:tblPr>'),
);

const NUMBERING = part(
  'numbering',
  '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/><w:suff w:val="space"/><w:pPr><w:ind w:left="360" w:hanging="300"/></w:pPr><w:rPr><w:u w:val="single"/></w:rPr></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>',
);

const FORM =
  '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Box"/><w:enabled/><w:helpText w:val="Help"/><w:checkBox><w:size w:val="20"/><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';

const DRAWING =
  '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="1" distB="2"><wp:extent cx="900" cy="800"/><wp:docPr id="1" name="Picture" descr="A plan"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="picture"><a:blip r:embed="rmediaplanpng"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';

const EQUATION =
  '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:f><m:num><m:r><m:t>price</m:t></m:r></m:num><m:den><m:r><m:t>units</m:t></m:r></m:den></m:f></m:oMath>';

const CONTROL =
  '<w:sdt><w:sdtPr><w:alias w:val="Party"/><w:tag w:val="party"/><w:lock w:val="sdtLocked"/></w:sdtPr><w:sdtContent>' +
  `${r('the Supplier')}</w:sdtContent></w:sdt>`;

const TABLE = `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="5000" w:type="pct"/><w:jc w:val="center"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="3000"/></w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/><w:shd w:val="clear" w:fill="CCCCCC"/></w:tcPr>${p(r('Stage'))}</w:tc><w:tc><w:tcPr><w:vAlign w:val="bottom"/></w:tcPr>${p(r('Days'))}</w:tc></w:tr></w:tbl>`;

const BODY = [
  p(
    r('Scope of testing') + r(' of Devices', '<w:rStyle w:val="Strong"/><w:caps/>'),
    '<w:pStyle w:val="Clause"/><w:keepNext/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr><w:rPr><w:vanish/></w:rPr>',
  ),
  p(
    `<w:bookmarkStart w:id="1" w:name="Scope"/>${r('Each Supplier')}<w:bookmarkEnd w:id="1"/><w:r><w:footnoteReference w:id="4"/></w:r>${CONTROL}`,
  ),
  p(
    `<w:fldSimple w:instr="REF Scope \\h">${r('Scope')}</w:fldSimple><w:hyperlink w:anchor="Scope" w:tooltip="Go there">${r('see there')}</w:hyperlink>${FORM}`,
  ),
  p(
    `<w:commentRangeStart w:id="2"/>${r('ten days')}<w:commentRangeEnd w:id="2"/><w:r><w:commentReference w:id="2"/></w:r>${DRAWING}${EQUATION}`,
  ),
  TABLE,
  p(r('Between'), '<w:pStyle w:val="Base"/>'),
  p(r('End of the first part'), '<w:sectPr><w:type w:val="continuous"/><w:cols w:num="2" w:space="300"/></w:sectPr>'),
  p(`${r('Last words')}<w:r><w:tab/><w:br w:type="page"/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>`),
].join('');

export function everything(): Uint8Array {
  return pack(
    BODY,
    {
      'styles.xml': STYLES,
      'numbering.xml': NUMBERING,
      'footnotes.xml': part('footnotes', `<w:footnote w:id="4">${p(r('As defined in Section A.'))}</w:footnote>`),
      'comments.xml': part(
        'comments',
        `<w:comment w:id="2" w:author="A. Drafter" w:date="2020-01-31T09:00:00Z">${p(r('Too short?'))}</w:comment>`,
      ),
      'header1.xml': part('hdr', p(r('Draft of the Appendix'))),
      'footer1.xml': part('ftr', p(`<w:fldSimple w:instr="PAGE">${r('1')}</w:fldSimple>`)),
      'settings.xml': part(
        'settings',
        '<w:evenAndOddHeaders/><w:documentProtection w:edit="forms" w:enforcement="1"/><w:defaultTabStop w:val="700"/>',
      ),
      'theme1.xml':
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"><a:fontScheme name="F"><a:latin typeface="Arial"/></a:fontScheme></a:theme>',
      'media/plan.png': new Uint8Array([137, 80, 78, 71]),
    },
    '',
    '<w:headerReference w:type="default" r:id="rheader1xml"/><w:footerReference w:type="default" r:id="rfooter1xml"/><w:titlePg/>',
  );
}
