/** Excerpts of changes: the words that each deletes and inserts, with a few of those around them. */
import type { Inline, Node } from './document.ts';
import type { Alteration, ChangeId, ExcerptPart, Redline, Revision } from './redline.ts';
import { CHILD_LISTS, childList, plainText } from './walk.ts';

/** UTF-16 code units: of a whole excerpt, of one deleted or inserted stretch, of the words beside one. */
const [LONGEST, STRETCH, BESIDE] = [200, 120, 30];
/** How many inlines are looked through for the words beside a stretch. */
const LOOKED_AT = 20;

/** The redline with an excerpt on each change that is about words. */
export function withExcerpts(redline: Redline): Redline {
  const moves = new Set(redline.changes.filter(({ kind }) => kind === 'move').map(({ id }) => id));
  const excerpts = new Collector(moves);
  excerpts.visit(redline.document, undefined);
  const changes = redline.changes.map((change) => {
    const parts = excerpts.of(change.id);
    return parts === undefined ? change : { ...change, excerpt: parts };
  });
  return { ...redline, changes };
}

/** What became of all that stands in a node. */
type Fate = { readonly kind: 'inserted' | 'deleted'; readonly change: ChangeId } | undefined;

/** A stretch of a list of inlines, and the changes that it belongs to. */
interface Stretch extends ExcerptPart {
  readonly changes: readonly ChangeId[];
}

class Collector {
  readonly #moves: ReadonlySet<ChangeId>;
  readonly #found = new Map<ChangeId, { readonly parts: ExcerptPart[]; length: number }>();

  constructor(moves: ReadonlySet<ChangeId>) {
    this.#moves = moves;
  }

  of(change: ChangeId): ExcerptPart[] | undefined {
    const parts = this.#found.get(change)?.parts;
    return parts === undefined ? undefined : joined(parts);
  }

  visit(node: Node<Revision>, around: Fate): void {
    const fate = fateOf(node) ?? around;
    this.#labels(node);
    for (const name of CHILD_LISTS[node.type]) {
      const children = childList(node, name);
      if (children.some(isInline)) this.#inlines(children as readonly Inline<Revision>[], fate);
      for (const child of children) if (CHILD_LISTS[child.type].length > 0) this.visit(child, fate);
    }
  }

  /** A number that was renumbered. */
  #labels(node: Node<Revision>): void {
    const altered = alterationOf(node)?.before.label;
    if (altered === undefined) return;
    const now = 'label' in node ? node.label : undefined;
    if (typeof altered.value === 'string') this.#add(altered.change, [{ kind: 'deleted', text: altered.value }]);
    if (now !== undefined) this.#add(altered.change, [{ kind: 'inserted', text: now }]);
  }

  #inlines(inlines: readonly Inline<Revision>[], fate: Fate): void {
    const stretches = inlines.flatMap((inline) => stretchesOf(inline, fate));
    const byChange = new Map<ChangeId, number[]>();
    stretches.forEach(({ changes }, k) => {
      for (const change of changes) {
        const known = byChange.get(change);
        if (known === undefined) byChange.set(change, [k]);
        else known.push(k);
      }
    });
    for (const [change, places] of byChange) this.#add(change, this.#around(stretches, change, places));
  }

  /** The stretches of one change in a list, with what stands beside them. */
  #around(stretches: readonly Stretch[], change: ChangeId, places: readonly number[]): ExcerptPart[] {
    const parts: ExcerptPart[] = [];
    const moved = this.#moves.has(change);
    let last = -1;
    for (const place of places) {
      const { kind, text } = stretches[place] as Stretch;
      if (moved && kind === 'deleted') continue;
      if (place > last + 1 || last < 0) parts.push(...beside(stretches, last, place));
      parts.push({ kind: moved ? 'retained' : kind, text });
      last = place;
    }
    if (last >= 0) parts.push(...beside(stretches, last, stretches.length));
    return joined(parts).map(({ kind, text }) => ({ kind, text: shortened(text, STRETCH) }));
  }

  #add(change: ChangeId, parts: readonly ExcerptPart[]): void {
    const found = this.#found.get(change) ?? { parts: [], length: 0 };
    if (parts.length === 0 || found.length >= LONGEST) return;
    const [last, first] = [found.parts[found.parts.length - 1], parts[0]];
    if (last !== undefined) found.parts.push({ kind: last.kind === first?.kind ? last.kind : 'retained', text: ' ' });
    for (const { kind, text } of parts) {
      const rest = LONGEST - found.length;
      if (rest <= 0) break;
      found.parts.push({ kind, text: shortened(text, rest) });
      found.length += text.length;
    }
    this.#found.set(change, found);
  }
}

function isInline(node: Node<Revision>): boolean {
  return (CHILD_LISTS[node.type].length === 0 && node.type !== 'column') || node.type === 'note';
}

function revisionOf(node: Node<Revision>): Revision | undefined {
  return node.type === 'document' ? undefined : node.revision;
}

function alterationOf(node: Node<Revision>): Alteration | undefined {
  const revision = revisionOf(node);
  return revision?.kind === 'alteration' ? revision : undefined;
}

function fateOf(node: Node<Revision>): Fate {
  const revision = revisionOf(node);
  if (revision?.kind === 'insertion') return { kind: 'inserted', change: revision.change };
  return revision?.kind === 'deletion' ? { kind: 'deleted', change: revision.change } : undefined;
}

function stretchesOf(inline: Inline<Revision>, around: Fate): Stretch[] {
  const text = printed(inline);
  const fate = fateOf(inline) ?? around;
  if (fate !== undefined) return [{ kind: fate.kind, text, changes: [fate.change] }];
  const altered = alterationOf(inline)?.before ?? {};
  const before = altered.text;
  const others = Object.values(altered)
    .map(({ change }) => change)
    .filter((change) => change !== before?.change);
  if (typeof before?.value !== 'string' || before.value === text) {
    return [{ kind: 'retained', text, changes: [...new Set([...others, ...(before ? [before.change] : [])])] }];
  }
  return [
    { kind: 'deleted', text: before.value, changes: [before.change] },
    { kind: 'inserted', text, changes: [...new Set([before.change, ...others])] },
  ];
}

function printed(inline: Inline<Revision>): string {
  if (inline.type === 'note') return `[${inline.kind}]`;
  if (inline.type === 'break') return inline.kind === 'line' ? ' ' : `[${inline.kind} break]`;
  if (inline.type === 'opaque') return inline.text ?? `[${inline.kind}]`;
  return plainText(inline).replace(/\s+/g, ' ');
}

/** What after says between two stretches of a change: all of it where it is short, or what is next to either. */
function beside(stretches: readonly Stretch[], last: number, next: number): ExcerptPart[] {
  const first = last + 1;
  const head = last < 0 ? '' : textFrom(stretches, first, next);
  if (next - first <= LOOKED_AT && last >= 0 && next < stretches.length && head.length <= 2 * BESIDE) {
    return retained(head);
  }
  const tail = next >= stretches.length ? '' : textBefore(stretches, next, first);
  return retained(
    last < 0
      ? cutTail(tail)
      : next >= stretches.length
        ? cutHead(head)
        : `${cutHead(head)} ${cutTail(tail)}`.replace(/… *…/, '…'),
  );
}

function textFrom(stretches: readonly Stretch[], from: number, to: number): string {
  let text = '';
  for (let k = from; k < Math.min(to, from + LOOKED_AT) && text.length <= 2 * BESIDE; k++) text += shown(stretches[k]);
  return text;
}

function textBefore(stretches: readonly Stretch[], to: number, from: number): string {
  let text = '';
  for (let k = to - 1; k >= Math.max(from, to - LOOKED_AT) && text.length <= BESIDE; k--)
    text = shown(stretches[k]) + text;
  return text;
}

/** What another change deletes is not shown beside this one. */
function shown(stretch: Stretch | undefined): string {
  return stretch === undefined || stretch.kind === 'deleted' ? '' : stretch.text;
}

function retained(text: string): ExcerptPart[] {
  return text === '' ? [] : [{ kind: 'retained', text }];
}

/** The beginning of a text up to the end of a word. */
function cutHead(text: string): string {
  return text.length <= BESIDE ? text : `${text.slice(0, BESIDE).replace(/\S+$/, '')}…`;
}

/** The end of a text from the beginning of a word on. */
function cutTail(text: string): string {
  return text.length <= BESIDE ? text : `…${text.slice(-BESIDE).replace(/^\S+/, '')}`;
}

/** The beginning of a text, never cut inside a surrogate pair. */
function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, Math.max(0, length - 1)).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Parts in which neighbours of one kind are one. */
function joined(parts: readonly ExcerptPart[]): ExcerptPart[] {
  const result: ExcerptPart[] = [];
  for (const part of parts) {
    const last = result[result.length - 1];
    if (last?.kind === part.kind) result[result.length - 1] = { kind: last.kind, text: last.text + part.text };
    else if (part.text !== '') result.push(part);
  }
  return result;
}
