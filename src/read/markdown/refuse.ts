/** Sources that no one drafts and that would keep the parser busy for minutes: refused before they are parsed. */
import type { Nodes, Root } from 'mdast';
import { UnusableInput } from '../../message.ts';

/** Nesting beyond this is no legal text, and every walk over a tree recurses. */
const DEEPEST = 200;

/** The most signs that may open or close something in one paragraph: the parser compares each with each. */
const MOST_SIGNS = 10_000;

const DEEP_LINE = new RegExp(`^(?:[ \\t]*(?:>|[-+*](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){${DEEPEST},}`);

/** Throws `UnusableInput` where lists, quotations or containers are nested, or signs are heaped, beyond any use. */
export function refuseHostile(source: string, file: string | undefined): void {
  let containers = 0;
  let signs = 0;
  let rows = 0;
  let line = 0;
  for (const { 0: text } of source.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
    line += 1;
    if (DEEP_LINE.test(text)) refuse(file, line, TOO_DEEP);
    containers = Math.max(0, containers + containerStep(text));
    if (containers > DEEPEST) refuse(file, line, TOO_DEEP);
    if (text.trim() === '') [signs, rows] = [0, -1];
    rows = rows < 0 ? 0 : rows + (isRule(text) ? 1 : 0);
    signs += rows > 0 && text.includes('|') ? 0 : countSigns(text);
    if (signs > MOST_SIGNS) refuse(file, line, `a paragraph holds more than ${MOST_SIGNS} signs of formatting`);
  }
}

const TOO_DEEP = `lists, quotes, containers or marks are nested more than ${DEEPEST} deep`;

/** 1 where a container opens, -1 where one closes. */
function containerStep(text: string): number {
  const [, name] = /^[\s>]*:{3,}[ \t]*(\S?)/.exec(text) ?? [];
  return name === undefined ? 0 : name === '' ? -1 : 1;
}

/** The line under the heading of a table: its rows are paragraphs of their own to the parser. */
function isRule(text: string): boolean {
  return text.includes('|') && /^[\s|:-]+$/.test(text);
}

/** Runs of signs for marks, brackets (unescaped), and lines under a heading, which count for more. */
function countSigns(text: string): number {
  if (/^\s*(?:=+|-+)\s*$/.test(text)) return 10;
  return text.match(/(?<!\\)(?:\*+|_+|~+|[[\]])/g)?.length ?? 0;
}

/** Throws `UnusableInput` where a tree is deeper than walks over it can bear. */
export function refuseDeepTree(tree: Root, file: string | undefined): void {
  let level: Nodes[] = [tree];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) refuse(file, level[0]?.position?.start.line ?? 1, TOO_DEEP);
    const next: Nodes[] = [];
    for (const node of level) if ('children' in node) for (const child of node.children) next.push(child);
    level = next;
  }
}

function refuse(file: string | undefined, line: number, reason: string): never {
  const place = { ...(file === undefined ? {} : { file }), line, column: 1 };
  throw new UnusableInput({ severity: 'error', rule: 'read/hostile', reason, place });
}
