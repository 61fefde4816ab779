/**
 * A redline in the notation of the case files (README.md): a line a block, its fate in the margin, words that came
 * and went in braces. Nothing of a redline is left out but which change a revision belongs to.
 */
import { revisionOf } from '../../src/model/decide.ts';
import type { Block, Cell, Clause, Inline, Node, Para, Row, Table } from '../../src/model/document.ts';
import type { Alteration, Change, Redline, Revision } from '../../src/model/redline.ts';

type Tracked = Node<Revision>;

/** What stands in the margin of a line. */
type Margin = ' ' | '+' | '-' | '<' | '>';

/** What a line is written with: its margin, its depth, and whether each change is a move. */
interface Around {
  readonly margin: Margin;
  readonly depth: number;
  readonly moves: ReadonlySet<string>;
}

/** The whole redline, a line a block. */
export function printRedline(redline: Redline): string {
  const moves = new Set(redline.changes.filter((change) => change.kind === 'move').map((change) => change.id));
  return blockLines(redline.document.children, { margin: ' ', depth: 0, moves }).join('\n');
}

/** The changes, a line each: `2 renumbering consequential: Clause 4.2 -> Clause 4.3: renumbered from … (follows 1)`. */
export function printChanges(changes: readonly Change[]): string {
  const numbers = new Map(changes.map((change, i) => [change.id, i + 1]));
  return changes
    .map((change, i) => {
      const places = [change.before?.cite, change.after?.cite].map((cite) =>
        cite === '' ? '(document)' : (cite ?? '(nothing)'),
      );
      const cause = change.cause === undefined ? '' : ` (follows ${numbers.get(change.cause) ?? '?'})`;
      return `${i + 1} ${change.kind} ${change.weight}: ${places.join(' -> ')}: ${change.summary}${cause}`;
    })
    .join('\n');
}

function blockLines(blocks: readonly Block<Revision>[], around: Around): string[] {
  return blocks.flatMap((block) => linesOf(block, { ...around, margin: marginOf(block, around) }));
}

function marginOf(node: Tracked, { margin, moves }: Around): Margin {
  const revision = revisionOf(node);
  if (revision?.kind === 'insertion') return moves.has(revision.change) ? '>' : '+';
  if (revision?.kind === 'deletion') return moves.has(revision.change) ? '<' : '-';
  return margin;
}

function line(text: string, { margin, depth }: Around): string {
  return `${margin} ${'  '.repeat(depth)}${text}`.trimEnd();
}

function linesOf(block: Block<Revision>, around: Around): string[] {
  if (block.type === 'para') return [line(paraText(block, around), around)];
  if (block.type === 'table') return tableLines(block, around);
  if (block.type === 'opaque') return [line(`{${block.kind}: ${block.text ?? block.digest}}`, around)];
  if (block.type === 'clause') return ledBy(clauseHead(block, around), block, around);
  if (block.type === 'definition')
    return ledBy(`${boundaryText(block)}definition:${attributeText(block)}`, block, around);
  return ledBy(`${boundaryText(block)}•`, block, around);
}

/** A block whose first paragraph stands on the line of its label, where the paragraph has no fate of its own. */
function ledBy(
  head: string,
  block: Exclude<Block<Revision>, { type: 'para' | 'table' | 'opaque' }>,
  around: Around,
): string[] {
  const [first, ...rest] = block.children;
  const inner = { ...around, depth: around.depth + 1 };
  const headed = block.type === 'clause' && block.heading !== undefined;
  const kind = first === undefined ? undefined : revisionOf(first)?.kind;
  if (headed || first?.type !== 'para' || (kind !== undefined && kind !== 'alteration')) {
    return [line(head, around), ...blockLines(block.children, inner)];
  }
  return [line(`${head} ${paraText(first, around)}`, around), ...blockLines(rest, inner)];
}

function clauseHead(clause: Clause<Revision>, around: Around): string {
  const heading = clause.heading === undefined ? '' : inlineText(clause.heading, around);
  const named = [labelText(clause), heading].filter((part) => part !== '').join(' ');
  return boundaryText(clause) + named + attributeText(clause);
}

/** `{split}` where a boundary came, `{merged}` where one went. */
function boundaryText(node: Tracked): string {
  const revision = revisionOf(node);
  if (revision?.kind !== 'boundary') return '';
  if (revision.joins === 'parent') return revision.boundary === 'insertion' ? '{put around} ' : '{taken away} ';
  return revision.boundary === 'insertion' ? '{split} ' : '{merged} ';
}

function labelText(node: Clause<Revision> | Table<Revision>): string {
  const before = alteredOf(node).label;
  if (before === undefined) return node.label ?? '';
  const gone = before.value === null ? '' : `{-${String(before.value)}-}`;
  return gone + (node.label === undefined ? '' : `{+${node.label}+}`);
}

function alteredOf(node: Tracked): Alteration['before'] {
  const revision = revisionOf(node);
  return revision?.kind === 'alteration' ? revision.before : {};
}

/** Attributes that differ, but for those that are printed in their own place: ` {kind: limb → clause}`. */
function attributeText(node: Tracked, printed: readonly string[] = ['label']): string {
  return Object.entries(alteredOf(node))
    .filter(([name]) => !printed.includes(name))
    .map(
      ([name, { value }]) =>
        ` {${name}: ${shown(value)} → ${shown((node as unknown as Record<string, unknown>)[name])}}`,
    )
    .join('');
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (Array.isArray(value)) return value.map(shown).join(' | ') || 'none';
  if (typeof value === 'object') return Object.keys(value).join(' ') || 'none';
  return String(value);
}

function paraText(para: Para<Revision>, around: Around): string {
  const style = para.style === undefined ? '' : `(${para.style}) `;
  return boundaryText(para) + style + inlineText(para.children, around) + attributeText(para);
}

function inlineText(inlines: readonly Inline<Revision>[], around: Around): string {
  return inlines.map((inline) => fated(inline, oneInline(inline, around))).join('');
}

function fated(node: Tracked, text: string): string {
  const kind = revisionOf(node)?.kind;
  if (kind === 'insertion') return `{+${text}+}`;
  return kind === 'deletion' ? `{-${text}-}` : text;
}

function oneInline(inline: Inline<Revision>, around: Around): string {
  const attributes = attributeText(inline, ['text']);
  if (inline.type === 'text')
    return attributes === '' ? visible(inline.value) : `{${visible(inline.value)}|${formatText(inline)}}`;
  if (inline.type === 'crossReference') return `[${referenceText(inline)}${attributes}]`;
  if (inline.type === 'note') return `[^${cellText(inline.children, around)}${attributes}]`;
  if (inline.type === 'blank') return inline.text;
  if (inline.type === 'picture') return `{picture: ${inline.file}}`;
  return inline.type === 'break' ? `{${inline.kind} break}` : `{${inline.kind}: ${inline.text ?? inline.digest}}`;
}

/** A space that does not break, and a tab, as an editor shows them. */
function visible(text: string): string {
  return text.replace(/\u00a0/g, '°').replace(/\t/g, '⇥');
}

function referenceText(reference: Extract<Inline<Revision>, { type: 'crossReference' }>): string {
  const before = alteredOf(reference).text;
  return before === undefined ? reference.text : `{-${String(before.value)}-}{+${reference.text}+}`;
}

function formatText(text: Extract<Inline<Revision>, { type: 'text' }>): string {
  const before = (alteredOf(text).marks?.value ?? {}) as Record<string, unknown>;
  const after = (text.marks ?? {}) as Record<string, unknown>;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => before[name] !== after[name],
  );
  return names
    .map((name) =>
      name === 'href'
        ? `${name} ${shown(before[name])} → ${shown(after[name])}`
        : `${name} ${name in after ? 'on' : 'off'}`,
    )
    .join(', ');
}

/** The blocks of a cell or a footnote on one line. */
function cellText(blocks: readonly Block<Revision>[], around: Around): string {
  return blocks
    .map((block) => {
      const margin = marginOf(block, { ...around, margin: ' ' });
      const text = linesOf(block, { ...around, margin: ' ', depth: 0 })
        .map((one) => one.trim())
        .join(' / ');
      return margin === ' ' ? text : `{${margin}${text}${margin}}`;
    })
    .join(' / ');
}

function tableLines(table: Table<Revision>, around: Around): string[] {
  const caption = table.caption === undefined ? '' : inlineText(table.caption, around);
  const number = labelText(table) === '' ? '' : `${labelText(table)} `;
  const head = `${table.word ?? 'Table'} ${number}${caption}`.trimEnd() + attributeText(table);
  const headers = table.rows.findLastIndex((row) => row.header === true) + 1;
  const rows = table.rows.map((row) => line(rowText(row, around), { ...around, margin: marginOf(row, around) }));
  return [
    line(head, around),
    ...rows.slice(0, headers),
    line(columnText(table, around), around),
    ...rows.slice(headers),
  ];
}

const COLUMN: Readonly<Record<Margin, string>> = {
  ' ': '---',
  '+': 'inserted',
  '-': 'deleted',
  '<': 'moved from',
  '>': 'moved to',
};

function columnText(table: Table<Revision>, around: Around): string {
  const cells = table.columns.map(
    (column) => COLUMN[marginOf(column, { ...around, margin: ' ' })] + attributeText(column),
  );
  return `| ${cells.join(' | ')} |`;
}

function rowText(row: Row<Revision>, around: Around): string {
  return `| ${row.cells.map((cell) => oneCell(cell, around)).join(' | ')} |${attributeText(row)}`.replace(
    / {2}(?=\|)/g,
    ' ',
  );
}

function oneCell(cell: Cell<Revision>, around: Around): string {
  const spans = [
    ...((cell.columnSpan ?? 1) > 1 ? [`over ${cell.columnSpan} columns`] : []),
    ...((cell.rowSpan ?? 1) > 1 ? [`over ${cell.rowSpan} rows`] : []),
  ].map((span) => ` {${span}}`);
  const text = cellText(cell.children, around) + spans.join('') + attributeText(cell);
  const margin = marginOf(cell, { ...around, margin: ' ' });
  return margin === ' ' || text === '' ? text : `{${margin}${text}${margin}}`;
}
