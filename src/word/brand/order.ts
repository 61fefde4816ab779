/** The order in which the schemas want properties to stand; what they do not name has no place in them. */

const ORDERS: Readonly<Record<string, string>> = {
  /** CT_PPrBase (17.3.1.26) */
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs ' +
    'suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd ' +
    'snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment ' +
    'textboxTightWrap outlineLvl divId cnfStyle rPr',
  /** CT_RPr (17.3.2.28) */
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish ' +
    'webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang ' +
    'eastAsianLayout specVanish oMath',
  /** CT_TblPr (17.4.60) */
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd ' +
    'tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  /** CT_TcPr (17.4.70) */
  'w:tcPr': 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
};

const PLACES: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map(
  Object.entries(ORDERS).map(([name, list]) => [name, new Map(list.split(' ').map((each, i) => [`w:${each}`, i]))]),
);

interface Named {
  readonly name: string;
}

/** The children of an element of properties in their order, each once; of any other element as they stand. */
export function inOrder<T extends Named>(parent: string, children: readonly T[]): T[] {
  const places = PLACES.get(parent);
  if (places === undefined) return [...children];
  const once = new Map<string, T>();
  for (const child of children) if (places.has(child.name) && !once.has(child.name)) once.set(child.name, child);
  return [...once.values()].sort((a, b) => (places.get(a.name) ?? 0) - (places.get(b.name) ?? 0));
}
