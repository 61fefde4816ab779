/** What in a Word package has no meaning for a reader of the document, with a reason each: the account leaves it out. */

/** Names that the account leaves out for one reason. */
export interface NoMeaning {
  /**
   * What is left out: attributes, elements with all that they hold, whole parts by the type of their relationship, or what
   * is written and takes no effect.
   */
  readonly what: 'attribute' | 'element' | 'part' | 'without effect';
  /** Names under the known prefixes (`w:rsidR`); `w:style/w:next` is an element in its parent, `w:tbl@w:rsidR` an attribute of an element. */
  readonly names: readonly string[];
  readonly reason: string;
}

/** The documented list. Each entry is tested, and stands in docs/word-redline.md. */
export const NO_MEANING: readonly NoMeaning[] = [
  {
    what: 'attribute',
    names: ['w:rsid', 'w:rsidR', 'w:rsidRPr', 'w:rsidRDefault', 'w:rsidP', 'w:rsidDel', 'w:rsidTr', 'w:rsidSect'],
    reason: 'marks of the editing session in which something was written',
  },
  {
    what: 'attribute',
    names: ['w14:paraId', 'w14:textId', 'w14:anchorId', 'w14:editId', 'wp14:anchorId', 'wp14:editId', 'o:gfxdata'],
    reason: 'ids and copies that Word renews when it saves',
  },
  {
    what: 'attribute',
    names: ['mc:Ignorable', 'mc:ProcessContent', 'mc:MustUnderstand', 'mc:PreserveElements', 'mc:PreserveAttributes'],
    reason: 'directions to programs about namespaces, which change with the prefixes',
  },
  {
    what: 'attribute',
    names: ['?:*'],
    reason: 'attributes in namespaces of other programs, or of versions of Word that add ids',
  },
  {
    what: 'attribute',
    names: ['xmlns', 'xml:space', 'xml:lang'],
    reason: 'spelling of the XML; white space counts as Word counts it',
  },
  {
    what: 'attribute',
    names: [
      'w:fldChar@w:dirty',
      'w:fldSimple@w:dirty',
      'w:hyperlink@w:history',
      'w:bookmarkStart@w:displacedByCustomXml',
      'w:bookmarkEnd@w:displacedByCustomXml',
    ],
    reason: 'notes to Word about when to recompute or how to list what is there',
  },
  {
    what: 'attribute',
    names: [
      'wp:docPr@id',
      'wp:docPr@name',
      'pic:cNvPr@id',
      'pic:cNvPr@name',
      'wps:cNvPr@id',
      'wps:cNvPr@name',
      'wpg:cNvPr@id',
      'wpg:cNvPr@name',
      'a:cNvPr@id',
      'a:cNvPr@name',
      'v:shape@id',
      'v:rect@id',
      'v:shape@o:spid',
      'v:rect@o:spid',
      'v:shapetype@id',
      'o:OLEObject@ShapeID',
      'o:OLEObject@ObjectID',
      'w:control@w:shapeid',
      'w:object@w:dxaOrig',
      'w:object@w:dyaOrig',
    ],
    reason: 'ids and internal names of drawings and objects, which no reader sees',
  },
  {
    what: 'attribute',
    names: ['w:abstractNum@w15:restartNumberingAfterBreak', 'w:lvl@w:tplc', 'w:lvl@w:tentative'],
    reason: 'where a list template comes from',
  },
  {
    what: 'element',
    names: ['w:proofErr', 'w:noProof', 'w:lang', 'w:themeFontLang', 'w:noLineBreaksAfter', 'w:noLineBreaksBefore'],
    reason: 'marks and languages for spelling and line breaking; no word is shown otherwise',
  },
  {
    what: 'element',
    names: ['w:lastRenderedPageBreak', 'w:cnfStyle', 'w:divId'],
    reason: 'what Word works out anew: page breaks as last seen, conditional formats, divisions of a web page',
  },
  {
    what: 'element',
    names: [
      'w:sdtPr/w:id',
      'w:sdtPr/w15:repeatingSectionItem',
      'w:sdtPr/w:rPr',
      'w:sdtEndPr',
      'w:sdtPr/w15:color',
      'w:sdtPr/w15:appearance',
    ],
    reason: 'ids of content controls and how the frame of one is drawn on screen; its text has its own formatting',
  },
  {
    what: 'attribute',
    names: ['w:smartTag@w:uri', 'w:smartTag@w:element'],
    reason: 'what a smart tag recognised; the text in it counts',
  },
  {
    what: 'element',
    names: ['w:smartTagPr', 'w:customXmlPr'],
    reason: 'what a smart tag recognised; the text in it counts',
  },
  {
    what: 'element',
    names: ['mc:Fallback'],
    reason:
      'the same content again for programs that read none of the choices beside it; without such a choice it counts',
  },
  {
    what: 'element',
    names: [
      'w:style/w:next',
      'w:style/w:link',
      'w:style/w:uiPriority',
      'w:style/w:qFormat',
      'w:style/w:semiHidden',
      'w:style/w:unhideWhenUsed',
      'w:style/w:locked',
      'w:style/w:autoRedefine',
      'w:style/w:aliases',
      'w:style/w:rsid',
      'w:style/w:personal',
      'w:style/w:personalCompose',
      'w:style/w:personalReply',
      'w:latentStyles',
    ],
    reason: 'how styles are offered on screen; what they do to text that is there does not depend on it',
  },
  {
    what: 'element',
    names: [
      'w:abstractNum/w:nsid',
      'w:abstractNum/w:tmpl',
      'w:abstractNum/w:name',
      'w:abstractNum/w:multiLevelType',
      'w:num/w16cid:durableId',
    ],
    reason: 'ids and kinds of list templates; what numbers and bullets show counts',
  },
  {
    what: 'element',
    names: [
      'w:rsids',
      'w:zoom',
      'w:view',
      'w:proofState',
      'w:activeWritingStyle',
      'w:attachedSchema',
      'w:hideSpellingErrors',
      'w:hideGrammaticalErrors',
      'w:trackRevisions',
      'w:revisionView',
      'w:doNotTrackMoves',
      'w:doNotTrackFormatting',
      'w14:docId',
      'w15:docId',
      'w:savePreviewPicture',
      'w:shapeDefaults',
      'w:hdrShapeDefaults',
      'w15:chartTrackingRefBased',
      'w:saveSubsetFonts',
      'w:stylePaneFormatFilter',
      'w:stylePaneSortMethod',
      'w:drawingGridHorizontalSpacing',
      'w:drawingGridVerticalSpacing',
      'w:displayHorizontalDrawingGridEvery',
      'w:displayVerticalDrawingGridEvery',
      'w:doNotUseMarginsForDrawingGridOrigin',
      'w:drawingGridHorizontalOrigin',
      'w:drawingGridVerticalOrigin',
      'w:doNotDisplayPageBoundaries',
      'w:updateFields',
      'm:mathPr',
      'w:decimalSymbol',
      'w:listSeparator',
      'w:captions',
    ],
    reason: 'settings of the screen, of checks, of editing and of what Word works out; the document reads the same',
  },
  {
    what: 'element',
    names: ['w:footnotePr/w:footnote', 'w:footnotePr/w:endnote', 'w:endnotePr/w:endnote', 'w:endnotePr/w:footnote'],
    reason: 'ids of the lines between text and notes; a line that is not the usual one counts',
  },
  {
    what: 'element',
    names: ['cp:lastModifiedBy', 'cp:revision', 'cp:lastPrinted', 'cp:version', 'dcterms:created', 'dcterms:modified'],
    reason: 'who saved the file when and how often',
  },
  {
    what: 'part',
    names: [
      'extended-properties',
      'customXmlProps',
      'thumbnail',
      'webSettings',
      'fontTable',
      'stylesWithEffects',
      'people',
      'commentsIds',
      'commentsExtensible',
      'commentsExtended',
      'keyMapCustomizations',
      'attachedToolbars',
      'printerSettings',
      'recipientData',
      'ui/extensibility',
      'userXmlData',
      'xmlsignatures',
    ],
    reason: 'statistics, previews, keys and toolbars, lists of fonts and people: nothing of the text or its look',
  },
  {
    what: 'part',
    names: ['(not related)'],
    reason: 'parts that no relationship leads to, and notes and comments that nothing calls: no program shows them',
  },
  {
    what: 'without effect',
    names: ['(values that stand anyway)', '(a document grid without a type)'],
    reason: 'a property or setting with the value that Word takes where nothing is written, or that the style has too',
  },
  {
    what: 'without effect',
    names: ['(styles, lists and levels that nothing uses)'],
    reason: 'what no text refers to changes no text; a style that others are based on counts by what they inherit',
  },
  {
    what: 'without effect',
    names: ['(formatting of runs without text)', '(headers and footers without text)', '(links around nothing)'],
    reason: 'formatting of nothing; a header without text counts as none',
  },
  {
    what: 'without effect',
    names: ['(bookmarks _GoBack and _Hlk…)', '(made-up names of bookmarks)'],
    reason: 'bookmarks that Word makes for itself; of _Toc… and _Ref… the place counts, not the name',
  },
];

/** Names of a kind, for look-up; those with a parent or an element are kept by their whole path. */
function namesOf(what: NoMeaning['what']): ReadonlySet<string> {
  return new Set(NO_MEANING.filter((entry) => entry.what === what).flatMap(({ names }) => names));
}

const ATTRIBUTES = namesOf('attribute');
const ELEMENTS = namesOf('element');
const PARTS = namesOf('part');

/** Names that are left out in some elements only, for a quick first look. */
const SOME_ATTRIBUTES = lastNames(ATTRIBUTES, '@');
const SOME_ELEMENTS = lastNames(ELEMENTS, '/');

function lastNames(names: ReadonlySet<string>, separator: string): ReadonlySet<string> {
  return new Set(
    [...names].filter((name) => name.includes(separator)).map((name) => name.split(separator)[1] as string),
  );
}

/** Whether an attribute of an element has no meaning. */
export function isSilentAttribute(element: string, attribute: string): boolean {
  if (ATTRIBUTES.has(attribute) || attribute.startsWith('?:')) return true;
  return SOME_ATTRIBUTES.has(attribute) && ATTRIBUTES.has(`${element}@${attribute}`);
}

/** Whether an element within `parent` has no meaning, all that it holds included. */
export function isSilentElement(parent: string, element: string): boolean {
  return ELEMENTS.has(element) || (SOME_ELEMENTS.has(element) && ELEMENTS.has(`${parent}/${element}`));
}

/** Whether a part that a relationship of this type leads to has no meaning. */
export function isSilentPart(type: string): boolean {
  return PARTS.has(type);
}
