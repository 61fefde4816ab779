/** Tracked changes that no change of the comparison accounts for, as changes of their own. */
import { excerpt } from '../../compare/ledger.ts';
import { told } from '../../compare/paragraph-changes.ts';
import { citations } from '../../model/cite.ts';
import type { Document, Node } from '../../model/document.ts';
import type { Change, ChangeKind, ExcerptPart, Locus, Weight } from '../../model/redline.ts';
import { walk } from '../../model/walk.ts';
import type { TrackedMark } from '../../write/in-place/index.ts';
import type { Homes } from './places.ts';

/** A change of the list with the marks of the file that it is made of. */
export interface ListedChange {
  readonly change: Change;
  readonly marks: readonly TrackedMark[];
}

/** The changes that some marks are: neighbours of one author in one paragraph are one, and so is a move. */
export function ownChanges(marks: readonly TrackedMark[], citeAt: CiteAt, homes: Homes): ListedChange[] {
  const groups = new Map<string, TrackedMark[]>();
  const keys = new Map<string, string>();
  let last: TrackedMark | undefined;
  for (const mark of marks) {
    const goesOn = last !== undefined && isEmpty(mark) && isEmpty(last) && last.nextParagraph === mark.paragraph?.start;
    const like = goesOn && last?.author === mark.author && last.kind === mark.kind ? keys.get(last.unit) : undefined;
    const key = keys.get(mark.unit) ?? like ?? keyOf(mark, homes);
    keys.set(mark.unit, key);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [mark]);
    else known.push(mark);
    last = mark;
  }
  return [...groups.values()].map((group) => ({ change: changeOf(group, citeAt), marks: group }));
}

/** Whether a mark is that of a paragraph alone. */
function isEmpty({ scope }: TrackedMark): boolean {
  return scope === 'paragraph';
}

function keyOf(mark: TrackedMark, homes: Homes): string {
  if (mark.isMove) return mark.unit;
  const what = mark.kind === 'formatting' ? 'formatting' : 'text';
  const paragraph = mark.paragraph === undefined ? undefined : homes.of(mark.part, mark.paragraph.start);
  const at = paragraph ?? mark.holder?.start ?? `at ${mark.start}`;
  return [mark.part, at, what, mark.author].join('\n');
}

function changeOf(marks: readonly TrackedMark[], citeAt: CiteAt): Change {
  const kind = kindOf(marks);
  const [first] = marks as [TrackedMark];
  const [from, to] = [wordsOf(marks, 'deletion'), wordsOf(marks, 'insertion')];
  const words = excerptOf(marks, kind);
  const text = words.map((part) => part.text).join('');
  const locus: Locus = { cite: citeAt(first), within: [], text };
  return {
    id: '',
    kind,
    weight: weightOf(kind, from, to),
    ...(kind === 'insertion' ? {} : { before: locus }),
    ...(kind === 'deletion' ? {} : { after: locus }),
    summary: summaryOf(marks, kind, from, to),
    ...(words.length === 0 ? {} : { excerpt: words }),
  };
}

function kindOf(marks: readonly TrackedMark[]): ChangeKind {
  if (marks.some(({ isMove }) => isMove)) return 'move';
  if (marks.every(({ kind }) => kind === 'formatting')) return 'reformatting';
  const kinds = new Set(marks.map(({ kind }) => kind));
  if (kinds.has('insertion') && kinds.has('deletion')) return 'substitution';
  return kinds.has('insertion') ? 'insertion' : 'deletion';
}

/** White space and paragraph marks alone are typographical, and so are words that give way to the same. */
function weightOf(kind: ChangeKind, from: string, to: string): Weight {
  if (kind === 'reformatting') return 'formatting';
  if (kind === 'move') return 'substantive';
  return letters(from) === letters(to) ? 'typographical' : 'substantive';
}

function letters(text: string): string {
  return text
    .replace(/\s+/g, '')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'");
}

function wordsOf(marks: readonly TrackedMark[], kind: TrackedMark['kind']): string {
  let end = -1;
  let text = '';
  for (const mark of marks) {
    if (mark.kind !== kind || mark.scope === 'range' || mark.end <= end) continue;
    end = mark.end;
    text += wordsIn(mark);
  }
  return text;
}

function wordsIn({ text, subject, scope }: TrackedMark): string {
  return text !== '' ? text : scope === 'text' && subject.startsWith('[') ? subject : '';
}

/** UTF-16 code units of an excerpt. */
const LONGEST = 200;

/** The words of marks, as far as they go into an excerpt. */
export function excerptOf(marks: readonly TrackedMark[], kind: ChangeKind): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  let [end, length] = [-1, 0];
  for (const mark of marks) {
    if (mark.scope === 'range' || mark.end <= end || length >= LONGEST) continue;
    if (kind === 'move' && mark.kind === 'deletion') continue;
    const shownText = mark.kind === 'formatting' ? mark.subject : wordsIn(mark);
    const text = excerpt(shownText, LONGEST - length);
    const shown = kind === 'move' || mark.kind === 'formatting' ? 'retained' : SHOWN[mark.kind];
    const last = parts[parts.length - 1];
    end = mark.end;
    if (text === '' || (mark.kind === 'formatting' && last?.text === text)) continue;
    length += text.length;
    if (last?.kind === shown) parts[parts.length - 1] = { kind: shown, text: last.text + text };
    else parts.push({ kind: shown, text });
  }
  return parts;
}

const SHOWN = { insertion: 'inserted', deletion: 'deleted' } as const;

/** What is formatted, by the element that says so. */
const FORMATTED: Readonly<Record<string, string>> = {
  'w:rPrChange': 'formatting of text',
  'w:pPrChange': 'formatting of a paragraph',
  'w:sectPrChange': 'page layout',
  'w:tblPrChange': 'formatting of a table',
  'w:tblPrExChange': 'formatting of a table',
  'w:trPrChange': 'formatting of a row',
  'w:tcPrChange': 'formatting of a cell',
  'w:cellMerge': 'cells merged or parted',
  'w:tblGridChange': 'widths of columns',
  'w:numberingChange': 'numbering',
  'w:ins': 'numbering',
};

function summaryOf(marks: readonly TrackedMark[], kind: ChangeKind, from: string, to: string): string {
  if (kind === 'move') return 'moved';
  if (kind !== 'reformatting') return from === '' && to === '' ? emptied(marks) : told(from, to);
  return [...new Set(marks.map(({ element }) => FORMATTED[element] ?? 'formatting'))].join(', ');
}

/** What is said of marks without words: those of paragraphs, rows and cells. */
function emptied(marks: readonly TrackedMark[]): string {
  const count = (kind: TrackedMark['kind'], scope: TrackedMark['scope']) =>
    marks.filter((mark) => mark.kind === kind && mark.scope === scope).length;
  const described: string[] = [];
  for (const [scope, noun] of THINGS) {
    for (const kind of ['deletion', 'insertion'] as const) {
      const found = count(kind, scope);
      if (found > 0) described.push(`${found === 1 ? noun : `${found} ${noun}s`} ${SHOWN[kind]}`);
    }
  }
  return described.length > 0 ? described.join(', ') : 'code of a field';
}

const THINGS = [
  ['paragraph', 'paragraph mark'],
  ['row', 'row'],
  ['cell', 'cell'],
] as const;

/** The provision that a mark stands in, as cited. */
export type CiteAt = (mark: TrackedMark) => string;

/** What parts that are no provision are called, by the names of their roots. */
const PARTS: Readonly<Record<string, string>> = {
  'w:hdr': 'Header',
  'w:ftr': 'Footer',
  'w:footnotes': 'Footnote',
  'w:endnotes': 'Endnote',
  'w:comments': 'Comment',
  'w:glossaryDocument': 'Building block',
};

/** Finds provisions by the offsets at which they begin on either side. */
export function citesOf(before: Document, after: Document): CiteAt {
  const byPart = new Map<string, CitedPlace[]>();
  for (const document of [before, after]) {
    const cites = citations(document);
    walk<never>(document, (node: Node, ancestors: readonly Node[]) => {
      const place = node.type === 'document' ? undefined : node.place;
      const cite = cites.get(node);
      if (place?.part === undefined || place.start === undefined || cite === undefined) return;
      const known = byPart.get(place.part) ?? [];
      known.push({ start: place.start, until: tableEnd(node, ancestors), cite });
      byPart.set(place.part, known);
    });
  }
  for (const known of byPart.values()) known.sort((a, b) => a.start - b.start);
  return ({ part, root, start, paragraph }) => {
    const known = byPart.get(part) ?? [];
    const at = Math.max(start, paragraph?.start ?? start);
    let k = lastUpTo(known, at);
    while (k >= 0 && (known[k] as CitedPlace).until <= at) k--;
    return known[k]?.cite ?? PARTS[root] ?? '';
  };
}

/** Where a node begins, and where the table ends that it stands in. */
interface CitedPlace {
  readonly start: number;
  readonly until: number;
  readonly cite: string;
}

function tableEnd(node: Node, ancestors: readonly Node[]): number {
  const table = [...ancestors, node].find(({ type }) => type === 'table');
  return (table?.type === 'table' ? table.place?.end : undefined) ?? Number.MAX_SAFE_INTEGER;
}

/** The index of the last that begins at an offset or before it; -1 where there is none. */
function lastUpTo(sorted: readonly CitedPlace[], offset: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as CitedPlace).start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
