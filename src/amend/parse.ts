/** A legal text, as it stands before and after its marks are accepted, read into instructions. */
import type { Report } from '../message.ts';
import type { Block, Document } from '../model/document.ts';
import { plainText } from '../model/walk.ts';
import { type Amendment, headOf, type Instruction, parseHead } from './instruction.ts';
import { excerpt } from './targets.ts';

/** A head, and the blocks up to the next one. */
interface Section {
  readonly head: string;
  readonly blocks: readonly Block[];
}

/**
 * Reads the instructions of a legal text from its two sides. A head may be a heading or a paragraph. What stands in
 * front of the first head is told and left out; sides whose heads differ are an error, since no instruction is certain.
 */
export function parseAmendment(before: Document, after: Document, report: Report): Amendment {
  const [left, right] = [sectionsOf(before.children), sectionsOf(after.children)];
  reportFront(right.front, report);
  if (
    left.sections.length !== right.sections.length ||
    left.sections.some(({ head }, i) => head !== right.sections[i]?.head)
  ) {
    const reason = 'the words that introduce an instruction are themselves marked as changed';
    report({ severity: 'error', rule: 'amend/marked-head', reason });
    return { instructions: [] };
  }
  if (left.sections.length === 0) {
    const reason = 'there is no instruction in this text';
    const note = 'an instruction begins as "Amend Section 5.4 as follows:"';
    report({ severity: 'error', rule: 'amend/no-instruction', reason, note });
  }
  const instructions = left.sections.map(({ head, blocks }, i): Instruction => {
    const found = parseHead(head) as NonNullable<ReturnType<typeof parseHead>>;
    return { ...found, before: blocks, after: right.sections[i]?.blocks ?? [] };
  });
  for (const instruction of instructions) reportEmpty(instruction, report);
  return { instructions };
}

function reportFront(front: readonly Block[], report: Report): void {
  const text = excerpt(plainText(front));
  if (text === '') return;
  const reason = 'words in front of the first instruction are no part of any';
  report({ severity: 'note', rule: 'amend/front', reason, actual: `"${text}"` });
}

function reportEmpty(instruction: Instruction, report: Report): void {
  const { form, before, after } = instruction;
  if (form === 'renumber' ? before.length + after.length === 0 : before.length + after.length > 0) return;
  if (form === 'delete') return;
  const reason =
    form === 'renumber' ? 'nothing stands below a renumbering' : 'no provision stands below an instruction';
  report({ severity: 'warning', rule: 'amend/empty', reason, actual: `"${headOf(instruction)}"` });
}

interface Cut {
  readonly front: readonly Block[];
  readonly sections: readonly Section[];
}

/** Cuts a list of blocks at its heads, wherever in clauses they were taken to stand. */
function sectionsOf(blocks: readonly Block[]): Cut {
  const front: Block[] = [];
  const sections: { head: string; blocks: Block[] }[] = [];
  const add = (block: Block): void => {
    const last = sections.at(-1);
    if (last === undefined) front.push(block);
    else last.blocks.push(block);
  };
  for (const block of blocks) {
    const head = headIn(block);
    if (head !== undefined && block.type === 'clause') {
      const inner = sectionsOf(block.children);
      sections.push(
        { head, blocks: [...inner.front] },
        ...inner.sections.map((each) => ({ ...each, blocks: [...each.blocks] })),
      );
    } else if (head !== undefined) sections.push({ head, blocks: [] });
    else if (block.type === 'clause') {
      const inner = sectionsOf(block.children);
      add(inner.sections.length === 0 ? block : { ...block, children: inner.front });
      sections.push(...inner.sections.map((each) => ({ ...each, blocks: [...each.blocks] })));
    } else add(block);
  }
  return { front, sections };
}

/** The head that a block is: a paragraph, or the heading of a part. */
function headIn(block: Block): string | undefined {
  const heading = block.type === 'clause' && block.label === undefined ? block.heading : undefined;
  const text = block.type === 'para' ? plainText(block) : plainText(heading ?? []);
  const head = text.replace(/\s+/g, ' ').trim();
  return head === '' || parseHead(head) === undefined ? undefined : head;
}
