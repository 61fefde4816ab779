/** The document's own provisions, tables and schedules, by the words and numbers that cite them. */
import type { Clause, Node } from '../../model/document.ts';
import { plainText, walk } from '../../model/walk.ts';
import { pushTo } from '../group.ts';
import { once, type Passage, type Subject } from '../subject.ts';

export interface Provision {
  /** Without a full stop at its end: `5.3`, `4A`, `B`. */
  readonly number: string;
  readonly heading?: string;
  readonly node: Node;
  /** The letters of the limbs right below it, in small letters and without brackets. */
  readonly limbs: ReadonlySet<string>;
}

/** Words that cite numbered provisions, whichever of them a document uses. */
export const GENERIC: ReadonlySet<string> = new Set([
  'Clause',
  'Section',
  'Paragraph',
  'Article',
  'Rule',
  'Regulation',
]);

/** What stands at the end of a document or beside it. */
export const ATTACHED: ReadonlySet<string> = new Set(['Schedule', 'Annex', 'Appendix', 'Attachment', 'Exhibit']);

/** Provisions by `provision`, `Schedule`, `Table` and so on, then by their numbers. */
export const provisions = once((subject: Subject): ReadonlyMap<string, ReadonlyMap<string, readonly Provision[]>> => {
  const found = new Map<string, Map<string, Provision[]>>();
  const add = (word: string, provision: Provision): void => {
    const known = found.get(word) ?? new Map<string, Provision[]>();
    pushTo(known, provision.number, provision);
    found.set(word, known);
  };
  walk(subject.document, (node: Node) => {
    if (node.type === 'table' && node.label !== undefined) add(node.word ?? 'Table', tableOf(node.label, node));
    if (node.type === 'clause' && node.kind !== 'limb') addClause(node, add);
  });
  for (const at of subject.passages) addTitle(at, add);
  return found;
});

function tableOf(number: string, node: Node): Provision {
  return { number, node, limbs: new Set() };
}

function addClause(clause: Clause, add: (word: string, provision: Provision) => void): void {
  const heading = clause.heading === undefined ? {} : { heading: plainText(clause.heading).trim() };
  const shared = { ...heading, node: clause, limbs: limbsOf(clause) };
  const label = clause.label?.replace(/[.):]+$/, '');
  if (label === undefined) return;
  const named = /^(\p{L}+)\s+(\S+)$/u.exec(label);
  if (named === null) add('provision', { ...shared, number: label.replace(/^\(/, '') });
  else if (GENERIC.has(titled(named[1] as string))) add('provision', { ...shared, number: named[2] as string });
  else add(titled(named[1] as string), { ...shared, number: named[2] as string });
}

function limbsOf(clause: Clause): Set<string> {
  const limbs = clause.children.flatMap((child) =>
    child.type === 'clause' && child.kind === 'limb' && child.label !== undefined
      ? [child.label.replace(/[().\s]/g, '').toLowerCase()]
      : [],
  );
  return new Set(limbs);
}

/** A title that names an annex or a schedule, where the reader made no label of it, or a caption typed as a paragraph. */
const TITLE =
  /^\s*(Schedule|Annex|Appendix|Attachment|Exhibit|Part|Table|Figure)\s+(\d+(?:\.\d+)*[A-Z]?|[A-Z]\d*|[IVX]+)\b(?!\s*\()/i;

/** A longer paragraph is no title. */
const LONGEST_TITLE = 120;

function addTitle(at: Passage, add: (word: string, provision: Provision) => void): void {
  const match = at.text.length <= LONGEST_TITLE ? TITLE.exec(at.text) : null;
  if (match === null || at.kind === 'note' || (at.kind !== 'heading' && /[.;,]\s*$/.test(at.text))) return;
  const [text, word = '', number = ''] = match;
  if (at.kind === 'text' && /^\s+\p{Ll}/u.test(at.text.slice(text.length))) return;
  const heading = at.text.slice(text.length).replace(/^[\s:.–—-]+/, '');
  add(titled(word), {
    number: number.toUpperCase(),
    node: at.node,
    limbs: new Set(),
    ...(heading === '' ? {} : { heading }),
  });
}

export function titled(word: string): string {
  return `${word[0]?.toUpperCase() ?? ''}${word.slice(1).toLowerCase()}`;
}

/** The provisions that a word and a number may cite; `undefined` where the document numbers nothing of that kind. */
export function provisionsNamed(subject: Subject, word: string): ReadonlyMap<string, readonly Provision[]> | undefined {
  const all = provisions(subject);
  return all.get(word === subject.document.meta.provision || GENERIC.has(word) ? 'provision' : word);
}

/** The numbers of the provisions around a passage, the innermost last, limbs left out. */
export function numbersAround(at: Passage): readonly string[] {
  return [...at.ancestors, at.node].flatMap((node) =>
    node.type === 'clause' && node.kind !== 'limb' && node.label !== undefined
      ? [node.label.replace(/^(?:\p{L}+\s+)?\(?|[.):]+$/gu, '')]
      : [],
  );
}
