/** The tracked changes of a part: which elements say them, who made them, and which of them are one change to a reader. */
import { attribute, childOf, descendants, type Element, type Part } from '../tree.ts';

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

/** A change whose text is not known yet: its first mark was that of a paragraph or a row. */
type Draft = { -readonly [K in keyof TrackedChange]: TrackedChange[K] };

/** Elements that say a tracked change (ISO/IEC 29500-1, 17.13.5). */
export const TRACKED: Readonly<Record<string, TrackedKind>> = {
  'w:ins': 'insertion',
  'w:moveTo': 'insertion',
  'w:cellIns': 'insertion',
  'w:customXmlInsRangeStart': 'insertion',
  'w:moveToRangeStart': 'insertion',
  'w:customXmlMoveToRangeStart': 'insertion',
  'w:del': 'deletion',
  'w:moveFrom': 'deletion',
  'w:cellDel': 'deletion',
  'w:customXmlDelRangeStart': 'deletion',
  'w:moveFromRangeStart': 'deletion',
  'w:customXmlMoveFromRangeStart': 'deletion',
  'w:cellMerge': 'formatting',
  'w:rPrChange': 'formatting',
  'w:pPrChange': 'formatting',
  'w:sectPrChange': 'formatting',
  'w:tblPrChange': 'formatting',
  'w:trPrChange': 'formatting',
  'w:tcPrChange': 'formatting',
  'w:tblGridChange': 'formatting',
  'w:tblPrExChange': 'formatting',
  'w:numberingChange': 'formatting',
};

/** Ends of ranges, by what begins them. */
const RANGE_ENDS: Readonly<Record<string, string>> = {
  'w:moveFromRangeEnd': 'w:moveFromRangeStart',
  'w:moveToRangeEnd': 'w:moveToRangeStart',
  'w:customXmlInsRangeEnd': 'w:customXmlInsRangeStart',
  'w:customXmlDelRangeEnd': 'w:customXmlDelRangeStart',
  'w:customXmlMoveFromRangeEnd': 'w:customXmlMoveFromRangeStart',
  'w:customXmlMoveToRangeEnd': 'w:customXmlMoveToRangeStart',
};

/** The marks of a part. */
export interface Found {
  /** The change that an element belongs to. */
  readonly changes: ReadonlyMap<Element, TrackedChange>;
  /** Elements that hold a mark, and the marks. */
  readonly touched: ReadonlySet<Element>;
}

/** What shows: where it stands between two marks, they are two changes. */
const SHOWN =
  /<(?:\w+:)?(?:t|delText|tab|br|drawing|pict|object|footnoteReference|endnoteReference|fldChar|sym|oMath|tr|tc)[\s>/]/;

/** Finds the tracked changes of a part; `count` numbers them on. */
export function trackedIn(part: Part, count: () => number): Found {
  const changes = new Map<Element, TrackedChange>();
  const touched = new Set<Element>();
  const ranges = new Map<string, TrackedChange>();
  let last: { readonly change: TrackedChange; readonly end: number } | undefined;
  /** The rows around what is met, with their own change; what is in such a row is of that change. */
  const rows: (TrackedChange | undefined)[] = [];
  /** Whether something that stays shows between two marks; the tags of a table do not where it begins or goes on. */
  const shows = (from: number, to: number): boolean => {
    const between = part.source.slice(from, to).replace(/^\s*<(?:\w+:)?tr(?:\s[^>]*)?>/, '');
    return SHOWN.test(between);
  };
  const add = (element: Element): void => {
    const begins = RANGE_ENDS[element.name];
    const kind = TRACKED[element.name];
    const id = attribute(part, element, 'w:id') ?? '';
    if (kind !== undefined) {
      const own = {
        kind,
        author: attribute(part, element, 'w:author') ?? '',
        date: attribute(part, element, 'w:date') ?? '',
      };
      const whole = rows[rows.length - 1];
      const joinsRow = whole !== undefined && isSame(whole, own);
      const joins = joinsRow || (last !== undefined && isSame(last.change, own) && !shows(last.end, element.start));
      const text = textOf(part, element);
      const change = joinsRow
        ? whole
        : joins && last !== undefined
          ? last.change
          : { id: `c${count()}`, ...own, part: part.name, text };
      if (change.text === '') (change as Draft).text = text;
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
    const mark = element.name === 'w:tr' ? rowMark(element) : undefined;
    if (mark !== undefined) {
      add(mark);
      rows.push(changes.get(mark));
    } else if (element.name === 'w:tbl') rows.push(undefined);
    visitInner(element);
    if (mark !== undefined || element.name === 'w:tbl') rows.pop();
    if (mark !== undefined && last !== undefined) last = { change: changes.get(mark) ?? last.change, end: element.end };
  };
  const visitInner = (element: Element): void => {
    if (!changes.has(element)) add(element);
    for (const child of element.children) if (child.name !== 'mc:Fallback') visit(child);
    const fallback = element.children.find((child) => child.name === 'mc:Fallback');
    if (fallback !== undefined) visitAgain(fallback, element);
  };
  /** What a consumer may read instead says the same changes again. */
  const visitAgain = (fallback: Element, alternatives: Element): void => {
    const said = [...descendants(alternatives, (one) => one !== fallback)].filter((one) => changes.has(one));
    visit(fallback);
    const again = [...descendants(fallback)].filter((one) => changes.has(one));
    if (again.length !== said.length || again.some((one, k) => one.name !== said[k]?.name)) return;
    again.forEach((one, k) => {
      const change = changes.get(said[k] as Element);
      if (change !== undefined) changes.set(one, change);
    });
  };
  visit(part.root);
  return { changes, touched };
}

/** The mark of a row that was inserted or deleted. */
function rowMark(row: Element): Element | undefined {
  return childOf(row, 'w:trPr')?.children.find(({ name }) => name === 'w:ins' || name === 'w:del');
}

function isSame(
  a: Pick<TrackedChange, 'kind' | 'author' | 'date'>,
  b: Pick<TrackedChange, 'kind' | 'author' | 'date'>,
): boolean {
  return a.kind !== 'formatting' && a.kind === b.kind && a.author === b.author && a.date === b.date;
}

function textOf(part: Part, element: Element): string {
  const text = part.source
    .slice(element.openEnd, Math.min(element.closeStart, element.openEnd + 4000))
    .replace(/<[^>]*>?/g, '')
    .trim();
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
