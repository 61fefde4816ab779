/** The text of provisions that an instruction quotes: a flat list of paragraphs made into clauses, limbs and definitions. */

import { definedTerm } from '../../model/define.ts';
import type { Block, Clause, Inline, Para } from '../../model/document.ts';
import { headingLabel, paragraphLabel } from '../../model/label.ts';
import { printedAll, sliceInlines } from './inlines.ts';
import { shapeOf } from './order.ts';

/** A paragraph or a table of a quotation. */
export type QuotedLine =
  | { readonly kind: 'text'; readonly label?: string; readonly heading?: boolean; readonly inlines: readonly Inline[] }
  | { readonly kind: 'block'; readonly block: Block };

interface Frame {
  readonly shape: string;
  readonly children: Block[];
}

/** Shapes of labels that a provision begins with; all others are limbs. */
const LABEL =
  /^(?:\d+[A-Z]{0,3}(?:\.\d+[A-Z]{0,3})+\.?|[A-Z]{1,2}\d+[A-Z]?(?:\.\d+)*|\d+[A-Z]{0,3}\.?—?(?=\s|\()|\((?:\d{1,3}[A-Za-z]{0,3}|[a-z]{1,4}|[A-Z]{1,4})(?:-[A-Za-z0-9]{1,4})?\)|[a-z]\))(?=\s|\(|$)\s*/;

/** The label at the beginning of a quoted paragraph. `loose` allows a bare number, which a section of an Act opens with. */
export function labelAt(text: string, loose: boolean): { readonly label: string; readonly end: number } | undefined {
  const known = paragraphLabel(text);
  if (known !== undefined) return known;
  const match = LABEL.exec(text);
  if (match === null) return undefined;
  const label = match[0].trim().replace(/—$/, '');
  if (/^\d+[A-Z]{0,3}\.?$/.test(label) && !loose && !/^\d+[A-Z]+$/.test(label)) return undefined;
  return { label: label.replace(/\.$/, (stop) => (/^\d+\.$/.test(label) ? '' : stop)), end: match[0].length };
}

/** The blocks that quoted paragraphs stand for. */
export function blocksOfQuotation(lines: readonly QuotedLine[]): readonly Block[] {
  const root: Frame = { shape: '', children: [] };
  const stack: { frame: Frame; clause?: Clause & { children: Block[] } }[] = [{ frame: root }];
  const top = (): Block[] => (stack.at(-1) as { frame: Frame }).frame.children;
  for (const line of lines) {
    if (line.kind === 'block') top().push(line.block);
    else if (line.label === undefined) top().push(...plainBlocks(line));
    else openAll(stack, line);
  }
  return root.children;
}

function plainBlocks({ inlines, heading }: Extract<QuotedLine, { kind: 'text' }>): readonly Block[] {
  if (heading === true) return [{ type: 'clause', kind: 'part', heading: inlines, children: [] }];
  const para: Para = { type: 'para', children: inlines };
  const defined = definedTerm(inlines);
  return defined === undefined ? [para] : [{ type: 'definition', term: defined.term, children: [para] }];
}

/** `12(1)` and `12.—(1)` open a provision and its first limb at once. */
function openAll(
  stack: { frame: Frame; clause?: Clause & { children: Block[] } }[],
  line: Extract<QuotedLine, { kind: 'text' }>,
): void {
  const label = line.label as string;
  const second = /^\((?:\d+|a|i)\)\s*/.exec(printedAll(line.inlines));
  open(stack, label, second === null && line.heading === true ? line.inlines : undefined);
  if (second === null && line.heading !== true) {
    if (line.inlines.length > 0)
      (stack.at(-1) as { frame: Frame }).frame.children.push({ type: 'para', children: line.inlines });
    return;
  }
  if (second === null) return;
  const rest = sliceInlines(line.inlines, second[0].length, printedAll(line.inlines).length);
  open(stack, second[0].trim(), undefined);
  (stack.at(-1) as { frame: Frame }).frame.children.push({ type: 'para', children: rest });
}

function open(
  stack: { frame: Frame; clause?: Clause & { children: Block[] } }[],
  label: string,
  heading: readonly Inline[] | undefined,
): void {
  const shape = seriesOf(label, stack);
  const at = stack.findIndex(({ frame }) => frame.shape === shape);
  if (at > 0) stack.length = at;
  else if (!shape.startsWith('(') && !shape.startsWith(')')) stack.length = depthFor(shape, stack);
  const children: Block[] = [];
  const kind = /^[(]|^\)/.test(shape) ? 'limb' : 'clause';
  const clause = { type: 'clause', kind, label, ...(heading === undefined ? {} : { heading }), children } as const;
  (stack.at(-1) as { frame: Frame }).frame.children.push(clause);
  stack.push({ frame: { shape, children }, clause });
}

/** A dotted number stands in the number that it begins with. */
function depthFor(shape: string, stack: readonly { frame: Frame }[]): number {
  const inside = stack.findLastIndex(
    ({ frame }) =>
      frame.shape !== '' && !/^[()]/.test(frame.shape) && shape.startsWith(frame.shape) && shape !== frame.shape,
  );
  return inside < 0 ? 1 : inside + 1;
}

/** `(i)` behind `(h)` is a letter, elsewhere a numeral. */
function seriesOf(label: string, stack: readonly { readonly frame: Frame }[]): string {
  const shape = shapeOf(label);
  if (!/^[(]?[ivxlc]+[).]?$/i.test(label) || !/[aA]$/.test(shape)) return shape;
  const same = stack.findLast(({ frame }) => frame.shape === shape);
  const last = same === undefined ? undefined : lastLabel(stack, shape);
  if (last !== undefined && /^\(h/i.test(last) && /^\(i\)?$/i.test(label)) return shape;
  return same === undefined && !/^\(?i\)?$/i.test(label) && !stack.some(({ frame }) => frame.shape === `${shape}:roman`)
    ? shape
    : `${shape}:roman`;
}

function lastLabel(stack: readonly { readonly frame: Frame }[], shape: string): string | undefined {
  const at = stack.findIndex(({ frame }) => frame.shape === shape);
  const last = (stack[at - 1]?.frame.children ?? []).at(-1);
  return last?.type === 'clause' ? last.label : undefined;
}

export { headingLabel };
