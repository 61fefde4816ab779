/** The facts about where a version came from, kept in a file beside it: the source, its comments, headers and pictures. */
import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import { oneLine } from '../../message.ts';
import { citations } from '../../model/cite.ts';
import type { Document, Node } from '../../model/document.ts';
import { idOf } from '../../model/links.ts';
import { walk } from '../../model/walk.ts';
import type { BesideText, WordComment } from '../../read/docx/index.ts';

/** Where a version came from. */
export interface Origin {
  /** The name of the file, without its folder. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Which side of its tracked changes was taken. */
  readonly tracked: 'accept' | 'reject';
}

/** How the file beside a version ends: `1.5.source.yaml`. */
export const SOURCE_ENDING = '.source.yaml';

const HEAD = `# Where this version came from, and what its Word file holds beside the text. Keeling does not print it anywhere.
`;

/** The text of the file beside a version. Each comment has the provision that it stands in. */
export function sourceText(origin: Origin, beside: BesideText, document: Document): string {
  const { comments, headersFooters, pictures } = beside;
  const provisionAt = provisionFinder(document);
  const facts = {
    source: {
      file: oneLine(origin.file),
      sha256: createHash('sha256').update(origin.bytes).digest('hex'),
      tracked: origin.tracked === 'accept' ? 'accepted' : 'rejected',
    },
    ...(comments.length === 0 ? {} : { comments: comments.map((comment) => commentFacts(comment, provisionAt)) }),
    ...(headersFooters.length === 0
      ? {}
      : { headersFooters: headersFooters.map(({ kind, text }) => ({ [kind]: text })) }),
    ...(pictures.length === 0 ? {} : { pictures }),
  };
  return HEAD + stringify(facts, { lineWidth: 120 });
}

interface Provision {
  readonly cite: string;
  readonly anchor?: string;
}

function commentFacts(
  { author, date, text, about, start }: WordComment,
  provisionAt: (offset: number) => Provision | undefined,
): Readonly<Record<string, string>> {
  const provision = start === undefined ? undefined : provisionAt(start);
  return {
    ...(provision === undefined ? {} : { at: provision.cite }),
    ...(provision?.anchor === undefined ? {} : { anchor: provision.anchor }),
    ...(about === '' ? {} : { about }),
    ...(author === '' ? {} : { author }),
    ...(date === '' ? {} : { date }),
    text,
  };
}

/** The provision that an offset of the main part stands in: the last one that begins before it. */
function provisionFinder(document: Document): (offset: number) => Provision | undefined {
  const cites = citations(document);
  const body = document.children.find((block) => block.place?.part !== undefined)?.place?.part;
  const begins: { readonly start: number; readonly provision: Provision }[] = [];
  const visit = (node: Node, anchor: string | undefined): void => {
    if (node.type === 'document' || node.place?.start === undefined || node.place.part !== body) return;
    const cite = cites.get(node);
    if (cite === undefined || cite === '') return;
    begins.push({ start: node.place.start, provision: { cite, ...(anchor === undefined ? {} : { anchor }) } });
  };
  let anchor: string | undefined;
  walk(document, (node) => {
    anchor = idOf(node) ?? anchor;
    visit(node, anchor);
  });
  begins.sort((a, b) => a.start - b.start);
  return (offset) => begins.findLast(({ start }) => start <= offset)?.provision;
}
