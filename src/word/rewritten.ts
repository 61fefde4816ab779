/** An element of one part as XML for another, with other values of attributes and without what is not brought. */

import { declared, type Sides } from './declared.ts';
import { Edits } from './edits.ts';
import { descendants, type Element, type Part, tagWith } from './tree.ts';

/** An attribute that is given another value: the element that has it, and its known name. */
export interface Rewriting {
  readonly element: Element;
  readonly name: string;
  readonly value: string;
}

/** The start tag of an element with all values that it is given. */
function newTag(from: Part, element: Element, values: readonly Rewriting[]): string {
  const own = values.filter((value) => value.element === element);
  const source = from.source.slice(element.start, element.openEnd);
  return own.reduce((tag, { name, value }) => tagWith(from, tag, name, value), source);
}

/** The XML of an element of `from`; elements below it that are named in `without` are left out, whole. */
export function rewritten(
  sides: Sides,
  element: Element,
  values: readonly Rewriting[],
  without: ReadonlySet<string>,
): string {
  const { from } = sides;
  const edits = new Edits();
  for (const one of new Set(values.map((value) => value.element))) {
    edits.replace(one.start, one.openEnd, newTag(from, one, values));
  }
  for (const { name, start, end } of descendants(element, (inner) => !without.has(inner.name))) {
    if (without.has(name)) edits.replace(start, end, '');
  }
  return declared(sides, edits.applyWithin(from.source, element.start, element.end));
}
