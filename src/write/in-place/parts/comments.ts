/**
 * Comments of before on text that went: they come along, so that a rejected redline has them again. Those of after stay
 * where they are, and none is a change: a comment says nothing of the text (ISO/IEC 29500-1, 17.13.4).
 */

import { declared } from '../../../word/declared.ts';
import type { Document } from '../../../word/document.ts';
import { type Output, rawRelationship } from '../../../word/output.ts';
import { freshName } from '../../../word/resources/resources.ts';
import { decode } from '../../../word/tag.ts';
import { attribute, type Element, innerXml, type Part } from '../../../word/tree.ts';
import type { Line } from '../lines/lines.ts';
import { copy } from '../marks/copy.ts';
import type { Span } from '../pairing/script.ts';
import type { Session } from '../session.ts';

/** A comment that comes along, and where in its line it begins and ends: UTF-16 offsets, half-open. */
export interface Brought {
  readonly from: number;
  readonly to: number;
  /** Its id in after. */
  readonly id: string;
  /** The run of before that refers to it. */
  readonly run: Element;
}

/** The comments of a redline while it is made. */
export interface Comments {
  /** The comments whose text is in a stretch that goes; each comes along once. */
  readonly bring: (span: Span) => readonly Brought[];
  /** Puts those that were brought into after's part, and tells of the rest. */
  settle(session: Session): void;
}

/** Where a comment stands in a paragraph of before. */
interface Anchor {
  readonly comment: string;
  /** Where its range begins; `undefined` where it has none. */
  readonly start: Element | 'earlier' | undefined;
  readonly end: Element | undefined;
  readonly reference: Element;
}

export function commentsOf(before: Document, after: Document, output: Output): Comments {
  const [from, into] = [partOf(before), partOf(after)];
  const theirs = new Set([...commentsIn(into).values()].map((comment) => keyOf(into as Part, comment)));
  const own = commentsIn(from);
  const missing = new Map([...own].filter(([, comment]) => !theirs.has(keyOf(from as Part, comment))));
  const fresh = freshIds(into, after.part(after.main));
  const brought = new Map<string, string>();
  const anchors = new Map<Part, ReadonlyMap<Element, readonly Anchor[]>>();
  const anchorsOf = ({ part, element }: Line): readonly Anchor[] => {
    const known = anchors.get(part) ?? anchorsIn(part);
    anchors.set(part, known);
    return known.get(element) ?? [];
  };
  return {
    bring(span) {
      if (missing.size === 0) return [];
      return anchorsOf(span.line).flatMap((anchor) => {
        const place = placeIn(span, anchor);
        if (place === undefined || !missing.has(anchor.comment) || brought.has(anchor.comment)) return [];
        const id = fresh();
        brought.set(anchor.comment, id);
        return [{ ...place, id, run: anchor.reference.parent as Element }];
      });
    },
    settle(session) {
      if (from !== undefined && brought.size > 0) bringComments(session, from, into, missing, brought, output);
      tellRest(session, missing.size - brought.size);
    },
  };
}

function partOf(document: Document): Part | undefined {
  const name = document.partOf('comments');
  return name === undefined ? undefined : document.part(name);
}

function commentsIn(part: Part | undefined): Map<string, Element> {
  const found = new Map<string, Element>();
  for (const child of part?.root.children ?? [])
    if (part !== undefined && child.name === 'w:comment') found.set(attribute(part, child, 'w:id') ?? '', child);
  return found;
}

/** What makes two comments the same: who wrote them, when, and what they say. */
function keyOf(part: Part, comment: Element): string {
  const [author, date] = [attribute(part, comment, 'w:author'), attribute(part, comment, 'w:date')];
  const text = decode(
    innerXml(part, comment)
      .replace(/<(?:[\w.-]+:)?p[\s>]/g, '\n$&')
      .replace(/<[^>]*>/g, ''),
  );
  return `${author}\u0001${date}\u0001${text}`;
}

/** Ids that no comment of after has, and none of its ranges. */
function freshIds(into: Part | undefined, body: Part | undefined): () => string {
  const named = body?.source.matchAll(/<(?:[\w.-]+:)?comment\w+\s[^>]*?:id="(\d{1,9})"/g) ?? [];
  const ids = [...commentsIn(into).keys(), ...[...named].map((match) => match[1] as string)];
  let last = ids.reduce((highest, id) => (/^\d{1,9}$/.test(id) ? Math.max(highest, Number(id)) : highest), -1);
  return () => String(++last);
}

/** Where the comments of a part are anchored, by the paragraph that holds the reference. */
function anchorsIn(part: Part): Map<Element, readonly Anchor[]> {
  const found = new Map<Element, Anchor[]>();
  const marks = { start: new Map<string, Mark>(), end: new Map<string, Mark>() };
  const visit = (element: Element, paragraph: Element | undefined): void => {
    for (const child of element.children) {
      const kind = MARKS[child.name];
      const id = kind === undefined ? '' : (attribute(part, child, 'w:id') ?? '');
      if (kind === 'start' || kind === 'end') marks[kind].set(id, { mark: child, paragraph });
      else if (kind === 'reference' && paragraph !== undefined) {
        const [start, end] = [marks.start.get(id), marks.end.get(id)];
        const begins = start?.paragraph === paragraph ? start.mark : start === undefined ? undefined : 'earlier';
        const ends = end?.paragraph === paragraph ? end.mark : undefined;
        const anchor: Anchor = { comment: id, start: begins, end: ends, reference: child };
        const known = found.get(paragraph);
        if (known === undefined) found.set(paragraph, [anchor]);
        else known.push(anchor);
      } else if (child.children.length > 0) visit(child, child.name === 'w:p' ? child : paragraph);
    }
  };
  visit(part.root, undefined);
  return found;
}

/** What says where a comment stands, and the paragraph in which it says so. */
interface Mark {
  readonly mark: Element;
  readonly paragraph: Element | undefined;
}

const MARKS: Readonly<Record<string, 'start' | 'end' | 'reference'>> = {
  'w:commentRangeStart': 'start',
  'w:commentRangeEnd': 'end',
  'w:commentReference': 'reference',
};

/** How much of a comment's range stands in a stretch; `undefined` where nothing. A range from an earlier paragraph is cut. */
function placeIn(
  { line, from, to }: Span,
  { start, end, reference }: Anchor,
): Pick<Brought, 'from' | 'to'> | undefined {
  const last = offsetOf(line, end ?? reference);
  const first = start === undefined ? last : start === 'earlier' ? 0 : offsetOf(line, start);
  const place = { from: Math.max(first, from), to: Math.min(last, to) };
  return place.from < place.to || (first === last && place.from === place.to) ? place : undefined;
}

/** The offset in a line's text at which an element stands that is no text. */
function offsetOf({ pieces, text }: Line, mark: Element): number {
  return pieces.find(({ first }) => first.start >= mark.start)?.from ?? text.length;
}

function bringComments(
  session: Session,
  from: Part,
  into: Part | undefined,
  comments: ReadonlyMap<string, Element>,
  brought: ReadonlyMap<string, string>,
  output: Output,
): void {
  const copying = { session, from, into: into ?? { ...from, name: freshName(output, from.name) } };
  const xml = [...brought].map(([id, fresh]) => {
    const copied = copy(copying, comments.get(id) as Element);
    return declared(copying, copied.replace(/^(<[^>]*?\s[\w.-]+:id=)"[^"]*"/, `$1"${fresh}"`));
  });
  if (into !== undefined) output.edits(into).insert(into.root.closeStart, xml.join(''));
  else makePart(session, copying.into, xml.join(''), output);
}

/** The part of after, made like before's under a name that is free, with the comments that are brought. */
function makePart({ before, after }: Session, { name, root, source }: Part, xml: string, output: Output): void {
  const text = `${source.slice(0, root.openEnd)}${xml}${source.slice(root.closeStart)}`;
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
  output.addPart(name, new TextEncoder().encode(text), type);
  const relation = [...before.relationships(before.main).values()].find((one) => one.type === 'comments');
  const uri = relation === undefined ? undefined : rawRelationship(before, before.main, relation.id)?.type;
  output.addRelationship(after.main, uri ?? '', `/${name}`, false);
}

function tellRest({ report }: Session, count: number): void {
  if (count === 0) return;
  report({
    severity: 'note',
    rule: 'write/in-place-comment',
    reason: 'comments of the version before are not in the version after, though the text is on which they stand',
    actual: `${count} ${count === 1 ? 'comment' : 'comments'}`,
    note: 'they are left out: a comment is no change of the text',
  });
}
