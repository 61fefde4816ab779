/** Labels in front of provisions: those that the grammar recognises stand as they are, others in braces. */
import type { Clause } from '../../model/document.ts';
import { headingLabel, isLimbLabel, paragraphLabel } from '../../model/label.ts';
import type { Revision } from '../../model/redline.ts';
import { writeBraces } from './braces.ts';
import { escapeText, labelEscape, MIDDLE } from './escape.ts';
import type { Form } from './nesting.ts';
import { type Fate, valueBefore, wrapFate } from './state.ts';

/** A label and braces, ready to stand in front of (in a heading: around) the text. */
export interface Opening {
  /** `4.1`, or its two states in a redline; empty where the label stands in the braces. */
  readonly label: string;
  readonly braces: string;
  /** The marker of the list item: `-`, or the label of a limb that an ordered list gives. */
  readonly marker: string;
}

/** How a clause opens. */
export function openingOf(
  clause: Clause<Revision>,
  form: Form,
  more: { inside: boolean; level: number },
  fate: Fate,
): Opening {
  const { label } = clause;
  const shown = shownLabel(clause, fate);
  const ordered = form === 'item' && shown === undefined && label !== undefined && isOrdered(label);
  const plain = shown !== undefined || ordered || (label !== undefined && RECOGNISED[form](label));
  const words = [
    ...(clause.fixed === true ? ['fixed'] : []),
    ...(more.inside ? ['inside'] : []),
    ...(kindRead(form, label, plain) === clause.kind ? [] : [clause.kind]),
  ];
  return {
    label: shown ?? (plain && !ordered ? (label ?? '') : ''),
    braces: writeBraces({
      id: clause.id,
      words,
      label: plain ? undefined : label,
      level: form === 'heading' && more.level > 6 ? more.level : undefined,
    }),
    marker: ordered ? label : '-',
  };
}

/** The label as a redline shows it; `undefined` where it has no revision. */
function shownLabel(clause: Clause<Revision>, fate: Fate): string | undefined {
  const write = (label: unknown): string => (typeof label === 'string' ? escapeText(label, MIDDLE) : '');
  const { revision } = clause;
  if (revision?.kind === 'boundary' && fate === undefined && clause.label !== undefined) {
    return wrapFate(write(clause.label), revision.boundary);
  }
  const before = valueBefore(clause, 'label');
  if (before !== undefined && fate === undefined) {
    return [wrapFate(write(before), 'deletion'), wrapFate(write(clause.label), 'insertion')]
      .filter((text) => text !== '')
      .join(' ');
  }
  return fate === undefined || clause.label === undefined ? undefined : wrapFate(write(clause.label), fate);
}

function isOrdered(label: string): boolean {
  return /^(?:0|[1-9]\d{0,8})[.)]$/.test(label);
}

/** Whether a label is recognised in front of a text, by the form of its clause. */
const RECOGNISED = {
  heading: (label) => isWhole(label, headingLabel),
  paragraph: (label) => isWhole(label, paragraphLabel),
  item: (label) => isWhole(label, itemLabel),
} satisfies Record<Form, (label: string) => boolean>;

function isWhole(
  label: string,
  find: (text: string) => { readonly label: string; readonly end: number } | undefined,
): boolean {
  const found = find(`${label} x`);
  return found?.label === label && found.end === label.length + 1;
}

/** In an item `a)` is a label too. */
export function itemLabel(text: string): { readonly label: string; readonly end: number } | undefined {
  const match = /^((?:[a-zA-Z]{1,2}|[ivxlcdm]{1,5})\))(?:\s+|$)/.exec(text);
  return match?.[1] === undefined ? paragraphLabel(text) : { label: match[1], end: match[0].length };
}

/** The kind of clause that the grammar would read, unless the braces say another. */
function kindRead(form: Form, label: string | undefined, plain: boolean): Clause['kind'] | undefined {
  if (form === 'heading') return label === undefined || /^[A-Z][a-z]/.test(label) ? 'part' : 'clause';
  if (label === undefined) return undefined;
  if (form === 'item' && plain && isOrdered(label)) return 'limb';
  return isLimbLabel(label) ? 'limb' : 'clause';
}

/** The offset to escape where a text would be read as opening with a label. */
export function labelAt(find: (text: string) => unknown): (text: string) => number | undefined {
  return (text) => (find(text) === undefined ? undefined : labelEscape(text));
}

/** The same behind the label of a heading, where a sign such as `:` would be taken for a part of it. */
export function signAt(label: string): (text: string) => number | undefined {
  return (text) => (headingLabel(`${label} ${text}`)?.end === label.length + 1 ? undefined : 0);
}
