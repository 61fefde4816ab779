/** Altered attributes in words: the small tags that say what a node was before, such as `was a heading row`. */
import { classes, element, escapeText, type Html } from './escape.ts';
import { changeNumber, revisionOf, weightClass } from './marks.ts';
import type { Page, Tracked } from './page.ts';

/** What to say of an attribute, given its value before (`null`: it had none). */
const PHRASES: Readonly<Record<string, (before: unknown) => string>> = {
  fixed: (before) => (before === true ? 'number was typed, now automatic' : 'number was automatic, now typed'),
  kind: (before) => `was a ${String(before)}`,
  id: (before) => (before === null ? 'anchor added' : `anchor was ${String(before)}`),
  style: (before) => (before === null ? 'was running text' : `was a ${String(before)} paragraph`),
  term: (before) => `term was “${String(before)}”`,
  header: (before) => (before === true ? 'was a heading row' : 'was not a heading row'),
  keyedBy: (before) =>
    `keyed by ${Array.isArray(before) && before.length > 0 ? before.join(', ') : 'no column'} before`,
  columnSpan: (before) => `covered ${count(before, 'column')} before`,
  rowSpan: (before) => `covered ${count(before, 'row')} before`,
  align: (before) => `column was aligned ${before === null ? 'by default' : String(before)}`,
  width: (before) => (before === null ? 'column had no width' : `column was ${Number(before) / 20} pt wide`),
  marks: () => 'formatting differed',
  target: (before) => `led to ${String(before)}`,
};

function count(value: unknown, noun: string): string {
  return typeof value === 'number' && value > 1 ? `${value} ${noun}s` : `one ${noun}`;
}

/** A tag for each altered attribute but those in `shown`, which the page shows another way. */
export function alterationTags(node: Tracked, page: Page, shown: readonly string[]): Html {
  const revision = revisionOf(node);
  if (revision?.kind !== 'alteration') return '';
  return Object.entries(revision.before)
    .filter(([name]) => !shown.includes(name))
    .map(([name, before]) => {
      const phrase = PHRASES[name]?.(before.value) ?? `${name} was ${JSON.stringify(before.value)}`;
      const attributes = {
        class: classes('tag', 'fmt', weightClass(before.change, page)),
        'data-c': changeNumber(before.change, page),
      };
      return element('span', attributes, escapeText(phrase));
    })
    .join('');
}

/** The value that an attribute had before, where it is altered, and the change that altered it. */
export function altered(node: Tracked, name: string): { readonly value: unknown; readonly change: string } | undefined {
  const revision = revisionOf(node);
  return revision?.kind === 'alteration' && Object.hasOwn(revision.before, name) ? revision.before[name] : undefined;
}
