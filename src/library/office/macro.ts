/**
 * What LibreOffice is told to do, in the language that it has for that: open each file, bring the page numbers of its
 * contents list up to date, and save it as a tagged PDF.
 */

/** The macro, in the library `Standard` of a profile that is made for one run. */
const BASIC = `
Function Value(name As String, content As Variant) As Object
  Dim made As New com.sun.star.beans.PropertyValue
  made.Name = name
  made.Value = content
  Value = made
End Function

Sub ToPdf(source As String, target As String)
  Dim opened As Object, i As Long
  opened = StarDesktop.loadComponentFromURL(source, "_blank", 0, Array(Value("Hidden", True), Value("MacroExecutionMode", 0), Value("UpdateDocMode", 0)))
  If IsNull(opened) Then Exit Sub
  opened.RecordChanges = False
  For i = 0 To opened.getDocumentIndexes().getCount() - 1
    SetPages(opened, opened.getDocumentIndexes().getByIndex(i))
  Next i
  opened.storeToURL(target, Array(Value("FilterName", "writer_pdf_Export"), Value("FilterData", Array(Value("UseTaggedPDF", True), Value("ExportBookmarks", True), Value("UseLosslessCompression", True), Value("DisplayPDFDocumentTitle", True)))))
  opened.close(True)
End Sub

Rem Each line of a contents list leads to a bookmark and ends in its page.
Sub SetPages(opened As Object, index As Object)
  Dim lines As Object, line As Object, portions As Object, portion As Object, name As String
  index.IsProtected = False
  lines = index.getAnchor().createEnumeration()
  Do While lines.hasMoreElements()
    line = lines.nextElement()
    name = ""
    If line.supportsService("com.sun.star.text.Paragraph") Then
      portions = line.createEnumeration()
      Do While portions.hasMoreElements()
        portion = portions.nextElement()
        If portion.TextPortionType = "Text" Then If Left(portion.HyperLinkURL, 1) = "#" Then name = Mid(portion.HyperLinkURL, 2)
      Loop
      If name <> "" Then If opened.getBookmarks().hasByName(name) Then SetPage(opened, line, opened.getBookmarks().getByName(name))
    End If
  Loop
End Sub

Sub SetPage(opened As Object, line As Object, mark As Object)
  Dim view As Object, cursor As Object, digits As Long, text As String
  text = line.getString()
  Do While digits < Len(text) And IsNumeric(Mid(text, Len(text) - digits, 1))
    digits = digits + 1
  Loop
  If digits = 0 Then Exit Sub
  view = opened.getCurrentController().getViewCursor()
  view.gotoRange(mark.getAnchor().getStart(), False)
  cursor = line.getText().createTextCursorByRange(line.getEnd())
  cursor.goLeft(digits, True)
  If Left(cursor.getString(), 1) = Chr(9) Then
    cursor.setString(Chr(9) & CStr(view.getPage()))
  Else
    cursor.setString(CStr(view.getPage()))
  End If
End Sub
`;

const DTD = '<!DOCTYPE';

/** The files of a profile by their path in it. */
export function profileFiles(): ReadonlyMap<string, string> {
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  const folder = 'user/basic/Standard';
  return new Map([
    // Says that the profile was set up already: LibreOffice would put its own library in the place of ours.
    [
      'user/registrymodifications.xcu',
      `${head}<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
        '<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item></oor:items>',
    ],
    [
      'user/basic/script.xlc',
      `${head}${DTD} library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">\n` +
        '<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">' +
        '<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/></library:libraries>',
    ],
    [
      `${folder}/script.xlb`,
      `${head}${DTD} library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">\n` +
        '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">' +
        '<library:element library:name="Keeling"/></library:library>',
    ],
    [
      `${folder}/Keeling.xba`,
      `${head}${DTD} script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n` +
        `<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Keeling" script:language="StarBasic">${escapeXml(BASIC)}</script:module>`,
    ],
  ]);
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** The address of the macro with its arguments, as the command line takes it. */
export function macroAddress(source: string, target: string): string {
  const quoted = (text: string): string => text.replace(/"/g, '%22');
  return `macro:///Standard.Keeling.ToPdf("${quoted(source)}","${quoted(target)}")`;
}
