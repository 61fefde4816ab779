/** References in words that a file told, made cross-references again by what they cite. */
import type { CrossReference, Document, Inline, Marks, Node } from '../model/document.ts';
import { normaliseInlines } from '../model/equal.ts';
import { anchors } from '../model/links.ts';
import { CHILD_LISTS, childList, mapChildLists } from '../model/walk.ts';
import type { Retold } from './work/graft-text.ts';
import { printed } from './work/inlines.ts';

/**
 * The document with references linked again where the words are the file's. A bare number is never a reference: a price,
 * a date or a count may be the number of a clause.
 */
export function relink(document: Document, baseline: Document, retold: Retold): Document {
  if (retold.size === 0) return document;
  const targets = targetsIn(document, baseline);
  const pattern = patternOf(targets.keys());
  if (pattern === undefined) return document;
  const step = (node: Node): Node =>
    mapChildLists<never, never, Node>(node, (children, list) =>
      isText(node, list)
        ? relinked(children as readonly Inline[], pattern, targets, retold).map(step)
        : children.map(step),
    );
  return step(document) as Document;
}

function isText(node: Node, list: string): boolean {
  return node.type === 'para' || list === 'heading' || list === 'caption';
}

/** What can be cited, by how it is cited: by the new version's own citations, then by what the baseline's references print. */
function targetsIn(document: Document, baseline: Document): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  const several = new Set<string>();
  for (const [id, { cite }] of anchors(document)) {
    if (!isCitation(cite)) continue;
    if (targets.has(cite)) several.add(cite);
    else targets.set(cite, id);
  }
  for (const cite of several) targets.delete(cite);
  const ids = new Set(anchors(document).keys());
  for (const [text, id] of citedIn(baseline))
    if (!targets.has(text) && ids.has(id) && isCitation(text)) targets.set(text, id);
  return targets;
}

/** A word and a number. */
const isCitation = (text: string): boolean => /\p{L}{2,}|§/u.test(text) && /\d|\s[A-Z]$/.test(text);

/** What the cross-references of a document print, with their targets; a text that means two targets is left out. */
function citedIn(document: Document): Map<string, string> {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  const visit = (node: Node): void => {
    if (node.type === 'crossReference') {
      if (found.has(node.text) && found.get(node.text) !== node.target) twice.add(node.text);
      found.set(node.text, node.target);
    }
    for (const name of CHILD_LISTS[node.type]) for (const child of childList(node, name)) visit(child);
  };
  visit(document);
  for (const text of twice) found.delete(text);
  return found;
}

/** The longest citation first, with no letter, digit or further number touching it. */
function patternOf(texts: Iterable<string>): RegExp | undefined {
  const sound = [...texts].filter((text) => text.trim() === text);
  if (sound.length === 0) return undefined;
  const escaped = sound.sort((a, b) => b.length - a.length).map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\w.])(?:${escaped.join('|')})(?!\\w|\\.\\d|\\()`, 'g');
}

/** Runs of text in which a citation overlaps what the file told. */
function relinked(
  inlines: readonly Inline[],
  pattern: RegExp,
  targets: ReadonlyMap<string, string>,
  retold: Retold,
): Inline[] {
  if (!inlines.some((inline) => retold.has(inline))) return [...inlines];
  const result: Inline[] = [];
  let run: Inline[] = [];
  const close = (): void => {
    result.push(...relinkRun(run, pattern, targets, retold));
    run = [];
  };
  for (const inline of inlines) {
    if (inline.type === 'text' && inline.marks?.href === undefined) run.push(inline);
    else {
      close();
      result.push(inline);
    }
  }
  close();
  return normaliseInlines(result);
}

function relinkRun(
  run: readonly Inline[],
  pattern: RegExp,
  targets: ReadonlyMap<string, string>,
  retold: Retold,
): Inline[] {
  const text = run.map(printed).join('');
  const pieces: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    const [start, end] = [match.index as number, (match.index as number) + match[0].length];
    const covered = within(run, start, end);
    if (!covered.some((inline) => retold.has(inline))) continue;
    pieces.push(...within(run, at, start, true), referenceTo(match[0], targets.get(match[0]) ?? '', covered));
    at = end;
  }
  return [...pieces, ...within(run, at, text.length, true)];
}

/** The inlines of a run between two offsets, cut where `cut` says so. */
function within(run: readonly Inline[], from: number, to: number, cut = false): Inline[] {
  const found: Inline[] = [];
  let at = 0;
  for (const inline of run) {
    const value = printed(inline);
    const end = at + value.length;
    if (end > from && at < to) {
      const whole = !cut || (at >= from && end <= to);
      found.push(whole ? inline : ({ ...inline, value: value.slice(Math.max(0, from - at), to - at) } as Inline));
    }
    at = end;
  }
  return found;
}

function referenceTo(text: string, target: string, covered: readonly Inline[]): CrossReference {
  const marks = sharedMarks(covered);
  return { type: 'crossReference', target, text, ...(marks === undefined ? {} : { marks }) };
}

function sharedMarks(covered: readonly Inline[]): Marks | undefined {
  const all = covered.map((inline) => (inline.type === 'text' ? inline.marks : undefined));
  return all.every((marks) => JSON.stringify(marks) === JSON.stringify(all[0])) ? all[0] : undefined;
}
