/** Properties of tables, rows and cells: what differs is tracked, and marks are put into them. */

import { declared } from '../../../word/declared.ts';
import type { Document } from '../../../word/document.ts';
import { digest } from '../../../word/document-fingerprint.ts';
import { changesOf, formerly } from '../../../word/tracked/before-change.ts';
import { childOf, type Element, isEmptyTag, type Part } from '../../../word/tree.ts';
import { type Copying, copyInner } from '../marks/copy.ts';
import type { Session } from '../session.ts';

type Holder = 'w:tblPr' | 'w:trPr' | 'w:tcPr';

/** What is worked out by Word, or tracked apart. */
const WORKED_OUT = [
  'w:tblPrChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:cnfStyle',
  'w:tblLook',
  'w:ins',
  'w:del',
  'w:cellIns',
  'w:cellDel',
  'w:cellMerge',
  'w:tcW',
  'w:tblW',
  'w:divId',
] as const;

/** Marks that never stand in properties as they were. */
const TRACKED = new Set(['w:ins', 'w:del']);

/** The tracked change of properties, as XML; empty where they say the same but for `without`. */
export function propertiesChange(
  copying: Copying,
  before: Element,
  after: Element,
  name: Holder,
  without: readonly string[] = [],
): string {
  const { session, from, into } = copying;
  const left = new Set([...WORKED_OUT, ...without]);
  const [x, y] = [childOf(before, name), childOf(after, name)];
  if (told(session.before, from, x, left) === told(session.after, into, formerly(y), left)) return '';
  session.unkept(into, changesOf(y));
  const skipped = (child: Element): string | undefined =>
    TRACKED.has(child.name) || without.includes(child.name) ? '' : undefined;
  const inner = x === undefined ? '' : copyInner(copying, x, skipped);
  const { w } = into;
  const [own, change] = [w + name.slice(2), `${w}${name.slice(2)}Change`];
  return declared(copying, `<${change}${session.marker.attributes(w)}><${own}>${inner}</${own}></${change}>`);
}

function told(document: Document, part: Part, properties: Element | undefined, without: ReadonlySet<string>): string {
  return (properties?.children ?? [])
    .map((child) => digest(document, part, child, { without }))
    .sort()
    .join('');
}

/** Tracks what differs in the properties of a table or a row. */
export function changeProperties(copying: Copying, before: Element, after: Element, name: Holder): void {
  putInto(copying.session, copying.into, after, name, propertiesChange(copying, before, after, name));
}

/** Puts marks at the end of the properties of a table, a row or a cell of after, in front of a deletion or change of them. */
export function putInto(session: Session, part: Part, holder: Element, name: Holder, xml: string): void {
  if (xml === '') return;
  const edits = session.output.edits(part);
  const own = part.w + name.slice(2);
  const properties = childOf(holder, name);
  if (properties === undefined) {
    const at = childOf(holder, 'w:tblPrEx')?.end ?? holder.openEnd;
    edits.insert(at, `<${own}>${xml}</${own}>`);
  } else if (isEmptyTag(part, properties)) edits.replace(properties.start, properties.end, `<${own}>${xml}</${own}>`);
  else {
    const behind = properties.children.find((child) => child.name === 'w:del' || child.name === `${name}Change`);
    edits.insert(behind?.start ?? properties.closeStart, xml);
  }
}
