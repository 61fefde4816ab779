/** A redline as amending instructions: for each change the smallest provision that can be restated to make it. */
import { acceptAll, rejectAll, revisionOf } from '../model/decide.ts';
import type { Block, Clause, Document } from '../model/document.ts';
import { normalise } from '../model/equal.ts';
import type { Redline, Revision } from '../model/redline.ts';
import { walk } from '../model/walk.ts';
import { type Amendment, type Form, type Instruction, type Target, WHOLE } from './instruction.ts';
import { type KeepRow, partialTable } from './rows.ts';
import { afterOf, beforeOf, isTouched, type Marked } from './sides.ts';
import { type Place, type Places, placesOf } from './targets.ts';

/** How instructions are drafted. */
export interface DraftOptions {
  /** Says of a row that it is restated wherever rows of its table change, such as a row of counts. */
  readonly keepRow?: KeepRow;
  /** `rows` for instructions that insert or delete rows where nothing else changes in a table; else `amend`. */
  readonly tables?: 'amend' | 'rows';
}

/** An instruction with its text as a redline shows it. */
export interface Drafted extends Instruction {
  readonly marked: readonly Marked[];
  /** The number before, of a renumbering. */
  readonly oldLabel?: string;
}

/** A drafted amendment. */
export interface DraftedAmendment extends Amendment {
  readonly instructions: readonly Drafted[];
}

interface Context {
  readonly places: Places;
  readonly keepRow: KeepRow;
  readonly tables: 'amend' | 'rows';
}

/** Drafts the instructions that turn before into after. Where a change belongs to no provision, the whole is restated. */
export function draft(redline: Redline, options: DraftOptions = {}): DraftedAmendment {
  const before = rejectAll(redline);
  const context: Context = {
    places: placesOf(before),
    keepRow: options.keepRow ?? (() => false),
    tables: options.tables ?? 'rows',
  };
  const document = normalise(redline.document);
  const instructions = draftList(document.children, before, context) ?? [wholeDocument(redline, before)];
  return { instructions, after: redline.document.meta };
}

/** The one instruction that restates all of the document. */
export function draftWhole(redline: Redline): DraftedAmendment {
  return { instructions: [wholeDocument(redline, rejectAll(redline))], after: redline.document.meta };
}

function wholeDocument(redline: Redline, before: Document): Drafted {
  const marked = redline.document.children;
  const after = acceptAll(redline).children;
  return { form: 'amend', target: { cite: WHOLE }, before: before.children, after, marked };
}

type Parent = Clause | Document;

/** Instructions for a list of blocks; `undefined` where only restating what holds the list will do. */
function draftList(marked: readonly Marked[], parent: Parent, context: Context): Drafted[] | undefined {
  const drafted: Drafted[] = [];
  let at = 0;
  for (let i = 0; i < marked.length; ) {
    const block = marked[i] as Marked;
    if (revisionOf(block)?.kind === 'insertion') {
      const end = endOfInsertion(marked, i);
      const insertion = draftInsertion(marked.slice(i, end), parent, at, context);
      if (insertion === undefined) return undefined;
      drafted.push(insertion);
      i = end;
      continue;
    }
    if (isTouched(block)) {
      const own = draftBlock(block, parent.children[at], context);
      if (own === undefined) return undefined;
      drafted.push(...own);
    }
    at += 1;
    i += 1;
  }
  return drafted;
}

function endOfInsertion(marked: readonly Marked[], start: number): number {
  let end = start;
  while (end < marked.length && revisionOf(marked[end] as Marked)?.kind === 'insertion') end += 1;
  return end;
}

/** An insertion is placed by the provision in front of it, else by the one behind, else by what holds it. */
function draftInsertion(
  marked: readonly Marked[],
  parent: Parent,
  at: number,
  { places }: Context,
): Drafted | undefined {
  const [front, behind] = [parent.children[at - 1], parent.children[at]];
  const base = { before: [], after: afterOf(marked), marked };
  const frontPlace = front && places.byNode.get(front);
  if (frontPlace !== undefined) return { ...base, form: 'insert-after', target: frontPlace.target };
  const behindPlace = behind && places.byNode.get(behind);
  if (behindPlace !== undefined) return { ...base, form: 'insert-before', target: behindPlace.target };
  if (parent.children.length > 0) return undefined;
  const target = targetOf(parent, places);
  return target === undefined ? undefined : { ...base, form: 'insert-start', target };
}

function targetOf(parent: Parent, places: Places): Target | undefined {
  return parent.type === 'document' ? { cite: WHOLE } : places.byNode.get(parent)?.target;
}

/** Instructions for a block that both sides have, or that before has. */
function draftBlock(block: Marked, before: Block | undefined, context: Context): Drafted[] | undefined {
  const place = before === undefined ? undefined : context.places.byNode.get(before);
  const revision = revisionOf(block);
  if (before === undefined || place === undefined || before.type !== block.type || isLimb(block)) return undefined;
  if (revision?.kind === 'boundary') return undefined;
  if (revision?.kind === 'deletion') return [restated('delete', block, place)];
  if (block.type === 'clause' && before.type === 'clause') return draftClause(block, before, place, context);
  if (block.type === 'table' && before.type === 'table') return [draftTable(block, before, place, context)];
  return [restated(block.type === 'definition' ? 'definition' : 'amend', block, place)];
}

/** A limb is not amended by itself: its clause is restated, so that the reader sees the sentence. */
function isLimb(block: Marked): boolean {
  return block.type === 'clause' && block.kind === 'limb';
}

function restated(form: Form, block: Marked, { target }: Place): Drafted {
  return { form, target, before: beforeOf([block]), after: afterOf([block]), marked: [block] };
}

/** A clause piece by piece where that is possible and less than the whole, else the whole. */
function draftClause(block: Clause<Revision>, before: Clause, place: Place, context: Context): Drafted[] {
  const whole = [restated('amend', block, place)];
  const label = newLabel(block, before);
  if (revisionOf(block) !== undefined && label === undefined) return whole;
  if (label !== undefined && !childrenFollow(block, before.label ?? '', label)) return whole;
  const inner = draftList(block.children, before, context)?.filter((each) => !follows(each, before.label, label));
  if (inner === undefined || isAllOf(inner, before, context)) return whole;
  const heading = block.heading?.some(isTouched) === true;
  if (heading && before.children.length === 0) return whole;
  return [
    ...(label === undefined
      ? []
      : [
          {
            ...restated('renumber', block, place),
            before: [],
            after: [],
            marked: [],
            label,
            oldLabel: before.label ?? '',
          },
        ]),
    ...(heading ? [headingOf(block, place)] : []),
    ...inner,
  ];
}

/** The new label of a clause of which nothing else differs, its heading and what stands in it aside. */
function newLabel(block: Clause<Revision>, before: Clause): string | undefined {
  const revision = revisionOf(block);
  if (revision?.kind !== 'alteration' || Object.keys(revision.before).join() !== 'label') return undefined;
  const { label } = block;
  const sound = label !== undefined && label === label.replace(/\s+/g, ' ').trim() && label !== '';
  return sound && before.label !== undefined && !label.includes(' as ') ? label : undefined;
}

/** Whether all numbers in a renumbered clause go with its own, as applying the instruction makes them. */
function childrenFollow(block: Clause<Revision>, old: string, label: string): boolean {
  let all = true;
  walk<Revision>(block, (node, ancestors) => {
    if (ancestors.length === 0 || !('label' in node) || node.label === undefined) return;
    if (
      [node, ...ancestors.slice(1)].some(
        (each) => revisionOf(each)?.kind === 'insertion' || revisionOf(each)?.kind === 'deletion',
      )
    )
      return;
    const revision = revisionOf(node);
    const was =
      revision?.kind === 'alteration' && 'label' in revision.before ? revision.before.label?.value : node.label;
    if (typeof was !== 'string' || followed(was, old, label) !== node.label) all = false;
  });
  return all;
}

/** The number that goes with that of what it stands in. */
function followed(label: string, old: string, now: string): string {
  const [stem, fresh] = [`${old.replace(/\.$/, '')}.`, `${now.replace(/\.$/, '')}.`];
  return /\d/.test(old) && label.startsWith(stem) ? fresh + label.slice(stem.length) : label;
}

/** Whether a renumbering inside a renumbered clause goes without saying. */
function follows(
  { form, label, before, oldLabel }: Drafted,
  old: string | undefined,
  now: string | undefined,
): boolean {
  return (
    form === 'renumber' &&
    before.length === 0 &&
    now !== undefined &&
    followed(oldLabel ?? '', old ?? '', now) === label
  );
}

/** A clause in which every provision is amended is restated as one. */
function isAllOf(inner: readonly Drafted[], before: Clause, { places }: Context): boolean {
  const own = before.children.filter((child) => places.byNode.has(child));
  const amended = new Set(inner.filter(({ form }) => form === 'amend').map(({ target }) => keyOf(target)));
  const all = own.every((child) => amended.has(keyOf(places.byNode.get(child)?.target ?? { cite: '' })));
  return own.length > 1 && all;
}

const keyOf = ({ cite, occurrence = 1 }: Target): string => `${occurrence} ${cite}`;

/** The clause without what stands in it, its number as it was. */
function headingOf(block: Clause<Revision>, { target, node }: Place): Drafted {
  const { revision: _, label: __, ...rest } = block;
  const label = node.type === 'clause' && node.label !== undefined ? { label: node.label } : {};
  const marked: Marked[] = [{ ...rest, ...label, children: [] }];
  return { form: 'heading', target, before: beforeOf(marked), after: afterOf(marked), marked };
}

function draftTable(
  block: Extract<Marked, { type: 'table' }>,
  before: Extract<Block, { type: 'table' }>,
  place: Place,
  { keepRow, tables }: Context,
): Drafted {
  const form = tables === 'rows' ? formOfRows(block) : 'amend';
  return restated(form, partialTable(block, before, keepRow), place);
}

/** Whether nothing but rows came, or nothing but rows went. */
function formOfRows(table: Extract<Marked, { type: 'table' }>): Form {
  const touched = table.rows.filter(isTouched);
  const outside = [...table.columns, ...(table.caption ?? [])].some(isTouched) || revisionOf(table) !== undefined;
  const all = (kind: 'insertion' | 'deletion'): boolean =>
    !outside && touched.length > 0 && touched.every((row) => row.revision?.kind === kind);
  return all('insertion') ? 'insert-rows' : all('deletion') ? 'delete-rows' : 'amend';
}
