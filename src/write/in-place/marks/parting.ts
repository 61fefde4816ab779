/** What an earlier author deleted is closed and opened again where something begins or ends inside it. */

import { isDeletion } from '../../../word/tracked/before-change.ts';
import type { Element, Part } from '../../../word/tree.ts';
import type { Session } from '../session.ts';

/** Where something is put so that it stands in no deletion of an earlier author, and what parts that around it. */
export interface Parting {
  readonly at: number;
  readonly close: string;
  readonly open: string;
}

/** `holder` is the element in which the offset `at` stands. */
export function partingAt(session: Session, part: Part, holder: Element | undefined, at: number): Parting {
  let [place, close, open] = [at, '', ''];
  let around = holder;
  for (; around !== undefined && isDeletion(around); around = around.parent) {
    if (close === '' && isAtStart(around, place)) place = around.start;
    else if (close === '' && isAtEnd(around, place)) place = around.end;
    else {
      close += part.source.slice(around.closeStart, around.end);
      open = withFreshIds(session, part, part.source.slice(around.start, around.openEnd)) + open;
    }
  }
  for (; around !== undefined && around.name !== 'w:p'; around = around.parent)
    if (isDeletion(around)) session.unkept(part, [around]);
  return { at: place, close, open };
}

/** Ends and beginnings of ranges, which show nothing. */
const SILENT = /^w:(?:proofErr|(?:bookmark|commentRange|perm|move\w+Range|customXml\w+Range)(?:Start|End))$/;

function isAtStart({ children }: Element, at: number): boolean {
  return children.every(({ name, start }) => start >= at || SILENT.test(name));
}

function isAtEnd({ children }: Element, at: number): boolean {
  return children.every(({ name, end }) => end <= at || SILENT.test(name));
}

/** Marks of earlier authors that are written a second time, under ids of their own. */
export function withFreshIds({ marker }: Session, { w }: Part, xml: string): string {
  const tag = new RegExp(`(<${w}(?:del|moveFrom|rPrChange)\\s[^>]*?\\b${w}id\\s*=\\s*)(?:"[^"]*"|'[^']*')`, 'g');
  return xml.replace(tag, (_, start: string) => `${start}"${marker.id()}"`);
}
