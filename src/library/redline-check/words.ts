/** What a document says short of how it is structured and looks: its paragraphs with their numbers, in reading order. */
import type { Block, Document, Inline, Table } from '../../model/document.ts';

/** The paragraphs of a document, each with its number; cells and notes tell where they begin. */
export function wordsOf(document: Document): string[] {
  const lines: string[] = [];
  addBlocks(document.children, '', lines);
  return lines;
}

/** Puts a label in front of the first paragraph of what it labels. */
function addBlocks(blocks: readonly Block[], label: string, lines: string[]): void {
  let before = label;
  for (const block of blocks) {
    addBlock(block, before, lines);
    before = '';
  }
  if (before !== '') lines.push(before);
}

function addBlock(block: Block, label: string, lines: string[]): void {
  const first = lines.length;
  if (block.type === 'para') lines.push(...paragraph(block.children));
  else if (block.type === 'table') addTable(block, lines);
  else if (block.type === 'opaque') lines.push(block.digest);
  else {
    const own = block.type === 'clause' && block.label !== undefined ? `${block.label}\t` : '';
    const heading = block.type === 'clause' ? block.heading : undefined;
    if (heading === undefined) addBlocks(block.children, own, lines);
    else {
      const [head = '', ...notes] = paragraph(heading);
      lines.push(own + head, ...notes);
      addBlocks(block.children, '', lines);
    }
  }
  if (label !== '') lines[first] = label + (lines[first] ?? '');
}

function addTable({ word, label, caption, rows }: Table, lines: string[]): void {
  lines.push(`table ${word ?? ''} ${label ?? ''}`, ...paragraph(caption ?? []));
  for (const row of rows) {
    lines.push('row');
    for (const cell of row.cells) {
      lines.push(`cell ${cell.columnSpan ?? 1} ${cell.rowSpan ?? 1}`);
      addBlocks(cell.children, '', lines);
    }
  }
}

/** The text of a paragraph, and that of its notes behind it. */
function paragraph(inlines: readonly Inline[]): string[] {
  const notes: string[] = [];
  const text = inlines.map((inline) => {
    if (inline.type !== 'note') return shown(inline);
    notes.push(inline.kind);
    addBlocks(inline.children, '', notes);
    return '\ufffc';
  });
  return [text.join(''), ...notes];
}

function shown(inline: Exclude<Inline, { readonly type: 'note' }>): string {
  if (inline.type === 'text') return inline.value;
  if (inline.type === 'opaque') return inline.digest;
  if (inline.type === 'picture') return inline.fingerprint ?? inline.file;
  return inline.type === 'break' ? `\n${inline.kind}` : inline.text;
}
