/** The tracked changes of a part: which elements say them, who made them, and which of them are one change to a reader. */
import { attribute, descendants, type Element, type Part } from '../tree.ts';
import { CellPlaces, cellMark, rowMark } from './columns.ts';
import { fieldsIn } from './fields.ts';
import { movesIn } from './moves.ts';
import { behind, subjectOf, textOf } from './said.ts';

export type TrackedKind = 'insertion' | 'deletion' | 'move' | 'formatting';

/** What becomes of a tracked change. */
export type Decision = 'accept' | 'reject' | 'leave';

/** A tracked change as a reader counts them: neighbouring marks of one kind, author and date are one; so are both ends of a move. */
export interface TrackedChange {
  /** `c1`, `c2`, … in the order of the parts and of the text. */
  readonly id: string;
  readonly kind: TrackedKind;
  readonly author: string;
  /** ISO 8601 as the file says it; empty where it says none. */
  readonly date: string;
  /** The part of the package. */
  readonly part: string;
  /** The text within, or what the change is about, such as `[footnote]`; at most some 80 UTF-16 code units. */
  readonly text: string;
  /** The words of its paragraph that it stands behind; at most some 40 UTF-16 code units. */
  readonly behind: string;
}

/** A change whose text is not known yet: its first mark was that of a paragraph or a row. */
type Draft = { -readonly [K in keyof TrackedChange]: TrackedChange[K] };

/** Elements that say a tracked change (ISO/IEC 29500-1, 17.13.5); what is moved to no known place counts as gone or come. */
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

/** How many marks of a change without text are looked at for what it is about. */
const MARKS = 3;

/** What shows: where it stands between two marks, they are two changes. */
export const SHOWN =
  /<(?:\w+:)?(?:t|delText|tab|br|drawing|pict|object|footnoteReference|endnoteReference|fldChar|sym|oMath|tr|tc)[\s>/]/;

/**
 * Finds the tracked changes of a part; `count` numbers them on. Where neighbours are kept apart, a change is no more than
 * must be decided as one: both ends of a move or a range, a field, a row, a column.
 */
export function trackedIn(part: Part, count: () => number, neighbours: 'joined' | 'apart' = 'joined'): Found {
  const finder = new Finder(part, count, neighbours);
  finder.visit(part.root);
  finder.nameSilent();
  return finder;
}

/** Goes through a part in the order of its text. */
class Finder implements Found {
  readonly changes = new Map<Element, TrackedChange>();
  readonly touched = new Set<Element>();
  readonly #part: Part;
  readonly #count: () => number;
  readonly #neighbours: 'joined' | 'apart';
  readonly #places: CellPlaces;
  /** The names of moves by their marks, and the changes that they are. */
  readonly #names: ReadonlyMap<Element, string>;
  readonly #moves = new Map<string, Draft>();
  /** The marks in which fields begin, by those in which they go on. */
  readonly #fields: ReadonlyMap<Element, Element>;
  /** The changes whose ranges have begun, by what began them. */
  readonly #ranges = new Map<string, TrackedChange>();
  /** The tables, rows and cells around what is met; what is in a row or cell that came or went is of its change. */
  readonly #holders: (TrackedChange | undefined)[] = [];
  /** For each table around what is met: the changes of its columns, by where those lie. */
  readonly #columns: Map<string, TrackedChange>[] = [];
  /** Changes that no mark has given a text so far, with their marks. */
  readonly #silent = new Map<Draft, Element[]>();
  #last: { readonly change: TrackedChange; readonly end: number } | undefined;

  constructor(part: Part, count: () => number, neighbours: 'joined' | 'apart') {
    this.#part = part;
    this.#count = count;
    this.#neighbours = neighbours;
    this.#places = new CellPlaces(part);
    this.#names = movesIn(part);
    this.#fields = fieldsIn(part);
  }

  visit(element: Element): void {
    const mark = holderMark(element);
    if (mark !== undefined && !this.changes.has(mark)) this.#add(mark);
    const opens = mark !== undefined || element.name === 'w:tbl';
    const change = mark === undefined ? undefined : this.changes.get(mark);
    if (opens) this.#holders.push(change);
    if (element.name === 'w:tbl') this.#columns.push(new Map());
    if (!this.changes.has(element)) this.#add(element);
    for (const child of element.children) if (child.name !== 'mc:Fallback') this.visit(child);
    const fallback = element.children.find((child) => child.name === 'mc:Fallback');
    if (fallback !== undefined) this.#visitAgain(fallback, element);
    if (element.name === 'w:tbl') this.#columns.pop();
    if (opens) this.#holders.pop();
    if (change !== undefined) this.#last = { change, end: element.end };
  }

  /** Says of changes without text what they are about. */
  nameSilent(): void {
    for (const [change, marks] of this.#silent) {
      for (const mark of marks) if (change.text === '') change.text = subjectOf(this.#part, mark);
    }
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
    const change = this.#changeFor(element);
    if (change === undefined) return;
    this.changes.set(element, change);
    for (let at: Element | undefined = element; at !== undefined && !this.touched.has(at); at = at.parent)
      this.touched.add(at);
  }

  #changeFor(element: Element): TrackedChange | undefined {
    if (TRACKED[element.name] === undefined) return this.#ended(element);
    const mark = element.name === 'w:tblGridChange' ? this.#places.markOfGrid(element) : undefined;
    if (mark === undefined) return this.#changeOf(element);
    if (!this.changes.has(mark)) this.#add(mark);
    this.#last = undefined;
    return this.changes.get(mark);
  }

  /** The change whose range an element ends. */
  #ended(element: Element): TrackedChange | undefined {
    const begins = RANGE_ENDS[element.name];
    return begins === undefined ? undefined : this.#ranges.get(begins + this.#attribute(element, 'w:id'));
  }

  #changeOf(element: Element): TrackedChange {
    const name = this.#names.get(element);
    const kind = name === undefined ? (TRACKED[element.name] as TrackedKind) : 'move';
    const own = { kind, author: this.#attribute(element, 'w:author'), date: this.#attribute(element, 'w:date') };
    const text = textOf(this.#part, element);
    const column = this.#columnOf(own, element);
    const known =
      name === undefined
        ? (this.#around(own) ?? column.change ?? this.#begun(own, element) ?? this.#joined(own, element))
        : this.#moves.get(name);
    const change: Draft = known ?? {
      id: `c${this.#count()}`,
      ...own,
      part: this.#part.name,
      text,
      behind: behind(this.#part, element),
    };
    if (change.text === '') change.text = text;
    if (change.text === '') this.#silent.set(change, [...(this.#silent.get(change) ?? []), element].slice(0, MARKS));
    column.keep(change);
    if (name !== undefined) this.#moves.set(name, change);
    this.#ranges.set(element.name + this.#attribute(element, 'w:id'), change);
    this.#last = { change, end: element.end };
    return change;
  }

  /** The change of the row or cell around what is met, where that is one with it. */
  #around(own: Told): TrackedChange | undefined {
    const holder = this.#holders[this.#holders.length - 1];
    return holder !== undefined && isSame(holder, own) ? holder : undefined;
  }

  /** The change of the column that the mark of a cell belongs to, if that is known, and how to keep one as such. */
  #columnOf(own: Told, mark: Element): { readonly change?: TrackedChange; keep(change: TrackedChange): void } {
    const place = this.#places.of(mark);
    const columns = this.#columns[this.#columns.length - 1];
    if (place === undefined || columns === undefined) return { keep() {} };
    const key = [own.kind, own.author, own.date, place].join('\n');
    const change = columns.get(key);
    return { ...(change === undefined ? {} : { change }), keep: (made) => void columns.set(key, made) };
  }

  /** The change in which a field began that goes on in a mark, where that is of the same kind, author and date. */
  #begun(own: Told, mark: Element): TrackedChange | undefined {
    const begin = this.#fields.get(mark);
    const change = begin === undefined ? undefined : this.changes.get(begin);
    return change !== undefined && isSame(change, own) ? change : undefined;
  }

  /** The last change, where nothing that stays shows between it and an element of the same kind, author and date. */
  #joined(own: Told, element: Element): TrackedChange | undefined {
    const last = this.#last;
    if (this.#neighbours === 'apart' || last === undefined || !isSame(last.change, own)) return undefined;
    const between = this.#part.source.slice(last.end, element.start).replace(/^\s*<(?:\w+:)?tr(?:\s[^>]*)?>/, '');
    return SHOWN.test(between) ? undefined : last.change;
  }

  #attribute(element: Element, name: string): string {
    return attribute(this.#part, element, name) ?? '';
  }
}

type Told = Pick<TrackedChange, 'kind' | 'author' | 'date'>;

/** The mark of a row or a cell that was inserted or deleted. */
function holderMark(holder: Element): Element | undefined {
  return holder.name === 'w:tc' ? cellMark(holder) : holder.name === 'w:tr' ? rowMark(holder) : undefined;
}

function isSame(a: Told, b: Told): boolean {
  return (
    a.kind !== 'formatting' && a.kind !== 'move' && a.kind === b.kind && a.author === b.author && a.date === b.date
  );
}
