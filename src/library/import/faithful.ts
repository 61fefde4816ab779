/** Legal Markdown that was read back before anyone relies on it. */
import { type Message, UnusableInput } from '../../message.ts';
import type { Document } from '../../model/document.ts';
import { firstDifference } from '../../model/equal.ts';
import { cleanRedline } from '../../model/redline.ts';
import { readMarkdown } from '../../read/markdown/index.ts';
import { writeMarkdown } from '../../write/markdown/index.ts';
import { asRewritable } from '../drafts.ts';

/**
 * The canonical Markdown of a document, which reads back strictly as the same document. Throws `UnusableInput`
 * (`import/unfaithful`) where it would not, with the first place that differs.
 */
export function faithfulMarkdown(document: Document, file: string): string {
  const text = writeMarkdown(cleanRedline(document));
  const messages: Message[] = [];
  const back = readMarkdown(text, { file, mode: 'strict' }, (message) => messages.push(message));
  const fault = asRewritable(messages).find(({ severity }) => severity === 'error');
  if (fault !== undefined) throw unfaithful(file, fault.reason);
  const lost = firstDifference(back, document);
  if (lost !== undefined) throw unfaithful(file, lost);
  return text;
}

function unfaithful(file: string, note: string): UnusableInput {
  const reason = 'the file holds something that Legal Markdown would not give back, so nothing was written';
  return new UnusableInput({ severity: 'error', rule: 'import/unfaithful', reason, place: { file }, note });
}
