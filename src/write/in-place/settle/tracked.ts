/** The tracked changes of a part: which elements say them, who made them, and which of them are one change to a reader. */
import { attribute, childOf, descendants, type Element, type Part } from '../tree.ts';
import { decode } from '../word.ts';

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
  const finder = new Finder(part, count);
  finder.visit(part.root);
  return finder;
}

/** Goes through a part in the order of its text. */
class Finder implements Found {
  readonly changes = new Map<Element, TrackedChange>();
  readonly touched = new Set<Element>();
  readonly #part: Part;
  readonly #count: () => number;
  /** The changes whose ranges have begun, by what began them. */
  readonly #ranges = new Map<string, TrackedChange>();
  /** The tables and rows around what is met; what is in a row that came or went is of the row's change. */
  readonly #rows: (TrackedChange | undefined)[] = [];
  #last: { readonly change: TrackedChange; readonly end: number } | undefined;

  constructor(part: Part, count: () => number) {
    this.#part = part;
    this.#count = count;
  }

  visit(element: Element): void {
    const mark = element.name === 'w:tr' ? rowMark(element) : undefined;
    if (mark !== undefined) this.#add(mark);
    const opens = mark !== undefined || element.name === 'w:tbl';
    const change = mark === undefined ? undefined : this.changes.get(mark);
    if (opens) this.#rows.push(change);
    if (!this.changes.has(element)) this.#add(element);
    for (const child of element.children) if (child.name !== 'mc:Fallback') this.visit(child);
    const fallback = element.children.find((child) => child.name === 'mc:Fallback');
    if (fallback !== undefined) this.#visitAgain(fallback, element);
    if (opens) this.#rows.pop();
    if (change !== undefined) this.#last = { change, end: element.end };
  }

  /** What a consumer may read instead says the same changes again. */
  #visitAgain(fallback: Element, alternatives: Element): void {
    const said = [...descendants(alternatives, (one) => one !== fallback)].filter((one) => this.changes.has(one));
    this.visit(fallback);
    const again = [...descendants(fallback)].filter((one) => this.changes.has(one));
    if (again.length !== said.length || again.some((one, k) => one.name !== said[k]?.name)) return;
    again.forEach((one, k) => {
      const change = this.changes.get(said[k] as Element);
      if (change !== undefined) this.changes.set(one, change);
    });
  }

  #add(element: Element): void {
    const change = TRACKED[element.name] === undefined ? this.#ended(element) : this.#changeOf(element);
    if (change === undefined) return;
    this.changes.set(element, change);
    for (let at: Element | undefined = element; at !== undefined && !this.touched.has(at); at = at.parent)
      this.touched.add(at);
  }

  /** The change whose range an element ends. */
  #ended(element: Element): TrackedChange | undefined {
    const begins = RANGE_ENDS[element.name];
    return begins === undefined ? undefined : this.#ranges.get(begins + this.#attribute(element, 'w:id'));
  }

  #changeOf(element: Element): TrackedChange {
    const kind = TRACKED[element.name] as TrackedKind;
    const own = { kind, author: this.#attribute(element, 'w:author'), date: this.#attribute(element, 'w:date') };
    const text = textOf(this.#part, element);
    const row = this.#rows[this.#rows.length - 1];
    const known = row !== undefined && isSame(row, own) ? row : this.#joined(own, element);
    const change: Draft = known ?? { id: `c${this.#count()}`, ...own, part: this.#part.name, text };
    if (change.text === '') change.text = text;
    this.#ranges.set(element.name + this.#attribute(element, 'w:id'), change);
    this.#last = { change, end: element.end };
    return change;
  }

  /** The last change, where nothing that stays shows between it and an element of the same kind, author and date. */
  #joined(own: Told, element: Element): TrackedChange | undefined {
    const last = this.#last;
    if (last === undefined || !isSame(last.change, own)) return undefined;
    const between = this.#part.source.slice(last.end, element.start).replace(/^\s*<(?:\w+:)?tr(?:\s[^>]*)?>/, '');
    return SHOWN.test(between) ? undefined : last.change;
  }

  #attribute(element: Element, name: string): string {
    return attribute(this.#part, element, name) ?? '';
  }
}

type Told = Pick<TrackedChange, 'kind' | 'author' | 'date'>;

/** The mark of a row that was inserted or deleted. */
function rowMark(row: Element): Element | undefined {
  return childOf(row, 'w:trPr')?.children.find(({ name }) => name === 'w:ins' || name === 'w:del');
}

function isSame(a: Told, b: Told): boolean {
  return a.kind !== 'formatting' && a.kind === b.kind && a.author === b.author && a.date === b.date;
}

function textOf(part: Part, element: Element): string {
  const inner = part.source.slice(element.openEnd, Math.min(element.closeStart, element.openEnd + 4000));
  const text = decode(inner.replace(/<[^>]*>?/g, '')).trim();
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
