/** The rows of a change table, drafted from a comparison: one for each provision that changed, and groups of them. */
import type { Change } from '../../model/redline.ts';
import { openPlace } from '../open-place.ts';

/** A row as a manifest has it. */
export interface DraftedRow {
  readonly document: string;
  readonly covers: readonly string[];
  readonly description: string;
  readonly rationale: string;
}

/** Rows of one document that one question is about: those below one of its outermost provisions. */
export interface RowGroup {
  readonly document: string;
  /** The anchor of the provision that they stand in. */
  readonly anchor: string;
  readonly rows: readonly DraftedRow[];
}

/** The rows of a document, in the order of its changes, and the changes that no row can cover for want of an anchor. */
export interface DraftedRows {
  readonly groups: readonly RowGroup[];
  readonly unanchored: readonly Change[];
}

/** How long a description gets before the rest is counted, in UTF-16 code units. */
const LONGEST = 320;

/** Drafts rows for the substantive changes of a document. */
export function draftRows(document: string, changes: readonly Change[]): DraftedRows {
  const substantive = changes.filter(({ weight }) => weight === 'substantive');
  const byAnchor = new Map<string, { readonly group: string; readonly changes: Change[] }>();
  const unanchored: Change[] = [];
  for (const change of substantive) {
    const within = anchorsAround(change);
    const anchor = within[within.length - 1];
    if (anchor === undefined) {
      unanchored.push(change);
      continue;
    }
    const row = byAnchor.get(anchor);
    if (row === undefined) byAnchor.set(anchor, { group: within[0] as string, changes: [change] });
    else row.changes.push(change);
  }
  const groups = new Map<string, DraftedRow[]>();
  for (const [anchor, { group, changes: own }] of byAnchor) {
    const row = { document, covers: [anchor], description: describe(own), rationale: openPlace('why this changes') };
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  return { groups: [...groups].map(([anchor, rows]) => ({ document, anchor, rows })), unanchored };
}

/** The anchors around a change, the outermost first: those of after, where after has it. */
function anchorsAround({ after, before }: Change): readonly string[] {
  const within = after?.within ?? [];
  return within.length > 0 ? within : (before?.within ?? []);
}

/** What the changes of one provision do, in a sentence each. */
function describe(changes: readonly Change[]): string {
  const sentences: string[] = [];
  let length = 0;
  for (const change of changes) {
    const sentence = sentenceOf(change);
    if (sentences.length > 0 && length + sentence.length > LONGEST) break;
    if (!sentences.includes(sentence)) sentences.push(sentence);
    length += sentence.length;
  }
  const left = changes.length - sentences.length;
  if (left > 0) sentences.push(`${left} further ${left === 1 ? 'change' : 'changes'}.`);
  return literal(sentences.join(' '));
}

/** The summary of a change as a sentence. */
function sentenceOf({ summary }: Change): string {
  const said = summary.replace(/\s+/g, ' ').trim();
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

/** A text in which no placeholder of a template is read: doubled braces, which no known law has, are parted. */
export function literal(text: string): string {
  return text.replace(/\{(?=\{)/g, '{ ');
}
