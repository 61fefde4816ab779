/** Finding the provisions that an instruction names, by their numbers in the baseline or those they were inserted with. */
import { gridTexts } from '../../model/cite.ts';
import type { Block, Table } from '../../model/document.ts';
import { plainText } from '../../model/walk.ts';
import { DIVISIONS, type ProvisionName, type Step } from '../grammar/naming.ts';
import { below, holds, isLimb, live, type WorkNode } from './tree.ts';

/** What an instruction is about: a provision, or a part of one. */
export interface Found {
  readonly node: WorkNode;
  readonly part?: 'heading' | 'opening' | 'closing';
  /** Of a paragraph's sentences, from 1; -1 for the last. */
  readonly sentence?: number;
  /** Rows and columns of a table, from 0. */
  readonly rows?: readonly number[];
  readonly column?: number;
}

/** What was found, or why nothing was. */
export type Finding = { readonly found: readonly Found[] } | { readonly reason: string };

/** The provisions that a name means. */
export function resolveName({ steps, occurrence }: ProvisionName, root: WorkNode): Finding {
  let scope: readonly Found[] = [{ node: root }];
  for (const [i, step] of steps.entries()) {
    const next = scope.flatMap((around) => stepInto(step, around, root));
    if (next.length === 0) return { reason: missing(step, i > 0) };
    const several = next.length > 1 && !isMany(step) && !(i === steps.length - 1 && occurrence !== undefined);
    if (several) return { reason: `${describe(step)} names ${next.length} provisions` };
    scope = next;
  }
  if (occurrence === undefined) return { found: scope };
  const chosen = scope[occurrence - 1];
  const times = scope.length === 1 ? 'once' : `${scope.length} times`;
  return chosen === undefined
    ? { reason: `${describe(steps.at(-1) as Step)} occurs only ${times}` }
    : { found: [chosen] };
}

/** Steps that mean several provisions by themselves. */
const isMany = ({ kind }: Step): boolean => kind === 'range' || kind === 'row';

function missing(step: Step, inside: boolean): string {
  const where = inside ? 'there' : 'in the baseline';
  if (step.kind === 'provision' && step.label.startsWith('(') && !inside)
    return `${describe(step)} is named without the provision that it stands in`;
  return `there is no ${describe(step)} ${where}`;
}

/** A step as a drafter writes it. */
export function describe(step: Step): string {
  if (step.kind === 'provision') return `${capital(step.word) || 'provision'} ${step.label}`;
  if (step.kind === 'range') return `${capital(step.word) || 'provision'} ${step.from} to ${step.to}`;
  if (step.kind === 'definition') return `definition of "${step.term}"`;
  if (step.kind === 'table') return `${step.word === 'figure' ? 'Figure' : 'Table'} ${step.label}`.trim();
  if (step.kind === 'row') return `row for "${step.key}"`;
  if (step.kind === 'column') return `column ${typeof step.column === 'number' ? step.column : `"${step.column}"`}`;
  if (step.kind === 'named') return `heading "${step.text}"`;
  if (step.kind === 'sentence') return `sentence ${step.ordinal}`;
  if (step.kind === 'note') return `footnote ${step.ordinal}`;
  if (step.kind === 'cite') return step.text;
  return {
    heading: 'heading',
    opening: 'opening words',
    closing: 'closing words',
    whole: 'document',
    listed: 'provision below it',
  }[step.kind];
}

const capital = (word: string): string =>
  /^(?:point|paragraph|sub|limb|item|indent)/.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1);

type Into<K extends Step['kind']> = (
  step: Extract<Step, { kind: K }>,
  around: Found,
  root: WorkNode,
) => readonly Found[];

function stepInto(step: Step, around: Found, root: WorkNode): readonly Found[] {
  return (INTO[step.kind] as Into<Step['kind']>)(step as never, around, root);
}

const INTO: { readonly [K in Step['kind']]: Into<K> } = {
  provision: ({ word, label }, { node }) => provisionsIn(node, word, label).map((found) => ({ node: found })),
  range: (step, { node }) => rangeIn(step, node).map((found) => ({ node: found })),
  definition: ({ term }, { node }) =>
    below(node)
      .filter(({ block }) => block.type === 'definition' && sameWords(block.term, term))
      .map((found) => ({ node: found })),
  table: ({ word, label }, { node }) =>
    tablesIn(node)
      .filter(({ block }) => isTable(block as Table, word, label))
      .map((found) => ({ node: found })),
  row: ({ key }, around) => rowsIn(key, around),
  column: ({ column }, around) => columnsIn(column, around),
  named: ({ text }, { node }) =>
    below(node)
      .filter(
        ({ block, known }) =>
          block.type === 'clause' && known === undefined && sameWords(plainText(block.heading ?? []), text),
      )
      .map((found) => ({ node: found })),
  sentence: ({ ordinal }, around) => [{ ...around, sentence: ordinal }],
  note: () => [],
  heading: (_, { node }) =>
    node.block.type === 'clause' && node.block.heading !== undefined
      ? [{ node, part: 'heading' }]
      : node.block.type === 'table' && node.block.caption !== undefined
        ? [{ node, part: 'heading' }]
        : [],
  opening: (_, { node }) => [{ node, part: 'opening' }],
  closing: (_, { node }) => [{ node, part: 'closing' }],
  whole: (_, __, root) => [{ node: root }],
  listed: () => [],
  cite: () => [],
};

const fold = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[“”‘’"']/g, '"')
    .trim();

function sameWords(a: string, b: string): boolean {
  return fold(a).toLowerCase() === fold(b).toLowerCase();
}

const DIVISION = new RegExp(`^(?:${DIVISIONS})$`);

/** The provisions with a number in or below a node. */
export function provisionsIn(scope: WorkNode, word: string, label: string): readonly WorkNode[] {
  const clauses = below(scope).filter(({ block, known }) => block.type === 'clause' && known !== undefined);
  if (DIVISION.test(word)) {
    const named = clauses.filter(({ known }) => keyOf(known as string) === keyOf(`${word} ${label}`));
    if (named.length > 0 || word !== 'part') return named;
  }
  const whole = clauses.filter((node) => !isBracket(label) && carries(node, label, word));
  if (whole.length > 0) return outermost(whole);
  const [, stem = '', limb = ''] = /^(.*?)((?:\([^()]+\))?)$/.exec(label) ?? [];
  if (limb === '') return [];
  const inside = stem === '' ? limbHolders(scope) : provisionsIn(scope, word, stem);
  return inside.flatMap((node) => nearestLimbs(node, limb));
}

const isBracket = (label: string): boolean => label.startsWith('(');

/** A limb is named without what it stands in only where it stands in nothing. */
function limbHolders(scope: WorkNode): readonly WorkNode[] {
  return [scope];
}

function carries({ block, known = '' }: WorkNode, label: string, word: string): boolean {
  if (block.type !== 'clause') return false;
  if (block.kind === 'limb' && known.startsWith('(')) return false;
  const own = keyOf(known);
  if (own === keyOf(label)) return true;
  const named = /^([a-z§]+\.?) ?(.+)$/i.exec(own);
  if (named === null) return false;
  const kind = (named[1] as string).toLowerCase().replace(/\.$/, '');
  if (DIVISION.test(kind)) return false;
  return (
    named[2] === keyOf(label) &&
    (word === '' ||
      kind === word ||
      kind.startsWith(word) ||
      word === 'section' ||
      word === 'provision' ||
      kind === '§')
  );
}

function keyOf(label: string): string {
  return label
    .replace(/\s+/g, ' ')
    .replace(/[.:]$/, '')
    .trim()
    .replace(/^[A-Za-z]+(?= )/, (word) => word.toLowerCase());
}

/** Of nodes, those that stand in none of the others. */
function outermost(nodes: readonly WorkNode[]): readonly WorkNode[] {
  const all = new Set(nodes);
  return nodes.filter((node) => {
    for (let up = node.parent; up !== undefined; up = up.parent) if (all.has(up)) return false;
    return true;
  });
}

/** Limbs with a label, as far out as there are any; in the document itself only those that stand in nothing. */
function nearestLimbs(scope: WorkNode, label: string): readonly WorkNode[] {
  const wanted = limbKey(label);
  let level: readonly WorkNode[] = live(scope);
  while (level.length > 0) {
    const found = level.filter(
      (node) =>
        node.block.type === 'clause' && node.known !== undefined && isLimb(node) && limbKey(node.known) === wanted,
    );
    if (found.length > 0) return found;
    level = level.flatMap((node) =>
      scope.block.type === 'document' ? (isUnnamed(node) ? live(node) : []) : live(node),
    );
  }
  return [];
}

const isUnnamed = ({ known, block }: WorkNode): boolean =>
  known === undefined && holds(block) && !(block.type === 'clause' && block.heading !== undefined);

function limbKey(label: string): string {
  return label.replace(/^\(|\)?\.?$/g, '');
}

function rangeIn({ word, from, to }: Extract<Step, { kind: 'range' }>, scope: WorkNode): readonly WorkNode[] {
  const [first, ...more] = provisionsIn(scope, word, from);
  const stem = /^(.*)\([^()]+\)$/.exec(from)?.[1] ?? '';
  const last = provisionsIn(scope, word, to.startsWith('(') && stem !== '' ? stem + to : to);
  const list = first?.parent === undefined ? [] : live(first.parent);
  const [start, end] = [list.indexOf(first as WorkNode), list.indexOf(last[0] as WorkNode)];
  if (first === undefined || more.length > 0 || last.length !== 1 || start < 0 || end < start) return [];
  return list.slice(start, end + 1).filter(({ block, known }) => block.type === 'clause' && known !== undefined);
}

function tablesIn(node: WorkNode): readonly WorkNode[] {
  const all = node.block.type === 'table' ? [node] : below(node);
  return all.filter(({ block }) => block.type === 'table');
}

function isTable(table: Table, word: string, label: string): boolean {
  if (label === '') return true;
  return (table.word ?? 'Table').toLowerCase() === word && keyOf(table.label ?? '') === keyOf(label);
}

function rowsIn(key: string, { node }: Found): readonly Found[] {
  return tablesIn(node).flatMap((table) => {
    const rows = (table.block as Table).rows.flatMap((row, i) => {
      const texts = row.header === true ? [] : gridTexts(row);
      return texts[0] !== undefined && sameWords(texts[0], key) ? [i] : [];
    });
    const others =
      rows.length > 0
        ? rows
        : (table.block as Table).rows.flatMap((row, i) =>
            row.header !== true && gridTexts(row).some((text) => sameWords(text, key)) ? [i] : [],
          );
    return others.length === 1 ? [{ node: table, rows: others }] : [];
  });
}

function columnsIn(column: string | number, around: Found): readonly Found[] {
  return tablesIn(around.node).flatMap((node) => {
    const table = node.block as Table;
    if (typeof column === 'number') {
      const at = column === -1 ? table.columns.length - 1 : column - 1;
      return table.columns[at] === undefined ? [] : [{ ...around, node, column: at }];
    }
    const heads = table.rows.filter((row) => row.header === true).map(gridTexts);
    const at = heads.map((texts) => texts.findIndex((text) => sameWords(text, column))).find((i) => i >= 0);
    return at === undefined ? [] : [{ ...around, node, column: at }];
  });
}

/** The provision that a node belongs to, as a drafter cites it. */
export function numberPath(node: WorkNode): string {
  const own = node.known ?? '';
  if (!isLimb(node) || node.parent === undefined) return own;
  return `${numberPath(node.parent)}${own}`;
}

export type { Block };
