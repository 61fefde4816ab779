/** What files from elsewhere have that Legal Markdown has not: description lists, and anchors made of headings. */
import type { Paragraph, PhrasingContent } from 'mdast';
import type { Block, Clause } from '../../model/document.ts';
import { plainText } from '../../model/walk.ts';
import type { EscapeData } from './parse.ts';

/** A paragraph of the form `Term⏎:   text`, taken apart. */
export interface Description {
  readonly term: string;
  readonly text: PhrasingContent[];
}

/** The parts of a description list's entry; `undefined` where a paragraph is none. */
export function splitDescription(node: Paragraph): Description | undefined {
  const [first, ...rest] = node.children;
  if (first?.type !== 'text') return undefined;
  const match = /^([^\n]+)\n:[ \t]+/.exec(first.value);
  const term = match?.[1]?.trim();
  if (match === null || !term) return undefined;
  const cut = match[0].length;
  const escapes =
    (first.data as EscapeData | undefined)?.escapes?.filter((at) => at >= cut).map((at) => at - cut) ?? [];
  const data = { escapes } as NonNullable<typeof first.data>;
  return { term, text: [{ ...first, value: first.value.slice(cut), data }, ...rest] };
}

/** The anchor that viewers make of a heading's text. */
function slug(heading: string): string {
  return heading
    .toLowerCase()
    .trim()
    .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
    .replace(/ /g, '-');
}

/** Gives headings without anchor the one that viewers make, where a cross-reference in `wanted` means it. */
export function withHeadingAnchors(blocks: readonly Block[], wanted: ReadonlySet<string>): Block[] {
  const given = new Set<string>();
  const visit = (block: Block): Block => {
    if (block.type !== 'clause') return block;
    const id = headingAnchor(block, wanted, given);
    return { ...block, ...(id === undefined ? {} : { id }), children: block.children.map(visit) };
  };
  return blocks.map(visit);
}

function headingAnchor(clause: Clause, wanted: ReadonlySet<string>, given: Set<string>): string | undefined {
  if (clause.id !== undefined || clause.heading === undefined) return clause.id;
  const id = slug(`${clause.label ?? ''} ${plainText(clause.heading)}`);
  if (!wanted.has(id) || given.has(id)) return undefined;
  given.add(id);
  return id;
}
