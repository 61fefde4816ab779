/** What is kept of an amendment in the version that it made: a note of the amendments, and the proof that the version can be read. */
import type { Amendment, Provenance } from '../amend/index.ts';
import { collect, UnusableInput } from '../message.ts';
import type { Block, Document, Item } from '../model/document.ts';
import { firstDifference } from '../model/equal.ts';
import { readMarkdown } from '../read/markdown/index.ts';

const DONE = {
  inserted: 'inserted',
  deleted: 'deleted',
  amended: 'amended',
  renumbered: 'renumbered',
} as const satisfies Record<Provenance['what'], string>;

/** The version with a part at its end that tells of each provision which instruction changed it. */
export function noteOfAmendments(
  document: Document,
  provenance: readonly Provenance[],
  { instructions }: Amendment,
): Document {
  const lines = new Map<string, Item>();
  for (const { index, what, cite, from } of provenance) {
    const renumbered = from === undefined ? '' : ` from ${from}`;
    const wording = instructions[index]?.wording ?? '';
    const text = `${cite}: ${DONE[what]}${renumbered} by instruction ${index + 1}${wording === '' ? '' : ` (${wording.replace(/[\s:—-]+$/, '')})`}`;
    lines.set(text, { type: 'item', children: [{ type: 'para', children: [{ type: 'text', value: text }] }] });
  }
  const note: Block = {
    type: 'clause',
    kind: 'part',
    heading: [{ type: 'text', value: 'Note of amendments' }],
    children: [...lines.values()],
  };
  return { ...document, children: [...document.children, note] };
}

/** Throws `UnusableInput` (`amend/unreadable`) where the version that is about to be written can't be read again as it is. */
export function readsBack(content: string | Uint8Array, document: Document, file: string): void {
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  const { value, messages } = collect((report) => readMarkdown(text, { file, mode: 'strict' }, report));
  const errors = messages.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new UnusableInput([...errors, unreadable(file)]);
  const difference = firstDifference(value, document);
  if (difference !== undefined) throw new UnusableInput({ ...unreadable(file), actual: difference.slice(0, 300) });
}

function unreadable(file: string) {
  return {
    severity: 'error',
    rule: 'amend/unreadable',
    reason: `nothing is written: ${file} could not be read again as it is`,
    note: 'write it as .json, or change what Markdown cannot say',
  } as const;
}
