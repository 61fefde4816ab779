/** The tracked changes of a part: which elements say them, who made them, and which of them are one change to a reader. */
import { attribute, type Element, type Part } from '../tree.ts';

export type TrackedKind = 'insertion' | 'deletion' | 'formatting';

/** What becomes of a tracked change. */
export type Decision = 'accept' | 'reject' | 'leave';

/** A tracked change as a reader counts them: neighbouring marks of one kind, author and date are one. */
export interface TrackedChange {
  /** `c1`, `c2`, … in the order of the parts and of the text. */
  readonly id: string;
  readonly kind: TrackedKind;
  readonly author: string;
  /** ISO 8601 as the file says it; empty where it says none. */
  readonly date: string;
  /** The part of the package. */
  readonly part: string;
  /** The text within, at most some 80 UTF-16 code units. */
  readonly text: string;
}

/** Elements that say a tracked change (ISO/IEC 29500-1, 17.13.5). */
export const TRACKED: Readonly<Record<string, TrackedKind>> = {
  'w:ins': 'insertion', 'w:moveTo': 'insertion', 'w:cellIns': 'insertion', 'w:customXmlInsRangeStart': 'insertion',
  'w:moveToRangeStart': 'insertion', 'w:customXmlMoveToRangeStart': 'insertion',
  'w:del': 'deletion', 'w:moveFrom': 'deletion', 'w:cellDel': 'deletion', 'w:customXmlDelRangeStart': 'deletion',
  'w:moveFromRangeStart': 'deletion', 'w:customXmlMoveFromRangeStart': 'deletion',
  'w:cellMerge': 'formatting', 'w:rPrChange': 'formatting', 'w:pPrChange': 'formatting', 'w:sectPrChange': 'formatting',
  'w:tblPrChange': 'formatting', 'w:trPrChange': 'formatting', 'w:tcPrChange': 'formatting', 'w:tblGridChange': 'formatting',
  'w:tblPrExChange': 'formatting', 'w:numberingChange': 'formatting',
};

/** Ends of ranges, by what begins them. */
const RANGE_ENDS: Readonly<Record<string, string>> = {
  'w:moveFromRangeEnd': 'w:moveFromRangeStart', 'w:moveToRangeEnd': 'w:moveToRangeStart',
  'w:customXmlInsRangeEnd': 'w:customXmlInsRangeStart', 'w:customXmlDelRangeEnd': 'w:customXmlDelRangeStart',
  'w:customXmlMoveFromRangeEnd': 'w:customXmlMoveFromRangeStart', 'w:customXmlMoveToRangeEnd': 'w:customXmlMoveToRangeStart',
};

/** The marks of a part. */
export interface Found {
  /** The change that an element belongs to. */
  readonly changes: ReadonlyMap<Element, TrackedChange>;
  /** Elements that hold a mark, and the marks. */
  readonly touched: ReadonlySet<Element>;
}

/** What shows: where it stands between two marks, they are two changes. */
const SHOWN = /<(?:\w+:)?(?:t|delText|tab|br|drawing|pict|object|footnoteReference|endnoteReference|fldChar|sym|oMath|tr)[\s>/]/;

/** Finds the tracked changes of a part; `count` numbers them on. */
export function trackedIn(part: Part, count: () => number): Found {
  const changes = new Map<Element, TrackedChange>();
  const touched = new Set<Element>();
  const ranges = new Map<string, TrackedChange>();
  let last: { readonly change: TrackedChange; readonly end: number } | undefined;
  const add = (element: Element): void => {
    const begins = RANGE_ENDS[element.name];
    const kind = TRACKED[element.name];
    const id = attribute(part, element, 'w:id') ?? '';
    if (kind !== undefined) {
      const own = { kind, author: attribute(part, element, 'w:author') ?? '', date: attribute(part, element, 'w:date') ?? '' };
      const joins = last !== undefined && isSame(last.change, own) && !SHOWN.test(part.source.slice(last.end, element.start));
      const text = textOf(part, element);
      const change = joins && last !== undefined ? last.change : { id: `c${count()}`, ...own, part: part.name, text };
      changes.set(element, change);
      ranges.set(element.name + id, change);
      last = { change, end: element.end };
    } else if (begins !== undefined) {
      const change = ranges.get(begins + id);
      if (change !== undefined) changes.set(element, change);
    } else return;
    for (let at: Element | undefined = element; at !== undefined && !touched.has(at); at = at.parent) touched.add(at);
  };
  const visit = (element: Element): void => {
    add(element);
    for (const child of element.children) visit(child);
  };
  visit(part.root);
  return { changes, touched };
}

function isSame(a: Pick<TrackedChange, 'kind' | 'author' | 'date'>, b: Pick<TrackedChange, 'kind' | 'author' | 'date'>): boolean {
  return a.kind !== 'formatting' && a.kind === b.kind && a.author === b.author && a.date === b.date;
}

function textOf(part: Part, element: Element): string {
  const text = part.source.slice(element.openEnd, Math.min(element.closeStart, element.openEnd + 4000)).replace(/<[^>]*>?/g, '');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
